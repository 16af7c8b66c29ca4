#include "sync/office/projections/misses.hpp"

namespace guitai::office {

void Misses::fold(database::Connection& connection, const Event& event)
{
    const auto* miss = std::get_if<MissRecorded>(&event.body);
    if (!miss) return;
    database::Statement{connection,
                        "INSERT INTO misses (till, miss, store, staff, member, business_date, style, colour, size,"
                        " reason, rescued_by, at_ms, chosen, chosen_sku)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                        // Told again under its number: the order that saved it came later.
                        " ON CONFLICT (till, miss) DO UPDATE SET reason = excluded.reason,"
                        " rescued_by = excluded.rescued_by, chosen = excluded.chosen,"
                        " chosen_sku = excluded.chosen_sku"}
        .bind(1, event.origin)
        .bind(2, miss->miss)
        .bind(3, miss->store.text)
        .bind(4, miss->staff.text)
        .bind(5, miss->member.text)
        .bind(6, miss->business_date)
        .bind(7, miss->style.text)
        .bind(8, miss->colour)
        .bind(9, miss->size)
        .bind(10, word_of(miss->reason))
        .bind(11, miss->rescued_by.text)
        .bind(12, event.at_ms)
        .bind(13, word_of(miss->chosen))
        .bind(14, miss->chosen_sku.text)
        .run();
}

std::vector<MissCount> misses_by_reason(database::Connection& connection, const PlaceCode& store,
                                        std::string_view since)
{
    database::Statement find{connection, "SELECT reason, COUNT(*),"
                                         " SUM(CASE WHEN rescued_by <> '' OR chosen <> 'none' THEN 1 ELSE 0 END)"
                                         " FROM misses WHERE business_date >= ?1 AND (?2 = '' OR store = ?2)"
                                         " GROUP BY reason ORDER BY COUNT(*) DESC, reason"};
    find.bind(1, since).bind(2, store.text);
    std::vector<MissCount> counts;
    while (find.step()) counts.push_back({find.text(0), {}, find.integer(1), find.integer(2)});
    return counts;
}

std::vector<MissCount> misses_by_style(database::Connection& connection, const PlaceCode& store, std::string_view since,
                                       int limit)
{
    database::Statement find{connection, "SELECT m.style, COALESCE((SELECT MIN(i.name) FROM items i"
                                         " WHERE i.style = m.style), ''), COUNT(*),"
                                         " SUM(CASE WHEN m.rescued_by <> '' OR m.chosen <> 'none' THEN 1 ELSE 0 END)"
                                         " FROM misses m WHERE m.business_date >= ?1 AND (?2 = '' OR m.store = ?2)"
                                         " GROUP BY m.style ORDER BY COUNT(*) DESC, m.style LIMIT ?3"};
    find.bind(1, since).bind(2, store.text).bind(3, limit);
    std::vector<MissCount> counts;
    while (find.step()) counts.push_back({find.text(0), find.text(1), find.integer(2), find.integer(3)});
    return counts;
}

MissCount misses_on(database::Connection& connection, const PlaceCode& store, std::string_view date)
{
    database::Statement find{connection,
                             "SELECT COUNT(*), COALESCE(SUM(CASE WHEN rescued_by <> '' OR chosen <> 'none'"
                             " THEN 1 ELSE 0 END), 0)"
                             " FROM misses WHERE store = ?1 AND business_date = ?2"};
    find.bind(1, store.text).bind(2, date);
    MissCount count;
    if (find.step()) {
        count.misses = find.integer(0);
        count.rescued = find.integer(1);
    }
    return count;
}

} // namespace guitai::office
