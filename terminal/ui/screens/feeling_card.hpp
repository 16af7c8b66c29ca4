// "How was it?" on the customer's screen: three faces, one tap, no obligation.
#pragma once

#include "terminal/app/view.hpp"
#include "terminal/ui/widgets/kit.hpp"

#include <optional>

namespace guitai::ui {

inline constexpr float feeling_card_height{216.0F};

// The face that was tapped; nothing most of the time. After that it says thank you and takes no more.
[[nodiscard]] std::optional<Feeling> draw_feeling_card(Ui& ui, Rect box, const SaleDone& done);

} // namespace guitai::ui
