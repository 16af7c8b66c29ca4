// A moment on the wall clock of the shop, by the minute. Pure calendar
// arithmetic: it asks no clock and knows no time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai::pricing {

struct LocalMoment {
    std::int64_t minutes{0}; // Since 1970-01-01T00:00 on that same wall clock.

    auto operator<=>(const LocalMoment&) const = default;
};

struct MonthDay {
    unsigned month{1};
    unsigned day{1};

    bool operator==(const MonthDay&) const = default;
};

[[nodiscard]] std::int64_t day_of(LocalMoment moment);      // Days since 1970-01-01.
[[nodiscard]] int minute_of_day(LocalMoment moment);        // 0 … 1'439.
[[nodiscard]] unsigned weekday_of(std::int64_t day);        // 1 Monday … 7 Sunday.
[[nodiscard]] unsigned month_of(LocalMoment moment);        // 1 … 12.
// Days between the moment's date and the nearest such day of any year; 29 February
// falls on 28 February in common years.
[[nodiscard]] std::int64_t days_from_anniversary(LocalMoment moment, MonthDay day);

[[nodiscard]] std::optional<LocalMoment> parse_moment(std::string_view text); // "2026-10-01T12:00"
[[nodiscard]] std::string text_of(LocalMoment moment);                         // The same.
// The wall clock `utc_offset_minutes` ahead of UTC, at `at_ms` since 1970 there.
[[nodiscard]] LocalMoment moment_at(std::int64_t at_ms, std::int64_t utc_offset_minutes);
[[nodiscard]] std::optional<int> parse_clock(std::string_view text);          // "22:00", as minute of the day.
[[nodiscard]] std::optional<MonthDay> parse_month_day(std::string_view text); // "02-29"

} // namespace guitai::pricing
