// What the customer is about to pay for: goods taken along and goods ordered.
// Knows no screen, no file and no clock, and works out no price itself.
#pragma once

#include "sync/events/catalogue_events.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/order_events.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"
#include "sync/pricing/pricing.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace guitai {

// A line keeps its number until the ticket is paid, whatever is removed around it.
using LineNumber = std::int64_t;

// How an order line reaches the customer, and what was known when it was promised.
struct OrderTerms {
    Delivery delivery{Delivery::ship};
    Recipient recipient{};
    Money fee{};
    std::int64_t stock_as_of_ms{0};
    bool was_missing{false}; // True: it was asked for here and not here, a sale saved.
    std::string slot{};      // When she is at home; empty: at any time.
};

// Where returned goods were sold, and what goes back for them.
// What goes back for a whole line.
struct LineRefund {
    Money amount{};       // ≥ 0, tax included.
    Money tax{};
    Money coupon_spent{}; // Kept back: coupons that the goods had earned were spent already.
};

struct ReturnTerms {
    ReceiptNumber receipt{};  // Empty: without a receipt.
    std::int64_t line{0};     // On it, from 1.
    std::string reason{};
    LineRefund refund{};
    Money freight{}; // What sending it back cost the customer.
};

// Of both lines of a swap: which line of which receipt, from 1, the new piece takes its place on.
struct SwapTerms {
    ReceiptNumber receipt{};
    std::int64_t line{0};
    LineNumber partner{0}; // The other line of the two.

    [[nodiscard]] bool none() const { return receipt.empty(); }
};

// What tells one piece from another of the same SKU; either may be empty.
struct PieceMark {
    std::string serial{};
    std::string lot{};

    [[nodiscard]] bool none() const { return serial.empty() && lot.empty(); }
    bool operator==(const PieceMark&) const = default;
};

struct CartLine {
    LineNumber number{0};
    LineKind kind{LineKind::sale};
    CatalogueItem product{};
    Quantity quantity{};
    LineDiscount discount{};
    OrderTerms order{}; // Of an order line.
    ReturnTerms returned{}; // Of a return line.
    std::vector<GuideShare> guides{};
    std::string note{};
    PieceMark mark{};
    SwapTerms swap{}; // Such a line costs nothing and stays as it is.
};

// Whether a piece that is taken along still has to say which one it is, before it is paid.
[[nodiscard]] bool lacks_serial(const CartLine& line);
[[nodiscard]] bool lacks_lot(const CartLine& line);

class Cart {
public:
    static constexpr std::size_t lines_max{200};
    static constexpr std::int64_t quantity_max{999};
    // ¥10,000,000 at list price. More is a slip of the hand or a spoilt catalogue.
    static constexpr Money worth_max{Money::from_minor(1'000'000'000)};

    // Goods to take along; a SKU that is already there raises its line. Refuses
    // cart.quantity_range (above zero, up to quantity_max pieces), cart.lines_full,
    // cart.amount_full (the ticket would pass worth_max) and cart.not_for_sale
    // (a price or a tax rate that no catalogue should hold).
    [[nodiscard]] Result<LineNumber> add(const CatalogueItem& product, Quantity quantity);
    // The same with the marks its code carries: lines of the same lot are one, a piece with a
    // serial number is a line of its own, and so is each piece that needs one. Refuses cart.serial_twice,
    // cart.serial_each (a serial number for more than one piece) and like add().
    [[nodiscard]] Result<LineNumber> add_marked(const CatalogueItem& product, Quantity quantity, PieceMark mark);
    // Goods to be delivered; always a line of its own. Refuses like add().
    [[nodiscard]] Result<LineNumber> add_order(const CatalogueItem& product, Quantity quantity, OrderTerms terms);
    // Goods that come back; the same line of the same receipt raises its line. Refuses like add().
    [[nodiscard]] Result<LineNumber> add_return(const CatalogueItem& product, Quantity quantity, ReturnTerms terms,
                                                PieceMark mark = {});
    // `back` comes back and `out` goes along in its place, two lines that cost nothing; the second one's
    // number. They leave together and do not change. Refuses like add().
    [[nodiscard]] Result<LineNumber> add_swap(const CatalogueItem& back, PieceMark mark, const CatalogueItem& out,
                                              Quantity quantity, SwapTerms terms, std::string reason);
    // What goes back for a return line. Asserts that there is such a line.
    void set_refund(LineNumber line, const LineRefund& refund);
    // Zero removes the line. Refuses cart.no_such_line, cart.serial_each, swap.fixed and like add().
    [[nodiscard]] Result<void> set_quantity(LineNumber line, Quantity quantity);
    // Refuses cart.no_such_line.
    [[nodiscard]] Result<void> remove(LineNumber line);
    // The line that was removed last, back in its place. Where its SKU was added
    // again meanwhile, that line is raised. Refuses cart.nothing_to_undo and like add().
    [[nodiscard]] Result<LineNumber> undo_remove();
    // Replaces the line's discount. Refuses cart.no_such_line and swap.fixed.
    [[nodiscard]] Result<void> discount(LineNumber line, LineDiscount discount);

    // Which piece a line is. A serial number belongs to one piece only. Refuses cart.no_such_line, cart.serial_each
    // (a serial number for more than one piece), cart.serial_twice and, of what comes back, cart.mark_not_here.
    [[nodiscard]] Result<void> set_mark(LineNumber line, PieceMark mark);
    // The goods of a line are delivered on these terms; nothing: taken along now. Refuses cart.no_such_line,
    // delivery.not_for_returns and like add().
    [[nodiscard]] Result<void> deliver(LineNumber line, std::optional<OrderTerms> terms);

    // Of one line, or of every line where `line` is 0. Refuses cart.no_such_line.
    [[nodiscard]] Result<void> set_guides(LineNumber line, const std::vector<GuideShare>& guides);
    // Refuses cart.no_such_line.
    [[nodiscard]] Result<void> note(LineNumber line, std::string note);

    [[nodiscard]] const std::vector<CartLine>& lines() const { return m_lines; }
    [[nodiscard]] const CartLine* find(LineNumber line) const; // Null: no such line.
    [[nodiscard]] bool is_empty() const { return m_lines.empty(); }
    [[nodiscard]] bool can_undo_remove() const { return m_removed.has_value(); }
    [[nodiscard]] PricedCart priced(const PriceFacts& facts) const;

private:
    struct Removed {
        CartLine line{};
        std::size_t place{0};
    };

    [[nodiscard]] Result<void> check(const CatalogueItem& product, Quantity quantity, Money fee,
                                     LineNumber instead_of) const;
    [[nodiscard]] Result<LineNumber> append(CartLine line);
    [[nodiscard]] Result<LineNumber> add_one_by_one(const CatalogueItem& product, Quantity quantity);
    void drop_swap(LineNumber line);
    [[nodiscard]] std::vector<CartLine>::iterator place_of(LineNumber line);
    [[nodiscard]] std::vector<CartLine>::iterator same_goods(const Sku& sku, const PieceMark& mark);

    std::vector<CartLine> m_lines;
    std::optional<Removed> m_removed;
    LineNumber m_last_number{0};
};

} // namespace guitai
