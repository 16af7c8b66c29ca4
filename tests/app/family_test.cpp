// A family with one purse at the counter, and a member who was entered twice: what is asked, spent and seen.
#include "sync/events/purse_account.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

#include <algorithm>

using namespace guitai;
using namespace guitai::literals;
using test::member;
using test::Office;
using test::own_till;
using test::PointsCounter;

namespace {

constexpr const char* mother{"13800000001"};
constexpr const char* grandmother{"13800000002"};
constexpr const char* child{"13800000003"};

void enrol_relatives(PointsCounter& counter)
{
    counter.books.told(MemberSet{member("M2", grandmother, "外婆"), 0, 0});
    counter.books.told(MemberSet{member("M3", child, "小宝"), 0, 0});
    counter.till->refresh();
}

void tell_family(PointsCounter& counter, const std::string& id, const std::string& phone, Generation generation,
                 const std::string& account = "M1")
{
    MemberProfile profile{member(id, phone, id)};
    profile.account = account;
    profile.generation = generation;
    counter.books.told(MemberSet{profile, 0, 0});
    counter.till->refresh();
}

void tell_merged(PointsCounter& counter, const std::string& kept, const std::string& merged)
{
    MemberProfile profile{*counter.books.store().members().find(merged)};
    profile.merged_into = {kept};
    counter.books.told(MembersMerged{{kept}, {merged}, {"总部"}});
    counter.books.told(MemberSet{profile, 0, 0});
    counter.till->refresh();
}

// As the news brings it: kept, and told to the till, whose screen is read again later.
void hear_merged(PointsCounter& counter, const std::string& kept, const std::string& merged)
{
    MemberProfile profile{*counter.books.store().members().find(merged)};
    profile.merged_into = {kept};
    counter.line.tell(MembersMerged{{kept}, {merged}, {"总部"}});
    counter.line.tell(MemberSet{profile, 0, 0});
}

// Of the purse that she shares with her mother, on a ticket that is not paid yet.
void child_spends(PointsCounter& counter, std::int64_t points)
{
    tell_family(counter, "M1", mother, Generation::parent);
    tell_family(counter, "M3", child, Generation::child);
    counter.line.arm();
    counter.must(AttachMember{child});
    counter.must(AddProduct{{"PS01"}, Quantity::pieces(1)});
    counter.must(RedeemPoints{points});
}

// Out of one lot of that purse.
void is_spent(const SaleCompleted& sale, std::int64_t points, const std::string& account)
{
    REQUIRE(sale.spent.size() == 1);
    CHECK(sale.spent.front().amount == points);
    CHECK(sale.spent.front().account == account);
    REQUIRE(sale.spent.front().lots.size() == 1);
    CHECK(sale.spent.front().lots.front().amount == points);
}

std::int64_t seen(PointsCounter& counter, const std::string& phone)
{
    counter.must(ShowMember{phone});
    return counter.view().member->points.balance;
}

std::int64_t share(PointsCounter& counter, const std::string& id)
{
    const auto& family = counter.view().member->family;
    const auto found = std::find_if(family.begin(), family.end(),
                                    [&](const RelativeView& relative) { return relative.member.text == id; });
    return found == family.end() ? -1 : found->points;
}

} // namespace

