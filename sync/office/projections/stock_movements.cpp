#include "sync/office/projections/stock_movements.hpp"

namespace guitai::office {

void StockMovements::fold(database::Connection& connection, const Event& event)
{
    const auto* moved = std::get_if<StockMoved>(&event.body);
    if (!moved) return;
    database::Statement add{connection,
                            "INSERT INTO stock_movements (number, move, place, sku, change_milli, reason,"
                            " source_origin, source_number, at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"};
    std::int64_t place_in_event{0};
    for (const StockMove& move : moved->moves) {
        add.bind(1, event.number)
            .bind(2, ++place_in_event)
            .bind(3, move.place.text)
            .bind(4, move.sku.text)
            .bind(5, move.change.milli())
            .bind(6, word_of(moved->reason))
            .bind(7, moved->source_origin)
            .bind(8, moved->source_number)
            .bind(9, event.at_ms)
            .run();
    }
}

std::vector<Movement> movements_of(database::Connection& connection, const Sku& sku, const PlaceCode& place,
                                   int limit, std::int64_t skip)
{
    database::Statement find{connection, "SELECT number, place, change_milli, reason, source_origin, source_number,"
                                         " at_ms FROM stock_movements WHERE sku = ?1 AND (?2 = '' OR place = ?2)"
                                         " ORDER BY number DESC, move DESC LIMIT ?3 OFFSET ?4"};
    find.bind(1, sku.text).bind(2, place.text).bind(3, limit).bind(4, skip);
    std::vector<Movement> movements;
    while (find.step()) {
        movements.push_back({find.integer(0), {find.text(1)}, find.integer(2), find.text(3), find.integer(4),
                             find.integer(5), find.integer(6)});
    }
    return movements;
}

} // namespace guitai::office
