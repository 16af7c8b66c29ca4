// Promotions in words of the page's language: what they are, and why, what and
// what not they did to a cart. Works nothing out.
#pragma once

#include "sync/office/console/pages.hpp"
#include "sync/pricing/priced_basket.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// A promotion's name in that language; the id where the book does not know it.
[[nodiscard]] std::string offer_name(const PageMaker& maker, const pricing::PromotionIndex& index,
                                     const std::string& promotion);

[[nodiscard]] std::string reason_text(const PageMaker& maker, const pricing::PromotionIndex& index,
                                      const pricing::Reason& reason);
[[nodiscard]] std::string hint_text(const PageMaker& maker, const pricing::PromotionIndex& index,
                                    const pricing::Hint& hint);

// One offer of the book: id, name, kind, span of time, hours, priority, who, stores.
void fill_offer(const PageMaker& maker, PageData& row, const pricing::Promotion& promotion, pricing::LocalMoment now);

} // namespace guitai::office
