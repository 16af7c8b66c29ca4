#include "sync/pricing/local_moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>

namespace guitai::pricing {
namespace {

constexpr std::int64_t day_minutes{24 * 60};

using Days = std::chrono::sys_days;
using Date = std::chrono::year_month_day;

Date date_of(std::int64_t day)
{
    return Date{Days{std::chrono::days{day}}};
}

std::optional<int> digits(std::string_view text)
{
    int value{0};
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::int64_t day_of(LocalMoment moment)
{
    const std::int64_t day{moment.minutes / day_minutes};
    return moment.minutes % day_minutes < 0 ? day - 1 : day;
}

int minute_of_day(LocalMoment moment)
{
    return static_cast<int>(moment.minutes - day_of(moment) * day_minutes);
}

unsigned weekday_of(std::int64_t day)
{
    return std::chrono::weekday{Days{std::chrono::days{day}}}.iso_encoding();
}

unsigned month_of(LocalMoment moment)
{
    return static_cast<unsigned>(date_of(day_of(moment)).month());
}

std::int64_t days_from_anniversary(LocalMoment moment, MonthDay day)
{
    const std::int64_t today{day_of(moment)};
    std::int64_t nearest{std::numeric_limits<std::int64_t>::max()};
    for (int shift{-1}; shift <= 1; ++shift) {
        const auto year = date_of(today).year() + std::chrono::years{shift};
        Date date{year, std::chrono::month{day.month}, std::chrono::day{day.day}};
        if (!date.ok()) date = Date{year, std::chrono::February, std::chrono::day{28}};
        const std::int64_t there{Days{date}.time_since_epoch().count()};
        nearest = std::min(nearest, std::max(there - today, today - there));
    }
    return nearest;
}

std::optional<LocalMoment> parse_moment(std::string_view text)
{
    if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != 'T') return std::nullopt;
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    const auto minute = parse_clock(text.substr(11));
    if (!year || !month || !day || !minute) return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return LocalMoment{Days{date}.time_since_epoch().count() * day_minutes + *minute};
}

std::string text_of(LocalMoment moment)
{
    const Date date{date_of(day_of(moment))};
    const int minute{minute_of_day(moment)};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minute / 60,
                       minute % 60);
}

LocalMoment moment_at(std::int64_t at_ms, std::int64_t utc_offset_minutes)
{
    return {std::chrono::floor<std::chrono::minutes>(std::chrono::milliseconds{at_ms}).count() + utc_offset_minutes};
}

std::optional<int> parse_clock(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto hour = digits(text.substr(0, 2));
    const auto minute = digits(text.substr(3, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<MonthDay> parse_month_day(std::string_view text)
{
    if (text.size() != 5 || text[2] != '-') return std::nullopt;
    const auto month = digits(text.substr(0, 2));
    const auto day = digits(text.substr(3, 2));
    if (!month || !day) return std::nullopt;
    const MonthDay found{static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
    // 2000 was a leap year: every day that some year has.
    const Date date{std::chrono::year{2000}, std::chrono::month{found.month}, std::chrono::day{found.day}};
    return date.ok() ? std::optional{found} : std::nullopt;
}

} // namespace guitai::pricing
