// Three generations with one purse: what each earned lies together, and goes along with whoever leaves.
#include "sync/office/together.hpp"

#include "sync/office/answers.hpp"
#include "sync/office/commands/benefits.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/points/family.hpp"
#include "sync/purses/owners.hpp"
#include "tests/office/lease_desk.hpp"
#include "tests/office/sending.hpp"

#include <fmt/format.h>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId mother{"M1"}, grandmother{"M2"}, child{"M3"};

void enrol_three(LeaseDesk& desk)
{
    desk.fresh.do_at(1, {enrolled(mother, "13800000001"), enrolled(grandmother, "13800000002"),
                         enrolled(child, "13800000003")});
}

// How many of these concern people.
std::int64_t ask(LeaseDesk& desk, const MemberId& member, const MemberId& with,
                 Generation generation = Generation::child)
{
    return desk.fresh.do_at(1, {FamilyAsked{member, with, generation, {"S01"}, {"王芳"}}}).quarantined;
}
std::int64_t leave(LeaseDesk& desk, const MemberId& member) { return ask(desk, member, {}, Generation::none); }

// Of what till 1 did last.
std::string concern(LeaseDesk& desk)
{
    const std::int64_t last{desk.fresh.office->books().journal().head(1).number};
    for (const SetApart& one : latest_set_apart(*desk.fresh.connection, {}, 100)) {
        if (one.origin == 1 && one.number == last) return one.why.code;
    }
    return {};
}

MemberProfile profile(LeaseDesk& desk, const MemberId& member) { return *profile_of(*desk.fresh.connection, member); }

std::int64_t in_purse_of(LeaseDesk& desk, const MemberId& member)
{
    return desk.of(purses::points_account(*desk.fresh.connection, member)).points;
}

std::int64_t told(LeaseDesk& desk, const MemberId& member)
{
    std::int64_t points{0};
    for (const PointsPosted& posted : desk.fresh.news_of<PointsPosted>()) {
        if (posted.member == member) points += posted.points;
    }
    return points;
}

void spend(LeaseDesk& desk, const MemberId& member, std::int64_t points, std::int64_t& asks)
{
    static std::int64_t nonce{0};
    const auto epoch = desk.start(1, fmt::format("n{}", ++nonce));
    const auto lease = desk.ask(1, epoch, ++asks, points, member.text);
    REQUIRE(lease);
    std::vector<LotPart> parts;
    for (const LeaseLot& lot : lease->lots) parts.push_back({lot.lot, lease->lease, lot.amount, lot.expires_on});
    desk.fresh.do_at(1, {desk.spending(member.text, parts)});
}

} // namespace

TEST_CASE("three generations share a purse: each sees all of it, and who leaves takes what is left of her own")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.give("M1", 10, "2027-01-31");
        desk.give("M2", 20, "2027-02-28");
        CHECK(ask(desk, grandmother, mother, Generation::elder) == 0);
        CHECK(ask(desk, child, grandmother) == 0); // With anybody of the family.
        desk.give("M3", 30, "2027-03-31");
        for (const MemberId& member : {mother, grandmother, child}) {
            CHECK(in_purse_of(desk, member) == 60);
            CHECK(profile(desk, member).purse() == "M1");
        }
        CHECK(profile(desk, mother).generation == Generation::parent); // She began it.
        CHECK(profile(desk, grandmother).generation == Generation::elder);
        CHECK(profile(desk, child).generation == Generation::child);

        std::int64_t asks{0};
        spend(desk, mother, 25, asks); // By expiry over all: 10 of her own, 15 of the grandmother's.
        CHECK(in_purse_of(desk, child) == 35);
        CHECK(told(desk, mother) == 0);
        CHECK(told(desk, grandmother) == 5);
        CHECK(told(desk, child) == 30);
        const auto json = member_json(*desk.fresh.connection, "M1", desk.fresh.clock.now_ms());
        CHECK(json->find(R"("generation":"elder","points":5)") != std::string::npos);

        CHECK(leave(desk, grandmother) == 0);
        CHECK(in_purse_of(desk, grandmother) == 5);
        CHECK(in_purse_of(desk, mother) == 30);
        CHECK(profile(desk, grandmother).account.empty());
        CHECK(profile(desk, grandmother).generation == Generation::none);
    });
}

