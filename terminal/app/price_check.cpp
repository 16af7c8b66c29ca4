// What does it cost (查价): a scan answers and sells nothing, until the clerk has seen enough.
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {

Result<void> perform(Desk& desk, const BeginPriceCheck&)
{
    desk.state.view.price_check = {};
    desk.state.view.price_check.on = true;
    return {};
}

Result<void> perform(Desk& desk, const EndPriceCheck&)
{
    desk.state.view.price_check = {};
    return {};
}

Result<void> perform(Desk& desk, const CheckPrice& command)
{
    const auto product = desk.ports.catalogue.find_code(command.digits);
    if (!product) return refuse("scan.unknown", cut_to(command.digits, 60));
    advance_talk(desk, TalkStep::show);
    PriceCheckView& view{desk.state.view.price_check};
    view.product = *product;
    view.here = 0;
    const GridView grid{desk.ports.catalogue.grid(product->style)};
    for (const CellView& cell : grid.cells) {
        if (cell.sku == product->sku) view.here = cell.here;
    }
    view.elsewhere.clear();
    for (const CatalogueReader::FarStock& place : desk.ports.catalogue.stock_elsewhere(product->sku)) {
        if (place.pieces > 0) view.elsewhere.push_back({place.name, place.pieces});
    }
    view.as_of_ms = grid.as_of_ms;
    return {};
}

} // namespace guitai
