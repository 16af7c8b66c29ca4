// Small readings of one cell: trimming, prices, quantities, dates, plain text out
// of HTML. Every number is read as decimal text, never through a double.
#pragma once

#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guitai {

// Without ASCII spaces, tabs and line breaks at the ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string lower_ascii(std::string_view text);
// Trimmed, and every run of white space and control characters made one space.
[[nodiscard]] std::string one_line(std::string_view text);
// At most `characters_max` characters; a longer text is cut and ends in "…".
[[nodiscard]] std::string shortened(std::string text, std::size_t characters_max);
// The words of an HTML text on one line: tags gone, entities read.
[[nodiscard]] std::string text_of_html(std::string_view html);
// A code or number as spreadsheets hide it from themselves: without the leading ' or ="…".
[[nodiscard]] std::string_view unguarded(std::string_view text);

// The most that one piece may cost: 10,000,000.00. More is a slip of the keyboard.
inline constexpr std::int64_t price_minor_max{1'000'000'000};

// "1234.5", "1,234.50", "52.000000". Refuses with catalogue.bad_price (not a number,
// or part of a fen), catalogue.negative_price, catalogue.absurd_price; the detail is
// what is wrong with it, without a place.
[[nodiscard]] Result<Money> read_price(std::string_view text);
// "13", "13%", "9.5": percent. Nothing for anything else, or over 100.
[[nodiscard]] std::optional<BasisPoints> read_percent(std::string_view text);
// "3", "-1", "100.0000". Nothing for anything else.
[[nodiscard]] std::optional<Quantity> read_quantity(std::string_view text);
// ISO date out of "2026-11-22", "2026-11-22 00:00:00", "2026/1/5" or the "11/22/26" that
// Magento writes. Nothing for anything else.
[[nodiscard]] std::optional<std::string> read_date(std::string_view text);

} // namespace guitai
