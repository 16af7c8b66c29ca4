#include "terminal/domain/unwinding.hpp"

#include "terminal/domain/swap.hpp"

#include "sync/events/time.hpp"
#include "sync/pricing/pricing.hpp"
#include "sync/pricing/receipt_state.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace guitai {
namespace {

using pricing::Minor;

constexpr std::string_view noon{"T12:00"};

const SaleLine* line_of(const SaleCompleted& sale, std::int64_t line)
{
    if (line < 1 || line > std::ssize(sale.lines)) return nullptr;
    return &sale.lines[static_cast<std::size_t>(line - 1)];
}

Quantity brought_back(std::span<const Visit> visits, std::int64_t line)
{
    Quantity back;
    for (const Visit& visit : visits) {
        for (const HandedIn& one : visit) {
            if (one.line == line) back = back + one.quantity;
        }
    }
    return back;
}

Money fee_of(const SaleLine& line)
{
    Money fee;
    for (const PriceReason& why : line.why) {
        if (why.code == "delivery.fee" || why.code == "why.delivery") fee -= why.amount;
    }
    return fee;
}

// Of the goods alone: without the fee and without tax on top.
Minor net_of(const SaleLine& line, TaxMode mode)
{
    const Money on_top{mode == TaxMode::excluded ? line.tax : Money{}};
    return std::max<Minor>(0, (line.total - on_top - fee_of(line)).minor());
}

// Each piece's price, the dearest first. Older tills wrote none, or shared tax and fee out among them.
std::vector<Minor> prices_of(const SaleLine& line, TaxMode mode)
{
    const Minor net{net_of(line, mode)};
    const std::int64_t pieces{was_measured(line) ? 1 : std::max<std::int64_t>(1, line.quantity.whole())};
    std::vector<Minor> prices;
    Minor sum{0};
    for (const Money price : line.unit_prices) {
        prices.push_back(price.minor());
        sum += price.minor();
    }
    if (sum == net && std::ssize(prices) == pieces) return prices;
    prices.clear();
    for (Minor left{net}; std::ssize(prices) < pieces; left -= prices.back()) {
        const std::int64_t others{pieces - std::ssize(prices)};
        prices.push_back((left + others - 1) / others);
    }
    return prices;
}

// The price that she paid as a member, of one; the catalogue's of today where the receipt does not show it.
Minor member_price_of(const SaleLine& line, const CatalogueItem& goods)
{
    for (const PriceReason& why : line.why) {
        if (why.code != "price.member" && why.promotion != pricing::members_price().id) continue;
        if (was_measured(line)) {
            return (line.unit - why.amount.scaled(Quantity::per_piece, line.quantity.milli())).minor();
        }
        const std::int64_t pieces{why.quantity == 0 ? line.quantity.whole() : why.quantity};
        return line.unit.minor() - why.amount.minor() / std::max<std::int64_t>(1, pieces);
    }
    return goods.member_price < line.unit ? goods.member_price.minor() : 0;
}

std::optional<pricing::KeyedIn> keyed_in(const SaleLine& line)
{
    if (line.keyed_percent.value != 0) return pricing::KeyedIn{.percent = line.keyed_percent.value};
    if (!line.keyed_amount.is_zero()) return pricing::KeyedIn{.amount = line.keyed_amount.minor()};
    for (const PriceReason& why : line.why) {
        if (why.code == "discount.line") return pricing::KeyedIn{.amount = why.amount.minor()};
    }
    return std::nullopt;
}

pricing::BasketLine basket_line(const SaleLine& line, std::int64_t number, const ReceiptTerms& terms)
{
    CatalogueItem goods{terms.goods ? terms.goods(line.sku).value_or(CatalogueItem{}) : CatalogueItem{}};
    goods.sku = line.sku;
    pricing::Article article{article_of(goods, line.unit, was_measured(line))};
    article.member_price = std::max<Minor>(0, member_price_of(line, goods));
    article.tax_rate = line.tax_rate.value;
    return {.line = number,
            .article = std::make_shared<const pricing::Article>(std::move(article)),
            .unit = line.unit.minor(),
            .milli = line.quantity.milli(),
            .keyed_in = keyed_in(line),
            .earns = line.line_kind == LineKind::sale || line.line_kind == LineKind::gift};
}

std::optional<pricing::MemberFacts> member_facts(const SaleCompleted& sale)
{
    if (sale.member.empty()) return std::nullopt;
    pricing::MemberFacts facts{.tier = sale.buyer.tier, .sales = sale.buyer.first_purchase ? 0 : 1};
    if (is_iso_date(sale.buyer.birthday)) facts.birthday = pricing::parse_month_day(sale.buyer.birthday.substr(5));
    for (const PromotionUse& use : sale.buyer.used) facts.used[use.promotion] = use.times;
    return facts;
}

pricing::Basket basket_of(const SaleCompleted& sale, const ReceiptTerms& terms)
{
    pricing::Basket basket{.member = member_facts(sale), .store = sale.store.text, .hold_minutes = terms.hold_minutes,
                           .tax_mode = terms.tax_mode,
                           .minor_per_point = std::max<std::int64_t>(1, sale.minor_per_point)};
    const auto noon_of_sale = pricing::parse_moment(sale.business_date + std::string{noon});
    basket.now = pricing::parse_moment(sale.priced_local).value_or(noon_of_sale.value_or(pricing::LocalMoment{}));
    basket.opened = pricing::parse_moment(sale.opened_local);
    for (const CouponMoved& coupon : sale.coupons_used) {
        basket.coupons.push_back({coupon.promotion, coupon.code, pricing::parse_moment(coupon.valid_from),
                                  pricing::parse_moment(coupon.valid_to)});
    }
    for (std::int64_t number{1}; number <= std::ssize(sale.lines); ++number) {
        const SaleLine& line{*line_of(sale, number)};
        if (line.line_kind == LineKind::return_) continue;
        basket.lines.push_back(basket_line(line, number, terms));
    }
    return basket;
}

pricing::PaidBefore paid_before(const SaleCompleted& sale, TaxMode mode)
{
    // What the visit brought hangs on no piece.
    pricing::PaidBefore paid{.points = std::max<std::int64_t>(0, sale.points_earned - sale.visit_points)};
    for (std::int64_t number{1}; number <= std::ssize(sale.lines); ++number) {
        const SaleLine& line{*line_of(sale, number)};
        if (line.line_kind == LineKind::return_) continue;
        paid.prices[number] = prices_of(line, mode);
        if (fee_of(line).is_zero()) paid.taxes[number] = line.tax.minor();
    }
    for (const PointsRedeemed& spent : sale.spent) paid.redeemed += spent.worth.minor();
    for (const CouponMoved& coupon : sale.coupons_used) paid.coupons.insert(coupon.promotion);
    for (const CouponMoved& coupon : sale.coupons_issued) ++paid.issued[coupon.promotion];
    for (const PromotionUse& use : sale.uses) paid.uses[use.promotion] += use.times;
    return paid;
}

// Two tills cut off from each other may have taken one piece back twice, and older ones a part of
// what was measured: nothing comes back a second time.
pricing::Refund give_back(pricing::ReceiptState& state, const SaleCompleted& sale, const Visit& visit)
{
    std::map<std::int64_t, std::int64_t> pieces;
    for (const HandedIn& one : visit) {
        const SaleLine* const sold{line_of(sale, one.line)};
        if (sold != nullptr) pieces[one.line] += was_measured(*sold) ? 1 : one.quantity.whole();
    }
    std::vector<pricing::GoodsBack> goods;
    for (const auto& [line, wanted] : pieces) {
        const std::int64_t left{std::min(wanted, state.pieces_left(line))};
        if (left > 0) goods.push_back({line, left});
    }
    if (goods.empty()) return {};
    auto refund = state.give_back(goods);
    assert(refund.has_value());
    return std::move(*refund);
}

// It may be below zero, where what is kept is taxed higher; but nobody pays for giving something back. What a
// visit could not take of it, `owed`, goes off the tax of the next ones, so that no more comes back than was paid.
Minor tax_back(const pricing::Refund& refund, TaxMode mode, Minor& owed)
{
    if (mode == TaxMode::included) return refund.tax_back;
    const Minor due{refund.tax_back - owed};
    const Minor tax{std::max(due, -refund.refund)};
    owed = tax - due;
    return tax;
}

// The tax of the visit belongs to its lines as the money does.
std::vector<Minor> taxes_of(const pricing::Refund& refund, Minor tax)
{
    std::vector<Minor> weights;
    for (const pricing::LineRefund& line : refund.lines) weights.push_back(line.refund);
    std::vector<Minor> taxes;
    pricing::share(tax < 0 ? -tax : tax, weights, taxes);
    if (refund.refund == 0 && !taxes.empty()) taxes.front() = tax < 0 ? -tax : tax;
    for (Minor& part : taxes) part = tax < 0 ? -part : part;
    return taxes;
}

std::vector<LineBack> lines_back(const pricing::Refund& refund, Minor tax_of_visit, const Visit& now, TaxMode mode)
{
    const std::vector<Minor> taxes{taxes_of(refund, tax_of_visit)};
    std::map<std::int64_t, LineBack> by_line;
    for (std::size_t at{0}; at < refund.lines.size(); ++at) {
        const Money tax{Money::from_minor(taxes[at])};
        const Money net{Money::from_minor(refund.lines[at].refund)};
        by_line[refund.lines[at].line] = {refund.lines[at].line, mode == TaxMode::excluded ? net + tax : net, tax};
    }
    std::vector<LineBack> lines;
    for (const HandedIn& one : now) lines.push_back(std::exchange(by_line[one.line], LineBack{one.line, {}, {}}));
    return lines;
}

// How many of the points it was paid with have gone back when `worth` of them has; all of them with the last fen.
std::int64_t points_until(const SaleCompleted& sale, Minor worth)
{
    std::int64_t points{0};
    Minor paid{0};
    for (const PointsRedeemed& spent : sale.spent) {
        points += spent.amount;
        paid += spent.worth.minor();
    }
    __extension__ using Wide = __int128;
    return paid == 0 ? 0 : static_cast<std::int64_t>(static_cast<Wide>(points) * worth / paid);
}

} // namespace