TEST_CASE("a family of which one is left is one no more")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.give("M1", 10);
        desk.give("M2", 20);
        ask(desk, grandmother, mother, Generation::elder);
        CHECK(leave(desk, grandmother) == 0);
        CHECK(profile(desk, mother).account.empty());
        CHECK(profile(desk, mother).generation == Generation::none);
        CHECK(in_purse_of(desk, mother) == 10);
        CHECK(in_purse_of(desk, grandmother) == 20);
        CHECK(leave(desk, mother) == 1);
        CHECK(concern(desk) == "family.in_none");
    });
}

TEST_CASE("when the one who began it leaves, the purse keeps its name and she has another of her own")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.give("M1", 10);
        desk.give("M2", 20);
        desk.give("M3", 30);
        ask(desk, grandmother, mother, Generation::elder);
        ask(desk, child, mother);
        CHECK(leave(desk, mother) == 0);
        CHECK(profile(desk, mother).purse() == "M1/own");
        CHECK(in_purse_of(desk, mother) == 10);
        CHECK(desk.of("M1").points == 50); // The family's.
        desk.give("M1", 5); // It is hers, not theirs.
        CHECK(in_purse_of(desk, mother) == 15);
        CHECK(in_purse_of(desk, child) == 50);
        // A lease that is asked for in her old name by a till that has not heard is the family's.
        const auto epoch = desk.start(1, "n1");
        CHECK(desk.ask(1, epoch, 1, 15, "M1/own").has_value());

        // With the child gone, too, nobody is left but one, and she has a purse of her own name.
        CHECK(leave(desk, child) == 0);
        CHECK(profile(desk, child).account.empty());
        CHECK(profile(desk, grandmother).account.empty());
        CHECK(in_purse_of(desk, child) == 30);
        CHECK(in_purse_of(desk, grandmother) == 20);
        CHECK(desk.of("M1").points == 0);

        // She may begin another, in what she has.
        CHECK(ask(desk, child, mother) == 0);
        CHECK(profile(desk, child).purse() == "M1/own");
        CHECK(desk.of("M1/own").points == 45);
        CHECK(leave(desk, child) == 0);
        CHECK(profile(desk, mother).account.empty()); // Her name is free again.
        CHECK(in_purse_of(desk, mother) == 15);
        CHECK(in_purse_of(desk, child) == 30);
    });
}

TEST_CASE("what is leased when she leaves follows her when it comes home")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.give("M2", 20);
        ask(desk, grandmother, mother, Generation::elder);
        ask(desk, child, mother);
        const auto epoch = desk.start(1, "n1");
        const auto lease = desk.ask(1, epoch, 1, 20, "M1");
        REQUIRE(lease);
        leave(desk, grandmother);
        CHECK(desk.of("M2").leased == 20);
        desk.fresh.do_at(1, {desk.spending("M1", {{lease->lots.front().lot, lease->lease, 8, "2027-12-31"}})});
        desk.give_back(1, *lease, 12);
        CHECK(desk.of("M2").available == 12);
        CHECK(told(desk, grandmother) == 12);
        CHECK(told(desk, mother) == 0);
        CHECK(desk.loss() == 0);
    });
}

TEST_CASE("a debt of her own goes with her, and one that another's points paid stays paid")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.fresh.do_at(1, {coat_sold(1, grandmother)}); // 399 points.
        ask(desk, grandmother, mother, Generation::elder);
        ask(desk, child, mother);
        desk.receipts = 10;
        std::int64_t asks{0};
        spend(desk, child, 399, asks);
        desk.give("M1", 100);
        SaleCompleted back{coat_back(2, make_receipt_number({"S01"}, 1, 1))};
        back.points_back = {{grandmother, make_receipt_number({"S01"}, 1, 1), 399, "2027-12-31"}};
        desk.fresh.do_at(1, {back});
        CHECK(desk.of("M1").debt == 299); // What the others had paid a part of it.
        leave(desk, grandmother);
        CHECK(desk.of("M2").debt == 299);
        CHECK(desk.of("M1").debt == 0);
        CHECK(desk.of("M1").points == 0);
        CHECK(told(desk, grandmother) == -299);
        CHECK(told(desk, mother) == 0);
        CHECK(told(desk, child) == 0);
    });
}

