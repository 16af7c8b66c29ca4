// What a scanner's digits are: which kind of code, whether its last digit proves
// the others, and the one form under which goods are kept. Knows no goods.
#pragma once

#include <string>
#include <string_view>

namespace guitai {

enum class BarcodeKind {
    ean13,
    ean8,
    in_store, // EAN-13 or EAN-8 that a shop gives itself: 02, 04, 20 to 29.
    other,    // Anything else, a wrong check digit included; shops print such codes too.
};

// GS1's check digit of the digits before it: from the right, three times every other
// one, made up to a multiple of ten. `digits` are ASCII digits, any number of them.
[[nodiscard]] char check_digit_of(std::string_view digits);

// Whether `code` is 8, 12 or 13 digits of which the last is right.
[[nodiscard]] bool has_right_check_digit(std::string_view code);

// The form that is looked up: without spaces at its ends, and a UPC-A with the 0 in
// front that makes it an EAN-13, for scanners send it either way. All else as it is.
[[nodiscard]] std::string normal_barcode(std::string_view scanned);

[[nodiscard]] BarcodeKind kind_of_barcode(std::string_view scanned);

} // namespace guitai
