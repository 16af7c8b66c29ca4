// How a line of the ticket reaches the customer: taken along, sent home or to a shop,
// and what the delivery costs.
#include "sync/events/override_action.hpp"
#include "terminal/app/order_missing_item.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr Money fee_max{Money::from_minor(1'000'000)};

// What is not said again stays as it was.
Recipient merged(Recipient said, const CartLine& line)
{
    if (line.kind != LineKind::order) return said;
    const Recipient& before{line.order.recipient};
    if (said.name.empty()) said.name = before.name;
    if (said.phone.empty()) said.phone = before.phone;
    if (said.address.empty()) said.address = before.address;
    return said;
}

// Whoever asks less than the shop does gives something away.
Result<void> check_fee(Desk& desk, const SetDelivery& command, Money shop_fee, const CartLine& line)
{
    const Money fee{*command.fee};
    if (fee.is_negative() || fee > fee_max) return refuse("delivery.bad_fee", text_of(fee));
    if (fee >= shop_fee || desk.limit().may_vouch || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = override_action::delivery_fee;
    given.subject = line.product.sku.text;
    given.amount = shop_fee - fee;
    return ask_approval(desk, command, "delivery.needs_approval", std::move(given));
}

} // namespace

Result<void> perform(Desk& desk, const SetDelivery& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    const CartLine* const line{desk.state.cart.find(command.line)};
    if (line == nullptr) return refuse("cart.no_such_line", std::to_string(command.line));
    if (line->kind == LineKind::return_ || !line->swap.none()) return refuse("delivery.not_for_returns");
    std::optional<OrderTerms> terms;
    if (command.delivery) {
        const bool same_place{line->kind == LineKind::order && command.collect_at.empty() &&
                              line->order.delivery == Delivery::collect};
        const PlaceCode place{same_place ? PlaceCode{line->order.recipient.address} : command.collect_at};
        auto made = order_terms(desk, line->product, *command.delivery, merged(command.recipient, *line), place);
        if (!made) return refuse(made.error());
        terms = std::move(*made);
        terms->slot = command.slot.value_or(line->kind == LineKind::order ? line->order.slot : std::string{});
        if (*command.delivery != Delivery::ship && !command.slot) terms->slot.clear();
        if (auto slot = check_slot(desk, *command.delivery, terms->slot); !slot) return slot;
        if (command.fee) {
            if (auto may = check_fee(desk, command, terms->fee, *line); !may) return may;
            terms->fee = *command.fee;
        }
    } else if (command.fee && !command.fee->is_zero()) {
        return refuse("delivery.no_fee");
    }
    if (auto set = desk.state.cart.deliver(command.line, std::move(terms)); !set) return set;
    show_cart(desk, command.line);
    return {};
}

} // namespace guitai
