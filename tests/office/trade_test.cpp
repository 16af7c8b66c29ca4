// Returns, accounts and guides, as the head office adds them up and passes them on.
#include "sync/office/answers.hpp"
#include "sync/office/commands/set_rules.hpp"
#include "sync/office/projections/trade.hpp"
#include "tests/office/fresh_office.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

TEST_CASE("every return is told to every till, wherever it was sold, and a second one is a named loss")
{
    on_each_engine([](FreshOffice& fresh) {
        const SaleCompleted sold{coat_sold()};
        fresh.do_at(1, {sold});

        const auto first = fresh.do_at(2, {coat_back(1, sold.receipt, 2)});
        const auto second = fresh.do_at(1, {coat_back(2, sold.receipt)});

        CHECK(first.quarantined == 0);
        CHECK(second.quarantined == 1);
        const auto apart = latest_set_apart(*fresh.connection, {}, 5);
        REQUIRE(!apart.empty());
        CHECK(apart[0].why.code == "sale.returned_twice");
        const auto heard = fresh.news_of<ReturnNoted>();
        REQUIRE(heard.size() == 2); // The second one by the till that sold: others may hold a copy of the receipt.
        CHECK(heard[0] == ReturnNoted{sold.receipt, 1, Quantity::pieces(1), 2, 1});
        CHECK(heard[1] == ReturnNoted{sold.receipt, 1, Quantity::pieces(1), 1, 2});
    });
}

TEST_CASE("any till is given a receipt as its own till wrote it, with what came back")
{
    on_each_engine([](FreshOffice& fresh) {
        const SaleCompleted sold{coat_sold()};
        fresh.do_at(1, {sold});
        fresh.do_at(2, {coat_back(1, sold.receipt, 2)});

        const auto json = receipt_json(*fresh.connection, sold.receipt);

        REQUIRE(json);
        CHECK(json->find("sale_completed") != std::string::npos);
        CHECK(json->find(R"("returned":[{"line":1,"milli":1000}])") != std::string::npos);
        CHECK(receipt_json(*fresh.connection, {"S09-1-000001"}).error().code == "receipt.unknown");
    });
}

