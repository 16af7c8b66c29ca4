#include "terminal/domain/tender.hpp"

#include "terminal/domain/shop_rules.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace guitai {
namespace {

constexpr std::int64_t foreign_minor_max{100'000'000};

bool gives_change(TenderKind tender) { return tender == TenderKind::cash || tender == TenderKind::foreign_cash; }

Result<void> price_foreign(TenderOffer& offer, const ShopRulesSet& rules)
{
    const auto rate = rate_of(rules, offer.currency);
    if (!rate) return refuse("pay.unknown_currency", offer.currency);
    if (offer.foreign_minor <= 0 || offer.foreign_minor > foreign_minor_max) {
        return refuse("pay.bad_amount", std::to_string(offer.foreign_minor));
    }
    offer.given = worth_here(*rate, offer.foreign_minor);
    return {};
}

Result<void> check_kind(const TicketDue& ticket, const TenderOffer& offer)
{
    const bool back{ticket.due.is_negative()};
    if (offer.tender == TenderKind::cod) {
        if (back) return refuse("pay.not_for_refund");
        if (offer.given > ticket.cod_room) return refuse("pay.cod_needs_order", text_of(ticket.cod_room));
    }
    if (offer.tender == TenderKind::foreign_cash && back) return refuse("pay.not_for_refund");
    if (offer.tender == TenderKind::on_account && offer.given > ticket.account_room) {
        return refuse("pay.account_limit", text_of(ticket.account_room));
    }
    return {};
}

TenderTaken taken_from(TenderOffer offer)
{
    TenderTaken taken;
    taken.tender = offer.tender;
    taken.given = offer.given;
    taken.amount = offer.given;
    taken.reference = std::move(offer.reference);
    taken.currency = std::move(offer.currency);
    taken.foreign_minor = offer.foreign_minor;
    return taken;
}

Result<TenderTaken> take_exact(Money due, TenderOffer offer)
{
    if (offer.given.is_zero() || offer.given.is_negative() != due.is_negative()) {
        return refuse("pay.bad_amount", text_of(offer.given));
    }
    if (due.is_negative() ? offer.given < due : offer.given > due) return refuse("pay.too_much", text_of(due));
    return taken_from(std::move(offer));
}

// Coins smaller than the shop uses are let go of, but taken where somebody has them.
Result<TenderTaken> take_cash(const TicketDue& ticket, TenderOffer offer, const ShopRulesSet& rules)
{
    const Money due{ticket.due};
    const Money in_cash{offer.given == due ? due : ticket.cash.value_or(in_coins(rules, due))};
    if (offer.given.is_zero() ? !in_cash.is_zero() : offer.given.is_negative() != due.is_negative()) {
        return refuse("pay.bad_amount", text_of(offer.given));
    }
    const bool back{due.is_negative()};
    if (back ? offer.given < in_cash : offer.given - in_cash > change_max) {
        return refuse("pay.too_much", text_of(back ? in_cash : offer.given));
    }
    TenderTaken taken{taken_from(std::move(offer))};
    if (back ? taken.given > in_cash : taken.given < in_cash) return taken; // A part; the rest is still due.
    taken.amount = due;
    taken.rounded = due - in_cash;
    taken.change = taken.given - in_cash;
    return taken;
}

} // namespace

bool is_counter_tender(TenderKind tender)
{
    return tender == TenderKind::cash || tender == TenderKind::wallet || tender == TenderKind::card;
}

TicketDue still_due(Money total, Money order_total, std::span<const TenderTaken> tenders)
{
    Money due{total};
    Money promised;
    for (const TenderTaken& tender : tenders) {
        due -= tender.amount;
        if (tender.tender == TenderKind::cod) promised += tender.amount;
    }
    return {.due = due, .cod_room = std::max(Money{}, std::min(due, order_total - promised)), .account_room = {},
            .cash = {}};
}

Result<TenderTaken> take_tender(const TicketDue& ticket, TenderOffer offer, const ShopRulesSet& rules)
{
    if (ticket.due.is_zero()) return refuse("pay.nothing_due");
    if (offer.tender == TenderKind::foreign_cash) {
        if (auto priced = price_foreign(offer, rules); !priced) return refuse(priced.error());
    }
    const bool back{ticket.due.is_negative()};
    if (back && !offer.given.is_negative()) offer.given = -offer.given;
    if (auto possible = check_kind(ticket, offer); !possible) return refuse(possible.error());
    const bool is_cash{offer.tender == TenderKind::cash || offer.tender == TenderKind::foreign_cash};
    return is_cash ? take_cash(ticket, std::move(offer), rules) : take_exact(ticket.due, std::move(offer));
}

void settle(std::span<const SaleLine> lines, std::span<const TenderTaken> tenders, Money total)
{
    Money of_lines;
    for (const SaleLine& line : lines) of_lines += line.total;
    Money of_tenders;
    for (const TenderTaken& tender : tenders) {
        assert(tender.given - tender.change + tender.rounded == tender.amount);
        assert(gives_change(tender.tender) || (tender.change.is_zero() && tender.rounded.is_zero()));
        of_tenders += tender.amount;
    }
    assert(of_lines == total);
    assert(of_tenders == total);
}

std::vector<Money> share_cod(Money cod, std::span<const Money> totals)
{
    Money left_of_totals;
    for (const Money total : totals) left_of_totals += total;
    assert(!cod.is_negative() && cod <= left_of_totals);

    // Each takes its part of what is left, so the last one takes exactly the rest.
    std::vector<Money> parts;
    parts.reserve(totals.size());
    for (const Money total : totals) {
        const Money part{left_of_totals.is_zero() ? Money{} : cod.scaled(total.minor(), left_of_totals.minor())};
        parts.push_back(part);
        cod -= part;
        left_of_totals -= total;
    }
    return parts;
}

std::vector<Money> quick_cash(Money due)
{
    constexpr std::array<std::int64_t, 6> steps_minor{1'000, 5'000, 10'000, 20'000, 50'000, 100'000};
    constexpr std::size_t sums_max{5};

    std::vector<Money> sums;
    if (due <= Money{}) return sums;
    sums.push_back(due);
    for (const std::int64_t step : steps_minor) {
        const Money sum{Money::from_minor((due.minor() + step - 1) / step * step)};
        if (sums.size() < sums_max && sum > sums.back()) sums.push_back(sum);
    }
    return sums;
}

} // namespace guitai
