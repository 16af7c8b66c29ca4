// What the head office promises of an order: from where and by when, in parts where no place has all of it.
#pragma once

#include "sync/office/allocation.hpp"
#include "sync/office/office.hpp"
#include "sync/office/projections/orders.hpp"

#include <span>
#include <string>
#include <vector>

namespace guitai::office {

// `date` empty: by the rule of its delivery.
[[nodiscard]] OrderAccepted promise_of(Office& office, const OrderPlaced& order, const PlaceCode& source,
                                       const std::string& date = {});

// So much of the order goes its own way with its part of each figure, rounded down: the first keeps the rest.
[[nodiscard]] OrderSplit split_of(database::Connection& connection, const OrderRow& order, Quantity quantity);

// Promises `orders` as `parts` say, parting them where they must be; gives every order that came of it.
std::vector<OrderId> promise_all(Office& office, const database::Transaction& open, std::span<const OrderRow> orders,
                                 std::span<const Part> parts, const std::string& actor = {},
                                 const std::string& date = {});

// Hands a promised order to the place it comes from; a shop's clock runs from now.
void allocate(Office& office, const database::Transaction& open, const OrderId& order, const std::string& actor = {});

} // namespace guitai::office
