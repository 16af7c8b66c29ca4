// Who brought whom along, and what both have of it: once, after the first ticket that the new member paid, and taken
// back when all of that ticket comes back.
#pragma once

#include "sync/office/office.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guitai::office {

// What can not be in who is said to have brought her: herself, somebody whom she has brought, one of her own purse.
[[nodiscard]] std::optional<Refusal> wrong_referral(database::Connection& connection, const MemberProfile& profile);
// Without it where it can not be.
[[nodiscard]] MemberProfile with_sound_referral(database::Connection& connection, MemberProfile profile);

// The gifts that a ticket brings, or takes back.
void tell_referrals(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale);
// She is heard of now, and her first ticket may have been before: tills report when they can.
void tell_referral_of(Office& office, const database::Transaction& open, const Event& event, const MemberId& member);

struct Referral {
    MemberId inviter;
    MemberId invited;
    std::string name; // Of the invited.
    std::string joined_on;
};
// Whom she brought, the first first.
[[nodiscard]] std::vector<Referral> brought_by(database::Connection& connection, const MemberId& inviter);
// Steps up to somebody whom nobody brought; 0: nobody brought her.
[[nodiscard]] std::int64_t depth_of(database::Connection& connection, const MemberId& member);

// A CSV of all of them, and how many first tickets came by them.
[[nodiscard]] std::string referrals_csv(database::Connection& connection);

} // namespace guitai::office
