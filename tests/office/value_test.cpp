#include "sync/events/purse_account.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/stored_value.hpp"
#include "tests/office/lease_desk.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const std::string her_purse{value_account({nora})};

// ¥500 in cash and a bonus of ¥30 on top.
ValueLoaded loaded(std::int64_t number, bool kept = false)
{
    ValueLoaded load;
    load.load = number;
    load.account = her_purse;
    load.member = {nora};
    load.store = {"S01"};
    load.shift = 1;
    load.staff = {"王芳"};
    load.business_date = "2026-11-25";
    load.taken.amount = 50000_fen;
    load.taken.given = 50000_fen;
    LotEarned principal{.n = 1, .account = her_purse, .member = {nora}, .unit = LotUnit::fen,
                        .lot_kind = LotKind::principal, .amount = 50'000, .earned_on = "2026-11-25",
                        .expires_on = "", .matures_on = "", .kept = kept, .sale = 50000_fen};
    LotEarned bonus{principal};
    bonus.n = 2;
    bonus.lot_kind = LotKind::bonus;
    bonus.amount = 3'000;
    bonus.expires_on = "2027-02-23";
    load.lots = {principal, bonus};
    return load;
}

Money tender_of_day(LeaseDesk& desk, const std::string& tender)
{
    Money sum;
    for (const auto& [name, minor] : day_figures(*desk.fresh.connection, {"S01"}, "2026-11-25").tenders) {
        if (name == tender) sum += Money::from_minor(minor);
    }
    return sum;
}

// A coat paid out of the purse.
SaleCompleted bought(LeaseDesk& desk, std::vector<LotPart> parts)
{
    SaleCompleted sale{coat_sold(++desk.receipts, {nora})};
    sale.points_earned = 0;
    ValueSpent spent;
    spent.account = her_purse;
    for (const LotPart& part : parts) spent.amount += Money::from_minor(part.amount);
    spent.lots = std::move(parts);
    sale.value_spent = {std::move(spent)};
    return sale;
}

} // namespace

TEST_CASE("money paid in is takings of the day, owed to the member, and told to all other tills")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.fresh.do_at(1, {loaded(1)});

        CHECK(desk.of(her_purse).points == 53'000);
        CHECK(desk.of(nora).points == 0); // Points are another purse.
        CHECK(tender_of_day(desk, "cash") == 50000_fen);
        CHECK(tender_of_day(desk, "stored_value") == -50000_fen);
        const auto posted = desk.fresh.news_of<ValuePosted>();
        REQUIRE(posted.size() == 2);
        CHECK(posted[1].amount == 3000_fen);
        CHECK(posted[1].expires_on == "2027-02-23");
        CHECK(posted[1].source_origin == 1);
    });
}

