// What stands on the slip of money that is no sale, and beside it in the account: a debt
// that was paid back is "S01-3-R00012", money that was paid in "S01-3-V00012", a membership
// fee "S01-3-F00012" and what went back of one "S01-3-B00012". The till prints it, the head
// office posts it.
#pragma once

#include "sync/events/account_events.hpp"
#include "sync/events/membership_events.hpp"
#include "sync/events/value_events.hpp"

#include <string>

namespace guitai {

[[nodiscard]] std::string payment_number(const AccountPaid& paid, TillNumber till);
[[nodiscard]] std::string payment_number(const ValueLoaded& loaded, TillNumber till);
[[nodiscard]] std::string payment_number(const MembershipPaid& paid, TillNumber till);
[[nodiscard]] std::string payment_number(const MembershipRefunded& refunded, TillNumber till);

} // namespace guitai
