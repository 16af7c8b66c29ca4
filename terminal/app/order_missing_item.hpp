// An order for what the shop does not have.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// Refuses order.incomplete (detail: name, phone or address), order.needs_phone
// and member.bad_phone. Only what goes to a home needs an address.
[[nodiscard]] Result<void> check_recipient(const Recipient& recipient, Delivery delivery);

// Refuses delivery.bad_slot where it is none of this shop's windows on a day of the next month, or nothing is brought
// to a door. Empty: at any time.
[[nodiscard]] Result<void> check_slot(const Desk& desk, Delivery delivery, const std::string& slot);

// How `product` is delivered, to whom and at the shop's own fee; the member on the ticket completes `recipient`,
// and goods that lie ready in another shop name it. Refuses like check_recipient() and order.not_there.
[[nodiscard]] Result<OrderTerms> order_terms(const Desk& desk, const CatalogueItem& product, Delivery delivery,
                                             Recipient recipient, const PlaceCode& collect_at);

} // namespace guitai
