// What lies here is taken instead of what the customer had asked for.
#include "terminal/app/edit_cart.hpp"
#include "terminal/app/use_cases.hpp"

namespace guitai {

Result<void> perform(Desk& desk, const TakeInstead& command)
{
    const auto missing = desk.ports.catalogue.find(command.missing);
    if (!missing) return refuse("cart.unknown_sku", command.missing.text);
    const auto taken = find_goods(desk, command.taken);
    if (!taken) return refuse(taken.error());
    if (missing->sku == taken->sku) return refuse("miss.same_goods", taken->sku.text);
    if (auto put = put_on_ticket(desk, *taken, Quantity::pieces(1)); !put) return put;
    const bool same_style{missing->style == taken->style};
    desk.state.instead.push_back({*missing, taken->sku, same_style ? MissChoice::other_cell : MissChoice::substitute});
    return {};
}

} // namespace guitai
