#include "sync/office/projections/stock.hpp"

#include "sync/events/staff_events.hpp"

namespace guitai::office {

void Stock::fold(database::Connection& connection, const Event& event)
{
    const auto* moved = std::get_if<StockMoved>(&event.body);
    if (!moved) return;
    database::Statement add{connection, "INSERT INTO stock_levels (place, sku, on_hand_milli) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT (place, sku) DO UPDATE SET"
                                        " on_hand_milli = stock_levels.on_hand_milli + excluded.on_hand_milli"};
    for (const StockMove& move : moved->moves) {
        add.bind(1, move.place.text).bind(2, move.sku.text).bind(3, move.change.milli()).run();
    }
}

std::int64_t on_hand_milli(database::Connection& connection, const PlaceCode& place, const Sku& sku)
{
    database::Statement find{connection, "SELECT on_hand_milli FROM stock_levels WHERE place = ?1 AND sku = ?2"};
    find.bind(1, place.text).bind(2, sku.text);
    return find.step() ? find.integer(0) : 0;
}

std::vector<Available> availability(database::Connection& connection, const Sku& sku)
{
    database::Statement find{
        connection, "SELECT l.place, p.place_kind, l.on_hand_milli,"
                    " COALESCE((SELECT SUM(o.quantity_milli) FROM orders o WHERE o.source = l.place AND o.sku = l.sku"
                    " AND o.state IN ('accepted', 'allocated', 'packed')), 0)"
                    " + COALESCE((SELECT SUM(o.quantity_milli) FROM orders o WHERE o.source = l.place"
                    " AND o.substitute_sku = l.sku AND o.state = 'substitute_offered'), 0),"
                    " COALESCE((SELECT f.ring_fence_milli FROM fulfilment_places f WHERE f.place = l.place), 0)"
                    " FROM stock_levels l JOIN places p ON p.place = l.place WHERE l.sku = ?1 ORDER BY l.place"};
    find.bind(1, sku.text);
    std::vector<Available> places;
    while (find.step()) {
        places.push_back({{find.text(0)}, find.text(1) == word_of(PlaceKind::warehouse), find.integer(2),
                          find.integer(3), find.integer(4)});
    }
    return places;
}

std::map<std::string, std::int64_t> levels_in(database::Connection& connection, const PlaceCode& place)
{
    database::Statement find{connection, "SELECT sku, on_hand_milli FROM stock_levels WHERE place = ?1"};
    find.bind(1, place.text);
    std::map<std::string, std::int64_t> levels;
    while (find.step()) levels.emplace(find.text(0), find.integer(1));
    return levels;
}

} // namespace guitai::office
