#include "terminal/store/projections/offers.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void set_coupon(database::Connection& connection, const CouponMoved& coupon, const ReceiptNumber& used_on)
{
    run(connection,
        "INSERT INTO coupons (code, promotion, valid_from, valid_to, used_on) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (code) DO UPDATE SET used_on = ?5",
        coupon.code, coupon.promotion, coupon.valid_from, coupon.valid_to, used_on);
}

// Told after it was used, as after the head office's books were put back, it is used all the same.
void give(database::Connection& connection, const CouponMoved& coupon, const MemberId& member)
{
    run(connection,
        "INSERT INTO coupons (code, promotion, valid_from, valid_to, used_on, member) VALUES (?1, ?2, ?3, ?4, '', ?5)"
        " ON CONFLICT (code) DO UPDATE SET promotion = ?2, valid_from = ?3, valid_to = ?4, member = ?5",
        coupon.code, coupon.promotion, coupon.valid_from, coupon.valid_to, member);
}

// A ticket's coupon is a paper, good for whoever holds it; what the head office gives is one member's.
template<typename Ticket>
MemberId owner_of_issued(const Ticket& ticket)
{
    if constexpr (requires { ticket.source_origin; }) {
        if (ticket.source_origin == office_origin) return ticket.member;
    }
    return {};
}

// What a ticket did, whoever wrote it.
template<typename Ticket>
void move(database::Connection& connection, const Ticket& ticket)
{
    for (const CouponMoved& coupon : ticket.coupons_issued) give(connection, coupon, owner_of_issued(ticket));
    for (const CouponMoved& coupon : ticket.coupons_back) {
        if (!coupon.is_public()) set_coupon(connection, coupon, {});
    }
    for (const auto* gone : {&ticket.coupons_used, &ticket.coupons_void}) {
        for (const CouponMoved& coupon : *gone) {
            if (!coupon.is_public()) set_coupon(connection, coupon, ticket.receipt);
        }
    }
    for (const PromotionUse& use : ticket.uses) {
        const MemberId& member{use.member.empty() ? ticket.member : use.member};
        if (member.empty()) continue;
        run(connection,
            "INSERT INTO offer_uses (member, promotion, times) VALUES (?1, ?2, ?3)"
            " ON CONFLICT (member, promotion) DO UPDATE SET times = times + ?3",
            member, use.promotion, use.times);
    }
}

} // namespace

void OffersProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* set = std::get_if<PromotionsSet>(&event.body)) {
        run(connection,
            "INSERT INTO promotions (revision, part, parts, form) VALUES (?1, ?2, ?3, ?4)"
            " ON CONFLICT (revision, part) DO UPDATE SET parts = ?3, form = ?4",
            set->revision, set->part, set->parts, set->text);
    } else if (std::holds_alternative<BenefitsSet>(event.body)) {
        run(connection, "INSERT OR REPLACE INTO benefit_rules (place, number) VALUES (1, ?1)", event.number);
    } else if (const auto* moved = std::get_if<OffersMoved>(&event.body)) {
        if (moved->source_origin != m_self.till) move(connection, *moved);
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        if (event.origin == m_self.till) move(connection, *sale);
    }
}

} // namespace guitai
