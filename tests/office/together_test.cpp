// One person who was entered twice: what both numbers have is seen together, and each has its own again if they part.
#include "sync/office/together.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/commands/imports.hpp"
#include "sync/office/commands/set_rules.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/purses/owners.hpp"
#include "tests/office/lease_desk.hpp"

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

const MemberId kept{"M1"};
const MemberId other{"M2"};
constexpr const char* phone{"13800000001"};

// What was refused; empty: it is done.
std::string merge(LeaseDesk& desk, const MemberId& first = kept, const MemberId& second = other)
{
    database::Transaction open{*desk.fresh.connection};
    const auto merged = merge_members(*desk.fresh.office, open, {first, second, {"总部"}});
    if (merged) open.commit();
    return merged ? "" : merged.error().code;
}

std::string part(LeaseDesk& desk, const MemberId& number = other)
{
    database::Transaction open{*desk.fresh.connection};
    const auto parted = part_members(*desk.fresh.office, open, number, {"总部"});
    if (parted) open.commit();
    return parted ? "" : parted.error().code;
}

void enrol_twice(LeaseDesk& desk)
{
    desk.fresh.do_at(1, {enrolled(kept, phone)});
    MemberEnrolled second{enrolled(other, phone)};
    second.profile.joined_on = "2026-11-23";
    second.profile.card = "600100044";
    second.profile.birthday = "1991-03-08";
    second.profile.name = "张小敏";
    desk.fresh.do_at(2, {second});
}

MemberProfile found(LeaseDesk& desk, std::string_view key)
{
    const auto profile = find_member(*desk.fresh.connection, key);
    REQUIRE(profile);
    return *profile;
}

SaleCompleted bought(std::int64_t count, const MemberId& member, std::int64_t points, const std::string& on)
{
    SaleCompleted sale{coat_sold(count, member)};
    sale.points_earned = points;
    sale.business_date = on;
    return sale;
}

// What the screens of all tills were told that is left of what she earned.
std::int64_t told(LeaseDesk& desk, const MemberId& member)
{
    std::int64_t points{0};
    for (const PointsPosted& posted : desk.fresh.news_of<PointsPosted>()) {
        if (posted.member == member) points += posted.points;
    }
    return points;
}

} // namespace

TEST_CASE("a member who was entered twice is found by either number as the one that is kept")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        REQUIRE(merge(desk).empty());

        for (const char* key : {"M1", "M2", phone, "600100044"}) CHECK(found(desk, key).member == kept);
        CHECK(found(desk, "M1").name == "张敏"); // Nothing of it is overwritten …
        CHECK(found(desk, "M1").birthday == "1991-03-08"); // … and what was missing is filled in.
        CHECK(found(desk, "M1").card == "600100044");
        const auto told = desk.fresh.news_of<MemberSet>();
        CHECK(told.at(told.size() - 2).profile.merged_into == kept);
        CHECK(told.back().profile.member == kept);

        REQUIRE(part(desk).empty());
        CHECK(found(desk, "M2").member == other);
        CHECK(found(desk, "600100044").member == other);
        CHECK(found(desk, "M1").card.empty());
    });
}

TEST_CASE("who can not be merged is refused with a word why")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        desk.fresh.do_at(1, {enrolled({"M3"}, "13800000003"), enrolled({"M4"}, "13800000004")});
        CHECK(merge(desk, kept, {"M9"}) == "merge.unknown");
        CHECK(merge(desk, {"M9"}, kept) == "merge.unknown");
        CHECK(merge(desk, kept, kept) == "merge.same");
        CHECK(part(desk) == "merge.not_merged");
        CHECK(part(desk, {"M9"}) == "merge.unknown");

        REQUIRE(merge(desk).empty());
        CHECK(merge(desk) == "merge.merged_already");
        CHECK(merge(desk, {"M3"}, other) == "merge.merged_already");
        CHECK(merge(desk, other, {"M3"}) == "merge.chain");
        CHECK(merge(desk, {"M3"}, kept) == "merge.chain");

        desk.fresh.say(MemberErased{{"M3"}, {"总部"}});
        CHECK(merge(desk, {"M4"}, {"M3"}) == "merge.erased");
        CHECK(merge(desk, {"M3"}, {"M4"}) == "merge.erased");
        desk.fresh.do_at(1, {FamilyAsked{{"M4"}, kept, Generation::child, {"S01"}, {"王芳"}}});
        CHECK(merge(desk, kept, {"M4"}) == "merge.in_family");
    });
}

