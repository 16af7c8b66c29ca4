// The promotions of the chain: a form is judged whole before anything of it is
// told, and told in one transaction, so that no till holds half of it.
#pragma once

#include "sync/office/office.hpp"
#include "sync/pricing/promotion.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

inline constexpr std::size_t promotion_form_bytes_max{4'000'000};

struct PromotionForm {
    std::string text; // As its author wrote it.
    pricing::PromotionBook book;
};

// Refuses as pricing::read_promotions and pricing::check_coupons do, with the place
// in the detail; promotions.too_large; promotions.other_currency.
[[nodiscard]] Result<PromotionForm> read_promotion_form(std::string text);
// The form that the tills sell by; one without offers where there never was any.
[[nodiscard]] Result<PromotionForm> promotions_in_force(database::Connection& connection);

enum class Accepted { in_force, nothing_new };

// Tells the form to all tills. The newest revision once more, with the same text, is
// nothing new. Refuses promotions.old_revision, with both numbers; then nothing was written.
[[nodiscard]] Result<Accepted> set_promotions(Office& office, const database::Transaction& open,
                                              const PromotionForm& form, std::string_view actor);

} // namespace guitai::office
