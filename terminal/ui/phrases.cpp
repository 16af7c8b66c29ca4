#include "terminal/ui/phrases.hpp"

#include <algorithm>
#include <charconv>

namespace guitai::ui {
namespace {

constexpr std::int64_t minute_ms{60'000};
constexpr std::int64_t hour_ms{60 * minute_ms};
constexpr std::int64_t day_ms{24 * hour_ms};

// A part of an ISO date; 0 when it is no number.
int number_at(std::string_view iso, std::size_t at, std::size_t length)
{
    int value{0};
    const char* const first{iso.data() + at};
    const auto [end, error] = std::from_chars(first, first + length, value);
    return error == std::errc{} && end == first + length ? value : 0;
}

} // namespace

std::string money_text(Money money)
{
    return text_of(money);
}

std::string money_short(Money money)
{
    std::string text{text_of(money)};
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

std::string count_text(std::int64_t count)
{
    std::string digits{std::to_string(count < 0 ? -count : count)};
    for (std::size_t at{digits.size()}; at > 3; at -= 3) digits.insert(at - 3, ",");
    return count < 0 ? "−" + digits : digits;
}

std::string age_text(const Words& words, std::int64_t age_ms)
{
    if (age_ms < minute_ms) return std::string{words["time.just_now"]};
    if (age_ms < hour_ms) return words.fill("time.minutes_ago", age_ms / minute_ms);
    if (age_ms < day_ms) return words.fill("time.hours_ago", age_ms / hour_ms);
    return words.fill("time.days_ago", age_ms / day_ms);
}

std::string date_text(const Words& words, std::string_view iso)
{
    if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::string{iso};
    const int month{number_at(iso, 5, 2)};
    const int day{number_at(iso, 8, 2)};
    if (month < 1 || month > 12 || day < 1) return std::string{iso};
    return words.fill("time.month_day", words["time.month." + std::to_string(month)], day);
}

std::string hour_text(int hour, int minute)
{
    return fmt::format("{:02}:{:02}", hour, minute);
}

std::string phone_text(std::string_view digits)
{
    if (digits.size() != 11) return std::string{digits};
    return fmt::format("{} {} {}", digits.substr(0, 3), digits.substr(3, 4), digits.substr(7));
}

std::string phone_masked(std::string_view digits)
{
    if (digits.size() != 11) return "••••";
    return fmt::format("{} •••• {}", digits.substr(0, 3), digits.substr(7));
}

} // namespace guitai::ui