TEST_CASE("what can not be is shown to people, and changes nothing")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.fresh.do_at(1, {enrolled({"M4"}, "13800000004"), enrolled({"M5"}, "13800000005"),
                             enrolled({"M6"}, "13800000002")});
        const auto refused = [&](const MemberId& member, const MemberId& with, const std::string& why) {
            const auto before = desk.fresh.news_of<FamilyJoined>().size();
            CHECK(ask(desk, member, with) == 1);
            CHECK(concern(desk) == why);
            CHECK(desk.fresh.news_of<FamilyJoined>().size() == before);
        };
        ask(desk, grandmother, mother, Generation::elder);
        ask(desk, {"M5"}, {"M4"});
        refused(grandmother, mother, "family.already");
        refused(grandmother, {"M4"}, "family.leave_first");
        refused({"M9"}, mother, "family.unknown");
        refused(child, {"M9"}, "family.unknown");
        refused(child, child, "family.herself");
        {
            database::Transaction open{*desk.fresh.connection};
            REQUIRE(merge_members(*desk.fresh.office, open, {grandmother, {"M6"}, {"总部"}}));
            open.commit();
        }
        refused({"M6"}, {"M4"}, "family.merged");
        refused(child, {"M6"}, "family.merged");
        CHECK(ask(desk, child, mother, Generation::none) == 1);
        CHECK(concern(desk) == "family.bad_generation");

        for (std::size_t n{relatives_in(*desk.fresh.connection, "M1").size()}; n < family_max; ++n) {
            const MemberId one{fmt::format("M1{}", n)};
            desk.fresh.do_at(1, {enrolled(one, fmt::format("1390000{:04}", n))});
            CHECK(ask(desk, one, mother) == 0);
        }
        refused(child, mother, "family.full");
    });
}

TEST_CASE("who was entered twice shares the purse with both numbers, and parts with what is hers")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.give("M1", 10);
        desk.give("M2", 20);
        desk.give("M3", 30);
        const auto commit = [&](auto&& act) {
            database::Transaction open{*desk.fresh.connection};
            REQUIRE(act(open));
            open.commit();
        };
        commit([&](const auto& open) { return merge_members(*desk.fresh.office, open, {child, grandmother, {"总部"}}); });
        ask(desk, child, mother);
        CHECK(in_purse_of(desk, mother) == 60);
        CHECK(in_purse_of(desk, grandmother) == 60);
        commit([&](const auto& open) { return part_members(*desk.fresh.office, open, grandmother, {"总部"}); });
        CHECK(in_purse_of(desk, grandmother) == 20);
        CHECK(in_purse_of(desk, mother) == 40);
        commit([&](const auto& open) { return merge_members(*desk.fresh.office, open, {child, grandmother, {"总部"}}); });
        CHECK(in_purse_of(desk, mother) == 60);
        leave(desk, child);
        CHECK(in_purse_of(desk, child) == 50);
        CHECK(in_purse_of(desk, mother) == 10);
    });
}

TEST_CASE("a gift that is taken out of a shared purse is told of whose points it took")
{
    on_each_desk([](LeaseDesk& desk) {
        REQUIRE(set_benefits(*desk.fresh.office, R"({"inviter": {"points": 200}, "invited": {"points": 100}})"));
        MemberEnrolled brought{enrolled(child, "13800000003")};
        brought.profile.referred_by = mother;
        desk.fresh.do_at(1, {enrolled(mother, "13800000001"), enrolled(grandmother, "13800000002"), brought,
                             coat_sold(2, child)});
        desk.give("M2", 399, "2026-12-31"); // Spent before the gift.
        CHECK(ask(desk, mother, grandmother) == 0);
        CHECK(in_purse_of(desk, mother) == 599);

        desk.fresh.do_at(1, {coat_back(3, make_receipt_number({"S01"}, 1, 2))});

        CHECK(in_purse_of(desk, mother) == 399);
        for (const MemberId& member : {mother, grandmother}) {
            CHECK(told(desk, member) == points_earned_by(*desk.fresh.connection, profile(desk, member)));
        }
    });
}

