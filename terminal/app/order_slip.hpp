// The papers of an order: what a customer is given for money, and what lies in the parcel.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string_view>

namespace guitai {

// For money that was taken or given back for an order.
[[nodiscard]] PrintJob slip_of(const Desk& desk, const OrderBrief& order, std::string_view title, TenderKind tender,
                               Money amount);

// An order that this shop sends for another goes to a door that the head office alone knows: asks for it, unless it is
// known here. Without a line nothing is known, and the slip has the name alone.
void ask_for_door(Desk& desk, const OrderId& order);

// What is to be put into the parcel and for whom: no prices, for it may be a gift. The number stands as a barcode.
[[nodiscard]] PrintJob packing_slip(const Desk& desk, const OrderDetail& order);

} // namespace guitai
