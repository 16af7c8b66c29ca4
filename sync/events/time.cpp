#include "sync/events/time.hpp"

#include <fmt/format.h>

#include <cassert>
#include <chrono>

namespace guitai {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::int64_t day_ms{86'400'000};

std::int64_t floor_div(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

// The digits at `at`, or nothing where there are not `count` of them.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count)
{
    if (at + count > text.size()) return std::nullopt;
    int value{0};
    for (const char c : text.substr(at, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<sys_days> parse_date(std::string_view text)
{
    const auto y = digits(text, 0, 4);
    const auto m = digits(text, 5, 2);
    const auto d = digits(text, 8, 2);
    if (!y || !m || !d || text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const year_month_day date{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                              std::chrono::day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date};
}

std::string format_date(sys_days day)
{
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

// Minutes east of Greenwich for "Z", "+08:00" or "+0800".
std::optional<int> parse_offset(std::string_view text)
{
    if (text == "Z" || text == "z") return 0;
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const std::size_t colon{text[3] == ':' ? 1U : 0U};
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, 3 + colon, 2);
    if (!hours || !minutes || *hours > 18 || *minutes > 59 || text.size() != 5 + colon) return std::nullopt;
    const int total{*hours * 60 + *minutes};
    return text[0] == '-' ? -total : total;
}

} // namespace

std::int64_t SystemClock::now_ms() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

LocalTime local_time(std::int64_t at_ms, std::int64_t utc_offset_minutes)
{
    const std::int64_t shifted{at_ms + utc_offset_minutes * 60'000};
    const std::int64_t day{floor_div(shifted, day_ms)};
    const auto second = static_cast<int>((shifted - day * day_ms) / 1'000);
    const sys_days date{days{day}};
    const year_month_day civil{date};
    return {.year = static_cast<int>(civil.year()),
            .month = static_cast<int>(static_cast<unsigned>(civil.month())),
            .day = static_cast<int>(static_cast<unsigned>(civil.day())),
            .hour = second / 3'600,
            .minute = second / 60 % 60,
            .second = second % 60,
            .weekday = static_cast<int>(std::chrono::weekday{date}.c_encoding())};
}

std::string iso_date(std::int64_t at_ms, std::int64_t utc_offset_minutes)
{
    return format_date(sys_days{days{floor_div(at_ms + utc_offset_minutes * 60'000, day_ms)}});
}

std::string date_and_minute(std::int64_t at_ms, std::int64_t utc_offset_minutes)
{
    const LocalTime time{local_time(at_ms, utc_offset_minutes)};
    return fmt::format("{} {:02}:{:02}", iso_date(at_ms, utc_offset_minutes), time.hour, time.minute);
}

std::string date_plus_days(std::string_view iso, std::int64_t count)
{
    const auto date = parse_date(iso);
    assert(date);
    return format_date(*date + days{count});
}

std::string date_plus_months(std::string_view iso, std::int64_t count)
{
    const auto date = parse_date(iso);
    assert(date);
    const year_month_day there{year_month_day{*date} + std::chrono::months{count}};
    return format_date(there.ok() ? sys_days{there} : sys_days{there.year() / there.month() / std::chrono::last});
}

std::int64_t days_between(std::string_view from, std::string_view to)
{
    const auto a = parse_date(from);
    const auto b = parse_date(to);
    assert(a && b);
    return (*b - *a).count();
}

bool is_day_of_month(std::string_view text)
{
    if (text.empty() || text.size() > 2 || text.front() == '0') return false;
    int day{0};
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return false;
        day = 10 * day + (digit - '0');
    }
    return day <= 31;
}

bool is_iso_date(std::string_view text) { return text.size() == 10 && parse_date(text).has_value(); }

std::optional<std::int64_t> parse_iso_instant(std::string_view text)
{
    const auto date = parse_date(text);
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    if (!date || !hour || !minute || (text[10] != 'T' && text[10] != ' ') || text[13] != ':') return std::nullopt;
    std::size_t at{16};
    int second{0};
    std::int64_t milli{0};
    if (at < text.size() && text[at] == ':') {
        const auto found = digits(text, at + 1, 2);
        if (!found) return std::nullopt;
        second = *found;
        at += 3;
        if (at < text.size() && text[at] == '.') {
            std::int64_t unit{100};
            for (++at; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, unit /= 10) {
                milli += (text[at] - '0') * unit;
            }
        }
    }
    const auto offset = parse_offset(text.substr(at));
    if (!offset || *hour > 23 || *minute > 59 || second > 59) return std::nullopt;
    return date->time_since_epoch().count() * day_ms +
           ((*hour * 60LL + *minute - *offset) * 60LL + second) * 1'000LL + milli;
}

} // namespace guitai
