#include "sync/office/projections/photo_doubts.hpp"

#include "sync/events/return_reason.hpp"
#include "sync/events/time.hpp"
#include "sync/office/projections/items.hpp"

namespace guitai::office {
namespace {

// A task stays until it is done, however long ago the returns were by then.
void make_task(database::Connection& connection, const std::string& style, const std::string& date)
{
    database::Statement count{connection, "SELECT COUNT(*) FROM photo_doubts WHERE style = ?1"
                                          " AND business_date > ?2 AND business_date <= ?3"};
    count.bind(1, style).bind(2, date_plus_days(date, -photo_doubt_days)).bind(3, date);
    if (!count.step() || count.integer(0) < photo_doubts_for_task) return;
    database::Statement{connection, "INSERT INTO photo_tasks (style, since) VALUES (?1, ?2)"
                                    " ON CONFLICT (style) DO NOTHING"}
        .bind(1, style)
        .bind(2, date)
        .run();
}

void doubt(database::Connection& connection, const SaleCompleted& sale)
{
    std::int64_t number{0};
    for (const SaleLine& line : sale.lines) {
        ++number;
        if (line.line_kind != LineKind::return_ || !is_photo_reason(line.reason)) continue;
        const std::string style{style_of(connection, line.sku).text};
        if (style.empty()) continue;
        database::Statement{connection, "INSERT INTO photo_doubts (receipt, line, style, store, business_date)"
                                        " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (receipt, line) DO NOTHING"}
            .bind(1, sale.receipt.text)
            .bind(2, number)
            .bind(3, style)
            .bind(4, sale.store.text)
            .bind(5, sale.business_date)
            .run();
        make_task(connection, style, sale.business_date);
    }
}

// What is looked at is dealt with; what comes back tomorrow begins a new count.
void review(database::Connection& connection, const PhotoReviewed& reviewed)
{
    for (const char* sql : {"DELETE FROM photo_doubts WHERE style = ?1", "DELETE FROM photo_tasks WHERE style = ?1"}) {
        database::Statement{connection, sql}.bind(1, reviewed.style.text).run();
    }
}

} // namespace

void PhotoDoubts::fold(database::Connection& connection, const Event& event)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) doubt(connection, *sale);
    else if (const auto* reviewed = std::get_if<PhotoReviewed>(&event.body)) review(connection, *reviewed);
}

std::vector<PhotoDoubt> photo_doubts(database::Connection& connection, int limit)
{
    database::Statement find{connection,
                             "SELECT d.style, COUNT(*), MAX(d.business_date), COALESCE(MAX(t.since), ''),"
                             " COALESCE((SELECT MIN(i.name) FROM items i WHERE i.style = d.style), ''),"
                             " COALESCE((SELECT MAX(i.picture) FROM items i WHERE i.style = d.style), '')"
                             " FROM photo_doubts d LEFT JOIN photo_tasks t ON t.style = d.style GROUP BY d.style"
                             " ORDER BY MAX(CASE WHEN t.since IS NULL THEN 0 ELSE 1 END) DESC,"
                             " MAX(d.business_date) DESC, d.style LIMIT ?1"};
    find.bind(1, limit);
    std::vector<PhotoDoubt> rows;
    while (find.step()) {
        PhotoDoubt& row{rows.emplace_back()};
        row.style.text = find.text(0);
        row.doubts = find.integer(1);
        row.latest = find.text(2);
        row.since = find.text(3);
        row.name = find.text(4);
        row.picture = find.text(5);
    }
    return rows;
}

std::int64_t count_photo_tasks(database::Connection& connection)
{
    database::Statement find{connection, "SELECT COUNT(*) FROM photo_tasks"};
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::office
