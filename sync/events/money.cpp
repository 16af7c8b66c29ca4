#include "sync/events/money.hpp"

#include <fmt/format.h>

namespace guitai {

std::string text_of(Money money)
{
    const std::int64_t minor{money.is_negative() ? -money.minor() : money.minor()};
    std::string yuan{std::to_string(minor / 100)};
    for (std::size_t at{yuan.size()}; at > 3; at -= 3) yuan.insert(at - 3, 1, ',');
    return fmt::format("{}¥{}.{:02}", money.is_negative() ? "−" : "", yuan, minor % 100);
}

std::optional<Money> parse_money(std::string_view text)
{
    const bool negative{!text.empty() && text.front() == '-'};
    if (negative) text.remove_prefix(1);
    if (text.empty()) return std::nullopt;

    std::int64_t minor{0};
    int decimals{-1};
    bool any_digit{false};
    for (const char c : text) {
        if (c == ',' && decimals < 0 && any_digit) continue;
        if (c == '.' && decimals < 0) {
            decimals = 0;
            continue;
        }
        if (c < '0' || c > '9' || decimals == 2) return std::nullopt;
        any_digit = true;
        minor = minor * 10 + (c - '0');
        if (decimals >= 0) ++decimals;
        if (!Money::fits(minor)) return std::nullopt;
    }
    if (!any_digit) return std::nullopt;
    for (int digits{decimals < 0 ? 0 : decimals}; digits < 2; ++digits) minor *= 10;
    if (!Money::fits(minor)) return std::nullopt;
    return Money::from_minor(negative ? -minor : minor);
}

} // namespace guitai
