// GS1 element strings: what GS1-128, GS1 DataMatrix, GS1 QR and DataBar say when a
// scanner reads them, and the form with brackets that stands under the bars. One
// table of application identifiers holds every length. Knows no goods and no shop.
#pragma once

#include "sync/events/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// FNC1 between two elements, as scanners send it.
inline constexpr char gs1_separator{'\x1D'};

inline constexpr std::size_t gs1_bytes_max{400};

enum class Gs1Role {
    gtin,
    lot,
    serial,
    date,     // YYMMDD; day 00 is the last of the month.
    count,
    measure,  // Kilograms, metres, litres …: a whole number with its decimals told apart.
    amount,   // Money of the area the shop stands in, or with a currency before it.
    other,
};

enum class Gs1Unit { none, kilogram, metre, square_metre, litre, cubic_metre };

// One element. Its identifier is written out, the digit for decimals included: "3103".
struct Gs1Element {
    std::string identifier{};
    std::string value{};
    Gs1Role role{Gs1Role::other};
    Gs1Unit unit{Gs1Unit::none};
    int decimals{0};          // Of a measure or an amount.
    std::int64_t number{0};   // Of a count, a measure or an amount, without its decimal point.
    std::string currency{};   // ISO 4217 digits; empty: of the area.

    bool operator==(const Gs1Element&) const = default;
};

// `text` begins with an identifier, or with "(" for the form with brackets; what a
// scanner puts before it is gone already. Refuses, with the place counted from 1:
// gs1.empty, gs1.unknown_identifier, gs1.too_short, gs1.too_long, gs1.not_digits,
// gs1.bad_character, gs1.bad_check_digit, gs1.bad_date, gs1.said_twice (another value
// for the same identifier) and gs1.bracket.
[[nodiscard]] Result<std::vector<Gs1Element>> parse_gs1(std::string_view text);

// The first element of that role; null where there is none.
[[nodiscard]] const Gs1Element* find_gs1(const std::vector<Gs1Element>& elements, Gs1Role role);

// "2026-11-30" of "261100": two digits of a year lie within fifty years of 2026, as
// the General Specifications (7.12) have it, and day 00 is the month's last. Empty: no date.
[[nodiscard]] std::string gs1_date(std::string_view six_digits);

} // namespace guitai
