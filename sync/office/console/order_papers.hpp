// What is printed of chosen orders: the list to pick by, and the slip that goes into each parcel.
#pragma once

#include "sync/office/console/pages.hpp"

#include <string>
#include <vector>

namespace guitai::office {

inline constexpr std::size_t papers_max{200};

// /console/orders/pick?orders=A,B and /console/orders/slips?orders=A,B. Orders that are unknown or another shop's are
// left out.
[[nodiscard]] Shown pick_list(const PageMaker& maker);
[[nodiscard]] Shown packing_slips(const PageMaker& maker);

// "A,B" for the address of both.
[[nodiscard]] std::string joined_orders(const std::vector<std::string>& orders);

} // namespace guitai::office
