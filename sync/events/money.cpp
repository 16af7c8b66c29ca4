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

namespace {

// Commas part whole groups of three or are not there: "12,34" may be meant as a
// decimal comma, and is no amount here.
bool commas_are_groups(std::string_view text)
{
    std::string_view yuan{text.substr(0, text.find('.'))};
    if (text.find(',', yuan.size()) != std::string_view::npos) return false;
    bool first{true};
    for (std::size_t comma{yuan.rfind(',')}; comma != std::string_view::npos; comma = yuan.rfind(',')) {
        if (yuan.size() - comma != 4) return false;
        yuan = yuan.substr(0, comma);
        first = false;
    }
    return first || (!yuan.empty() && yuan.size() <= 3);
}

} // namespace

std::optional<Money> parse_money(std::string_view text)
{
    const bool negative{!text.empty() && text.front() == '-'};
    if (negative) text.remove_prefix(1);
    if (!commas_are_groups(text)) return std::nullopt;

    std::int64_t minor{0};
    int decimals{-1};
    bool any_digit{false};
    for (const char c : text) {
        if (c == ',') continue;
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
