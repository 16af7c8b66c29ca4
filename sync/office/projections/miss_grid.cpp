#include "sync/office/projections/miss_grid.hpp"

namespace guitai::office {

std::vector<MissCell> misses_by_cell(database::Connection& connection, const StyleId& style, const PlaceCode& store,
                                     std::string_view since)
{
    database::Statement find{connection, "SELECT colour, size, COUNT(*),"
                                         " SUM(CASE WHEN rescued_by <> '' OR chosen <> 'none' THEN 1 ELSE 0 END)"
                                         " FROM misses WHERE style = ?1 AND business_date >= ?2"
                                         " AND (?3 = '' OR store = ?3) GROUP BY colour, size ORDER BY colour, size"};
    find.bind(1, style.text).bind(2, since).bind(3, store.text);
    std::vector<MissCell> cells;
    while (find.step()) cells.push_back({find.text(0), find.text(1), find.integer(2), find.integer(3)});
    return cells;
}

std::vector<MissRow> latest_misses(database::Connection& connection, const StyleId& style, const PlaceCode& store,
                                   std::string_view since, int limit)
{
    database::Statement find{connection, "SELECT till, store, staff, member, colour, size, reason, chosen, rescued_by,"
                                         " chosen_sku, at_ms FROM misses WHERE style = ?1 AND business_date >= ?2"
                                         " AND (?3 = '' OR store = ?3) ORDER BY at_ms DESC, till, miss DESC LIMIT ?4"};
    find.bind(1, style.text).bind(2, since).bind(3, store.text).bind(4, limit);
    std::vector<MissRow> rows;
    while (find.step()) {
        rows.push_back({find.integer(0), {find.text(1)}, find.text(2), {find.text(3)}, find.text(4), find.text(5),
                        find.text(6), find.text(7), {find.text(8)}, find.text(9), find.integer(10)});
    }
    return rows;
}

} // namespace guitai::office