Money rounded_off(const SaleCompleted& refund, const ReceiptNumber& receipt)
{
    const bool alone{std::all_of(refund.lines.begin(), refund.lines.end(), [&](const SaleLine& line) {
        return line.line_kind == LineKind::return_ && line.returned_receipt == receipt;
    })};
    Money rounded;
    if (!alone) return rounded;
    for (const TenderTaken& taken : refund.tenders) rounded += taken.rounded;
    return rounded;
}

bool promotions_made_the_price(const SaleCompleted& sale)
{
    return std::any_of(sale.lines.begin(), sale.lines.end(), [](const SaleLine& line) {
        return std::any_of(line.why.begin(), line.why.end(), [](const PriceReason& why) {
            return !why.promotion.empty() && why.promotion != pricing::members_price().id;
        });
    });
}

bool was_measured(const SaleLine& line)
{
    if (!line.quantity.is_whole()) return true;
    return line.unit_prices.size() == 1 && line.quantity != Quantity::pieces(1);
}

Quantity still_out(const SaleCompleted& sale, std::span<const Visit> visits, std::int64_t line)
{
    const SaleLine* const sold{line_of(sale, line)};
    if (sold == nullptr || sold->line_kind == LineKind::return_) return {};
    const Quantity back{brought_back(visits, line)};
    return back >= sold->quantity ? Quantity{} : sold->quantity - back;
}

