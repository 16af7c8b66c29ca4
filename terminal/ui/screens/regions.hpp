// The provinces of China by their short names, offered while an address is being
// written. Everything below a province is written by hand.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace guitai::ui {

// The provinces that `typed` may mean, in the usual order; all of them while nothing is typed.
[[nodiscard]] std::vector<std::string_view> provinces_like(std::string_view typed);
// Beijing, Tianjin, Shanghai and Chongqing are province and city at once.
[[nodiscard]] bool is_city_itself(std::string_view province);

} // namespace guitai::ui
