// The text in the QR of a receipt: shop, number, day and total, with a signature
// by which a till knows its own paper again when goods come back. Only capitals,
// digits and signs that every keyboard layout has in one place, for a scanner types
// it. Pure form: who signs, and with what, is somebody else's.
//
//   GTR1.S01.S01-71-000001.20261122.181800.<103 characters of signature>
//
// An address may stand before it, so that a phone opens the member's own page: HTTPS://HOST/MY/R/GTR1.S01…
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/result.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace guitai {

using ReceiptSignature = std::array<unsigned char, 64>; // Ed25519.

struct ReceiptStatement {
    PlaceCode store{};
    ReceiptNumber receipt{};
    std::string business_date{}; // ISO.
    Money total{};               // Below zero on a refund.

    bool operator==(const ReceiptStatement&) const = default;
};

struct SignedReceipt {
    ReceiptStatement statement{};
    ReceiptSignature signature{};

    bool operator==(const SignedReceipt&) const = default;
};

// What is signed: the text up to the last dot. Empty where the statement can not be
// written in it (a code with other than capitals, digits and dashes, or no date).
[[nodiscard]] std::string statement_text(const ReceiptStatement& statement);

// `signed_text` behind the address of the head office ("https://HOST"), in capitals; alone where that is empty.
[[nodiscard]] std::string receipt_link(std::string_view member_site, const std::string& signed_text);

[[nodiscard]] std::string signed_receipt_text(const SignedReceipt& receipt);

// Whether a scanned code claims to be one, well-formed or not.
[[nodiscard]] bool looks_like_signed_receipt(std::string_view code);

// Refuses receipt.qr_unreadable. Says nothing of whether the signature is right.
[[nodiscard]] Result<SignedReceipt> parse_signed_receipt(std::string_view code);

} // namespace guitai
