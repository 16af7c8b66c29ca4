#include "sync/events/last_day.hpp"

#include "sync/events/time.hpp"

namespace guitai {

std::string last_day_before(std::string_view end)
{
    constexpr std::size_t date_chars{10};
    const std::string_view day{end.substr(0, date_chars)};
    if (!is_iso_date(day)) return std::string{end};
    const bool at_midnight{end.substr(date_chars) == "T00:00"};
    return date_plus_days(day, at_midnight ? -1 : 0);
}

} // namespace guitai
