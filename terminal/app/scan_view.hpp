// What can be seen of a code that was scanned: how it was understood, and whether a
// receipt's seal is ours. Plain structs, part of the till's view.
#pragma once

#include "sync/events/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// A piece of what a code says: "gs1.lot", "L7".
struct ScanFact {
    std::string what; // Word key.
    std::string value;
};

// A code and what the till makes of it.
struct ScanView {
    std::string scanned; // Fit to be shown.
    std::string kind;    // plain ean upc case_code gs1 in_store signed_receipt
    std::string symbology; // As the scanner told; empty where it did not.
    std::vector<std::string> codes; // Looked for, in this order.
    std::string found_by; // The one of them that goods were found under; empty: none.
    Sku sku;
    std::string name, name_en, variant;
    Quantity quantity; // That a scan would put on the ticket.
    Money price;       // Of the label, where it names one; else zero.
    std::string rule;  // Of an in-store code: its name, or its prefix.
    std::vector<ScanFact> facts;
    std::string code;  // Why it would be refused; empty: it would be sold.
    std::string detail;
};

// Scans are tried out in the settings.
struct BarcodeTestView {
    bool on{false};
    std::vector<ScanView> seen{}; // The last one first.
};

// What a receipt's QR says, and whether this shop can vouch for it.
enum class ReceiptProof { proven, forged, other_till };
struct ScannedReceipt {
    PlaceCode store;
    ReceiptNumber receipt;
    std::string business_date; // ISO
    Money total;
    ReceiptProof proof{ReceiptProof::other_till};
    bool is_kept_here{false}; // The sale itself is in this till's books.
};

} // namespace guitai
