// What the shop could offer this customer now.
#pragma once

#include "terminal/app/till_state.hpp"

namespace guitai {

// The ticket or the customer changed: what was suggested is to be worked out again when somebody asks.
void forget_suggestions(Desk& desk);

// What lies here of the same kind and size as `missing`, the nearest in price; nothing where nothing does.
[[nodiscard]] std::optional<CatalogueItem> substitute_for(const Desk& desk, const CatalogueItem& missing);

} // namespace guitai
