#include "sync/events/purse_account.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Office;
using test::PointsCounter;

namespace {

constexpr const char* card{"GIFT-2026-0007"};

LoadValue top_up(Money amount)
{
    LoadValue command;
    command.phone_or_card = "13800000001";
    command.amount = amount;
    return command;
}

LoadValue gift(Money amount, const std::string& code = card)
{
    LoadValue command;
    command.gift_code = code;
    command.amount = amount;
    return command;
}

Pay by_gift(Money amount, const std::string& code = card)
{
    Pay command{TenderKind::gift_card, amount};
    command.reference = code;
    return command;
}

// With a head office, and the line down: what is paid in stays here.
void cut_the_line(PointsCounter& counter)
{
    counter.line.arm();
    counter.line.reached = false;
    counter.sync.seen.reached = false;
}

} // namespace

TEST_CASE("money paid into a purse is owed to the member, in the drawer, and nobody's turnover")
{
    PointsCounter counter{Office::none};

    counter.must(top_up(50000_fen));

    const auto loads = counter.all<ValueLoaded>();
    REQUIRE(loads.size() == 1);
    CHECK(loads[0].account == "value/M1");
    REQUIRE(loads[0].lots.size() == 1);
    CHECK(loads[0].lots[0].lot_kind == LotKind::principal);
    CHECK(loads[0].lots[0].amount == 50'000);
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->stored == 50000_fen);
    counter.must(TakeXReport{});
    const Takings takings{counter.view().close.report->takings};
    CHECK(takings.turnover.is_zero());
    CHECK(takings.cash_taken == 50000_fen);
}

