// Membership fees and services that points pay, as the head office takes them in.
#include "sync/office/answers.hpp"
#include "sync/office/commands/services.hpp"
#include "sync/office/commands/set_rules.hpp"
#include "sync/office/projections/club.hpp"
#include "sync/office/projections/takings.hpp"
#include "tests/office/lease_desk.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

constexpr const char* slip{"S01-1-F00001"};

MembershipPaid fee(bool kept = true)
{
    MembershipPaid paid;
    paid.fee = 1;
    paid.member = {nora};
    paid.store = {"S01"};
    paid.shift = 1;
    paid.staff = {"王芳"};
    paid.business_date = "2026-11-25";
    paid.taken.amount = 36500_fen;
    paid.taken.given = 36500_fen;
    paid.lot.account = nora;
    paid.lot.member = {nora};
    paid.lot.amount = 365;
    paid.lot.earned_on = "2026-11-25";
    paid.lot.expires_on = "2027-11-25";
    paid.lot.kept = kept;
    paid.lot.sale = 36500_fen;
    return paid;
}

MembershipRefunded back(std::int64_t points, const std::string& lease, std::int64_t number = 1)
{
    MembershipRefunded refunded;
    refunded.refund = number;
    refunded.fee = slip;
    refunded.member = {nora};
    refunded.account = nora;
    refunded.store = {"S01"};
    refunded.shift = 1;
    refunded.staff = {"王芳"};
    refunded.business_date = "2026-11-25";
    refunded.given.amount = Money::from_minor(-100 * points);
    refunded.given.given = refunded.given.amount;
    refunded.lots = {{std::string{slip} + "/1", lease, points, "2027-11-25"}};
    return refunded;
}

DayFigures day(LeaseDesk& desk) { return day_figures(*desk.fresh.connection, {"S01"}, "2026-11-25"); }

std::int64_t apart(LeaseDesk& desk)
{
    return count_set_apart(*desk.fresh.connection);
}

std::string refused(std::string_view json)
{
    const auto read = read_services(json);
    return read ? std::string{} : read.error().code + " " + read.error().detail;
}

} // namespace

TEST_CASE("a fee is takings of the day and no turnover, one lot of points, and told to all tills")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.start(1, "n1");
        desk.fresh.do_at(1, {fee()});

        CHECK(desk.of(nora).points == 365);
        CHECK(desk.of(nora).leased == 365); // In the hand that took the fee.
        CHECK(desk.of(nora).next_expiry == "2027-11-25");
        CHECK(day(desk).fees_minor == 36'500);
        CHECK(day(desk).turnover_minor == 0);
        CHECK(day(desk).tenders == std::vector<std::pair<std::string, std::int64_t>>{{"cash", 36'500}});
        const auto told = desk.last<MembershipTold>();
        CHECK(told.fee == slip);
        CHECK(told.paid_until == "2027-11-25");
        CHECK_FALSE(told.refunded);
        CHECK(desk.last<PointsPosted>().reason == PointsReason::fee);
        CHECK(paying_until(*desk.fresh.connection, {nora}, "2027-11-25") == "2027-11-25");
        CHECK(paying_until(*desk.fresh.connection, {nora}, "2027-11-26").empty());
    });
}

TEST_CASE("what of a fee goes back takes exactly those points out of that lot, and its money out of the day")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 500);
        desk.start(1, "n1");
        desk.fresh.do_at(1, {fee()});
        const std::int64_t before{apart(desk)};

        desk.fresh.do_at(1, {back(265, slip)});

        CHECK(desk.of(nora).points == 600);
        CHECK(day(desk).fees_minor == 10'000);
        CHECK(day(desk).tenders == std::vector<std::pair<std::string, std::int64_t>>{{"cash", 10'000}});
        CHECK(desk.last<MembershipTold>().refunded);
        CHECK(desk.last<PointsPosted>().points == -265);
        const auto row = find_fee(*desk.fresh.connection, slip);
        REQUIRE(row);
        CHECK(row->given_back_minor == 26'500);
        CHECK(row->refund == "S01-1-B00001");
        CHECK(desk.loss() == 0);
        CHECK(apart(desk) == before);
    });
}

TEST_CASE("a fee that goes back twice is a loss with a name, and no point is taken twice")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.start(1, "n1");
        desk.start(2, "n2");
        desk.fresh.do_at(1, {fee(), back(365, slip)});
        const std::int64_t before{apart(desk)};

        desk.fresh.do_at(2, {back(365, slip)});

        CHECK(apart(desk) == before + 2); // It went back before, and its points are in no lease of that till.
        CHECK(desk.of(nora).points == 0);
        CHECK(desk.loss() == 365);
    });
}

TEST_CASE("what went back is known of a fee whose payment is heard of later")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.fresh.do_at(2, {back(300, "0/1")}); // After the office was put back to an older copy.
        CHECK(fees_of(*desk.fresh.connection, {nora}).empty());
        CHECK(desk.fresh.news_of<MembershipTold>().empty());

        desk.start(1, "n1");
        desk.fresh.do_at(1, {fee()});

        const auto row = find_fee(*desk.fresh.connection, slip);
        REQUIRE(row);
        CHECK(row->amount_minor == 36'500);
        CHECK(row->given_back_minor == 30'000);
        CHECK(desk.last<MembershipTold>().refunded);
    });
}

