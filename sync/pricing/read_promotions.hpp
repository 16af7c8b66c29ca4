// Reads the promotion form: all or nothing. An unknown field, kind or class, an
// amount out of range, a per cent finer than two decimals, an id or a key given
// twice refuse the whole file and name the place, like "promotions[3].steps[0].of".
#pragma once

#include "sync/pricing/document.hpp"
#include "sync/pricing/promotion.hpp"

#include <string_view>

namespace guitai::pricing {

constexpr std::size_t promotions_max{10'000};

// Refuses document.*, promotion.newer_version, promotion.not_a_form, promotion.unknown_field,
// promotion.missing_field, promotion.unknown_kind, promotion.unknown_class,
// promotion.bad_value, promotion.repeated_id, promotion.too_many.
[[nodiscard]] Result<PromotionBook> read_promotions(std::string_view text);

// The list by itself, as a ticket file holds it.
[[nodiscard]] Result<std::vector<Promotion>> read_promotion_list(const Node& list);

// Whether every coupon that is issued is one of the book's own. Refuses promotion.no_such_coupon.
[[nodiscard]] Result<void> check_coupons(const PromotionBook& book);

} // namespace guitai::pricing
