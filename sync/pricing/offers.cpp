#include "sync/pricing/offers.hpp"

#include <algorithm>
#include <utility>

namespace guitai::pricing {

Offers::Offers(PromotionBook book) : m_book{std::move(book)}, m_index{m_book.promotions} {}

const Promotion* Offers::public_coupon(const std::string& code) const
{
    const Promotion* const offer{find(code)};
    if (offer == nullptr || !offer->needs_coupon) return nullptr;
    const bool given_out{std::any_of(m_book.promotions.begin(), m_book.promotions.end(), [&](const Promotion& other) {
        return other.kind == PromotionKind::issue && other.coupon == code;
    })};
    return given_out ? nullptr : offer;
}

const Offers& no_offers()
{
    static const Offers none{PromotionBook{}};
    return none;
}

} // namespace guitai::pricing
