// Of whom nothing is kept but her number. Somebody who has not heard of it may still write of her.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/ids.hpp"

namespace guitai {

[[nodiscard]] bool is_erased(database::Connection& connection, const MemberId& member);
[[nodiscard]] bool any_erased(database::Connection& connection);

} // namespace guitai
