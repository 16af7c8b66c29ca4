// Where the goods of orders could come from, by what the books say now.
#pragma once

#include "sync/office/allocation.hpp"
#include "sync/office/projections/orders.hpp"

#include <optional>
#include <span>
#include <vector>

namespace guitai::office {

// Orders that go to one door, together. A place that rejected one of them is not asked again, nor is the shop that
// took the order, which has none; what is to be collected in a shop comes from there alone where it has it. `but`
// is not asked either. Nothing where all of it can not be had in the parcels that the rules allow.
[[nodiscard]] std::optional<std::vector<Part>> find_sources(database::Connection& connection,
                                                            std::span<const OrderRow> orders,
                                                            const PlaceCode& but = {});

// Of another article than was ordered: what is offered instead.
[[nodiscard]] std::optional<PlaceCode> find_source_of(database::Connection& connection, const OrderRow& order,
                                                      const Sku& instead);

} // namespace guitai::office
