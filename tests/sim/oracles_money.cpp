// Money and points: the tally, the tills and the head office add up to the same.
#include "tests/sim/oracles.hpp"

#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/points/points.hpp"
#include "sync/purses/fold.hpp"
#include "sync/purses/owners.hpp"
#include "tests/sim/together.hpp"
#include "tests/sim/world.hpp"

#include <fmt/format.h>

namespace guitai::sim {
namespace {

// Every figure of some takings by its name, so that a difference can be named.
using Figures = std::map<std::string, std::int64_t>;

Figures without_zeros(Figures figures)
{
    std::erase_if(figures, [](const auto& figure) { return figure.second == 0; });
    return figures;
}

Figures figures_of(const ShiftTally& shift)
{
    Figures figures{{"tickets", shift.tickets},     {"pieces", shift.pieces},     {"turnover", shift.turnover},
                    {"ordered", shift.order_turnover}, {"discounts", shift.discounts}, {"tax", shift.tax},
                    {"refunds", shift.refunds},     {"paid in", shift.paid_in},   {"paid out", shift.paid_out},
                    {"drops", shift.drops},         {"misses", shift.misses},     {"rescued", shift.rescued},
                    {"rounded", shift.rounded},     {"fees", shift.fees}};
    for (const auto& [tender, minor] : shift.tenders) figures["by " + std::string{word_of(tender)}] = minor;
    return without_zeros(std::move(figures));
}

Figures figures_of(const Takings& takings)
{
    Figures figures{{"tickets", takings.tickets},
                    {"pieces", takings.pieces},
                    {"turnover", takings.turnover.minor()},
                    {"ordered", takings.order_turnover.minor()},
                    {"discounts", takings.discounts.minor()},
                    {"tax", takings.tax.minor()},
                    {"refunds", takings.refunds.minor()},
                    {"paid in", takings.paid_in.minor()},
                    {"paid out", takings.paid_out.minor()},
                    {"drops", takings.drops.minor()},
                    {"misses", takings.misses},
                    {"rescued", takings.rescued},
                    {"rounded", takings.rounded.minor()},
                    {"fees", takings.fees.minor()}};
    for (const TenderTotal& total : takings.tenders) figures["by " + total.tender] = total.amount.minor();
    return without_zeros(std::move(figures));
}

Figures figures_of(const office::DayFigures& day)
{
    Figures figures{{"tickets", day.tickets},
                    {"pieces", day.pieces},
                    {"turnover", day.turnover_minor},
                    {"ordered", day.order_turnover_minor},
                    {"discounts", day.discounts_minor},
                    {"tax", day.tax_minor},
                    {"refunds", day.refunds_minor},
                    {"paid in", day.paid_in_minor},
                    {"paid out", day.paid_out_minor},
                    {"drops", day.drops_minor},
                    {"rounded", day.rounded_minor},
                    {"fees", day.fees_minor}};
    for (const auto& [tender, minor] : day.tenders) figures["by " + tender] = minor;
    return without_zeros(std::move(figures));
}

void compare(Complaints& complaints, const std::string& where, const Figures& found, const Figures& due)
{
    Figures names{found};
    names.insert(due.begin(), due.end());
    for (const auto& [name, ignored] : names) {
        const auto value_in = [&key = name](const Figures& figures) {
            const auto at = figures.find(key);
            return at == figures.end() ? std::int64_t{0} : at->second;
        };
        if (value_in(found) == value_in(due)) continue;
        complaints.push_back(
            fmt::format("{}: {} is {} and the tally says {}", where, name, value_in(found), value_in(due)));
    }
}

template<typename Body, typename Look>
void for_each_event(SimTill& till, const Look& look)
{
    for (const std::string& text : till.acknowledged()) {
        const auto event = decode(text);
        const auto* body = event ? std::get_if<Body>(&event->body) : nullptr;
        if (body != nullptr) look(*body);
    }
}

} // namespace

Complaints takings_agree(World& world)
{
    Complaints complaints;
    std::map<std::pair<std::string, std::string>, Figures> days; // By store and date.
    for (SimTill* till : world.tills()) {
        const auto& shifts = world.tally().tills.at(till->number()).shifts;
        for (std::size_t at{0}; at < shifts.size(); ++at) {
            const auto number = static_cast<std::int64_t>(at) + 1;
            const Figures due{figures_of(shifts[at])};
            compare(complaints, fmt::format("shift {} of till {}", number, till->number()),
                    figures_of(till->store().days().takings_of_shift(number)), due);
            Figures& day{days[{shifts[at].store.text, shifts[at].date}]};
            for (const auto& [name, value] : due) {
                // The office keeps its misses elsewhere.
                if (name != "misses" && name != "rescued") day[name] += value;
            }
        }
    }
    for (const auto& [day, due] : days) {
        compare(complaints, fmt::format("{} in {} at the office", day.second, day.first),
                figures_of(office::day_figures(world.office().reads(), {day.first}, day.second)), due);
    }
    const auto all = office::latest_days(world.office().reads(), {}, 1'000'000);
    for (const office::DayFigures& day : all) {
        if (days.count({day.store.text, day.business_date}) > 0) continue;
        if (figures_of(day).empty()) continue; // A carrier brings his cash when nobody sells too.
        complaints.push_back(fmt::format("the office knows of takings on {} in {}, where no shift was open",
                                         day.business_date, day.store.text));
    }
    return complaints;
}

Complaints drawers_agree(World& world)
{
    Complaints complaints;
    for (SimTill* till : world.tills()) {
        const auto& shifts = world.tally().tills.at(till->number()).shifts;
        std::size_t closed{0};
        for_each_event<ShiftClosed>(*till, [&](const ShiftClosed& shift) {
            ++closed;
            const auto at = static_cast<std::size_t>(shift.shift) - 1;
            if (at >= shifts.size()) return complaints.push_back(fmt::format("shift {} was never opened", shift.shift));
            const std::int64_t due{shifts[at].cash_in_drawer()};
            const bool right{shift.expected_cash.minor() == due && shift.counted_cash.minor() == shifts[at].counted &&
                             shift.variance.minor() == shifts[at].counted - due};
            if (!right) {
                complaints.push_back(fmt::format("shift {} of till {} closed with {} expected and {} counted, where {} "
                                                 "lay there and {} was counted",
                                                 shift.shift, till->number(), shift.expected_cash.minor(),
                                                 shift.counted_cash.minor(), due, shifts[at].counted));
            }
            compare(complaints, fmt::format("the report of shift {} of till {}", shift.shift, till->number()),
                    figures_of(shift.takings), figures_of(shifts[at]));
        });
        if (closed != shifts.size()) {
            complaints.push_back(fmt::format("till {} closed {} shifts of {}", till->number(), closed, shifts.size()));
        }
    }
    return complaints;
}

Complaints points_agree(World& world)
{
    constexpr std::string_view before_all_expiry{"2000-01-01"};
    Complaints complaints;
    auto due = world.tally().points;
    for (const auto& [member, points] : gift_points(world)) due[member] += points;
    for (const auto& [id, order] : world.tally().orders) {
        const auto row = office::find_order(world.office().reads(), id);
        if (row && is_with_customer(row->state) && !order.member.empty()) due[order.member] += order.points;
    }
    // Every screen shows of a purse what the office has in it …
    database::Connection& reads{world.office().reads()};
    std::map<std::string, std::int64_t> purses; // By account.
    for (const auto& [member, ignored] : due) {
        const std::string account{purses::points_account(reads, member)};
        const purse::View purse{purses::view_of(reads, account)};
        const std::int64_t points{purse.points + purse.pending - purse.debt};
        purses[account] = points;
        const auto story = office::member_story(reads, member.text);
        const std::int64_t there{story ? balance(story->lots, before_all_expiry) : -1};
        if (there != points) {
            complaints.push_back(fmt::format("the office gives {} {} points of {}", member.text, there, points));
        }
        for (SimTill* till : world.tills()) {
            const PointsView seen{till->store().members().points(member, before_all_expiry)};
            const std::int64_t here{seen.balance - seen.debt};
            if (here == points) continue;
            complaints.push_back(
                fmt::format("till {} gives {} {} points of {}", till->number(), member.text, here, points));
        }
    }
    // … and joining, leaving and merging neither make nor lose a point.
    const Companies companies{world.office()};
    std::map<std::string, std::int64_t> held;
    for (const auto& [account, points] : purses) held[companies.of({account.substr(0, account.find('/'))})] += points;
    for (const auto& [company, points] : companies.sums(due)) {
        if (held[company] == points) continue;
        complaints.push_back(fmt::format("the purses of {} and those with her hold {} where {} are due", company,
                                         held[company], points));
    }
    if (const auto members = office::count_members(world.office().reads());
        members != static_cast<std::int64_t>(due.size())) {
        complaints.push_back(fmt::format("the office has {} members of {}", members, due.size()));
    }
    return complaints;
}

Complaints accounts_agree(World& world)
{
    Complaints complaints;
    const Companies companies{world.office()};
    std::map<std::string, std::int64_t> there;
    std::map<std::string, std::map<TillNumber, std::int64_t>> here;
    for (const MemberId& person : persons(world.office().reads())) {
        there[companies.of(person)] += office::owed_minor(world.office().reads(), person);
        for (SimTill* till : world.tills()) {
            here[companies.of(person)][till->number()] += till->store().members().owed(person).minor();
        }
    }
    for (const auto& [company, due] : companies.sums(world.tally().owed)) {
        if (there[company] != due) {
            complaints.push_back(fmt::format("the office says that {} owes {}, of {}", company, there[company], due));
        }
        for (const auto& [till, owed] : here[company]) {
            if (owed == due) continue;
            complaints.push_back(fmt::format("till {} says that {} owes {}, of {}", till, company, owed, due));
        }
    }
    return complaints;
}

} // namespace guitai::sim
