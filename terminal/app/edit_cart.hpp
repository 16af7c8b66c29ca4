// What several use cases do to the ticket in hand.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// Goods to take along. Refuses like begin_edit(), cart.not_for_sale and what the cart refuses.
[[nodiscard]] Result<void> put_on_ticket(Desk& desk, const CatalogueItem& product, Quantity quantity,
                                         const PieceMark& mark = {});

// Goods with a price on their label: as much as that price buys, for exactly that
// price. Refuses like put_on_ticket(), and scan.no_unit_price.
[[nodiscard]] Result<void> put_labelled_on_ticket(Desk& desk, const CatalogueItem& product, Money price,
                                                  const PieceMark& mark = {});

// The goods of that SKU. Refuses cart.unknown_sku and cart.not_for_sale (withdrawn).
[[nodiscard]] Result<CatalogueItem> find_goods(const Desk& desk, const Sku& sku);

} // namespace guitai
