#include "sync/events/order.hpp"

#include <fmt/format.h>

#include <initializer_list>
#include <optional>

namespace guitai {
namespace {

using S = OrderState;
constexpr std::size_t state_count{Words<OrderState>::all.size()};
constexpr std::size_t step_count{Words<OrderStep>::all.size()};

// Everything that may happen; what does not stand here may not. Asking is allowed wherever an answer still makes
// sense, so a question that crosses the carrier on the way is answered and not lost.
struct Rule {
    OrderStep step;
    std::initializer_list<S> from;
    std::optional<S> to; // Nothing: it stays as it is.
};

constexpr std::array<std::array<std::optional<S>, step_count>, state_count> make_table()
{
    using enum OrderState;
    const Rule rules[]{
        {OrderStep::accept, {captured, to_confirm}, accepted},
        {OrderStep::hold, {captured, accepted, allocated, packed}, to_confirm},
        {OrderStep::decline, {captured, to_confirm, substitute_offered, accepted, allocated}, declined},
        {OrderStep::offer, {captured, to_confirm}, substitute_offered},
        {OrderStep::substitute, {substitute_offered}, to_confirm},
        {OrderStep::split, {captured, to_confirm, accepted}, {}},
        {OrderStep::allocate, {accepted}, allocated},
        {OrderStep::pack, {accepted, allocated}, packed},
        {OrderStep::ship, {accepted, allocated, packed}, shipped},
        {OrderStep::send_out, {shipped, delivery_failed}, out_for_delivery},
        {OrderStep::fail_delivery, {shipped, out_for_delivery}, delivery_failed},
        {OrderStep::deliver, {shipped, out_for_delivery, delivery_failed}, delivered},
        {OrderStep::arrive, {shipped, out_for_delivery, delivery_failed}, arrived},
        {OrderStep::collect, {arrived, packed}, collected}, // Packed: where it lay ready for the customer all along.
        {OrderStep::come_back, {shipped, out_for_delivery, delivery_failed, arrived}, returned},
        {OrderStep::ask_cancel, {captured, to_confirm, substitute_offered, accepted, allocated, packed, shipped,
                                 out_for_delivery, delivery_failed, arrived}, {}},
        {OrderStep::change_address, {captured, to_confirm, substitute_offered, accepted, allocated, packed}, {}},
        {OrderStep::cancel, {captured, to_confirm, substitute_offered, accepted, allocated, packed}, cancelled},
        {OrderStep::refund, {declined, cancelled, returned}, refunded},
    };
    std::array<std::array<std::optional<S>, step_count>, state_count> table{};
    for (const Rule& rule : rules) {
        for (const S state : rule.from) {
            table[static_cast<std::size_t>(state)][static_cast<std::size_t>(rule.step)] = rule.to ? *rule.to : state;
        }
    }
    return table;
}

constexpr auto table = make_table();

} // namespace

Result<OrderState> after(OrderState state, OrderStep step)
{
    const auto& next = table[static_cast<std::size_t>(state)][static_cast<std::size_t>(step)];
    if (next) return *next;
    return refuse("order.wrong_state", fmt::format("{} is not possible when {}", word_of(step), word_of(state)));
}

std::string order_matrix()
{
    std::string text;
    for (const auto& [state, state_word] : Words<OrderState>::all) {
        text += fmt::format("{}\n", state_word);
        for (const auto& [step, word] : Words<OrderStep>::all) {
            if (const auto next = after(state, step)) text += fmt::format("    {:<14} {}\n", word, word_of(*next));
        }
    }
    return text;
}

PlaceCode collected_at(const OrderPlaced& order)
{
    const bool names_place{order.delivery == Delivery::collect && is_place_code(order.recipient.address)};
    return names_place ? PlaceCode{order.recipient.address} : PlaceCode{};
}

} // namespace guitai
