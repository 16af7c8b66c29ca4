#include "terminal/ui/screens/ticket_offers.hpp"

#include "terminal/ui/phrases.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::size_t hints_shown{2};
constexpr std::size_t coupons_shown{2}; // The last ones; the goods keep their room.
constexpr float coupon_row{48.0F}; // As tall as a finger: a tap takes the coupon off again.

void offer_row(Canvas& c, Rect row, const char* sign, ImU32 ink, std::string_view text)
{
    c.icon(row.cut_left(20.0F, gap_s).middle(), sign, ink, 18.0F);
    c.text(row, Type::caption, ink, text);
}

} // namespace

float offers_height(const CartView& cart)
{
    const std::size_t hints{std::min(cart.unlock.size(), hints_shown)};
    const std::size_t coupons{std::min(cart.coupons.size(), coupons_shown)};
    const std::size_t issued{std::min(cart.coupons_issued.size(), coupons_shown)};
    const std::size_t rows{hints + issued + (cart.coupons.size() > coupons ? 1U : 0U) + (cart.approximate ? 1U : 0U)};
    const float tall{static_cast<float>(rows) * ticket_row + static_cast<float>(coupons) * coupon_row};
    return tall > 0.0F ? tall + gap_s : 0.0F;
}

void draw_offers(Scene& scene, Rect box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Words& words{scene.ui.words};
    const CartView& cart{scene.view.cart};
    const std::size_t hidden{cart.coupons.size() - std::min(cart.coupons.size(), coupons_shown)};
    if (hidden > 0) {
        offer_row(c, box.cut_top(ticket_row), icon::local_offer, p.ink_soft, words.fill("ticket.more_coupons", hidden));
    }
    for (std::size_t at{hidden}; at < cart.coupons.size(); ++at) {
        const CouponView& coupon{cart.coupons[at]};
        const std::string text{words.fill(coupon.used ? "ticket.coupon" : "ticket.coupon_idle",
                                          offer_name(words, coupon.offer))};
        const std::string id{"ticket.coupon/" + coupon.code};
        Rect row{box.cut_top(coupon_row)};
        const Rect away{row.cut_right(coupon_row, gap_s)};
        offer_row(c, row, icon::local_offer, coupon.used ? p.save : p.ink_soft, text);
        const Touch touch{touch_area(scene.ui, id, away, {.label = text})};
        c.icon(away.middle(), icon::close, p.ink_soft, 18.0F);
        if (touch.tapped) scene.push(RemoveCoupon{coupon.code});
    }
    for (std::size_t at{0}; at < std::min(cart.coupons_issued.size(), coupons_shown); ++at) {
        const CouponsIssuedView& issued{cart.coupons_issued[at]};
        offer_row(c, box.cut_top(ticket_row), icon::local_offer, p.gold,
                  words.fill("ticket.coupon_to_come", offer_name(words, issued.coupon), issued.count));
    }
    for (std::size_t at{0}; at < std::min(cart.unlock.size(), hints_shown); ++at) {
        offer_row(c, box.cut_top(ticket_row), icon::stars, p.gold, hint_words(words, cart.unlock[at]));
    }
    if (cart.approximate) {
        offer_row(c, box.cut_top(ticket_row), icon::info, p.ink_soft, words["ticket.approximate"]);
    }
}

} // namespace guitai::ui
