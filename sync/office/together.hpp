// Members who belong together: one who was entered twice, and a family that shares a purse. Decides and writes events;
// no paper that names one of them is touched.
#pragma once

#include "sync/office/office.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace guitai::office {

// `merged` is `kept` from now on. Refuses merge.unknown, merge.same, merge.merged_already, merge.chain (`kept` is not
// kept herself, or another is merged into `merged`), merge.in_family (`merged` has to leave hers first) and
// merge.erased.
[[nodiscard]] Result<void> merge_members(Office& office, const database::Transaction& open, const MembersMerged& wish);
// That was a mistake. Refuses merge.unknown and merge.not_merged.
[[nodiscard]] Result<void> part_members(Office& office, const database::Transaction& open, const MemberId& merged,
                                        const StaffName& staff);

// Another member with her phone, who may be the same person.
struct Duplicate {
    MemberId kept, merged; // Kept is the one who joined first.
    std::string name, joined_on; // Of the other one than she who was asked for.
};
[[nodiscard]] std::vector<Duplicate> duplicates_of(database::Connection& connection, const MemberProfile& profile);

// What is left in her purse of what she earned, under all her numbers, less what she owes of it.
[[nodiscard]] std::int64_t points_earned_by(database::Connection& connection, const MemberProfile& profile);

// Why a wish is not granted: family.unknown and what join_family() and leave_family() refuse.
[[nodiscard]] std::vector<Refusal> concerns_about_family(database::Connection& connection, const Event& event,
                                                         const FamilyAsked& asked);
void tell_family(Office& office, const database::Transaction& open, const Event& event, const FamilyAsked& asked);

// What is spent out of a purse that several share is told of whoever earned it, so that all screens agree on what
// is left of each one's own, also when she leaves. So is what two tills took back, or gave back, of the same points.
void tell_shares(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale);
// The same of what moved `parts` of those members' purses.
void tell_shares(Office& office, const database::Transaction& open, std::set<MemberId> members,
                 const std::vector<LotPart>& parts, const std::string& subject);
// The same of points that are free to be spent again in those accounts: they pay what others of the purse owe.
void tell_freed(Office& office, const database::Transaction& open, const std::set<std::string>& accounts,
                const std::string& subject);
// A screen takes points that went back off those of their own last day. Where later ones paid for them, or earlier
// ones, that is told once a day is over: what is left by then is no longer the same.
void tell_set_off(Office& office, const database::Transaction& open, const std::string& today);

} // namespace guitai::office
