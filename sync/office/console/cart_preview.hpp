// "What would this cart cost": the engine of the tills over a cart that somebody
// typed in. Sells nothing and writes nothing.
#pragma once

#include "sync/office/console/pages.hpp"
#include "sync/office/forms.hpp"
#include "sync/pricing/basket.hpp"
#include "sync/pricing/promotion.hpp"

namespace guitai::office {

// Now on the clock of that shop; of a shop that nobody knows, on China's.
[[nodiscard]] pricing::LocalMoment moment_in(const PageMaker& maker, const PlaceCode& store);

// Prices the typed cart with the book's offers and puts result or problem on the
// page. Fields of `asked`: cart (a line "SKU quantity" each), store, moment (local;
// empty: now), member, tier, birthday, first_purchase, coupons (promotion ids).
void add_preview(const PageMaker& maker, const Form& asked, const pricing::PromotionBook& book, PageData& page);

} // namespace guitai::office
