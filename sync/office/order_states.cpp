#include "sync/office/order_states.hpp"

#include <algorithm>
#include <initializer_list>

namespace guitai::office {
namespace {

bool any_of(OrderState state, std::initializer_list<OrderStep> steps)
{
    return std::any_of(steps.begin(), steps.end(), [state](OrderStep step) { return after(state, step).has_value(); });
}

} // namespace

bool waits_for_answer(OrderState state)
{
    return after(state, OrderStep::accept).has_value();
}

bool is_promised(OrderState state)
{
    return !waits_for_answer(state) &&
           any_of(state, {OrderStep::ship, OrderStep::arrive, OrderStep::collect, OrderStep::deliver});
}

bool is_open(OrderState state)
{
    return waits_for_answer(state) || is_promised(state) || any_of(state, {OrderStep::decline, OrderStep::refund});
}

} // namespace guitai::office
