#include "sync/points/family.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>
#include <string>

using namespace guitai;

namespace {

MemberProfile profile(const std::string& member, const std::string& account = {},
                      Generation generation = Generation::none)
{
    MemberProfile made;
    made.member = {member};
    made.account = account;
    made.generation = generation;
    return made;
}

const MemberProfile mother{profile("M1", "M1", Generation::parent)};
const MemberProfile grandmother{profile("M2", "M1", Generation::elder)};
const MemberProfile child{profile("M3", "M1", Generation::child)};

const IsTaken nobody{[](const std::string&, const MemberId&) { return false; }};
// "M1" is the purse of these.
IsTaken taken(const std::vector<MemberProfile>& family)
{
    return [family](const std::string& account, const MemberId& but) {
        return std::any_of(family.begin(), family.end(), [&](const MemberProfile& one) {
            return one.account == account && one.member != but;
        });
    };
}

std::string refused(const MemberProfile& member, const MemberProfile& with, Generation generation = Generation::child,
                    std::size_t others = 0)
{
    const auto joined = join_family(member, with, generation, std::vector<MemberProfile>(others, mother), {});
    return joined ? "" : joined.error().code;
}

} // namespace

TEST_CASE("who begins a family gives it the name of her purse, and is a parent in it")
{
    const auto joined = join_family(profile("M2"), profile("M1"), Generation::elder, {}, {3, 7});
    REQUIRE(joined);
    REQUIRE(joined->size() == 3);
    CHECK(std::get<FamilyJoined>(joined->at(0)) == FamilyJoined{{"M2"}, "M1", 3, 7});
    CHECK(std::get<MemberSet>(joined->at(1)).profile == mother);
    CHECK(std::get<MemberSet>(joined->at(2)).profile == grandmother);

    const auto third = join_family(profile("M3"), grandmother, Generation::child, {mother, grandmother}, {3, 8});
    REQUIRE(third->size() == 2);
    CHECK(std::get<MemberSet>(third->at(1)).profile == child);
}

TEST_CASE("who is in another family, was merged, or finds no room, joins none")
{
    const MemberProfile stranger{profile("M9")};
    CHECK(refused(stranger, stranger) == "family.herself");
    CHECK(refused(stranger, mother, Generation::none) == "family.bad_generation");
    CHECK(refused(child, mother) == "family.already");
    CHECK(refused(child, profile("M8", "M8", Generation::parent)) == "family.leave_first");
    CHECK(refused(child, stranger) == "family.leave_first");
    MemberProfile merged{stranger};
    merged.merged_into = {"M7"};
    CHECK(refused(merged, mother) == "family.merged");
    CHECK(refused(profile("M6"), merged) == "family.merged");
    CHECK(refused(stranger, mother, Generation::child, family_max) == "family.full");
    CHECK(refused(stranger, mother, Generation::child, family_max - 1).empty());
    // She left a family that she had begun, and has a purse of her own: that is no family.
    CHECK(refused(profile("M6", "M6/own"), mother).empty());
}

TEST_CASE("who leaves has the purse named after her again, or another of her own where the others keep that one")
{
    const std::vector<MemberProfile> family{mother, grandmother, child};
    const auto left = leave_family(child, family, taken(family), {3, 9});
    REQUIRE(left);
    REQUIRE(left->size() == 2);
    CHECK(std::get<FamilyMemberLeft>(left->at(0)) == FamilyMemberLeft{{"M3"}, "M1", "M3", 3, 9});
    CHECK(std::get<MemberSet>(left->at(1)).profile == profile("M3"));

    const auto began = leave_family(mother, family, taken(family), {});
    CHECK(std::get<FamilyMemberLeft>(began->at(0)).to == "M1/own");
    CHECK(std::get<MemberSet>(began->at(1)).profile == profile("M1", "M1/own"));
    CHECK(leave_family(profile("M1", "M1/own"), {}, nobody, {}).error().code == "family.in_none");
}

TEST_CASE("a purse of her own never has a name that another has")
{
    // She began two families, one after the other, and left the first.
    const MemberProfile again{profile("M1", "M1/own", Generation::parent)};
    const std::vector<MemberProfile> second{again, profile("M4", "M1/own", Generation::elder),
                                            profile("M5", "M1/own", Generation::child)};
    std::vector<MemberProfile> all{second};
    all.push_back(grandmother);
    const auto left = leave_family(again, second, taken(all), {});
    CHECK(std::get<FamilyMemberLeft>(left->at(0)).to == "M1/own2");
}

TEST_CASE("of two, neither is a family when one has gone")
{
    const std::vector<MemberProfile> family{mother, child};
    const auto left = leave_family(child, family, taken(family), {});
    REQUIRE(left->size() == 3); // The other one's purse has her name already.
    CHECK(std::get<MemberSet>(left->at(2)).profile == profile("M1"));

    const auto began = leave_family(mother, family, taken(family), {});
    REQUIRE(began->size() == 4);
    CHECK(std::get<FamilyMemberLeft>(began->at(0)).to == "M1/own");
    CHECK(std::get<FamilyMemberLeft>(began->at(2)) == FamilyMemberLeft{{"M3"}, "M1", "M3", 0, 0});
    CHECK(std::get<MemberSet>(began->at(3)).profile == profile("M3"));
}