// The naive way counts the sum of one number into the other on the day of the merge: days are lost with it, and no
// parting brings them back.
TEST_CASE("a merge keeps the time line of both: every day, every paper, and each its own when they part")
{
    on_each_desk([](LeaseDesk& desk) {
        TiersSet tiers;
        tiers.steps = {{"silver", 1'000}};
        tiers.months = 12;
        desk.fresh.say(tiers);
        enrol_twice(desk);
        desk.fresh.do_at(1, {bought(1, other, 900, "2025-12-01"), bought(2, kept, 300, "2026-06-01")});
        const MemberNote wool{{"N2-1"}, NoteKind::cannot, "羊毛", "2026-01-01"};
        const Consent yes{ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::yes, "1", 5};
        desk.fresh.do_at(1, {coat_ordered(1, other), MemberNoted{other, wool, false, {"S01"}, {"王芳"}}});
        desk.fresh.do_at(2, {ConsentGiven{other, yes, {"S02"}, {"李雪"}}});
        const auto alone = [&](const MemberId& member) { return *member_story(*desk.fresh.connection, member.text); };
        const MemberStory first{alone(kept)};
        const MemberStory second{alone(other)};

        REQUIRE(merge(desk).empty());
        const MemberStory both{alone(kept)};
        CHECK(both.visits == first.visits + second.visits);
        CHECK(both.spend_minor == first.spend_minor + second.spend_minor);
        CHECK(both.last_visit_on == "2026-06-01");
        CHECK(both.profile.first_bought_on == first.profile.first_bought_on); // As it was: nothing is overwritten.
        CHECK_FALSE(first.profile.first_bought_on.empty());
        OrderFilter hers;
        hers.member = kept;
        CHECK(list_orders(*desk.fresh.connection, hers).size() == 1);
        CHECK(notes_of(*desk.fresh.connection, kept).size() == 1);
        CHECK(consents_of(*desk.fresh.connection, kept).size() == 1);
        // Each receipt counts on its own day: the older one carries her until it is a year old, and no longer.
        const auto tier = [&](std::string_view on) {
            return tier_in(standing_of(*desk.fresh.connection, found(desk, "M1"), on), found(desk, "M1"));
        };
        CHECK(tier("2026-11-30") == "silver");
        CHECK(desk.of("M1").points == 1'200);

        REQUIRE(part(desk).empty());
        for (const auto& [member, before] : {std::pair{kept, first}, std::pair{other, second}}) {
            const MemberStory after{alone(member)};
            CHECK(after.visits == before.visits);
            CHECK(after.spend_minor == before.spend_minor);
            CHECK(after.last_visit_on == before.last_visit_on);
            CHECK(after.sizes == before.sizes);
        }
        CHECK(notes_of(*desk.fresh.connection, kept).empty());
        CHECK(notes_of(*desk.fresh.connection, other).size() == 1);
        CHECK(desk.of("M1").points == 300);
        CHECK(desk.of("M2").points == 900);
    });
}

TEST_CASE("a note of the one number is dropped under the other, and a consent taken back")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        const MemberNote wool{{"N2-1"}, NoteKind::cannot, "羊毛", "2026-01-01"};
        const Consent yes{ConsentPurpose::offers, ConsentChannel::sms, ConsentAnswer::confirmed, "1", 5};
        desk.fresh.do_at(1, {MemberNoted{other, wool, false, {"S01"}, {"王芳"}},
                             ConsentGiven{other, yes, {"S01"}, {"王芳"}}});
        REQUIRE(merge(desk).empty());
        const auto audience_size = [&] {
            int people{0};
            for_each_agreed(*desk.fresh.connection, ConsentPurpose::offers, ConsentChannel::sms,
                            [&](const MemberProfile& member) { people += member.member == kept ? 1 : 100; });
            return people;
        };
        CHECK(audience_size() == 1); // Once, as the number that is kept.

        Consent no{yes};
        no.answer = ConsentAnswer::no;
        no.at_ms = 6;
        desk.fresh.do_at(2, {MemberNoted{kept, wool, true, {"S02"}, {"李雪"}}, ConsentGiven{kept, no, {"S02"}, {"李雪"}}});
        CHECK(notes_of(*desk.fresh.connection, kept).empty());
        CHECK(consents_of(*desk.fresh.connection, kept).front().consent.answer == ConsentAnswer::no);
        CHECK(audience_size() == 0);
    });
}