TEST_CASE("what is put on account is owed, and every till hears of it")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1"}, "13800000001")});
        SaleCompleted sale{coat_sold(1, {"M1"})};
        sale.tenders = {{TenderKind::on_account, sale.total, sale.total, {}, {}}};

        fresh.do_at(1, {sale});

        CHECK(owed_minor(*fresh.connection, {"M1"}) == 39'900);
        const auto heard = fresh.news_of<AccountPosted>();
        REQUIRE(heard.size() == 1);
        CHECK(heard[0] == AccountPosted{{"M1"}, Money::from_minor(39'900), sale.receipt.text, 1, 2});
    });
}

TEST_CASE("an order that was put on account goes off it when it is refunded, and every till hears of it")
{
    on_each_engine([](FreshOffice& fresh) {
        fresh.do_at(1, {enrolled({"M1"}, "13800000001")});
        const OrderPlaced order{coat_ordered(1, {"M1"})};
        SaleCompleted sale{coat_sold(1, {"M1"})};
        sale.tenders = {{TenderKind::on_account, sale.total, sale.total, {}, {}}};
        fresh.do_at(1, {order, sale});
        REQUIRE(owed_minor(*fresh.connection, {"M1"}) == 39'900);

        fresh.do_at(1, {OrderRefunded{order.order, {"王芳"}, 1, "2026-11-22", TenderKind::on_account, order.paid}});

        CHECK(owed_minor(*fresh.connection, {"M1"}) == 0);
        CHECK(fresh.news_of<AccountPosted>().back().amount == -order.paid);
    });
}

TEST_CASE("guides share what they sold to the fen, and lose it with a return")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::vector<GuideShare> three{{{"王芳"}, {3333}}, {{"李雪"}, {3333}}, {{"陈立"}, {3334}}};
        SaleCompleted sale{coat_sold()};
        sale.lines[0].guides = three;
        fresh.do_at(1, {sale});
        const auto takings = guide_takings_of(*fresh.connection, {"S01"}, "2026-11-22");
        REQUIRE(takings.size() == 3);
        CHECK(takings[0].second + takings[1].second + takings[2].second == 39'900);

        fresh.do_at(1, {GuidesChanged{sale.receipt, 1, {{{"李雪"}, {10'000}}}, {"王芳"}, "顾客是她请来的"}});
        REQUIRE(guide_takings_of(*fresh.connection, {"S01"}, "2026-11-22").size() == 1);
        SaleCompleted back{coat_back(2, sale.receipt)};
        back.lines[0].guides = {{{"李雪"}, {10'000}}};
        fresh.do_at(1, {back});

        CHECK(guide_takings_of(*fresh.connection, {"S01"}, "2026-11-22")[0].second == 0);
    });
}

TEST_CASE("a hostile sale is set apart, and the office goes on")
{
    on_each_engine([](FreshOffice& fresh) {
        const Money most{Money::from_minor(Money::minor_max)};
        SaleCompleted owing{coat_sold(1, {"M1"})};
        for (int twice{0}; twice < 2; ++twice) {
            owing.tenders.push_back({TenderKind::on_account, most, most, {}, {}});
            owing.tenders.push_back({TenderKind::card, -most, -most, {}, {}});
        }
        SaleCompleted nameless{coat_sold(2)};
        nameless.receipt = {};
        SaleCompleted endless{coat_sold(3)};
        endless.receipt = {std::string(5'000, 'R')};

        CHECK(fresh.do_at(1, {owing}).quarantined == 1);
        CHECK(fresh.do_at(1, {nameless}).quarantined == 1);
        CHECK(fresh.do_at(1, {endless}).quarantined == 1);
        CHECK(fresh.do_at(1, {coat_sold(4)}).quarantined == 0);
        CHECK(fresh.news_of<AccountPosted>().empty());
    });
}

TEST_CASE("guides of a receipt number that was used again change hands without an overflow")
{
    on_each_engine([](FreshOffice& fresh) {
        const Money most{Money::from_minor(Money::minor_max)};
        for (const std::int64_t count : {1, 2}) {
            SaleCompleted sale{coat_sold(count)};
            sale.receipt = {"S01-1-000001"};
            sale.lines[0].total = most;
            sale.lines[0].tax = {};
            sale.lines[0].guides = {{{"王芳"}, {10'000}}};
            sale.total = most;
            sale.tax = {};
            sale.tenders = {{TenderKind::cash, most, most, {}, {}}};
            fresh.do_at(1, {sale});
        }

        fresh.do_at(1, {GuidesChanged{{"S01-1-000001"}, 1, {{{"李雪"}, {10'000}}}, {"王芳"}, "换"}});

        CHECK(guide_takings_of(*fresh.connection, {"S01"}, "2026-11-22").size() == 1);
    });
}

TEST_CASE("shares that do not add up are set apart and count for nobody")
{
    on_each_engine([](FreshOffice& fresh) {
        SaleCompleted sale{coat_sold()};
        sale.lines[0].guides = {{{"王芳"}, {9'000}}};

        CHECK(fresh.do_at(1, {sale}).quarantined == 1);
        CHECK(guide_takings_of(*fresh.connection, {"S01"}, "2026-11-22").empty());
    });
}

TEST_CASE("rules are judged whole and go down to the tills of their shop")
{
    on_each_engine([](FreshOffice& fresh) {
        const std::string good{R"({"rounding":"down","coin_minor":10,"hold_minutes":45,
            "limits":[{"role":"clerk","discount_percent":5,"refund_minor":10000}],
            "returns":[{"category":"内衣","days":0}],"currencies":[{"currency":"USD","fen_per_1000":7100}]})"};

        REQUIRE(set_rules(*fresh.office, {"S01"}, good).has_value());

        const auto heard = fresh.news_of<ShopRulesSet>();
        REQUIRE(heard.size() == 1);
        CHECK(heard[0].store.text == "S01");
        CHECK(heard[0].limits[0].discount_max == BasisPoints{500});
        CHECK(heard[0].currencies[0].fen_per_1000 == 7'100);
        CHECK(set_rules(*fresh.office, {"S09"}, good).error().code == "store.unknown");
    });
}

TEST_CASE("a wrong rule is named with its place")
{
    const auto why = [](std::string_view json) {
        const auto rules = read_rules(json);
        return rules ? std::string{} : rules.error().code + " " + rules.error().detail;
    };

    CHECK(why("{") == "rules.unreadable no JSON at byte 2");
    CHECK(why(R"({"roundig":"down"})") == "rules.unknown_field roundig");
    CHECK(why(R"({"rounding":"down"})") == "rules.bad_value coin_minor");
    CHECK(why(R"({"limits":[{"role":"king"}]})") == "rules.bad_value limits[0].role");
    CHECK(why(R"({"limits":[{"role":"clerk","discount_percent":101}]})") ==
          "rules.bad_value limits[0].discount_percent");
    CHECK(why(R"({"limits":[{"role":"clerk","discount_percent":1.5}]})") ==
          "rules.bad_value limits[0].discount_percent");
    CHECK(why(R"({"returns":[{"category":"鞋"}]})") == "rules.bad_value returns[0].days");
    CHECK(why(R"({"currencies":[{"currency":"usd","fen_per_1000":1}]})") == "rules.bad_value currencies[0].currency");
    CHECK(why(R"([])") == "rules.bad_value ");
    CHECK(why("{}").empty());
}

TEST_CASE("a ticket put aside is told to the shop's other tills, and so is who took it up")
{
    on_each_engine([](FreshOffice& fresh) {
        TicketParked parked;
        parked.ticket = 4;
        parked.staff = {"王芳"};
        parked.lines = {{.sku = {"A1"}, .quantity = Quantity::pieces(2)}};
        TicketRecalled recalled;
        recalled.ticket = 4;
        fresh.do_at(1, {parked, recalled});

        const auto told = fresh.news_of<ParkedTold>();
        REQUIRE(told.size() == 1);
        CHECK(told[0].ticket == parked);
        CHECK(told[0].store.text == "S01");
        const auto gone = fresh.news_of<RecallTold>();
        REQUIRE(gone.size() == 1);
        CHECK(gone[0].till == told[0].till);
        CHECK(gone[0].ticket == 4);
    });
}
