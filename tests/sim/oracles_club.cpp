// Membership fees: what went back of each is never more than its unused part, and everybody knows of it.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/club.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {

Complaints fees_agree(World& world)
{
    Complaints complaints;
    database::Connection& reads{world.office().reads()};
    for (const auto& [number, fee] : world.tally().fees) {
        const auto row = office::find_fee(reads, number);
        if (!row) {
            complaints.push_back(fmt::format("the office does not know fee {}", number));
            continue;
        }
        const bool agrees{row->given_back_minor == fee.given_back && row->points_back == fee.points_back &&
                          !row->refund.empty() == fee.refunded};
        if (!agrees) {
            complaints.push_back(fmt::format("of fee {} the office says that {} and {} points went back, of {} and {}",
                                             number, row->given_back_minor, row->points_back, fee.given_back,
                                             fee.points_back));
        }
        for (SimTill* till : world.tills()) {
            const auto here = till->store().club().fees(fee.member);
            const auto found = std::find_if(here.begin(), here.end(),
                                            [&, &name = number](const FeeView& one) { return one.fee == name; });
            if (found != here.end() && found->refunded == fee.refunded) continue;
            complaints.push_back(fmt::format("till {} is wrong about fee {}", till->number(), number));
        }
    }
    return complaints;
}

ClubCounts club_of(World& world)
{
    ClubCounts counts;
    for (const auto& [number, fee] : world.tally().fees) {
        ++counts.fees;
        counts.refunds += fee.refunded ? 1 : 0;
    }
    for (const auto& [number, till] : world.tally().tills) {
        for (const SoldTally& sale : till.sold) {
            counts.services += sale.services > 0 ? 1 : 0;
            counts.services_back += sale.service_back ? 1 : 0;
        }
    }
    return counts;
}

} // namespace guitai::sim
