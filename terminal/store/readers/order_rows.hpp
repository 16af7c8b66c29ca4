// One order as a list shows it, for every question that ends in such a list.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/view.hpp"

#include <string>
#include <vector>

namespace guitai {

// The columns that brief_at reads, to be continued by WHERE.
[[nodiscard]] std::string select_order_briefs(std::string_view rest);
// As the shop `self` sees it.
[[nodiscard]] OrderBrief brief_at(const database::Statement& row, const PlaceCode& self);
[[nodiscard]] std::vector<OrderBrief> all_briefs(database::Statement& find, const PlaceCode& self);

} // namespace guitai
