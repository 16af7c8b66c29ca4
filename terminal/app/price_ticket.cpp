#include "terminal/app/price_ticket.hpp"

#include "sync/pricing/eligibility.hpp"
#include "terminal/app/redeem_points.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai {
namespace {

pricing::LocalMoment moment_now(const Desk& desk)
{
    return pricing::moment_at(desk.now_ms(), desk.state.view.shop.utc_offset_minutes);
}

pricing::MemberFacts facts_of(const Desk& desk, const MemberProfile& member)
{
    pricing::MemberFacts facts{.tier = member.tier};
    if (is_iso_date(member.birthday)) facts.birthday = pricing::parse_month_day(member.birthday.substr(5));
    const OfferReader* const offers{desk.ports.offers};
    const bool bought{!member.first_bought_on.empty() || (offers != nullptr && offers->has_bought(member.member))};
    facts.sales = bought ? 1 : 0;
    if (offers == nullptr) return facts;
    for (const PromotionUse& use : offers->uses(member.member)) facts.used[use.promotion] = use.times;
    return facts;
}

constexpr std::size_t secret_digits{6};

// Coupons for the next visit. Their codes hang on the receipt's, so that no two tickets give out the same, and end
// in digits that nobody can work out from another receipt.
void give_out(const Desk& desk, const PricedCart& priced, const pricing::Offers& offers, SaleCompleted& sale)
{
    for (const pricing::CouponsToCome& row : priced.coupons_issued) {
        const pricing::Promotion* const by{offers.find(row.promotion)};
        if (by == nullptr) continue;
        for (std::int64_t one{0}; one < row.count; ++one) {
            CouponMoved coupon;
            coupon.code = fmt::format("{}-{}", sale.receipt.text, sale.coupons_issued.size() + 1);
            if (desk.ports.digits != nullptr) coupon.code += "-" + desk.ports.digits->draw(secret_digits);
            coupon.promotion = row.coupon;
            const std::string from{date_plus_days(sale.business_date, by->starts_after_days)};
            coupon.valid_from = from + "T00:00";
            coupon.valid_to = date_plus_days(from, by->valid_days) + "T00:00";
            sale.coupons_issued.push_back(std::move(coupon));
        }
    }
}

} // namespace

PriceFacts facts_for(const Desk& desk, const std::optional<MemberProfile>& member,
                     const std::vector<pricing::HeldCoupon>& coupons, std::optional<pricing::LocalMoment> opened)
{
    PriceFacts facts;
    facts.tax_mode = desk.tax_mode();
    facts.store = desk.state.view.shop.store;
    facts.now = moment_now(desk);
    facts.opened = opened;
    facts.hold_minutes = desk.state.rules.hold_minutes;
    facts.minor_per_point = std::max<std::int64_t>(1, desk.state.rules.points.minor_per_point);
    facts.coupons = coupons;
    if (member) facts.member = facts_of(desk, *member);
    if (desk.ports.offers != nullptr) facts.offers = desk.ports.offers->in_force();
    return facts;
}

void price_ticket(Desk& desk)
{
    TillState& state{desk.state};
    if (state.tenders.empty()) {
        std::optional<pricing::LocalMoment> opened{state.facts.opened};
        if (state.cart.is_empty()) opened.reset();
        else if (!opened) opened = moment_now(desk);
        state.facts = facts_for(desk, state.member, state.coupons, opened);
    }
    state.priced = state.cart.priced(state.facts);
    price_with_points(desk);
}

std::int64_t visit_points(const Desk& desk)
{
    const TillState& state{desk.state};
    const std::int64_t points{state.rules.points.visit};
    const bool takes_along{state.priced.total > state.priced.order_total && !state.priced.total.is_negative()};
    if (points == 0 || !state.member || !takes_along) return 0;
    if (desk.ports.member_files == nullptr) return points;
    const std::string today{state.shift.shift == 0 ? desk.today() : state.shift.business_date};
    std::int64_t earned{0}; // Below or at zero: what she bought today came back, the visit with it.
    for (const TierEarning& earning : desk.ports.member_files->earnings(state.member->member)) {
        if (earning.on == today) earned += earning.points;
    }
    return earned > 0 ? 0 : points;
}

void keep_facts(const Desk& desk, SaleCompleted& sale)
{
    const TillState& state{desk.state};
    const PriceFacts& facts{state.facts};
    const pricing::Offers& offers{facts.offers ? *facts.offers : pricing::no_offers()};
    sale.priced_local = text_of(facts.now);
    sale.opened_local = text_of(facts.opened.value_or(facts.now));
    sale.promotions_revision = offers.revision();
    if (state.member && facts.member) {
        sale.buyer = {state.member->tier, state.member->birthday, facts.member->sales == 0, {}};
        for (const auto& [promotion, times] : facts.member->used) {
            const pricing::Promotion* const offer{offers.find(promotion)};
            if (offer != nullptr && offer->per_member) sale.buyer.used.push_back({promotion, times, {}});
        }
    }
    for (const pricing::HeldCoupon& coupon : coupons_used(state)) sale.coupons_used.push_back(moved(coupon));
    give_out(desk, state.priced, offers, sale);
    for (const auto& [promotion, times] : state.priced.uses) sale.uses.push_back({promotion, times, {}});
}

std::vector<pricing::HeldCoupon> coupons_used(const TillState& state)
{
    std::vector<pricing::HeldCoupon> used;
    for (const std::string& promotion : state.priced.coupons_used) {
        const auto good = std::find_if(state.facts.coupons.begin(), state.facts.coupons.end(), [&](const auto& coupon) {
            return coupon.promotion == promotion && !pricing::out_of_date(coupon, state.facts.now);
        });
        if (good != state.facts.coupons.end()) used.push_back(*good);
    }
    return used;
}

CouponMoved moved(const pricing::HeldCoupon& coupon)
{
    return {coupon.code, coupon.promotion, coupon.from ? text_of(*coupon.from) : "",
            coupon.to ? text_of(*coupon.to) : ""};
}

pricing::HeldCoupon held(const CouponMoved& coupon)
{
    return {coupon.promotion, coupon.code, pricing::parse_moment(coupon.valid_from),
            pricing::parse_moment(coupon.valid_to)};
}

} // namespace guitai
