// Points: spent by any copy of any till, heard of or not, never more than were earned;
// and both ends of the wire name the same leases with the same rest.
#include "tests/sim/oracles.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/fold.hpp"
#include "tests/sim/together.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace guitai::sim {
namespace {

struct Redeemed {
    std::vector<LotPart> lots;
    std::int64_t restored{0}; // As tills that know nothing of each other say it.
};

// Each point comes home once, whoever says so, and the last one drawn comes first.
void bring_home(const std::map<std::string, Redeemed>& redemptions, std::map<std::string, std::int64_t>& spent)
{
    for (const auto& [name, redeemed] : redemptions) {
        std::int64_t left{redeemed.restored};
        for (auto part = redeemed.lots.rbegin(); part != redeemed.lots.rend(); ++part) {
            const std::int64_t home{std::min(part->amount, left)};
            spent[part->lot] -= home;
            left -= home;
        }
    }
}

// By lot: spent less restored, as the tills' own journals say it.
std::map<std::string, std::int64_t> spent_by_lot(World& world)
{
    std::map<std::string, std::int64_t> spent;
    std::map<std::string, Redeemed> redemptions;
    for (SimTill* till : world.tills()) {
        for (const std::string& line : till->acknowledged()) {
            const auto event = decode(line);
            if (const auto* refunded = event ? std::get_if<OrderRefunded>(&event->body) : nullptr) {
                for (const ValueRestored& one : refunded->value_restored) {
                    for (const LotPart& part : one.lots) spent[part.lot] -= part.amount;
                }
            }
            if (const auto* fee = event ? std::get_if<MembershipRefunded>(&event->body) : nullptr) {
                for (const LotPart& part : fee->lots) spent[part.lot] += part.amount;
            }
            if (const auto* service = event ? std::get_if<ServiceReturned>(&event->body) : nullptr) {
                for (const LotPart& part : service->restored.lots) spent[part.lot] -= part.amount;
            }
            const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
            if (sale == nullptr) continue;
            for (const ServiceTaken& one : sale->services) {
                for (const LotPart& part : one.spent.lots) spent[part.lot] += part.amount;
            }
            for (const PointsRedeemed& one : sale->spent) {
                for (const LotPart& part : one.lots) spent[part.lot] += part.amount;
                redemptions[part_id(sale->receipt, one.n)].lots = one.lots;
            }
            for (const PointsRestored& one : sale->restored) redemptions[one.redemption].restored += one.amount;
            for (const ValueSpent& one : sale->value_spent) {
                for (const LotPart& part : one.lots) spent[part.lot] += part.amount;
            }
        }
    }
    bring_home(redemptions, spent);
    return spent;
}

std::set<std::string> open_rows(SimTill& till)
{
    std::set<std::string> rows;
    const auto reader = till.open_reader();
    database::Statement find{*reader, "SELECT lease FROM lease_rows WHERE closed = 0"};
    while (find.step()) rows.insert(find.text(0));
    return rows;
}

} // namespace

Complaints no_point_was_spent_that_was_not_earned(World& world)
{
    Complaints complaints;
    database::Connection& reads{world.office().reads()};
    const auto spent = spent_by_lot(world);
    for (const auto& [lot, points] : spent) {
        database::Statement find{reads, "SELECT amount, spent FROM purse_lots WHERE lot = ?1"};
        find.bind(1, lot);
        if (!find.step()) {
            complaints.push_back(fmt::format("{} points of lot {}, which the office does not know", points, lot));
        } else if (points > find.integer(0) || points != find.integer(1)) {
            complaints.push_back(fmt::format("{} points of lot {} were spent, of {}; the office says {}", points, lot,
                                             find.integer(0), find.integer(1)));
        }
    }
    if (const std::int64_t loss{purses::loss_of(reads)}; loss != 0) {
        complaints.push_back(fmt::format("{} points were spent twice", loss));
    }
    if (const std::int64_t loss{purses::loss_of(reads, LotUnit::fen)}; loss != 0) {
        complaints.push_back(fmt::format("{} fen of stored value were spent twice", loss));
    }
    database::Statement waiting{reads, "SELECT what, name FROM purse_waiting"};
    while (waiting.step()) {
        complaints.push_back(fmt::format("a refund still waits for {} {}", waiting.text(0), waiting.text(1)));
    }
    return complaints;
}

