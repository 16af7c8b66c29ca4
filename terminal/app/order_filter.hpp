// The one list of orders that is no state: a word beside those of OrderState.
#pragma once

#include <string_view>

namespace guitai {

// What this shop is asked to send, whoever took the order.
inline constexpr std::string_view to_send_filter{"to_send"};

} // namespace guitai
