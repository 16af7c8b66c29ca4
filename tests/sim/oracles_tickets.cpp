// Tickets that wait: every till of a shop lists the same ones, and the tally too.
#include "tests/sim/oracles.hpp"

#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <set>

namespace guitai::sim {
namespace {

using Tickets = std::set<std::pair<TillNumber, std::int64_t>>; // Till that put it aside, and its number.

Tickets listed_at(SimTill& till)
{
    Tickets tickets;
    for (const ParkedView& one : till.store().days().parked()) {
        tickets.emplace(one.till == 0 ? till.number() : one.till, one.ticket);
    }
    return tickets;
}

} // namespace

Complaints parked_tickets_agree(World& world)
{
    Complaints complaints;
    for (SimTill* const till : world.tills()) {
        Tickets due;
        for (SimTill* const owner : world.tills()) {
            if (owner->place() != till->place()) continue;
            for (const auto& [number, ticket] : world.tally().tills.at(owner->number()).parked) {
                due.emplace(owner->number(), number);
            }
        }
        const Tickets listed{listed_at(*till)};
        if (listed == due) continue;
        complaints.push_back(
            fmt::format("till {} lists {} parked tickets, and {} wait", till->number(), listed.size(), due.size()));
    }
    return complaints;
}

} // namespace guitai::sim