TEST_CASE("points of both numbers are one purse, and each lot goes back to whoever earned it")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        desk.give("M1", 100, "2027-12-31");
        desk.give("M2", 40, "2027-06-30");
        REQUIRE(merge(desk).empty());
        CHECK(desk.of("M1").points == 140);
        CHECK(desk.of("M2").points == 0);

        // A till that has not heard of it, and one that has.
        desk.fresh.do_at(2, {bought(1, other, 7, "2026-11-24")});
        desk.fresh.do_at(1, {bought(2, kept, 5, "2026-11-24")});
        desk.give("M2", 3);
        CHECK(desk.of("M1").points == 155);

        // The soonest to end goes first: 40 of the one, 10 of the other.
        const auto epoch = desk.start(1, "n1");
        const auto lease = desk.ask(1, epoch, 1, 50, "M1");
        REQUIRE(lease);
        std::vector<LotPart> parts;
        for (const LeaseLot& lot : lease->lots) parts.push_back({lot.lot, lease->lease, lot.amount, lot.expires_on});
        desk.receipts = 10;
        desk.fresh.do_at(1, {desk.spending("M1", parts)});
        CHECK(desk.of("M1").points == 105);
        CHECK(told(desk, kept) == 95); // Whose the points were that went is told, too …
        CHECK(told(desk, other) == 10); // … that all screens show the right rest when they part.

        REQUIRE(part(desk).empty());
        CHECK(desk.of("M1").points == 95);
        CHECK(desk.of("M2").points == 10);
        CHECK(desk.loss() == 0);
    });
}

TEST_CASE("a lease of the one number is good under the other, asked for by either name")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        desk.give("M2", 60);
        const auto epoch = desk.start(1, "n1");
        const auto before = desk.ask(1, epoch, 1, 20, "M2");
        REQUIRE(before);
        REQUIRE(merge(desk).empty());
        CHECK(desk.of("M1").leased == 20);

        SaleCompleted sale{desk.spending("M1", {{before->lots.front().lot, before->lease, 15, "2027-12-31"}})};
        desk.fresh.do_at(1, {sale});
        CHECK(desk.of("M1").points == 45);
        desk.give_back(1, *before, 5);
        CHECK(desk.of("M1").available == 45);

        const auto after = desk.ask(1, epoch, 2, 45, "M2"); // It has not heard of it.
        REQUIRE(after);
        CHECK(after->account == "M1");
        REQUIRE(part(desk).empty());
        desk.give_back(1, *after, 45);
        CHECK(desk.of("M2").available == 45);
        CHECK(desk.of("M1").points == 0);
        CHECK(desk.loss() == 0);
    });
}

TEST_CASE("debts of the one number are paid with points of the other, and the purse stays whole")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        desk.fresh.do_at(1, {bought(1, other, 30, "2026-11-22")});
        const auto epoch = desk.start(1, "n1");
        const auto lease = desk.ask(1, epoch, 1, 30, "M2");
        desk.receipts = 20;
        desk.spend(1, *lease, 30);
        SaleCompleted back{coat_back(2, make_receipt_number({"S01"}, 1, 1))};
        back.points_back = {{other, make_receipt_number({"S01"}, 1, 1), 30, "2027-12-31"}};
        desk.fresh.do_at(1, {back});
        CHECK(desk.of("M2").debt == 30);
        desk.give("M1", 100);

        REQUIRE(merge(desk).empty());
        CHECK(desk.of("M1").debt == 0);
        CHECK(desk.of("M1").points == 70);
        CHECK(told(desk, kept) + told(desk, other) == 70);
        REQUIRE(part(desk).empty());
        CHECK(desk.of("M1").points == 70);
        CHECK(told(desk, kept) == 70);
        CHECK(told(desk, other) == 0);
    });
}

