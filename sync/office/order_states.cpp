#include "sync/office/order_states.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace guitai::office {
namespace {

bool any_of(OrderState state, std::initializer_list<OrderStep> steps)
{
    return std::any_of(steps.begin(), steps.end(), [state](OrderStep step) { return after(state, step).has_value(); });
}

struct Meaning {
    bool waits{false};
    bool promised{false};
    bool open{false};
};

Meaning read_off(OrderState state)
{
    Meaning meaning;
    meaning.waits = any_of(state, {OrderStep::accept});
    meaning.promised = !meaning.waits && any_of(state, {OrderStep::ship, OrderStep::arrive, OrderStep::collect,
                                                        OrderStep::deliver});
    meaning.open = meaning.waits || meaning.promised || any_of(state, {OrderStep::decline, OrderStep::refund});
    return meaning;
}

// Once: a desk asks of fifty thousand orders, and a step that is refused writes its reason every time.
const Meaning& meaning_of(OrderState state)
{
    static const auto meanings = [] {
        std::array<Meaning, Words<OrderState>::all.size()> all{};
        for (const auto& [each, word] : Words<OrderState>::all) all[static_cast<std::size_t>(each)] = read_off(each);
        return all;
    }();
    return meanings[static_cast<std::size_t>(state)];
}

} // namespace

bool waits_for_answer(OrderState state)
{
    return meaning_of(state).waits;
}

bool is_promised(OrderState state)
{
    return meaning_of(state).promised;
}

bool is_open(OrderState state)
{
    return meaning_of(state).open;
}

} // namespace guitai::office
