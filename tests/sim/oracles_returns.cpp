// What came back, and who had sold it: the tally and the head office agree.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/trade.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

namespace guitai::sim {

Complaints returns_agree(World& world)
{
    Complaints complaints;
    for (const auto& [till, own] : world.tally().tills) {
        for (const SoldTally& sale : own.sold) {
            for (std::size_t at{0}; at < sale.wishes.size(); ++at) {
                const auto number = static_cast<std::int64_t>(at) + 1;
                const auto line = office::find_receipt_line(world.office().reads(), {sale.receipt}, number);
                const std::int64_t back{line ? line->returned_milli / 1'000 : -1};
                if (back == sale.back[at]) continue;
                complaints.push_back(fmt::format("line {} of {}: the office has {} pieces back, and {} are", number,
                                                 sale.receipt, back, sale.back[at]));
            }
        }
    }
    return complaints;
}

Complaints guides_agree(World& world)
{
    Complaints complaints;
    for (const auto& [day, due] : world.tally().guided) {
        std::int64_t found{0};
        for (const auto& [staff, minor] : office::guide_takings_of(world.office().reads(), {day.first}, day.second)) {
            found += minor;
        }
        if (found == due) continue;
        complaints.push_back(
            fmt::format("guides of {} on {} sold {} and the office says {}", day.first, day.second, due, found));
    }
    return complaints;
}

} // namespace guitai::sim
