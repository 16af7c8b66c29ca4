// An order as people see it, the same on every page that shows one.
#pragma once

#include "sync/office/console/pages.hpp"
#include "sync/office/projections/order_search.hpp"
#include "sync/office/projections/orders.hpp"

#include <cstdint>
#include <string>

namespace guitai::office {

// The moment for which the desk says what is overdue: now.
[[nodiscard]] DeskMoment desk_moment(const PageMaker& maker);
void fill_order(const PageMaker& maker, PageData& row, const OrderRow& order);
// Its steps, each with who took it, when, and by whom it is known: {{#history}}.
void fill_history(const PageMaker& maker, PageData& row, const OrderId& order);
// The words of what was just done or refused, from the address: {{#notice}} and {{#problem}} of the page.
void add_order_outcome(const PageMaker& maker, PageData& page);
// Date and minute as the clocks of the shops say it.
[[nodiscard]] std::string moment(std::int64_t at_ms);

} // namespace guitai::office