TEST_CASE("stored value is lent and spent by the fen, the bonus first, and comes back into the same lots")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.fresh.do_at(1, {loaded(1)});
        const auto epoch = desk.start(1, "n1");
        const auto lease = desk.ask(1, epoch, 1, 10'000, her_purse);
        REQUIRE(lease);
        CHECK(lease->unit == LotUnit::fen);
        REQUIRE(lease->lots.size() == 2);
        CHECK(lease->lots[0].lot_kind == LotKind::bonus);

        const SaleCompleted sale{bought(desk, {{lease->lots[0].lot, lease->lease, 3'000, "2027-02-23"},
                                               {lease->lots[1].lot, lease->lease, 5'000, ""}})};
        desk.fresh.do_at(1, {sale});
        CHECK(desk.of(her_purse).points == 45'000);
        desk.fresh.do_at(1, {LeaseReturned{lease->lease, her_purse, {}}});
        CHECK(desk.of(her_purse).available == 45'000);

        SaleCompleted back{coat_sold(++desk.receipts, {nora})};
        back.points_earned = 0;
        back.value_restored = {{sale.receipt.text + "/2", her_purse, 6000_fen,
                                {{lease->lots[1].lot, lease->lease, 5'000, ""},
                                 {lease->lots[0].lot, lease->lease, 1'000, "2027-02-23"}}}};
        desk.fresh.do_at(1, {back});
        CHECK(desk.of(her_purse).points == 51'000);
        CHECK(desk.loss() == 0);
        CHECK(purses::loss_of(*desk.fresh.connection, LotUnit::fen) == 0);
    });
}

TEST_CASE("as much as there is will do where nobody asks for an exact sum, and nothing is refused")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.fresh.do_at(1, {loaded(1)});
        const auto epoch = desk.start(1, "n1");
        const auto ask = [&](std::int64_t number, std::int64_t fen) {
            database::Transaction open{*desk.fresh.connection};
            auto line = grant_lease(*desk.fresh.office, open, {1, epoch, "", number, her_purse, fen, false});
            open.commit();
            return line;
        };

        const auto all = ask(1, 60'000);
        REQUIRE(all);
        CHECK(purses::points_in(std::get<LeaseGranted>(decode(*all)->body).lots) == 53'000);
        const auto none = ask(2, 100);
        REQUIRE_FALSE(none);
        CHECK(none.error().code == "lease.not_enough");
    });
}

TEST_CASE("asking for more than a till may hold brings what it may, where that will do")
{
    on_each_desk([](LeaseDesk& desk) {
        ShopRulesSet rules;
        rules.store = {"S01"};
        rules.value.till_cap = 20000_fen;
        desk.fresh.say(rules);
        desk.fresh.do_at(1, {loaded(1)});
        const auto epoch = desk.start(1, "n1");
        database::Transaction open{*desk.fresh.connection};
        const auto line = grant_lease(*desk.fresh.office, open, {1, epoch, "", 1, her_purse, 2'500'000, false});
        const auto full = grant_lease(*desk.fresh.office, open, {1, epoch, "", 2, her_purse, 100, false});
        open.commit();

        REQUIRE(line);
        CHECK(purses::points_in(std::get<LeaseGranted>(decode(*line)->body).lots) == 20'000);
        REQUIRE_FALSE(full);
        CHECK(full.error().code == "till.cap");
    });
}

TEST_CASE("a till's cap on points says nothing of money, and its cap on money nothing of points")
{
    on_each_desk([](LeaseDesk& desk) {
        ShopRulesSet rules;
        rules.store = {"S01"};
        rules.points.till_cap = 100;
        rules.value.till_cap = 20000_fen;
        desk.fresh.say(rules);
        desk.give(nora, 5'000);
        desk.fresh.do_at(1, {loaded(1)});
        const auto epoch = desk.start(1, "n1");

        CHECK(desk.ask(1, epoch, 1, 20'000, her_purse));
        CHECK(desk.ask(1, epoch, 2, 100));
        CHECK(desk.ask(1, epoch, 3, 1, her_purse).error().code == "till.cap");
        CHECK(desk.ask(1, epoch, 4, 1).error().code == "till.cap");
    });
}

TEST_CASE("what a till took offline it may spend offline, and no other till before it is back")
{
    on_each_desk([](LeaseDesk& desk) {
        const auto first = desk.start(1, "n1");
        (void)first;
        const auto other = desk.start(2, "n2");
        desk.fresh.do_at(1, {loaded(1, true)});
        CHECK(desk.of(her_purse).leased == 53'000);
        CHECK(desk.ask(2, other, 1, 100, her_purse).error().code == "lease.asked_back");

        desk.fresh.do_at(1, {bought(desk, {{"S01-1-V00001/2", "S01-1-V00001", 3'000, "2027-02-23"}})});
        desk.fresh.do_at(1, {LeaseReturned{"S01-1-V00001", her_purse, {}}});

        CHECK(desk.of(her_purse).available == 50'000);
        CHECK(desk.ask(2, other, 1, 100, her_purse));
    });
}

TEST_CASE("money that is in no lease of the till is a loss with a name, and the sale counts")
{
    on_each_desk([](LeaseDesk& desk) {
        desk.fresh.do_at(1, {loaded(1)});
        const SaleCompleted sale{bought(desk, {{"S01-1-V00001/1", "0/99", 4'000, ""}})};

        const auto concerns = concerns_about_value(*desk.fresh.connection, Event{.origin = 1, .body = sale}, sale);
        desk.fresh.do_at(1, {sale});

        REQUIRE(concerns.size() == 1);
        CHECK(concerns[0].code == "value.spent_twice");
        CHECK(purses::loss_of(*desk.fresh.connection, LotUnit::fen) == 4'000);
        CHECK(desk.loss() == 0);
    });
}
