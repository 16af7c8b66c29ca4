// What the states of an order mean to somebody at a desk. Read off the table of states, so that a new state needs no
// word here.
#pragma once

#include "sync/events/order.hpp"

namespace guitai::office {

// Nobody has said yes or no.
[[nodiscard]] bool waits_for_answer(OrderState state);
// On its way to the customer: there is a date to keep.
[[nodiscard]] bool is_promised(OrderState state);
// Somebody has still to do something about it: find it, send it, hand it over, give money back.
[[nodiscard]] bool is_open(OrderState state);

// An order that nobody answered for so long is overdue.
inline constexpr std::int64_t answer_within_ms{3'600'000};

} // namespace guitai::office