bool nothing_is_kept(const SaleCompleted& sale, std::span<const Visit> visits)
{
    for (std::int64_t line{1}; line <= std::ssize(sale.lines); ++line) {
        if (!still_out(sale, visits, line).is_zero()) return false;
    }
    return true;
}

Unwound unwind(const SaleCompleted& sale, const ReceiptTerms& terms, std::span<const Visit> before, const Visit& now)
{
    for (const HandedIn& one : now) assert(one.quantity <= still_out(sale, before, one.line));
    const pricing::Offers& offers{terms.offers ? *terms.offers : pricing::no_offers()};
    pricing::ReceiptState state{offers.index(), basket_of(sale, terms), paid_before(sale, terms.tax_mode)};
    Minor in_points{0};
    Minor owed{0};
    for (const Visit& visit : before) {
        const pricing::Refund earlier{give_back(state, sale, visit)};
        in_points += earlier.points_back;
        tax_back(earlier, terms.tax_mode, owed);
    }
    const pricing::Refund refund{give_back(state, sale, now)};

    Unwound unwound;
    unwound.lines = lines_back(refund, tax_back(refund, terms.tax_mode, owed), now, terms.tax_mode);
    unwound.points = refund.points_taken_back;
    std::vector<Visit> all{before.begin(), before.end()};
    const bool was_back{nothing_is_kept(sale, all)};
    all.push_back(now);
    // The visit counts as long as anything of it is kept.
    if (!was_back && nothing_is_kept(sale, all)) unwound.points += sale.visit_points;
    unwound.paid_in_points = Money::from_minor(refund.points_back);
    unwound.restored_before = points_until(sale, in_points);
    unwound.points_restored = points_until(sale, in_points + refund.points_back) - unwound.restored_before;
    unwound.kept_worth = Money::from_minor(refund.kept_worth);
    unwound.coupons_back = refund.coupons_back;
    for (const pricing::CouponsVoid& gone : refund.coupons_void) {
        const pricing::Promotion* const by{offers.find(gone.promotion)};
        const bool gives{by != nullptr && by->kind == pricing::PromotionKind::issue};
        unwound.coupons_void[gives ? by->coupon : gone.promotion] += gone.count;
    }
    unwound.uses_back = refund.uses_back;
    return unwound;
}

Result<void> check_swap(const SaleCompleted& sale, const ReceiptTerms& terms, std::span<const Visit> visits,
                        std::int64_t line, const CatalogueItem& other)
{
    const SaleLine* const sold{line_of(sale, line)};
    if (sold == nullptr || was_measured(*sold) || other.weighed) return refuse("swap.not_alike", other.sku.text);
    const pricing::Offers& offers{terms.offers ? *terms.offers : pricing::no_offers()};
    pricing::ReceiptState state{offers.index(), basket_of(sale, terms), paid_before(sale, terms.tax_mode)};
    for (const Visit& visit : visits) (void)give_back(state, sale, visit);
    return state.swap(line, article_of(other, other.price, other.weighed));
}

} // namespace guitai