TEST_CASE("joining and leaving a family is asked of the head office, and nothing changes before it has answered")
{
    PointsCounter counter;
    enrol_relatives(counter);
    counter.must(JoinFamily{grandmother, mother, Generation::elder});
    const auto asked = counter.all<FamilyAsked>();
    REQUIRE(asked.size() == 1);
    CHECK(asked.front() == FamilyAsked{{"M2"}, {"M1"}, Generation::elder, {"S01"}, {"王芳"}});
    CHECK(counter.all<FamilyJoined>().empty());
    CHECK(seen(counter, grandmother) == 0);

    CHECK(counter.refusal(JoinFamily{grandmother, mother, Generation::none}) == "family.bad_generation");
    CHECK(counter.refusal(JoinFamily{grandmother, grandmother, Generation::elder}) == "family.herself");
    CHECK(counter.refusal(JoinFamily{grandmother, "13999999999", Generation::elder}) == "member.not_found");
    CHECK(counter.refusal(LeaveFamily{grandmother}) == "family.in_none");

    tell_family(counter, "M1", mother, Generation::parent);
    tell_family(counter, "M2", grandmother, Generation::elder);
    tell_family(counter, "M3", child, Generation::none, "M3/own"); // She left one: that is no family.
    CHECK(counter.refusal(JoinFamily{grandmother, mother, Generation::elder}) == "family.already");
    CHECK(counter.refusal(JoinFamily{grandmother, child, Generation::elder}) == "family.leave_first");
    counter.must(JoinFamily{child, grandmother, Generation::child});
    counter.must(LeaveFamily{grandmother});
    CHECK(counter.all<FamilyAsked>().back().with.empty());
}

