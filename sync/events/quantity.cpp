#include "sync/events/quantity.hpp"

#include <fmt/format.h>

namespace guitai {

std::string text_of(Quantity quantity)
{
    const std::int64_t milli{quantity.milli() < 0 ? -quantity.milli() : quantity.milli()};
    std::string text{fmt::format("{}{}", quantity.milli() < 0 ? "-" : "", milli / Quantity::per_piece)};
    if (quantity.is_whole()) return text;
    text += fmt::format(".{:03}", milli % Quantity::per_piece);
    while (text.back() == '0') text.pop_back();
    return text;
}

std::optional<Quantity> parse_quantity(std::string_view text)
{
    const bool negative{!text.empty() && text.front() == '-'};
    if (negative) text.remove_prefix(1);

    std::int64_t milli{0};
    int decimals{-1};
    bool any_digit{false};
    for (const char c : text) {
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == 3) return std::nullopt;
        any_digit = true;
        milli = milli * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
        if (!Quantity::fits(milli)) return std::nullopt;
    }
    if (!any_digit) return std::nullopt;
    for (int digits{decimals < 0 ? 0 : decimals}; digits < 3; ++digits) milli *= 10;
    if (!Quantity::fits(milli)) return std::nullopt;
    return Quantity::from_milli(negative ? -milli : milli);
}

} // namespace guitai
