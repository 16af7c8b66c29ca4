// A price that falls soon after the sale is made good (保价).
#pragma once

#include "sync/events/sale_events.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// What the guarantee pays back today for that line of a finished sale; zero: nothing.
[[nodiscard]] Money price_drop_of(const Desk& desk, const SaleCompleted& sale, const SaleLine& line, Quantity out);

// Refuses price_drop.broken where a line that came back for its old price does not go out again for the new
// one: that would be a return, with rules of its own.
[[nodiscard]] Result<void> check_price_drops(const Desk& desk);

} // namespace guitai
