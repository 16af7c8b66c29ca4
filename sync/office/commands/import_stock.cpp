#include "sync/office/commands/imports.hpp"

#include "sync/catalogue/stock_csv.hpp"
#include "sync/events/stock_events.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guitai::office {
namespace {

constexpr std::string_view actor{"guitai-office"};

using Levels = std::map<PlaceCode, std::map<std::string, std::int64_t>>;

Result<std::vector<StockMove>> moves_for(database::Connection& connection, const std::vector<StockLine>& lines)
{
    Levels levels;
    std::vector<StockMove> moves;
    for (const StockLine& line : lines) {
        if (levels.count(line.place) == 0) {
            if (!find_place(connection, line.place)) {
                return refuse("stock.unknown_place", fmt::format("line {}: no shop or warehouse has the code '{}'",
                                                                 line.line, line.place.text));
            }
            levels.emplace(line.place, levels_in(connection, line.place));
        }
        if (!is_listed(connection, line.sku)) {
            return refuse("stock.unknown_sku",
                          fmt::format("line {}: '{}' is not in the catalogue", line.line, line.sku.text));
        }
        const auto& there = levels[line.place];
        const auto level = there.find(line.sku.text);
        const std::int64_t change{line.quantity.milli() - (level == there.end() ? 0 : level->second)};
        if (change == 0) continue;
        if (!Quantity::fits(change)) {
            return refuse("stock.bad_quantity",
                          fmt::format("line {}: {} is too far from what is there", line.line, text_of(line.quantity)));
        }
        moves.push_back({line.place, line.sku, Quantity::from_milli(change)});
    }
    return moves;
}

} // namespace

Result<Imported> import_stock(Office& office, std::string_view bytes, Encoding encoding, const Progress& progress)
{
    const auto lines = read_stock(bytes, encoding);
    if (!lines) return refuse(lines.error());

    // The levels are read under the writer's lock: a sale in between would be counted twice.
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    const auto moves = moves_for(office.connection(), *lines);
    if (!moves) return refuse(moves.error());
    for (std::size_t from{0}; from < moves->size(); from += moves_per_event_max) {
        const auto first = moves->begin() + static_cast<std::ptrdiff_t>(from);
        const std::size_t count{std::min(moves_per_event_max, moves->size() - from)};
        office.say(
            open,
            StockMoved{StockReason::counted, office_origin, 0, {first, first + static_cast<std::ptrdiff_t>(count)}},
            actor);
        if (progress) progress(from + count, moves->size());
    }
    answer_held(office, open);
    open.commit();
    return Imported{fmt::format("{} counts: {} levels changed, {} as before", lines->size(), moves->size(),
                                lines->size() - moves->size()),
                    {}};
}

} // namespace guitai::office
