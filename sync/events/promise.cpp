#include "sync/events/promise.hpp"

#include "sync/events/time.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t days_to_customer{2};
constexpr std::int64_t days_to_shop{3};
constexpr std::int64_t days_more_from_shop{1};

} // namespace

std::string promised_by(Delivery delivery, PlaceKind source, std::string_view today)
{
    if (delivery == Delivery::collect && source == PlaceKind::shop) return std::string{today};
    const std::int64_t days{delivery == Delivery::ship ? days_to_customer : days_to_shop};
    return date_plus_days(today, days + (source == PlaceKind::shop ? days_more_from_shop : 0));
}

std::string late_after(std::string_view promise_date, std::string_view slot)
{
    constexpr std::size_t slot_size{22};
    constexpr std::size_t day_size{11}; // With the blank behind it.
    constexpr std::size_t end_at{17};
    const std::string day_end{promise_date.empty() ? std::string{} : std::string{promise_date}.append(" 24:00")};
    if (slot.size() != slot_size) return day_end;
    const std::string slot_end{std::string{slot.substr(0, day_size)}.append(slot.substr(end_at))};
    return day_end.empty() ? slot_end : std::min(day_end, slot_end);
}

bool is_slot_over(std::string_view slot, std::string_view minute)
{
    const std::string end{late_after({}, slot)};
    return !end.empty() && end < minute;
}

} // namespace guitai
