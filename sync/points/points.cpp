#include "sync/points/points.hpp"

#include "sync/events/points_rule.hpp"
#include "sync/events/time.hpp"

#include <fmt/format.h>

#include <cassert>
#include <charconv>
#include <map>

namespace guitai {
namespace {

bool is_good(const Lot& lot, std::string_view today)
{
    return lot.expires_on.empty() || lot.expires_on >= today;
}

} // namespace

std::int64_t points_for(Money total)
{
    return total.minor() / minor_per_point;
}

std::string expiry_of(std::string_view iso_date)
{
    assert(is_iso_date(iso_date));
    int year{0};
    std::from_chars(iso_date.data(), iso_date.data() + 4, year);
    return fmt::format("{:04}-12-31", year + 1);
}

std::int64_t balance(std::span<const Lot> lots, std::string_view today)
{
    std::int64_t points{0};
    for (const Lot& lot : lots) {
        if (is_good(lot, today)) points += lot.points;
    }
    return points;
}

NextExpiry next_expiry(std::span<const Lot> lots, std::string_view today)
{
    std::map<std::string_view, std::int64_t> expiring;
    std::int64_t taken_back{0};
    for (const Lot& lot : lots) {
        if (!is_good(lot, today)) continue;
        if (lot.points < 0)
            taken_back -= lot.points;
        else if (!lot.expires_on.empty())
            expiring[lot.expires_on] += lot.points;
    }
    for (const auto& [date, points] : expiring) {
        if (points > taken_back) return {points - taken_back, std::string{date}};
        taken_back -= points;
    }
    return {};
}

} // namespace guitai
