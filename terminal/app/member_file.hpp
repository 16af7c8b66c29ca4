// The member's file at the counter: what she likes, can not have and asks for every time, what is missing or wrong
// in her profile, what she agreed to, and the tier that what she earned has brought her.
#pragma once

#include "terminal/app/till_state.hpp"

#include <optional>
#include <string_view>

namespace guitai {

// As the chain's tiers and what is known of her earnings say today; nothing where the chain has no tiers.
[[nodiscard]] std::optional<TierStanding> standing_of(const Desk& desk, const MemberId& member,
                                                      const TierGiven& given);

// The name of the tier that holds today; `given` as it is where the chain has no tiers.
[[nodiscard]] std::string tier_today(const Desk& desk, const MemberId& member, const TierGiven& given);

// A profile as it was read, with the tier that holds today.
[[nodiscard]] MemberProfile with_tier(const Desk& desk, MemberProfile profile);

// Refuses member.too_long, member.bad_text, member.bad_birthday and member.bad_payday; empty takes a part away.
[[nodiscard]] Result<void> check_part(ProfilePart part, const std::string& value);

// Fills in what `view` holds beside points and orders: her tier, notes, consents, what to ask. Its profile is as it
// was read.
void show_member_file(const Desk& desk, MemberView& view);

// Reads her again in both places in which she may be looked at just now; on no ticket, she is looked at from here on.
void show_her(Desk& desk, const MemberId& member);

} // namespace guitai
