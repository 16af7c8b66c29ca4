// An order as people see it, the same on every page that shows one.
#pragma once

#include "sync/office/console/pages.hpp"
#include "sync/office/projections/orders.hpp"

#include <cstdint>
#include <string>

namespace guitai::office {

void fill_order(const PageMaker& maker, PageData& row, const OrderRow& order);
// Date and minute as the clocks of the shops say it.
[[nodiscard]] std::string moment(std::int64_t at_ms);

} // namespace guitai::office
