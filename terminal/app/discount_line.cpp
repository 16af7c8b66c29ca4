#include "terminal/app/discount_line.hpp"

#include "sync/events/override_action.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

// What a discount by hand comes off: the line at the price this customer pays.
Money base_of(const Desk& desk, const CartLine& line, Quantity quantity)
{
    return quantity.times(desk.price_for_customer(line.product));
}

Money worth_of(const LineDiscount& discount, Money base)
{
    return discount.percent.value != 0 ? base.at_rate(discount.percent) : discount.amount;
}

Result<void> check_cap(Desk& desk, const Command& command, const LineDiscount& discount, Money base,
                       const CartLine& line)
{
    const Money wanted{worth_of(discount, base)};
    if (wanted > base.at_rate(discount_max_of_all(desk.state.rules)))
        return refuse("discount.above_cap", text_of(wanted));
    if (wanted <= base.at_rate(desk.limit().discount_max) || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = override_action::discount;
    given.reason = discount.reason;
    given.subject = line.product.sku.text;
    given.amount = wanted;
    return ask_approval(desk, command, "discount.needs_approval", std::move(given));
}

Result<void> check_form(const DiscountLine& command)
{
    const std::int64_t percent{command.percent.value};
    if (percent < 0 || percent > 10'000 || command.amount.is_negative()) return refuse("discount.bad_amount");
    if (percent != 0 && !command.amount.is_zero()) return refuse("discount.bad_amount", "percent and amount");
    if (command.reason.size() > reason_bytes_max) return refuse("discount.bad_reason");
    return {};
}

} // namespace

Result<void> check_discount_at(Desk& desk, const SetQuantity& command)
{
    const CartLine* const line{desk.state.cart.find(command.line)};
    // A rate stays the same part of any quantity; only an amount can grow too large.
    if (line == nullptr || line->discount.amount.is_zero()) return {};
    if (command.quantity <= Quantity{} || command.quantity >= line->quantity) return {};
    return check_cap(desk, command, line->discount, base_of(desk, *line, command.quantity), *line);
}

// Neither a rate nor an amount takes the discount off again.
Result<void> perform(Desk& desk, const DiscountLine& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (auto well_formed = check_form(command); !well_formed) return well_formed;
    const CartLine* const line{desk.state.cart.find(command.line)};
    if (line == nullptr) return refuse("cart.no_such_line", std::to_string(command.line));
    if (line->kind == LineKind::return_) return refuse("discount.not_on_return");
    LineDiscount discount{command.percent, command.amount, command.reason};
    if (discount.none()) discount = {};
    if (auto allowed = check_cap(desk, command, discount, base_of(desk, *line, line->quantity), *line); !allowed) {
        return allowed;
    }
    if (auto done = desk.state.cart.discount(command.line, std::move(discount)); !done) return done;
    show_cart(desk, command.line);
    return {};
}

} // namespace guitai
