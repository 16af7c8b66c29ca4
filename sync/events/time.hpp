// Instants are UTC milliseconds; a business day is an ISO date in the shop's own
// offset. Nothing here asks what time it is: whoever needs to know owns a Clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

// Asked, never read from the machine, so that a simulator can turn it.
class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;

    [[nodiscard]] virtual std::int64_t now_ms() const = 0; // UTC
};

// The machine's own clock; made in the composition roots only.
class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now_ms() const override;
};

struct LocalTime {
    int year{1970}, month{1}, day{1}, hour{0}, minute{0}, second{0};
    int weekday{4}; // 0 is Sunday.
};

[[nodiscard]] LocalTime local_time(std::int64_t at_ms, std::int64_t utc_offset_minutes);

// "2026-11-22"
[[nodiscard]] std::string iso_date(std::int64_t at_ms, std::int64_t utc_offset_minutes);
// "2026-11-22 14:05"
[[nodiscard]] std::string date_and_minute(std::int64_t at_ms, std::int64_t utc_offset_minutes);
// `iso` moved by `days`, either way; `iso` must be a date.
[[nodiscard]] std::string date_plus_days(std::string_view iso, std::int64_t days);
// `iso` moved by whole `months`, either way; a day that the month does not have becomes its last one.
[[nodiscard]] std::string date_plus_months(std::string_view iso, std::int64_t months);
// Days from `from` to `to`; both must be dates.
[[nodiscard]] std::int64_t days_between(std::string_view from, std::string_view to);
[[nodiscard]] bool is_iso_date(std::string_view text);

// "1" to "31", as a payday is said.
[[nodiscard]] bool is_day_of_month(std::string_view text);

// "2026-11-22T14:05:00+08:00" or "…Z", with or without seconds and fractions; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> parse_iso_instant(std::string_view text);

} // namespace guitai
