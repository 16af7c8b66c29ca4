// How a ticket is paid: what each tender may cover, what change is due, and the
// proof that a paid ticket adds up. Knows no card terminal and no drawer.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/result.hpp"
#include "sync/events/rules_events.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace guitai {

// Nobody hands over so much too much: a barcode typed as an amount must not become cash.
inline constexpr Money change_max{Money::from_minor(1'000'000)};

// What a ticket still needs: below zero, what the customer still gets.
struct TicketDue {
    Money due{};
    Money cod_room{};     // How much of it may still be promised on delivery.
    Money account_room{}; // How much of it the member may still owe.
    // What it comes to in cash, where that is not the sum in coins: refunds of one receipt are rounded together.
    std::optional<Money> cash{};
};

[[nodiscard]] TicketDue still_due(Money total, Money order_total, std::span<const TenderTaken> tenders);

// What a person takes over the counter without a ticket: cash, a wallet, a card.
[[nodiscard]] bool is_counter_tender(TenderKind tender);

// What is handed over. Where money goes back, `given` may be said with its sign or without.
struct TenderOffer {
    TenderKind tender{TenderKind::cash};
    Money given{};
    std::string reference{};
    std::string currency{};        // Of foreign cash, whose `given` is worked out here.
    std::int64_t foreign_minor{0};
};

// `offer` towards `ticket`. Cash that settles the rest is rounded to coins (抹零)
// unless the exact sum was handed over; only cash gives change, in our own money.
// Refuses pay.nothing_due, pay.bad_amount (zero, or the wrong way), pay.too_much (a
// card for more than is due, or change beyond change_max), pay.cod_needs_order (more
// on delivery than the order lines cost), pay.account_limit (more than she may owe),
// pay.unknown_currency and pay.not_for_refund (no promise, no foreign money goes back).
[[nodiscard]] Result<TenderTaken> take_tender(const TicketDue& ticket, TenderOffer offer, const ShopRulesSet& rules);

// The promise of a paid ticket: lines sum to the total, so do the tenders, and
// given − change + rounded = amount for each. A ticket that breaks it is a bug: asserts.
void settle(std::span<const SaleLine> lines, std::span<const TenderTaken> tenders, Money total);

// What of `cod` each order owes on delivery, in proportion to `totals`; the
// parts sum to `cod` and none is above its total. `cod` is at most their sum.
[[nodiscard]] std::vector<Money> share_cod(Money cod, std::span<const Money> totals);

// What a customer is likely to hand over: the exact amount first, then the next
// round sums above it, at most five in all. Nothing for nothing due.
[[nodiscard]] std::vector<Money> quick_cash(Money due);

} // namespace guitai