TEST_CASE("the highest step that is reached gives its bonus, good for so many days")
{
    PointsCounter counter{Office::none};
    counter.rules.value.steps = {{50000_fen, 3000_fen}, {100000_fen, 10000_fen}};
    counter.rules.value.bonus_days = 30;
    counter.till->refresh();

    counter.must(top_up(49900_fen));
    CHECK(counter.all<ValueLoaded>().back().lots.size() == 1);
    counter.must(top_up(100000_fen));

    const ValueLoaded loaded{counter.all<ValueLoaded>().back()};
    REQUIRE(loaded.lots.size() == 2);
    CHECK(loaded.lots[1].lot_kind == LotKind::bonus);
    CHECK(loaded.lots[1].amount == 10'000);
    CHECK(loaded.lots[1].expires_on == date_plus_days(loaded.business_date, 30));
    CHECK(counter.view().payment.value_loaded->balance == 159900_fen);
}

TEST_CASE("money out of a purse that a copy of this till has taken over pays for nothing, and the clerk gets out")
{
    PointsCounter counter;
    counter.line.arm();
    counter.line.has = 50'000;
    counter.serve();
    counter.must(Pay{TenderKind::stored_value, 5000_fen});
    REQUIRE(counter.view().cart.due == 7900_fen);

    counter.line.epoch = 2;
    counter.line.nonce = "of a copy";
    counter.line.arm();

    CHECK(counter.refusal(Pay{TenderKind::cash, 7900_fen}) == "value.left_hand");
    counter.must(TakeBackTender{0});
    CHECK(counter.pay().value_spent.empty());
}

TEST_CASE("a purse holds no more than the law lets it, and a sale of none is refused with a word")
{
    PointsCounter counter{Office::none};

    CHECK(counter.refusal(top_up(500001_fen)) == "value.over_max");
    counter.must(top_up(500000_fen));
    CHECK(counter.refusal(top_up(1_fen)) == "value.over_max");
    CHECK(counter.refusal(gift(100001_fen)) == "value.over_max");
    CHECK(counter.refusal(gift(1000_fen, "short")) == "gift.bad_code");
    LoadValue owing{top_up(100_fen)};
    owing.tender = TenderKind::on_account;
    CHECK(counter.refusal(owing) == "value.bad_tender");
    CHECK(counter.refusal(top_up(0_fen)) == "pay.bad_amount");
    counter.rules.value.gift_max = {};
    counter.till->refresh();
    CHECK(counter.refusal(gift(1000_fen)) == "value.not_sold");
}

TEST_CASE("stored value pays a ticket, the soonest to expire first, and the receipt says what is left")
{
    PointsCounter counter{Office::none};
    counter.rules.value.steps = {{20000_fen, 2000_fen}};
    counter.rules.value.bonus_days = 30;
    counter.till->refresh();
    counter.must(top_up(20000_fen));
    counter.serve();

    counter.must(Pay{TenderKind::stored_value, 12900_fen});

    const SaleCompleted sale{counter.all<SaleCompleted>().back()};
    REQUIRE(sale.value_spent.size() == 1);
    REQUIRE(sale.value_spent[0].lots.size() == 2);
    CHECK(sale.value_spent[0].lots[0].lot == "S01-71-V00001/2"); // The bonus.
    CHECK(sale.value_spent[0].lots[0].amount == 2'000);
    CHECK(sale.value_spent[0].lots[1].amount == 10'900);
    CHECK(sale.spent.empty());
    CHECK(counter.view().payment.done->text.find("paper.value_left") != std::string::npos);
    CHECK(counter.view().payment.done->text.find("value/") == std::string::npos);
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->stored == 9100_fen);
}

TEST_CASE("points are redeemed and never keyed in as a tender")
{
    PointsCounter counter{Office::none};
    counter.serve();

    CHECK(counter.refusal(Pay{TenderKind::points, 12900_fen}) == "points.redeem_first");
    CHECK(counter.view().cart.due == 12900_fen);
}

TEST_CASE("a purse that holds less pays what it has, and the rest stays due")
{
    PointsCounter counter{Office::none};
    counter.must(top_up(5000_fen));
    counter.serve();

    counter.must(Pay{TenderKind::stored_value, 12900_fen});

    CHECK(counter.view().cart.due == 7900_fen);
    CHECK(counter.view().banner.code == "value.part");
    CHECK(counter.refusal(Pay{TenderKind::stored_value, 7900_fen}) == "value.empty");
    const SaleCompleted sale{counter.pay()};
    CHECK(sale.value_spent[0].amount == 5000_fen);
    CHECK(sale.tenders.size() == 2);
}

TEST_CASE("a gift card is good for whoever holds it, and its number is written nowhere")
{
    PointsCounter counter{Office::none};
    counter.must(gift(20000_fen));
    counter.must(AddProduct{{"PS01"}});

    CHECK(counter.refusal(by_gift(12900_fen, "GIFT-2026-0008")) == "value.empty");
    counter.must(by_gift(12900_fen, "gift 2026 0007"));

    const SaleCompleted sale{counter.all<SaleCompleted>().back()};
    CHECK(is_gift_account(sale.value_spent[0].account));
    CHECK(sale.member.empty());
    for (const JournalLine& line : counter.books.store().books().journal().after(test::own_till, 0, 1'000)) {
        CHECK(line.text.find("GIFT20260007") == std::string::npos);
        CHECK(line.text.find("20260007") == std::string::npos);
    }
    counter.must(LookAtGiftCard{card});
    CHECK(counter.view().payment.gift_card->shown == "…0007");
    CHECK(counter.view().payment.gift_card->balance == 7100_fen);
    CHECK(counter.view().payment.done->text.find("…0007") != std::string::npos);
}

TEST_CASE("what the hand lacks is asked of the head office, as much of it as there is")
{
    PointsCounter counter;
    counter.line.has = 10'000;
    counter.line.arm();
    counter.serve();

    counter.must(Pay{TenderKind::stored_value, 12900_fen});

    REQUIRE(counter.line.asked.size() == 1);
    CHECK(counter.line.asked[0].account == "value/M1");
    CHECK_FALSE(counter.line.asked[0].exact);
    CHECK(counter.view().cart.due == 2900_fen);
    CHECK(counter.pay().value_spent[0].lots == std::vector<LotPart>{{"lot", "0/101", 10'000, ""}});
    CHECK(counter.all<LeaseReturned>().empty()); // It is used up.
}

TEST_CASE("an answer that comes later pays then, and one that never comes leaves the ticket as it was")
{
    PointsCounter counter;
    counter.line.has = 20'000;
    counter.line.at_once = false;
    counter.line.arm();
    counter.serve();

    counter.must(Pay{TenderKind::stored_value, 12900_fen});
    CHECK(counter.view().payment.asking_value);
    CHECK(counter.view().cart.due == 12900_fen);
    CHECK(counter.refusal(Pay{TenderKind::stored_value, 12900_fen}) == "value.asking");

    SECTION("granted")
    {
        counter.line.grant("value/M1", 12'900, counter.line.asked.back().ask);
        CHECK_FALSE(counter.view().payment.asking_value);
        CHECK(counter.all<SaleCompleted>().back().value_spent[0].amount == 12900_fen);
    }
    SECTION("refused")
    {
        CHECK(counter.refusal(HearLease{counter.line.asked.back().ask, "points.office_away", ""}) ==
              "value.only_offline");
        CHECK(counter.view().cart.due == 12900_fen);
        CHECK_FALSE(counter.view().payment.asking_value);
    }
    SECTION("another customer")
    {
        counter.must(ClearTicket{});
        counter.line.grant("value/M1", 12'900, counter.line.asked.back().ask);
        CHECK(counter.all<SaleCompleted>().empty());
        CHECK(counter.view().cart.lines.empty());
    }
}

TEST_CASE("a disk that refuses while a purse is asked for is told, and the same tap works once it has room")
{
    PointsCounter counter;
    counter.line.has = 20'000;
    counter.line.arm();
    counter.serve();
    counter.line.disk_fails = true;
    CHECK_THROWS_AS(counter.till->handle(Pay{TenderKind::stored_value, 12900_fen}), database::DatabaseError);
    CHECK_FALSE(counter.view().payment.asking_value);

    counter.line.disk_fails = false;
    counter.must(Pay{TenderKind::stored_value, 12900_fen});

    CHECK(counter.all<SaleCompleted>().back().value_spent[0].amount == 12900_fen);
}

TEST_CASE("with the line down only what was paid in here is spent, and the head office has it back at first contact")
{
    PointsCounter counter;
    cut_the_line(counter);
    counter.serve();
    CHECK(counter.refusal(Pay{TenderKind::stored_value, 12900_fen}) == "value.only_offline");
    counter.must(ClearTicket{});
    counter.must(top_up(20000_fen));
    CHECK(counter.all<ValueLoaded>().back().lots[0].kept);
    counter.serve();

    counter.must(Pay{TenderKind::stored_value, 12900_fen});

    CHECK(counter.all<SaleCompleted>().back().value_spent[0].lots[0].lease == "S01-71-V00001");
    counter.line.reached = true;
    counter.sync.seen.reached = true;
    counter.till->refresh();
    const auto back = counter.all<LeaseReturned>();
    const auto money = std::find_if(back.begin(), back.end(), [](const LeaseReturned& one) {
        return one.lease == "S01-71-V00001"; // The points of the sale come home beside it.
    });
    REQUIRE(money != back.end());
    CHECK(money->lots[0].amount == 7'100);
}

TEST_CASE("money that is taken off the ticket again goes home")
{
    PointsCounter counter;
    counter.line.has = 10'000;
    counter.line.arm();
    counter.sync.seen.reached = true;
    counter.serve();
    counter.must(Pay{TenderKind::stored_value, 12900_fen});

    counter.must(TakeBackTender{0});

    CHECK(counter.view().cart.due == 12900_fen);
    REQUIRE(counter.all<LeaseReturned>().size() == 1);
    CHECK(counter.all<LeaseReturned>()[0].lots[0].amount == 10'000);
}

TEST_CASE("goods paid out of a purse bring back no more into it than came out, once")
{
    PointsCounter counter{Office::none};
    counter.must(top_up(10000_fen));
    counter.serve();
    counter.must(Pay{TenderKind::stored_value, 10000_fen});
    const SaleCompleted sale{counter.pay()};
    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不合适"});
    CHECK(counter.view().payment.stored_back == 10000_fen);

    CHECK(counter.refusal(Pay{TenderKind::stored_value, 12900_fen}) == "refund.value_too_much");
    counter.must(Pay{TenderKind::stored_value, 10000_fen});
    CHECK(counter.view().payment.stored_back.is_zero());
    counter.must(Pay{TenderKind::cash, 2900_fen});

    const SaleCompleted back{counter.all<SaleCompleted>().back()};
    REQUIRE(back.value_restored.size() == 1);
    CHECK(back.value_restored[0].redemption == sale.receipt.text + "/2");
    CHECK(back.value_restored[0].amount == 10000_fen);
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.view().cart.member->stored == 10000_fen);
}
