// One line of the ticket, with the reason for every cent of it. It is told the
// words and the amounts; it works nothing out.
#pragma once

#include "sync/events/sale_events.hpp"
#include "terminal/ui/widgets/garment.hpp"
#include "terminal/ui/widgets/touch.hpp"

#include <span>

namespace guitai::ui {

struct ReasonLook {
    std::string_view text{}, amount{}; // Without an amount it is news, not money.
    const char* icon{nullptr};
    Tone tone{Tone::save};
};

struct LineLook {
    LineKind kind{LineKind::sale};
    std::string_view name{}, variant{}, unit_price{}, total{};
    std::string_view kind_word{}; // 退 / 赠 / 订: a word beside the colour.
    std::string_view quantity{};
    std::span<const ReasonLook> reasons{};
    GoodsLook goods{};
    bool chosen{false};     // Open: its tools are shown below it.
    bool can_change{true};  // False: a line whose count is fixed, a gift or a return of one piece.
};

enum class LineTap { none, line, less, more, remove };

// Fixed before drawing, so a list of lines can be clipped and scrolled.
// `id` + "/quantity/more", "/quantity/less" and "/remove" are the tools of an open line.
[[nodiscard]] float cart_line_height(std::size_t reasons, bool chosen);
[[nodiscard]] LineTap cart_line(Ui& ui, std::string_view id, const Rect& box, const LineLook& view);

} // namespace guitai::ui
