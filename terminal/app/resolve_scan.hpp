// From a scanned code to goods: the same for selling and for trying codes out.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/scan.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guitai {

struct ResolvedScan {
    Scan scan{};
    std::optional<CatalogueItem> product{};
    std::string found_by{}; // The code it was found under.
    // What to sell of it; a label's price stands instead of the quantity where there is one.
    Quantity quantity{Quantity::pieces(1)};
    Money price{};
};

// The whole code first, then a GTIN in all its lengths, then the number in an
// in-store code. Looks at goods only.
[[nodiscard]] ResolvedScan resolve_scan(const Desk& desk, std::string_view scanned);

// What a person may know of it.
[[nodiscard]] ScanView explain_scan(const Desk& desk, std::string_view scanned);

// Of a receipt's QR. Refuses receipt.qr_unreadable.
[[nodiscard]] Result<ScannedReceipt> scanned_receipt(const Desk& desk, std::string_view code);

} // namespace guitai
