// Who shares a purse with whom: what is to be written when a member joins a family or leaves it. The head office
// decides it for its chain, and the till of a shop of its own for itself, both by these rules.
//
// A family's purse is named after the member who began it, and keeps that name when she leaves. Whoever leaves has
// the purse named after her; where others still use that one, it is another of her own: "M1/own".
#pragma once

#include "sync/events/event.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace guitai {

inline constexpr std::size_t family_max{12}; // Three generations and those who married in.

[[nodiscard]] inline bool is_in_family(const MemberProfile& profile) { return profile.generation != Generation::none; }

// The wish as it came: which event, of which till; 0 and 0: nobody's but our own.
struct FamilySource {
    std::int64_t origin{0};
    std::int64_t number{0};
};

// `others` are those who share the purse of `with`, she herself among them where she is in a family. Refuses
// family.bad_generation, family.herself, family.merged, family.already, family.leave_first and family.full.
[[nodiscard]] Result<std::vector<EventBody>> join_family(const MemberProfile& member, const MemberProfile& with,
                                                         Generation generation,
                                                         const std::vector<MemberProfile>& others,
                                                         FamilySource source);

// Whether another member than that one has that purse.
using IsTaken = std::function<bool(const std::string& account, const MemberId& but)>;

// `family` is all who share her purse, she herself among them. With the last but one the family ends. Refuses
// family.in_none.
[[nodiscard]] Result<std::vector<EventBody>> leave_family(const MemberProfile& member,
                                                          const std::vector<MemberProfile>& family,
                                                          const IsTaken& is_taken, FamilySource source);

} // namespace guitai
