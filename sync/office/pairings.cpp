#include "sync/office/pairings.hpp"

#include "sync/office/projections/baskets.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {

std::int64_t tell_pairings(Office& office, const database::Transaction& open, const std::string& date,
                           std::string_view actor)
{
    const std::vector<Pairing> all{find_pairings(office.connection())};
    const std::int64_t receipts{basket_totals(office.connection()).receipts};
    const auto parts = static_cast<std::int64_t>((all.size() + pairings_per_event_max - 1) / pairings_per_event_max);
    for (std::int64_t part{1}; part <= parts; ++part) {
        const auto from = static_cast<std::ptrdiff_t>(pairings_per_event_max) * (part - 1);
        const auto to = std::min(from + static_cast<std::ptrdiff_t>(pairings_per_event_max), std::ssize(all));
        office.say(open, PairingsFound{date, receipts, part, parts, {all.begin() + from, all.begin() + to}},
                   actor);
    }
    return std::ssize(all);
}

std::string tell_pairings_now(Office& office)
{
    database::Transaction open{office.connection()};
    const std::string today{date_in(office.connection(), {}, office.now_ms())};
    const std::int64_t told{tell_pairings(office, open, today, "guitai-office")};
    open.commit();
    return fmt::format("{} pairings from {} receipts", told, basket_totals(office.connection()).receipts);
}

void tell_pairings_of_day(Office& office, const database::Transaction& open, const std::string& date)
{
    if (basket_totals(office.connection()).found_on < date) tell_pairings(office, open, date);
}

} // namespace guitai::office