TEST_CASE("anybody of a family pays with the points of all, out of one lease")
{
    PointsCounter counter;
    enrol_relatives(counter);
    tell_family(counter, "M1", mother, Generation::parent);
    tell_family(counter, "M3", child, Generation::child);
    CHECK(seen(counter, child) == 5'000);
    CHECK(share(counter, "M1") == 5'000);
    CHECK(share(counter, "M3") == 0);

    counter.must(AttachMember{child});
    counter.must(AddProduct{{"PS01"}, Quantity::pieces(1)});
    counter.line.arm();
    counter.must(RedeemPoints{2'000});
    CHECK(counter.line.asked.back().account == "M1");
    const SaleCompleted sale{counter.pay()};
    REQUIRE(sale.spent.size() == 1);
    CHECK(sale.spent.front().account == "M1"); // The purse …
    CHECK(sale.spent.front().member.text == "M3"); // … and who stood there.
    REQUIRE(sale.earned.size() == 1);
    CHECK(sale.earned.front().account == "M1");
    CHECK(sale.earned.front().member.text == "M3");
    CHECK(sale.member.text == "M3");
    CHECK(seen(counter, mother) == 3'000 + sale.points_earned);
}

TEST_CASE("a shop of its own makes a family at once: each sees the purse, and who leaves takes what is left of her own")
{
    PointsCounter counter{Office::none};
    enrol_relatives(counter);
    counter.books.told(PointsPosted{{"M2"}, 2'000, "2027-01-31", PointsReason::imported, "", 0, 0});
    counter.books.told(PointsPosted{{"M3"}, 300, "2027-06-30", PointsReason::imported, "", 0, 0});
    counter.till->refresh();
    counter.must(JoinFamily{grandmother, mother, Generation::elder});
    counter.must(JoinFamily{child, mother, Generation::child});
    for (const char* phone : {mother, grandmother, child}) CHECK(seen(counter, phone) == 7'300);
    CHECK(counter.view().member->profile.generation == Generation::child);

    counter.must(AttachMember{child});
    counter.must(AddProduct{{"PS01"}, Quantity::pieces(1)});
    counter.must(RedeemPoints{2'100});
    const std::int64_t earned{counter.pay().points_earned};
    CHECK(seen(counter, mother) == 5'200 + earned);
    CHECK(share(counter, "M2") == 0);
    CHECK(share(counter, "M3") == 200 + earned);
    CHECK(share(counter, "M1") == 5'000);

    counter.must(LeaveFamily{mother}); // She began it.
    CHECK(seen(counter, mother) == 5'000);
    CHECK(counter.view().member->family.empty());
    CHECK(seen(counter, grandmother) == 200 + earned);
    counter.must(LeaveFamily{child});
    CHECK(seen(counter, child) == 200 + earned);
    CHECK(seen(counter, grandmother) == 0);
    CHECK(counter.view().member->profile.account.empty());
    CHECK(counter.refusal(LeaveFamily{grandmother}) == "family.in_none");
}

TEST_CASE("who is looked for under a number that is not kept any more is shown as the one that is, with a word of it")
{
    PointsCounter counter;
    enrol_relatives(counter);
    counter.must(ShowMember{"M2"});
    CHECK(counter.view().member->merged_from.empty());
    tell_merged(counter, "M1", "M2");
    CHECK(counter.view().member->profile.member.text == "M1"); // Looked at just now.
    CHECK(counter.view().member->merged_from.text == "M2");
    counter.must(ShowMember{mother});
    CHECK(counter.view().member->merged_from.empty());
    counter.must(AttachMember{"M2"});
    CHECK(counter.view().cart.member->profile.member.text == "M1");
    CHECK(counter.view().cart.member->merged_from.text == "M2");
}

TEST_CASE("a till that holds a lease of the merged number spends it for the one that is kept")
{
    PointsCounter counter;
    enrol_relatives(counter);
    counter.line.arm();
    counter.line.has = 9'000;
    counter.line.grant("M2", 4'000, 0); // Left here ahead.
    tell_merged(counter, "M1", "M2");
    counter.line.reached = false;
    counter.serve();
    counter.must(RedeemPoints{4'000});
    is_spent(counter.pay(), 4'000, "M1");
    CHECK(counter.line.asked.empty());
}

TEST_CASE("points whose owner was merged a moment ago are refused once, and paid with as the screen then shows them")
{
    PointsCounter counter;
    enrol_relatives(counter);
    counter.line.arm();
    counter.line.has = 9'000;
    counter.must(AttachMember{grandmother});
    counter.must(AddProduct{{"PS01"}, Quantity::pieces(1)});
    counter.must(RedeemPoints{4'000});
    hear_merged(counter, "M1", "M2"); // Of what the screen shows nothing was read again yet.
    CHECK(counter.refusal(Pay{TenderKind::cash, counter.view().cart.due}) == "points.left_hand");
    CHECK(counter.view().cart.redeem.points == 4'000);
    is_spent(counter.pay(), 4'000, "M1");
}

TEST_CASE("a ticket that is paid in part keeps the points of the family that she leaves meanwhile")
{
    PointsCounter counter;
    enrol_relatives(counter);
    counter.sync.seen.reached = true;
    child_spends(counter, 2'000);
    counter.must(Pay{TenderKind::cash, Money::from_minor(1'000)});
    tell_family(counter, "M3", child, Generation::none, "M3/own");
    is_spent(counter.pay(), 2'000, "M1");
}

TEST_CASE("news that changes what an open ticket comes to is said")
{
    PointsCounter counter;
    enrol_relatives(counter);
    child_spends(counter, 2'000);
    REQUIRE(counter.view().cart.due == 10900_fen);
    counter.till->refresh();
    CHECK(counter.view().banner.code.empty());
    MemberProfile alone{member("M3", child, "M3")};
    alone.account = "M3/own";
    counter.line.tell(MemberSet{alone, 0, 0});

    counter.till->refresh();

    CHECK(counter.view().cart.due == 12900_fen);
    CHECK(counter.view().banner.code == "pay.total_changed");
    CHECK(counter.view().banner.detail == "¥129.00");
}

TEST_CASE("money that is on a ticket while its owner is merged into another number is paid all the same")
{
    PointsCounter counter;
    enrol_relatives(counter);
    counter.line.arm();
    counter.line.has = 50'000;
    counter.must(AttachMember{grandmother});
    counter.must(AddProduct{{"PS01"}, Quantity::pieces(1)});
    counter.must(Pay{TenderKind::stored_value, Money::from_minor(5'000)});
    const bool seen_at_once{GENERATE(true, false)};
    if (seen_at_once) tell_merged(counter, "M1", "M2");
    else hear_merged(counter, "M1", "M2");
    if (!seen_at_once) CHECK(counter.refusal(Pay{TenderKind::cash, counter.view().cart.due}) == "value.left_hand");
    const SaleCompleted sale{counter.pay()};
    CHECK(sale.member.text == "M1");
    REQUIRE(sale.value_spent.size() == 1);
    CHECK(sale.value_spent.front().account == value_account({"M1"}));
    REQUIRE(sale.value_spent.front().lots.size() == 1);
    CHECK(sale.value_spent.front().lots.front().amount == 5'000);
}
