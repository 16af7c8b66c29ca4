// Finished sales whose goods come back or are swapped: how they are found, which
// piece a line of a receipt stands for today, and whether it may still come back.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

#include <cstdint>
#include <string>

namespace guitai {

// Of this till, or of another one whose head office can be asked. Refuses
// return.unknown_receipt, return.asking (the answer comes later) and return.office_away.
[[nodiscard]] Result<KnownSale> read_sale(const Desk& desk, const ReceiptNumber& receipt);

// A piece by the receipt that it was paid on, whatever swaps came after.
struct SoldPiece {
    KnownSale known{};
    std::int64_t line{0}; // Of that receipt, from 1.
    Sku sku{};            // As what the customer holds it today …
    PieceMark mark{};     // … and which piece that is.

    [[nodiscard]] const SaleLine& sold() const { return known.sale.lines[static_cast<std::size_t>(line - 1)]; }
};

// The piece behind a line of `receipt`, from 1; of the receipt of a swap, the piece that was paid for.
// Refuses cart.no_such_line and like read_sale().
[[nodiscard]] Result<SoldPiece> find_piece(const Desk& desk, const ReceiptNumber& receipt, std::int64_t line);

// How much of it is out and not on the ticket, neither coming back nor being swapped.
[[nodiscard]] Quantity left_of(const Cart& ticket, const SoldPiece& piece);
[[nodiscard]] Quantity left_of(const Cart& ticket, const KnownSale& known, std::int64_t line, const Sku& sku);

// Why it does not come back; empty: it may.
[[nodiscard]] std::string refusal_of(const Desk& desk, const KnownSale& known, std::int64_t line);

// A piece past its last day comes back only if a second person says so: then `command` waits for that.
// Refuses return.needs_approval and what refusal_of() says.
[[nodiscard]] Result<void> check_window(Desk& desk, const Command& command, const SoldPiece& piece,
                                        const std::string& reason);

// Refuses return.needs_reason.
[[nodiscard]] Result<void> check_reason(std::string_view reason);

// As it was sold, whatever the catalogue says of it today.
[[nodiscard]] CatalogueItem as_sold(const Desk& desk, const SaleLine& line, const Sku& sku);

[[nodiscard]] SoldView sold_view(const Desk& desk, const KnownSale& known);

} // namespace guitai
