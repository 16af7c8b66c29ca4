#include "terminal/store/projections/stock.hpp"

#include "terminal/store/rows.hpp"

#include <cstdlib>

namespace guitai {
namespace {

// A stock may move before its goods are listed, so it hangs on the SKU's text.
void move_stock(database::Connection& connection, const Sku& sku, const PlaceCode& place, std::int64_t milli)
{
    if (milli == 0) return;
    run(connection,
        "INSERT INTO stock (sku, place, milli) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (sku, place) DO UPDATE SET milli = milli + ?3",
        sku, place, milli);
}

// What a line takes out of the shop. What is ordered leaves from elsewhere.
std::int64_t milli_taken(const SaleLine& line)
{
    switch (line.line_kind) {
    case LineKind::sale:
    case LineKind::gift: return line.quantity.milli();
    case LineKind::return_: return -std::abs(line.quantity.milli());
    case LineKind::order: break;
    }
    return 0;
}

} // namespace

void StockProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* moved = std::get_if<StockMoved>(&event.body)) {
        run(connection,
            "INSERT INTO stock_news (one, at_ms) VALUES (1, ?1)"
            " ON CONFLICT (one) DO UPDATE SET at_ms = max(at_ms, ?1)",
            event.at_ms);
        if (moved->source_origin == m_self.till) return;
        for (const StockMove& move : moved->moves) move_stock(connection, move.sku, move.place, move.change.milli());
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        if (event.origin != m_self.till) return;
        for (const SaleLine& line : sale->lines) move_stock(connection, line.sku, sale->store, -milli_taken(line));
    }
}

} // namespace guitai
