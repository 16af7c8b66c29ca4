// What a chain gives its members unasked, out of a small JSON file; and who brought whom along.
#pragma once

#include "sync/events/benefit_events.hpp"
#include "sync/office/commands/command_run.hpp"
#include "sync/office/office.hpp"
#include "sync/pricing/offers.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// {"welcome": {"points": 50, "promotion": "welcome-20", "days": 30}, "birthday": …, "inviter": …, "invited": …,
// "points_months": 12}; each part may be missing. Refuses rules.unreadable, rules.unknown_field and rules.bad_value
// with the place; benefits.no_promotion and benefits.no_coupon: it is none of `offers`, or takes no coupons.
[[nodiscard]] Result<BenefitsSet> read_benefits(std::string_view json, const pricing::Offers& offers);
// By the offers in force. Refuses like read_benefits(). Gives one line that says what holds now.
[[nodiscard]] Result<std::string> set_benefits(Office& office, std::string_view json);

// Of the command line.
int set_benefits_command(const Run& run);
int referrals_command(const Run& run);

} // namespace guitai::office