TEST_CASE("a fee of nothing, and points that do not add up, stay out of every sum")
{
    on_each_desk([](LeaseDesk& desk) {
        MembershipPaid free{fee()};
        free.taken.amount = {};
        MembershipPaid money{fee()};
        money.lot.account = "value/" + nora;
        MembershipRefunded nothing{back(10, slip)};
        nothing.lots = {};

        desk.fresh.do_at(1, {free, money, nothing});

        CHECK(desk.of(nora).points == 0);
        CHECK(day(desk).fees_minor == 0);
        CHECK(apart(desk) == 3);
    });
}

TEST_CASE("a service spends out of its lots with its ticket, and gives back into them, once")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.give(nora, 300);
        const auto lease = desk.ask(1, desk.start(1, "n1"), 1, 200);
        REQUIRE(lease);
        SaleCompleted sale{coat_sold(++desk.receipts, {nora})};
        sale.points_earned = 0;
        ServiceTaken taken{"class", "烹饪课", "Cooking class", {}};
        taken.spent = {first_service_n, nora, {nora}, 200, {},
                       {{lease->lots.front().lot, lease->lease, 200, "2027-12-31"}}};
        sale.services = {taken};
        desk.fresh.do_at(1, {sale});
        const std::int64_t after{desk.of(nora).points};
        const std::int64_t before{apart(desk)};
        ServiceReturned returned;
        returned.receipt = sale.receipt;
        returned.n = first_service_n;
        returned.service = "class";
        returned.store = {"S01"};
        returned.business_date = "2026-11-25";
        returned.restored = {part_id(sale.receipt, first_service_n), nora, {nora}, 200,
                             {{lease->lots.front().lot, "", 200, "2027-12-31"}}, ""};

        desk.fresh.do_at(1, {returned});

        CHECK(after == 100);
        CHECK(desk.of(nora).points == 300);
        CHECK(desk.last<ServiceReturnTold>().n == first_service_n);
        CHECK(apart(desk) == before);
        desk.fresh.do_at(2, {returned}); // Another till had not heard of it.
        CHECK(desk.of(nora).points == 300);
        CHECK(apart(desk) == before + 1);
    });
}

TEST_CASE("services are refused whole where one of them can not be, and the place is named")
{
    const std::string good{R"([{"service": "class", "name": {"zh_CN": "烹饪课"}, "points": 200,
                                "needs": [{"tag": "食材"}], "per_ticket": 2}])"};
    REQUIRE(refused(good).empty());
    CHECK(read_services(good)->services.at(0).name_en == "烹饪课"); // As in Chinese, where nothing is said.
    CHECK(refused("[]").empty());
    CHECK(refused("{}") == "rules.bad_value the file");
    CHECK(refused("[") == "rules.unreadable no JSON at byte 2");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string json{good};
        return refused(json.replace(json.find(from), from.size(), to));
    };
    CHECK(with("200", "0") == "rules.bad_value [0].points");
    CHECK(with("200", "2.5") == "rules.bad_value [0].points");
    CHECK(with("\"per_ticket\": 2", "\"per_ticket\": 21") == "rules.bad_value [0].per_ticket");
    CHECK(with("\"per_ticket\"", "\"per_day\"") == "rules.unknown_field [0].per_day");
    CHECK(with("{\"tag\": \"食材\"}", "") == "rules.bad_value [0].needs");
    CHECK(with("\"tag\": \"食材\"", "\"tag\": \"\"") == "rules.bad_value [0].needs[0].tag");
    CHECK(with("\"tag\": \"食材\"", "\"tag\": \"a\", \"sku\": \"b\"") == "rules.bad_value [0].needs[0]");
    CHECK(with("\"zh_CN\": \"烹饪课\"", "\"en\": \"Class\"") == "rules.bad_value [0].name.zh_CN");
    CHECK(refused(good.substr(0, good.size() - 1) + "," + good.substr(1)) == "rules.bad_value [1].service");
}

TEST_CASE("a fee of a shop says what it brings, and a wrong value is named by its place")
{
    const auto read = read_rules(R"({"membership": {"fee_minor": 36500, "points": 365, "months": 6}})");
    REQUIRE(read);
    CHECK(read->membership == MembershipRules{36500_fen, 365, 6});
    CHECK(read_rules("{}")->membership == MembershipRules{});
    const auto place = [](const std::string& json) {
        const auto wrong = read_rules(R"({"membership": )" + json + "}");
        return wrong ? std::string{} : wrong.error().detail;
    };
    CHECK(place(R"({"fee_minor": 36500})") == "membership.points");
    CHECK(place(R"({"points": 365})") == "membership.fee_minor");
    CHECK(place(R"({"fee_minor": 36500, "points": 365, "months": 0})") == "membership.months");
    CHECK(place(R"({"fee_minor": 36500, "points": 365, "years": 1})") == "membership.years");
}
