// The promotions of one revision, ready to price with. Made once when a revision
// arrives and shared by every ticket that it prices.
#pragma once

#include "sync/pricing/promotion.hpp"
#include "sync/pricing/promotion_index.hpp"

#include <cstdint>
#include <string>

namespace guitai::pricing {

class Offers {
public:
    explicit Offers(PromotionBook book);
    Offers(const Offers&) = delete;
    Offers& operator=(const Offers&) = delete;

    [[nodiscard]] std::int64_t revision() const { return m_book.revision; }
    [[nodiscard]] const PromotionBook& book() const { return m_book; }
    [[nodiscard]] const PromotionIndex& index() const { return m_index; }
    [[nodiscard]] const Promotion* find(const std::string& id) const { return m_index.find(id); } // Null: none.

    // The offer that anybody's word opens: it needs a coupon, its id is the code, and no offer gives
    // such coupons out one by one. Null: there is none.
    [[nodiscard]] const Promotion* public_coupon(const std::string& code) const;

private:
    PromotionBook m_book;
    PromotionIndex m_index;
};

// A shop without promotions: only the catalogue's prices for members.
[[nodiscard]] const Offers& no_offers();

} // namespace guitai::pricing
