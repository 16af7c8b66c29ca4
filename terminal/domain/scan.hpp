// What a scanner sent, understood: which kind of code it is, what it says beside
// the number of the goods, and under which numbers to look for them, in which
// order. Knows no goods; whoever has some looks.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"
#include "terminal/domain/gs1.hpp"
#include "terminal/domain/in_store_code.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

enum class Symbology { untold, ean_upc, code128, itf, qr, data_matrix, databar, other };

enum class ScanKind { plain, ean, upc, case_code, gs1, in_store, signed_receipt };

struct Scan {
    std::string text{};  // Without the scanner's prefix and without blanks at its ends.
    Symbology symbology{Symbology::untold}; // As far as the scanner says so.
    ScanKind kind{ScanKind::plain};
    // Numbers to look for, the code as it came first; what is only found behind the first
    // `exact` of them counts with `quantity` and `price`, for they were inside the code.
    std::vector<std::string> codes{};
    std::size_t exact{1};

    std::vector<Gs1Element> elements{};
    std::string lot{};
    std::string serial{};
    std::string expires_on{}; // ISO date.
    std::optional<InStoreCode> in_store{};

    Quantity quantity{Quantity::pieces(1)};
    Money price{};   // Of all of it, as the label says; zero: none.
    // Why what looked like a GS1 or an in-store code is none after all. Said where
    // nothing is found under the code as it came.
    std::optional<Refusal> trouble{};
};

// Never refuses: whatever it is, it may be kept under just that code.
[[nodiscard]] Scan read_scan(std::string_view scanned, const std::vector<InStoreRule>& rules);

// How much of goods at `unit` each a label's `price` pays for: the least thousandths
// that are not too little. Zero where the goods cost nothing.
[[nodiscard]] Quantity quantity_for(Money price, Money unit);

// For people: what can not be seen as <GS>, the rest as it is.
[[nodiscard]] std::string visible_code(std::string_view scanned);

} // namespace guitai
