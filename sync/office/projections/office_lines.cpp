#include "sync/office/projections/office_lines.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

// The next value above the last one that was seen: a few steps through an index, however many rows it has.
std::vector<std::string> distinct(database::Connection& connection, std::string_view next_above)
{
    std::vector<std::string> found;
    std::string last;
    while (true) {
        database::Statement find{connection, next_above};
        find.bind(1, last);
        if (!find.step() || find.is_null(0)) return found;
        last = find.text(0);
        found.push_back(last);
    }
}

} // namespace

void OfficeLines::fold(database::Connection& connection, const Event& event)
{
    if (event.origin != office_origin) return;
    database::Statement{connection, "INSERT INTO office_lines (number, kind, at_ms) VALUES (?1, ?2, ?3)"}
        .bind(1, event.number)
        .bind(2, kind_of(event.body))
        .bind(3, event.at_ms)
        .run();
}

std::vector<OfficeAct> office_acts(database::Connection& connection, const ActFilter& filter, int limit,
                                   std::int64_t skip)
{
    std::string sql{"SELECT a.number, l.kind, l.at_ms, a.actor FROM office_acts a"
                    " JOIN office_lines l ON l.number = a.number WHERE l.at_ms >= ?1 AND (?2 = 0 OR l.at_ms < ?2)"};
    if (!filter.actor.empty()) sql += " AND a.actor = ?3";
    if (!filter.kind.empty()) sql += fmt::format(" AND l.kind = ?{}", filter.actor.empty() ? 3 : 4);
    const int next{3 + (filter.actor.empty() ? 0 : 1) + (filter.kind.empty() ? 0 : 1)};
    sql += fmt::format(" ORDER BY a.number DESC LIMIT ?{} OFFSET ?{}", next, next + 1);

    database::Statement find{connection, sql};
    find.bind(1, filter.from_ms).bind(2, filter.until_ms);
    int index{3};
    if (!filter.actor.empty()) find.bind(index++, filter.actor);
    if (!filter.kind.empty()) find.bind(index++, filter.kind);
    find.bind(index, limit).bind(index + 1, skip);
    std::vector<OfficeAct> acts;
    while (find.step()) acts.push_back({find.integer(0), find.text(1), find.integer(2), find.text(3)});
    return acts;
}

std::vector<std::string> office_actors(database::Connection& connection)
{
    return distinct(connection, "SELECT MIN(actor) FROM office_acts WHERE actor > ?1");
}

std::vector<std::string> office_kinds(database::Connection& connection)
{
    return distinct(connection, "SELECT MIN(kind) FROM office_lines WHERE kind > ?1");
}

} // namespace guitai::office
