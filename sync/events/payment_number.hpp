// What stands on the slip of a debt that was paid back, and beside it in the account:
// "S01-3-R00012". The till prints it, the head office posts it.
#pragma once

#include "sync/events/account_events.hpp"

#include <string>

namespace guitai {

[[nodiscard]] std::string payment_number(const AccountPaid& paid, TillNumber till);

} // namespace guitai
