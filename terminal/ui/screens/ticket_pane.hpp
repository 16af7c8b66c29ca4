// The ticket at the clerk's hand: who is being served, the lines with the reason
// for every cent, the totals and the one green button. Only the lines scroll.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <map>

namespace guitai::ui {

// What the toast over the totals takes back.
enum class TicketUndo { remove, park };

struct TicketMemory {
    LineNumber open_line{0};   // Its tools are shown.
    LineNumber seen_touched{0};
    KineticScroll lines;
    TicketUndo undo{TicketUndo::remove};
    bool parking{false};          // Asked for in the last frame; the next view says whether it was done.
    std::int64_t parked_before{0};
};

enum class TicketTap { none, pay, park, recall, discount, more, member, find_member, quantity };

[[nodiscard]] TicketTap draw_ticket(Scene& scene, TicketMemory& memory, const Rect& ticket);
// The line whose tools are open, or null.
[[nodiscard]] const CartLineView* open_line(const Scene& scene, const TicketMemory& memory);
// The line of that number, or null.
[[nodiscard]] const CartLineView* line_of(const Scene& scene, LineNumber number);
[[nodiscard]] std::string delivery_words(const Scene& scene, Delivery delivery);

} // namespace guitai::ui
