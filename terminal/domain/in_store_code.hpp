// Codes a shop prints itself, with a weight, a price or a count inside: what a
// scale sticks on a bag of sweets. Which digits mean what is a table of rules, for
// every make of scale and every shop has its own. Knows no goods and no file.
#pragma once

#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

enum class InStoreKind { weight, price, quantity };
enum class InnerCheck { none, before_value };

// prefix, item number, (check digit of the value,) (digits that are passed over,) value,
// (whatever else,) check digit of it all. A code of 18 digits has weight and price; the
// rule says which of the two is read.
struct InStoreRule {
    std::string name{};         // For the person who tries it out.
    std::string prefix{};       // Two to four digits.
    std::size_t length{13};     // Of the whole code: 13, or 18 as some scales print.
    std::size_t item_digits{5};
    std::size_t skip_digits{0}; // Between item number and value.
    std::size_t value_digits{0}; // Up to nine; 0: what is left.
    InStoreKind kind{InStoreKind::weight};
    int decimals{3};            // Of the value: 3 counts grams of a kilogram, 2 counts fen.
    InnerCheck inner_check{InnerCheck::none};

    bool operator==(const InStoreRule&) const = default;
};

inline constexpr std::size_t in_store_rules_max{100};

// 20 to 24: a price in fen behind a five-digit number; 25 to 29: a weight in grams.
[[nodiscard]] std::vector<InStoreRule> default_in_store_rules();

// Refuses barcodes.bad_rule with the field: a prefix of other than 2 to 4 digits or
// outside 02, 04 and 20 to 29, a length of neither 13 nor 18, no room for the value or
// more than nine digits of it, more than three decimals, more than two of a price.
[[nodiscard]] Result<void> check_rule(const InStoreRule& rule);

struct InStoreCode {
    InStoreRule rule{};
    std::string item{};     // As printed, with its zeros.
    std::int64_t value{0};  // Without its decimal point.

    bool operator==(const InStoreCode&) const = default;
};

// The longest prefix that fits, in the order of the rules; nothing: no rule speaks of this
// code. Refuses scan.bad_check_digit (of the whole, or of the value inside).
[[nodiscard]] Result<std::optional<InStoreCode>> match_in_store(std::string_view code,
                                                                const std::vector<InStoreRule>& rules);

// The codes under which the goods may be kept, likeliest first: the whole code with
// zeros for its value, prefix and number, the number alone with and without its zeros.
[[nodiscard]] std::vector<std::string> item_codes(const InStoreCode& code);

// Of a weight or a count, in thousandths; of a price zero.
[[nodiscard]] Quantity quantity_of(const InStoreCode& code);
// Of a price; zero of anything else.
[[nodiscard]] Money price_of(const InStoreCode& code);

// GS1's check digit of a price of four or five digits inside a code (General
// Specifications, 7.9.2 to 7.9.4). Nothing for other lengths.
[[nodiscard]] std::optional<char> price_check_digit(std::string_view value);

} // namespace guitai