TEST_CASE("stored value follows a merge, and goes back to whose it was")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        const auto load = [&](TillNumber till, const MemberId& member, std::int64_t fen, std::int64_t count) {
            ValueLoaded loaded;
            loaded.load = count;
            loaded.account = value_account(member);
            loaded.member = member;
            loaded.store = {"S01"};
            loaded.staff = {"王芳"};
            loaded.business_date = "2026-11-22";
            loaded.taken = {TenderKind::cash, Money::from_minor(fen), Money::from_minor(fen), {}, {}};
            LotEarned lot;
            lot.account = loaded.account;
            lot.member = member;
            lot.unit = LotUnit::fen;
            lot.lot_kind = LotKind::principal;
            lot.amount = fen;
            lot.earned_on = "2026-11-22";
            loaded.lots = {lot};
            desk.fresh.do_at(till, {loaded});
        };
        load(1, kept, 10'000, 1);
        load(2, other, 5'000, 1);
        REQUIRE(merge(desk).empty());
        CHECK(desk.of("value/M1").points == 15'000);
        load(2, other, 2'000, 2); // Unheard of.
        CHECK(desk.of("value/M1").points == 17'000);
        const auto epoch = desk.start(1, "n1");
        const auto lease = desk.ask(1, epoch, 1, 17'000, "value/M2");
        REQUIRE(lease);
        CHECK(lease->account == "value/M1");
        desk.give_back(1, *lease, 17'000);

        REQUIRE(part(desk).empty());
        CHECK(desk.of("value/M1").points == 10'000);
        CHECK(desk.of("value/M2").points == 7'000);
    });
}

TEST_CASE("a correction of the number that is not kept is one of the person")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        REQUIRE(merge(desk).empty());
        desk.fresh.do_at(2, {MemberCorrected{other, ProfilePart::usual_size, "165/88A", {"S02"}, {"李雪"}}});
        CHECK(found(desk, "M1").usual_size == "165/88A");
        CHECK(profile_of(*desk.fresh.connection, other)->usual_size == "165/88A");
        CHECK(profile_of(*desk.fresh.connection, other)->merged_into == kept);
    });
}

TEST_CASE("an import throws nobody out of the family and parts nobody")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        desk.fresh.do_at(1, {enrolled({"M3"}, "13800000003")});
        REQUIRE(merge(desk).empty());
        desk.fresh.do_at(1, {FamilyAsked{{"M3"}, kept, Generation::child, {"S01"}, {"王芳"}}});
        REQUIRE(import_members(*desk.fresh.office, "phone,name,birthday\n13800000001,张敏敏,1990-05-01\n13800000003,小宝,\n",
                               Encoding::utf8, {}));
        CHECK(found(desk, "M3").account == "M1");
        CHECK(found(desk, "M1").account == "M1");
        CHECK(found(desk, "M2").member == kept);
        CHECK(found(desk, "M1").birthday == "1990-05-01");
        CHECK(found(desk, "M1").name == "张敏"); // As she said it herself.
    });
}

TEST_CASE("the machine interface and the list of duplicates tell who belongs together")
{
    on_each_desk([](LeaseDesk& desk) {
        enrol_twice(desk);
        const auto duplicates = duplicates_of(*desk.fresh.connection, *profile_of(*desk.fresh.connection, other));
        REQUIRE(duplicates.size() == 1);
        CHECK(duplicates.front().kept == kept); // She joined first.
        CHECK(duplicates.front().merged == other);
        REQUIRE(merge(desk).empty());
        CHECK(duplicates_of(*desk.fresh.connection, found(desk, "M1")).empty());
        const auto json = member_json(*desk.fresh.connection, "M2", desk.fresh.clock.now_ms());
        REQUIRE(json);
        CHECK(json->find(R"("member":"M1")") != std::string::npos);
        CHECK(json->find(R"("merged_from":["M2"])") != std::string::npos);
        // A phone that two numbers of one person have concerns nobody.
        const MemberCorrected again{kept, ProfilePart::phone, phone, {"S01"}, {"王芳"}};
        CHECK(desk.fresh.do_at(1, {again}).quarantined == 0);
    });
}