Complaints stored_value_agrees(World& world)
{
    Complaints complaints;
    database::Statement sum{world.office().reads(),
                            "SELECT COALESCE(SUM(available + leased + pending), 0) FROM purse_lots"
                            " WHERE lot_kind <> 'points'"};
    const std::int64_t at_office{sum.step() ? sum.integer(0) : 0};
    const std::int64_t due{world.tally().stored};
    if (at_office != due) complaints.push_back(fmt::format("the purses hold {} fen where {} are due", at_office, due));
    for (SimTill* till : world.tills()) {
        const auto reader = till->open_reader();
        database::Statement seen{*reader, "SELECT COALESCE(SUM(minor), 0) FROM value_lots"};
        const std::int64_t here{seen.step() ? seen.integer(0) : 0};
        if (here == due) continue;
        complaints.push_back(fmt::format("till {} shows {} fen in purses, of {}", till->number(), here, due));
    }
    return complaints;
}

// A screen shows of her what is left of what she earned, and of her money, as the office has it.
Complaints shares_agree(World& world)
{
    constexpr std::string_view before_all_expiry{"2000-01-01"};
    Complaints complaints;
    database::Connection& reads{world.office().reads()};
    for (const MemberId& person : persons(reads)) {
        const auto profile = office::profile_of(reads, person);
        const std::int64_t money{purses::view_of(reads, value_account(person)).points};
        for (SimTill* till : world.tills()) {
            const std::int64_t here{till->store().points().value(value_account(person), before_all_expiry).minor()};
            if (here != money) {
                complaints.push_back(fmt::format("till {} shows {} fen of {}, of {}", till->number(), here,
                                                 person.text, money));
            }
            for (const RelativeView& relative : till->store().member_files().relatives(profile->account,
                                                                                       before_all_expiry)) {
                const std::int64_t earned{
                    office::points_earned_by(reads, *office::profile_of(reads, relative.member))};
                if (relative.points == earned) continue;
                complaints.push_back(fmt::format("till {} shows {} points of {} in purse {}, of {}", till->number(),
                                                 relative.points, relative.member.text, profile->account, earned));
            }
        }
    }
    return complaints;
}

Complaints leases_agree(World& world)
{
    Complaints complaints;
    for (SimTill* till : world.tills()) {
        std::set<std::string> rows{open_rows(*till)};
        for (const auto state : {purse::LeaseState::open, purse::LeaseState::dormant}) {
            for (const auto& lease : purses::leases_of_till(world.office().reads(), till->number(), state)) {
                if (lease.lots.empty()) continue; // Used up.
                rows.erase(lease.lease);
                const auto row = till->store().points().lease(lease.lease);
                if (row && row->lots == lease.lots) continue;
                complaints.push_back(fmt::format("lease {} holds {} points at the office and {} at till {}",
                                                 lease.lease, lease.points(), row ? "others" : "none",
                                                 till->number()));
            }
        }
        for (const std::string& lease : rows) {
            complaints.push_back(fmt::format("till {} has lease {} open, the office has not", till->number(), lease));
        }
    }
    return complaints;
}

Complaints the_office_lends_again(World& world)
{
    Complaints complaints;
    database::Connection& reads{world.office().reads()};
    if (office::is_recovering(reads)) complaints.push_back("every till has reported and the office still waits");
    database::Statement lacking{reads, "SELECT lot, lacking FROM purse_lots WHERE lacking > 0"};
    while (lacking.step()) {
        complaints.push_back(fmt::format("{} points of lot {} are out and were never earned", lacking.integer(1),
                                         lacking.text(0)));
    }
    for (SimTill* till : world.tills()) {
        if (!till->store().points().office_recovering()) continue;
        complaints.push_back(fmt::format("till {} does not know that the office lends again", till->number()));
    }
    return complaints;
}

Redemptions redemptions_of(World& world)
{
    Redemptions redemptions;
    for (SimTill* till : world.tills()) {
        for (const std::string& line : till->acknowledged()) {
            const auto event = decode(line);
            const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
            if (sale == nullptr) continue;
            redemptions.points += std::ssize(sale->spent);
            for (const ValueSpent& spent : sale->value_spent) {
                ++(is_gift_account(spent.account) ? redemptions.gift_cards : redemptions.purses);
            }
        }
    }
    return redemptions;
}

} // namespace guitai::sim
