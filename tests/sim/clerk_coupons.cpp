// Coupons for the next visit: handed over at either till, now and then one that was used already.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {

// The last ticket that this till wrote.
SaleCompleted Clerk::last_sale() const
{
    const auto& lines = m_till.acknowledged();
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto event = decode(*line);
        if (const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr) return *sale;
    }
    return {};
}

// A ticket is written: into the tally, with the coupons on its paper.
void Clerk::book(const Ticket& ticket)
{
    const TicketSum sum{sum_of(m_chain, ticket)};
    m_tally.sell(m_till.number(), m_chain, ticket);
    const SaleCompleted sale{last_sale()};
    const std::string wrong{m_tally.give_coupons(m_till.number(), sale.coupons_issued, sum.issued)};
    if (!wrong.empty()) wonder(wrong);
    const std::string used{sale.coupons_used.empty() ? "" : sale.coupons_used.front().code};
    if (sale.coupons_used.size() > 1 || used != (sum.coupon_off > 0 ? ticket.coupon : "")) {
        wonder(fmt::format("uses coupon {} where {} was handed over", used, ticket.coupon));
    }
}

// False only where the ticket is lost.
bool Clerk::hand_over_coupon(Ticket& ticket)
{
    if (m_tally.coupons.empty()) return true;
    auto at = std::next(m_tally.coupons.begin(), m_dice.below(std::ssize(m_tally.coupons)));
    // Most customers hold a paper that is still good.
    for (int tries{0}; tries < 5 && !at->second.is_open() && m_dice.percent(80); ++tries) {
        at = std::next(m_tally.coupons.begin(), m_dice.below(std::ssize(m_tally.coupons)));
    }
    const auto& [code, coupon] = *at;
    const Did did{act(AddCoupon{code})};
    if (did == Did::down) return false;
    if (did == Did::yes) {
        ticket.coupon = code;
        return look_at_coupon(ticket);
    }
    const std::string& why{m_till.refusal().code};
    if (why == "coupon.used" && coupon.uses() + coupon.voids == 0) wonder(fmt::format("says that {} was used", code));
    if (why == "coupon.unknown" && coupon.till == m_till.number()) wonder(fmt::format("does not know its {}", code));
    return true;
}

// Whether it still lies on the ticket and takes something off it; else it goes back to the customer. False only where
// the ticket is lost.
bool Clerk::look_at_coupon(Ticket& ticket)
{
    if (ticket.coupon.empty()) return true;
    const CouponTally& coupon{m_tally.coupons.at(ticket.coupon)};
    if (lost_coupon(ticket)) {
        if (coupon.uses() + coupon.voids == 0) wonder(fmt::format("puts {} away, which nobody used", ticket.coupon));
        ticket.coupon.clear();
        return true;
    }
    const std::string now{date_and_minute(m_till.clock().now_ms(), utc_offset_minutes)};
    const std::string moment{now.substr(0, 10) + "T" + now.substr(11)};
    const bool in_time{coupon.from <= moment && moment < coupon.to};
    const bool used{m_till.view().cart.coupons.front().used};
    const bool due{in_time && sum_of(m_chain, ticket).coupon_off > 0};
    if (used != due) {
        wonder(fmt::format("{} coupon {}, good from {}, at {}", used ? "uses" : "does not use", ticket.coupon,
                           coupon.from, moment));
    }
    if (used) return true;
    if (act(RemoveCoupon{ticket.coupon}) == Did::down) return false;
    ticket.coupon.clear();
    return true;
}

// Another till used it meanwhile.
bool Clerk::lost_coupon(const Ticket& ticket) const
{
    return !ticket.coupon.empty() && m_till.view().cart.coupons.empty();
}

} // namespace guitai::sim
