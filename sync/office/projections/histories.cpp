#include "sync/office/projections/histories.hpp"

#include "sync/office/projections/people.hpp"
#include "sync/purses/fold.hpp"

#include <set>

namespace guitai::office {
namespace {

using database::Connection;
using database::Statement;

void begin(Connection& connection, const Event& event, const OfficeRestored& restored)
{
    Statement{connection, "INSERT INTO office_histories (number, generation, before, recovered)"
                          " VALUES (?1, ?2, ?3, 0)"}
        .bind(1, event.number)
        .bind(2, restored.generation)
        .bind(3, restored.before)
        .run();
    std::set<TillNumber> tills;
    for (TillNumber forgotten{last_till(connection) + 1}; forgotten <= restored.tills_through; ++forgotten) {
        tills.insert(forgotten);
    }
    for (const TillEnrolled& till : all_tills(connection)) {
        // Those had no points any more when the copy was made, or their points never come home.
        const auto row = purses::till_row(connection, till.till);
        if (!row.set_aside && !row.written_off) tills.insert(till.till);
    }
    for (const TillNumber till : tills) {
        Statement{connection, "INSERT INTO restored_tills (generation, till, shown, through, gone)"
                              " VALUES (?1, ?2, 0, 0, 0)"}
            .bind(1, restored.generation)
            .bind(2, till)
            .run();
    }
}

void show(Connection& connection, const LeasesShown& shown)
{
    if (shown.through < 0) return;
    Statement{connection, "UPDATE restored_tills SET shown = 1, through = ?3 WHERE generation = ?1 AND till = ?2"
                          " AND shown = 0"}
        .bind(1, shown.generation)
        .bind(2, shown.till)
        .bind(3, shown.through)
        .run();
}

void wait_no_more(Connection& connection, TillNumber till)
{
    const auto latest = latest_history(connection);
    if (!latest) return;
    Statement{connection, "UPDATE restored_tills SET gone = 1 WHERE generation = ?1 AND till = ?2"}
        .bind(1, latest->generation)
        .bind(2, till)
        .run();
}

void end(Connection& connection, const Event& event, const OfficeRecovered& recovered)
{
    Statement{connection, "UPDATE office_histories SET recovered = ?2 WHERE generation = ?1"}
        .bind(1, recovered.generation)
        .bind(2, event.number)
        .run();
}

constexpr const char* all_histories{"SELECT number, generation, before, recovered FROM office_histories"};

History history_from(const Statement& row) { return {row.integer(0), row.text(1), row.text(2), row.integer(3) == 0}; }

} // namespace

void Histories::fold(Connection& connection, const Event& event)
{
    if (const auto* restored = std::get_if<OfficeRestored>(&event.body)) begin(connection, event, *restored);
    else if (const auto* shown = std::get_if<LeasesShown>(&event.body)) show(connection, *shown);
    else if (const auto* gone = std::get_if<TillGoneWithout>(&event.body)) wait_no_more(connection, gone->till);
    else if (const auto* aside = std::get_if<TillSetAside>(&event.body)) wait_no_more(connection, aside->till);
    else if (const auto* written = std::get_if<TillWrittenOff>(&event.body)) wait_no_more(connection, written->till);
    else if (const auto* recovered = std::get_if<OfficeRecovered>(&event.body)) end(connection, event, *recovered);
}

std::vector<History> histories(Connection& connection)
{
    Statement find{connection, std::string{all_histories}.append(" ORDER BY number")};
    std::vector<History> found;
    while (find.step()) found.push_back(history_from(find));
    return found;
}

std::optional<History> latest_history(Connection& connection)
{
    Statement find{connection, std::string{all_histories}.append(" ORDER BY number DESC LIMIT 1")};
    if (!find.step()) return std::nullopt;
    return history_from(find);
}

bool is_recovering(Connection& connection)
{
    const auto latest = latest_history(connection);
    return latest && latest->recovering;
}

std::vector<WaitedTill> waited_tills(Connection& connection)
{
    const auto latest = latest_history(connection);
    if (!latest) return {};
    Statement find{connection, "SELECT till, shown, through, gone FROM restored_tills WHERE generation = ?1"
                               " ORDER BY till"};
    find.bind(1, latest->generation);
    std::vector<WaitedTill> tills;
    while (find.step()) tills.push_back({find.integer(0), find.flag(1), find.integer(2), find.flag(3)});
    return tills;
}

std::vector<TillNumber> unreported_tills(Connection& connection)
{
    const Journal journal{connection};
    std::vector<TillNumber> tills;
    for (const WaitedTill& one : waited_tills(connection)) {
        const bool is_done{one.gone || (one.shown && journal.head(one.till).number >= one.through)};
        if (!is_done) tills.push_back(one.till);
    }
    return tills;
}

std::optional<WaitedTill> waited_till(Connection& connection, TillNumber till)
{
    for (const WaitedTill& one : waited_tills(connection)) {
        if (one.till == till) return one;
    }
    return std::nullopt;
}

TillNumber last_till(Connection& connection)
{
    Statement find{connection, "SELECT COALESCE(MAX(till), 0) FROM (SELECT till FROM tills UNION ALL"
                               " SELECT till FROM restored_tills) AS known"};
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::office
