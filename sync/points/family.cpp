#include "sync/points/family.hpp"

#include <string_view>

namespace guitai {
namespace {

constexpr std::string_view own{"/own"};

// Hers alone: the purse named after her, or the next of her own that nobody else has.
std::string own_purse(const MemberId& member, const IsTaken& is_taken)
{
    std::string account{member.text};
    for (int more{1}; is_taken(account, member); ++more) {
        account = member.text;
        account.append(own);
        if (more > 1) account.append(std::to_string(more));
    }
    return account;
}

void add_profile(std::vector<EventBody>& bodies, MemberProfile profile, const std::string& account,
                 Generation generation, FamilySource source)
{
    profile.account = account;
    profile.generation = generation;
    bodies.emplace_back(MemberSet{std::move(profile), source.origin, source.number});
}

void add_leaving(std::vector<EventBody>& bodies, const MemberProfile& profile, const IsTaken& is_taken,
                 FamilySource source)
{
    const std::string to{own_purse(profile.member, is_taken)};
    if (to != profile.purse()) {
        bodies.emplace_back(FamilyMemberLeft{profile.member, profile.purse(), to, source.origin, source.number});
    }
    add_profile(bodies, profile, to == profile.member.text ? std::string{} : to, Generation::none, source);
}

} // namespace

Result<std::vector<EventBody>> join_family(const MemberProfile& member, const MemberProfile& with,
                                           Generation generation, const std::vector<MemberProfile>& others,
                                           FamilySource source)
{
    if (generation == Generation::none) return refuse("family.bad_generation");
    if (member.member == with.member) return refuse("family.herself");
    if (!member.merged_into.empty() || !with.merged_into.empty()) return refuse("family.merged");
    if (is_in_family(member)) {
        return refuse(is_in_family(with) && member.purse() == with.purse() ? "family.already" : "family.leave_first");
    }
    if (others.size() >= family_max) return refuse("family.full", std::to_string(family_max));
    std::vector<EventBody> bodies;
    bodies.emplace_back(FamilyJoined{member.member, with.purse(), source.origin, source.number});
    if (!is_in_family(with)) add_profile(bodies, with, with.purse(), Generation::parent, source);
    add_profile(bodies, member, with.purse(), generation, source);
    return bodies;
}

Result<std::vector<EventBody>> leave_family(const MemberProfile& member, const std::vector<MemberProfile>& family,
                                            const IsTaken& is_taken, FamilySource source)
{
    if (!is_in_family(member)) return refuse("family.in_none");
    std::vector<const MemberProfile*> staying;
    for (const MemberProfile& one : family) {
        if (one.member != member.member) staying.push_back(&one);
    }
    std::vector<EventBody> bodies;
    add_leaving(bodies, member, is_taken, source);
    if (staying.size() != 1) return bodies;
    // Whoever is left is a family no more. The one who has just gone has that purse no more either.
    const IsTaken still_taken{[&](const std::string& account, const MemberId& but) {
        return account != member.purse() && is_taken(account, but);
    }};
    add_leaving(bodies, *staying.front(), still_taken, source);
    return bodies;
}

} // namespace guitai
