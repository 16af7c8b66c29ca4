// What is printed on a receipt, as lines of text. Everything on it was worked
// out before: here nothing is added up but the discounts. Knows no printer.
#pragma once

#include "sync/events/order_events.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/pricing/pricing.hpp"
#include "terminal/domain/columns.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

enum class ReceiptCopy { original, reprint, gift };

// What the paper says of an order line beside its price.
struct ReceiptOrder {
    OrderId order{};
    Delivery delivery{Delivery::ship};
    std::string recipient{}; // A name, or the place where it lies ready.
    Money due_on_delivery{};
};

// A coupon that the customer takes along.
struct ReceiptCoupon {
    std::string code{};
    std::string name{}; // Of its offer.
    std::string from{}; // ISO dates, of the first and the last day on which it is good.
    std::string to{};
};

// A purse of money that the ticket was paid out of.
struct ReceiptPurse {
    TenderKind tender{TenderKind::stored_value};
    std::string shown{}; // The last four of a gift card.
    Money left{};
};

struct Receipt {
    SaleCompleted sale{};
    ReceiptCopy copy{ReceiptCopy::original};
    std::int64_t copy_number{0}; // Of a copy: the how manieth, counted from 1.
    std::string copied_at{};     // Of a copy: when, as printed.
    std::string shop_name{};
    TaxMode tax_mode{TaxMode::included};
    std::string at{}; // When it was sold, as printed.
    std::string member_name{};                     // Empty for a stranger.
    std::optional<std::int64_t> points_balance{}; // After this sale, where it is known.
    std::string tier{};      // After it, in words; empty: the chain has none.
    std::string next_tier{}; // Above it, in words, empty at the top …
    std::int64_t missing{0}; // … and the points that are missing.
    std::vector<ReceiptPurse> purses{};
    std::vector<ReceiptOrder> orders{};
    std::vector<ReceiptCoupon> coupons{}; // For next time.
    bool in_english{false};
};

inline constexpr std::size_t widest_paper{48}; // 80 mm, printed to the edges
inline constexpr std::size_t wide_paper{42};   // 80 mm
inline constexpr std::size_t narrow_paper{32}; // 58 mm

// A gift receipt names the goods and the number by which they can be brought back, but no
// price, no tender and no member. Lines of at most `columns`, each ended by a line break. Words are asked for by
// the keys paper.*, tender.*, delivery.* and the codes of the lines' reasons.
// What took something off a line, in words: the offer's name, its quantity, what was reached.
[[nodiscard]] std::string reason_text(const PriceReason& reason, bool in_english, const WordOf& words);

[[nodiscard]] std::string receipt_text(const Receipt& receipt, std::size_t columns, const WordOf& words);

} // namespace guitai
