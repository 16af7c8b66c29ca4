// What a scanner's digits are: which kind of code, whether its last digit proves
// the others, and the one form under which goods are kept. Knows no goods.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guitai {

enum class BarcodeKind {
    ean13,
    ean8,
    in_store, // EAN-13 or EAN-8 that a shop gives itself: 02, 04, 20 to 29.
    itf14,    // GTIN-14 of a case, from ITF-14 or a GS1 element string.
    other,    // Anything else, a wrong check digit included; shops print such codes too.
};

// GS1's check digit of the digits before it: from the right, three times every other
// one, made up to a multiple of ten. `digits` are ASCII digits, any number of them.
[[nodiscard]] char check_digit_of(std::string_view digits);

// Whether `text` is ASCII digits and nothing else; nothing at all counts as digits.
[[nodiscard]] bool is_digits(std::string_view text);

// Whether `code` is 8, 12, 13 or 14 digits of which the last is right.
[[nodiscard]] bool has_right_check_digit(std::string_view code);

// The form that is looked up: without spaces at its ends, and a UPC-A with the 0 in
// front that makes it an EAN-13, for scanners send it either way. All else as it is.
[[nodiscard]] std::string normal_barcode(std::string_view scanned);

// The twelve digits that a UPC-E of eight is short for; empty where it is none (it
// begins with 0 or 1, and its last digit must be right for the long form).
[[nodiscard]] std::string expand_upc_e(std::string_view code);

// Every form under which goods with this number may be kept, the longest first: a
// GTIN-14 with its zeros in front, as EAN-13, UPC-A and EAN-8. `gtin` is of a known
// length with a right check digit; anything else has no forms.
[[nodiscard]] std::vector<std::string> gtin_forms(std::string_view gtin);

[[nodiscard]] BarcodeKind kind_of_barcode(std::string_view scanned);

} // namespace guitai
