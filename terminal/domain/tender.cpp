#include "terminal/domain/tender.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace guitai {

TicketDue still_due(Money total, Money order_total, std::span<const TenderTaken> tenders)
{
    Money due{total};
    Money promised;
    for (const TenderTaken& tender : tenders) {
        due -= tender.amount;
        if (tender.tender == TenderKind::cod) promised += tender.amount;
    }
    return {.due = due, .cod_room = std::min(due, order_total - promised)};
}

Result<TenderTaken> take_tender(const TicketDue& ticket, TenderKind tender, Money given, std::string reference)
{
    if (ticket.due <= Money{}) return refuse("pay.nothing_due");
    if (given <= Money{}) return refuse("pay.bad_amount", text_of(given));
    if (tender == TenderKind::cod && given > ticket.cod_room) {
        return refuse("pay.cod_needs_order", text_of(ticket.cod_room));
    }
    if (tender != TenderKind::cash && given > ticket.due) return refuse("pay.too_much", text_of(ticket.due));
    if (given - ticket.due > change_max) return refuse("pay.too_much", text_of(given));

    TenderTaken taken;
    taken.tender = tender;
    taken.amount = std::min(given, ticket.due);
    taken.given = given;
    taken.change = given - taken.amount;
    taken.reference = std::move(reference);
    return taken;
}

void settle(std::span<const SaleLine> lines, std::span<const TenderTaken> tenders, Money total)
{
    Money of_lines;
    for (const SaleLine& line : lines) of_lines += line.total;
    Money of_tenders;
    for (const TenderTaken& tender : tenders) {
        assert(tender.given - tender.change == tender.amount);
        assert(tender.tender == TenderKind::cash || tender.change.is_zero());
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
