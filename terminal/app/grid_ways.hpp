// The four ways to help a customer whose size is missing here, worked out from
// what is known of every stock. Pure: it reads a grid and a list, and no clock.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/app/view.hpp"

#include <string_view>
#include <vector>

namespace guitai {

// For the cell `sku` of `grid`. All four are always there: first those that are
// possible, the soonest in the customer's hands first, another cell after what
// was asked for; then the impossible ones, each with the word key of its reason.
[[nodiscard]] std::vector<WayView> ways_for(const GridView& grid, const Sku& sku,
                                            const std::vector<CatalogueReader::FarStock>& elsewhere,
                                            std::string_view today);

} // namespace guitai
