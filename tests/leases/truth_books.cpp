#include "sync/office/projections/histories.hpp"
#include "sync/purses/fold.hpp"
#include "tests/leases/truth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace guitai::leases {
namespace {

struct Rule {
    const char* said;
    const char* sql; // Gives the rows in which it is broken.
};

constexpr std::array<Rule, 4> rules{{
    {"a lot is not the sum of its parts",
     "SELECT lot FROM purse_lots WHERE amount + lacking <> pending + available + leased + spent + expired + taken +"
     " moved OR MIN(pending, available, leased, spent, expired, taken, moved, lacking) < 0"},
    {"what is out of a lot is not in its leases",
     "SELECT lot FROM purse_lots l WHERE leased <> (SELECT COALESCE(SUM(rem), 0) FROM purse_lease_lots p"
     " WHERE p.lot = l.lot)"},
    {"a debt stands beside available points",
     "SELECT account FROM purse_debts WHERE account IN (SELECT account FROM purse_lots WHERE available > 0)"},
    {"what went back is not what was taken or is owed",
     "SELECT 'all' WHERE (SELECT COALESCE(SUM(taken), 0) FROM purse_lots) +"
     " (SELECT COALESCE(SUM(amount), 0) FROM purse_debts) <>"
     " (SELECT COALESCE(SUM(back), 0) FROM purse_lots WHERE origin = '')"},
}};

std::int64_t one_number(database::Connection& reads, const char* sql)
{
    database::Statement find{reads, sql};
    return find.step() ? find.integer(0) : 0;
}

// As the journal of the head office tells it.
struct Told {
    std::map<std::string, std::int64_t> spent, restored, back;

    void add(const SaleCompleted& sale)
    {
        for (const PointsRedeemed& one : sale.spent) spent[part_id(sale.receipt, one.n)] += one.amount;
        for (const PointsRestored& one : sale.restored) restored[one.redemption] += one.amount;
        for (const PointsBack& one : sale.points_back) back[part_id(one.receipt, 1)] += one.points;
    }
    // What was spent and did not come back.
    [[nodiscard]] std::int64_t rest() const
    {
        std::int64_t rest{0};
        for (const auto& [redemption, units] : spent) {
            const auto claimed = restored.find(redemption);
            rest += units - (claimed == restored.end() ? 0 : std::min(units, claimed->second));
        }
        return rest;
    }
};

} // namespace

Complaints faults_of_books(sim::HeadOffice& office, const Truth& truth)
{
    Complaints complaints;
    if (truth.overspent() > truth.bound()) {
        complaints.push_back(fmt::format("{} points were spent that were never earned, where {} were agreed to",
                                         truth.overspent(), truth.bound()));
    }
    if (!office.is_up()) return complaints;
    database::Connection& reads{office.reads()};
    for (const Rule& rule : rules) {
        database::Statement find{reads, rule.sql};
        while (find.step()) complaints.push_back(fmt::format("{}: {}", rule.said, find.text(0)));
    }
    if (const std::int64_t loss{purses::loss_of(reads)}; loss > truth.bound()) {
        complaints.push_back(fmt::format("{} points are booked as lost, where {} were agreed to", loss,
                                         truth.bound()));
    }
    const std::int64_t lacking{one_number(reads, "SELECT COALESCE(SUM(lacking), 0) FROM purse_lots")};
    if (lacking > truth.bound() && !office::is_recovering(reads)) {
        complaints.push_back(fmt::format("{} points are lent that were never earned", lacking));
        database::Statement lots{reads, "SELECT lot, lacking, taken FROM purse_lots WHERE lacking > 0"};
        while (lots.step()) {
            complaints.push_back(fmt::format("  {} of lot {}, of which {} were taken back", lots.integer(1),
                                             lots.text(0), lots.integer(2)));
        }
    }
    return complaints;
}

Complaints faults_of_sums(sim::HeadOffice& office)
{
    Complaints complaints;
    database::Connection& reads{office.reads()};
    Told told;
    const Journal journal{reads};
    for (const TillNumber origin : journal.origins()) {
        for (const JournalLine& line : journal.after(origin, 0, 1'000'000, std::size_t{1} << 40U)) {
            const auto event = decode(line.text);
            const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
            if (sale != nullptr) told.add(*sale);
        }
    }
    const std::int64_t spent{one_number(reads, "SELECT COALESCE(SUM(spent), 0) FROM purse_lots")};
    const std::int64_t loss{purses::loss_of(reads)};
    if (loss == 0 && spent != told.rest()) {
        complaints.push_back(fmt::format("{} points are booked as spent, {} were", spent, told.rest()));
    }
    for (const auto& [lot, points] : told.back) {
        database::Statement find{reads, "SELECT amount, back FROM purse_lots WHERE lot = ?1"};
        find.bind(1, lot);
        if (!find.step() || find.integer(1) == std::min(points, find.integer(0))) continue;
        complaints.push_back(fmt::format("{} points of lot {} went back, {} are booked", points, lot,
                                         find.integer(1)));
    }
    return complaints;
}

Complaints faults_of_branches(sim::HeadOffice& office)
{
    Complaints complaints;
    database::Connection& reads{office.reads()};
    database::Statement counted{reads, "SELECT branch, COUNT(*) FROM branch_lines GROUP BY branch"};
    constexpr int lines_max{100'000};
    while (counted.step()) {
        const std::int64_t kept{Journal{reads}.head(counted.integer(0)).number};
        if (kept == counted.integer(1)) continue;
        complaints.push_back(fmt::format("of branch {} the journal has {} events of {}", counted.integer(0), kept,
                                         counted.integer(1)));
    }
    std::set<std::string> receipts;
    for (const JournalLine& line : Journal{reads}.after_position(0, lines_max)) {
        const auto event = decode(line.text);
        const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
        if (sale == nullptr || receipts.insert(sale->receipt.text).second) continue;
        complaints.push_back(fmt::format("receipt {} is of two sales", sale->receipt.text));
    }
    return complaints;
}

} // namespace guitai::leases
