#include "terminal/app/grid_ways.hpp"

#include "sync/events/promise.hpp"
#include "terminal/app/advise.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>
#include <cstdlib>

namespace guitai {
namespace {

constexpr std::size_t alternatives_max{3};
constexpr std::size_t ways_shown{4};

using Elsewhere = std::vector<CatalogueReader::FarStock>;

// The place of that kind that has most; null where none has any.
const CatalogueReader::FarStock* richest(const Elsewhere& elsewhere, PlaceKind kind)
{
    const CatalogueReader::FarStock* best{nullptr};
    for (const CatalogueReader::FarStock& stock : elsewhere) {
        if (stock.kind == kind && stock.pieces > 0 && (best == nullptr || stock.pieces > best->pieces)) best = &stock;
    }
    return best;
}

WayView collect_elsewhere(const Elsewhere& elsewhere, std::string_view today)
{
    WayView way;
    way.kind = WayKind::collect_elsewhere;
    const auto* const shop = richest(elsewhere, PlaceKind::shop);
    way.possible = shop != nullptr;
    if (shop == nullptr) {
        way.reason = "way.no_other_shop";
        return way;
    }
    way.place = shop->place;
    way.place_name = shop->name;
    way.pieces = shop->pieces;
    way.ready_on = promised_by(Delivery::collect, PlaceKind::shop, today);
    return way;
}

WayView shipped(WayKind kind, Delivery delivery, const FarStocks& far, std::string_view today)
{
    WayView way;
    way.kind = kind;
    const auto* const warehouse = richest(far.places, PlaceKind::warehouse);
    const auto* const source = warehouse != nullptr ? warehouse : richest(far.places, PlaceKind::shop);
    way.possible = source != nullptr || far.unheard;
    if (source == nullptr) {
        if (!far.unheard) way.reason = "way.nowhere";
        return way;
    }
    way.place = source->place;
    way.place_name = source->name;
    way.pieces = source->pieces;
    way.ready_on = promised_by(delivery, source->kind, today);
    return way;
}

struct Alternative {
    std::size_t cell{0};
    std::size_t distance{0};
};

// What lies here instead: the sizes beside it in the same colour, then the same size in other colours.
WayView other_cell(const GridView& grid, std::size_t missing, std::string_view today)
{
    const std::size_t across{std::max<std::size_t>(grid.sizes.size(), 1)};
    const auto apart = [](std::size_t a, std::size_t b) { return a > b ? a - b : b - a; };
    std::vector<Alternative> found;
    for (std::size_t at{0}; at < grid.cells.size(); ++at) {
        const bool same_colour{at / across == missing / across};
        const bool same_size{at % across == missing % across};
        if (at == missing || grid.cells[at].here <= 0 || (!same_colour && !same_size)) continue;
        found.push_back({at, same_colour ? apart(at, missing) : across + apart(at / across, missing / across)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Alternative& a, const Alternative& b) { return a.distance < b.distance; });
    if (found.size() > alternatives_max) found.resize(alternatives_max);

    WayView way;
    way.kind = WayKind::other_cell;
    way.possible = !found.empty();
    if (found.empty()) {
        way.reason = "way.none_here";
        return way;
    }
    way.ready_on = today;
    way.alternative_sku = grid.cells[found.front().cell].sku;
    way.pieces = grid.cells[found.front().cell].here;
    for (const Alternative& one : found) {
        const std::string colour{one.cell / across < grid.colours.size() ? grid.colours[one.cell / across] : ""};
        const std::string size{one.cell % across < grid.sizes.size() ? grid.sizes[one.cell % across] : ""};
        way.alternatives.push_back(colour.empty() || size.empty() ? colour + size : colour + " " + size);
    }
    return way;
}

} // namespace

std::optional<WayView> substitute_way(const Desk& desk, const Sku& missing)
{
    const auto wanted = desk.ports.catalogue.find(missing);
    const auto found = wanted ? substitute_for(desk, *wanted) : std::nullopt;
    if (!found) return std::nullopt;
    WayView way;
    way.kind = WayKind::substitute;
    way.alternative_sku = found->sku;
    way.alternatives = {variant_of(*found)};
    way.name = found->name;
    way.name_en = found->name_en;
    way.price = found->price;
    way.ready_on = desk.today();
    for (const CellView& cell : desk.ports.catalogue.grid(found->style).cells) {
        if (cell.sku == found->sku) way.pieces = cell.here;
    }
    return way;
}

std::vector<WayView> ways_for(const GridView& grid, const Sku& sku, const FarStocks& far, std::string_view today,
                              std::optional<WayView> substitute)
{
    const auto cell = std::find_if(grid.cells.begin(), grid.cells.end(),
                                   [&](const CellView& candidate) { return candidate.sku == sku; });
    const auto missing = static_cast<std::size_t>(cell - grid.cells.begin());
    std::vector<WayView> ways{collect_elsewhere(far.places, today),
                              shipped(WayKind::ship_home, Delivery::ship, far, today),
                              shipped(WayKind::ship_to_shop, Delivery::ship_to_shop, far, today),
                              other_cell(grid, missing, today)};
    if (substitute) ways.push_back(std::move(*substitute));
    const auto rank = [](const WayView& way) {
        if (!way.possible) return 3;
        return way.kind == WayKind::other_cell ? 1 : way.kind == WayKind::substitute ? 2 : 0;
    };
    std::stable_sort(ways.begin(), ways.end(), [&](const WayView& a, const WayView& b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : rank(a) == 0 && a.ready_on < b.ready_on;
    });
    ways.resize(ways_shown);
    return ways;
}

void show_ways(Desk& desk)
{
    GridView& grid{desk.state.view.grid};
    if (grid.chosen.empty()) return;
    FarStocks far{desk.ports.catalogue.stock_elsewhere(grid.chosen)};
    far.unheard = grid.as_of_ms == 0 && desk.state.view.shop.has_office;
    grid.ways = ways_for(grid, grid.chosen, far, desk.today(), substitute_way(desk, grid.chosen));
}

Result<void> perform(Desk& desk, const OpenGrid& command)
{
    GridView grid{desk.ports.catalogue.grid(command.style)};
    if (grid.style.empty()) return refuse("grid.unknown_style", cut_to(command.style.text, 100));
    desk.state.view.grid = std::move(grid);
    advance_talk(desk, TalkStep::show);
    show_amounts_on_ticket(desk);
    return {};
}

Result<void> perform(Desk& desk, const ChooseCell& command)
{
    const GridView& open{desk.state.view.grid};
    const bool there{std::any_of(open.cells.begin(), open.cells.end(),
                                 [&](const CellView& cell) { return cell.sku == command.sku; })};
    if (!there || command.sku.empty()) return refuse("grid.no_such_cell", cut_to(command.sku.text, 100));
    desk.state.view.grid.chosen = command.sku;
    show_ways(desk);
    return {};
}

Result<void> perform(Desk& desk, const CloseGrid&)
{
    desk.state.view.grid = {};
    return {};
}

} // namespace guitai