TEST_CASE("points of goods that two tills took back are gone once, on every screen too")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.fresh.do_at(1, {coat_sold(1, mother)});
        const ReceiptNumber receipt{make_receipt_number({"S01"}, 1, 1)};
        for (const TillNumber till : {1, 2}) {
            SaleCompleted back{coat_back(2, receipt, till)};
            back.points_back = {{mother, receipt, 399, "2027-12-31"}};
            desk.fresh.do_at(till, {back});
        }

        CHECK(in_purse_of(desk, mother) == 0);
        CHECK(told(desk, mother) == 0);
    });
}

TEST_CASE("who left a family and turns out to be one of it keeps on every screen what is hers")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        desk.give("M1", 10);
        desk.give("M3", 30);
        ask(desk, child, mother);
        leave(desk, mother); // The purse keeps her name, and she has one of her own beside it.
        {
            database::Transaction open{*desk.fresh.connection};
            REQUIRE(merge_members(*desk.fresh.office, open, {child, mother, {"总部"}}));
            open.commit();
        }
        CHECK(in_purse_of(desk, mother) == 40);
        CHECK(told(desk, mother) == 10);
        CHECK(told(desk, child) == 30);

        std::int64_t asks{0};
        spend(desk, child, 15, asks);

        CHECK(in_purse_of(desk, child) == 25);
        CHECK(told(desk, mother) + told(desk, child) == 25);
        CHECK(purses::people_with(*desk.fresh.connection, "M1/own").empty());
    });
}

TEST_CASE("points that come free pay what another of the family owes, and every screen is told")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_three(desk);
        ask(desk, child, mother);
        ask(desk, grandmother, mother, Generation::elder);
        desk.fresh.do_at(1, {coat_sold(1, child)});
        std::int64_t asks{0};
        desk.receipts = 1;
        spend(desk, mother, 399, asks);
        desk.give("M2", 100);
        const auto epoch = desk.start(1, "once more");
        const auto lease = desk.ask(1, epoch, ++asks, 100, "M1");
        REQUIRE(lease);
        SaleCompleted back{coat_back(5, make_receipt_number({"S01"}, 1, 1))};
        back.points_back = {{child, make_receipt_number({"S01"}, 1, 1), 399, "2027-12-31"}};
        desk.fresh.do_at(1, {back});
        const auto as_told = [&](std::int64_t of_grandmother, std::int64_t of_child) {
            CHECK(points_earned_by(*desk.fresh.connection, profile(desk, grandmother)) == of_grandmother);
            CHECK(points_earned_by(*desk.fresh.connection, profile(desk, child)) == of_child);
            CHECK(told(desk, grandmother) == of_grandmother);
            CHECK(told(desk, child) == of_child);
        };
        as_told(100, -399);

        SECTION("given back by a till")
        {
            desk.give_back(1, *lease, 100);
            as_told(0, -299);
        }
        SECTION("by writing a till off")
        {
            database::Transaction open{*desk.fresh.connection};
            REQUIRE(write_till_off(*desk.fresh.office, open, 1, {"总部"}));
            open.commit();
            as_told(0, -299);
        }
        SECTION("earned with goods that were brought")
        {
            OrderPlaced order{coat_ordered(1, grandmother)};
            order.points = 150;
            desk.fresh.do_at(1, {order});
            for (const OrderStep one : {OrderStep::accept, OrderStep::ship, OrderStep::deliver}) {
                CHECK(step(desk.fresh, one, {}, order.order));
            }
            as_told(100, -249);
        }
    });
}
