// The life of an order: one table, state × event → state or refusal, read by the
// till and the head office alike. Nothing else in the house decides what may
// happen to an order next.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/field.hpp"
#include "sync/events/result.hpp"

#include <array>
#include <string>
#include <string_view>

namespace guitai {

enum class OrderState {
    captured,  // Taken at the till: to be confirmed.
    accepted,  // The head office will deliver, by a date.
    declined,  // It can not be had.
    shipped,   // With the carrier.
    arrived,   // In the shop, waiting for the customer.
    delivered, // Brought to the door, and worn.
    cancelled, // Given up before it left.
    refunded,  // Given up, and the money is back.
    to_confirm,         // The head office knows of it and has nobody who has it.
    substitute_offered, // Something else is offered; the customer is to be asked.
    allocated,          // A place is asked to pick and pack it.
    packed,             // It waits there for the carrier.
    out_for_delivery,   // The courier is on the way to the door.
    delivery_failed,    // Nobody was there; it is tried again.
    collected,          // Taken home from the shop, and worn.
    returned            // Nobody took it: it lies where it came from.
};
template<>
struct Words<OrderState> {
    static constexpr std::array<std::pair<OrderState, std::string_view>, 16> all{{
        {OrderState::captured, "captured"},
        {OrderState::accepted, "accepted"},
        {OrderState::declined, "declined"},
        {OrderState::shipped, "shipped"},
        {OrderState::arrived, "arrived"},
        {OrderState::delivered, "delivered"},
        {OrderState::cancelled, "cancelled"},
        {OrderState::refunded, "refunded"},
        {OrderState::to_confirm, "to_confirm"},
        {OrderState::substitute_offered, "substitute_offered"},
        {OrderState::allocated, "allocated"},
        {OrderState::packed, "packed"},
        {OrderState::out_for_delivery, "out_for_delivery"},
        {OrderState::delivery_failed, "delivery_failed"},
        {OrderState::collected, "collected"},
        {OrderState::returned, "returned"},
    }};
};

// What can be done to an order, each named after its event.
enum class OrderStep {
    accept,
    decline,
    ship,
    arrive,
    collect,
    deliver,
    ask_cancel,
    cancel,
    refund,
    change_address,
    hold,              // Nobody has it, or the place that was asked lost it.
    offer,             // A substitute.
    substitute,        // The customer takes what was offered.
    allocate,
    pack,
    send_out,
    fail_delivery,
    come_back,
    split
};
template<>
struct Words<OrderStep> {
    static constexpr std::array<std::pair<OrderStep, std::string_view>, 19> all{{
        {OrderStep::accept, "accept"},
        {OrderStep::decline, "decline"},
        {OrderStep::ship, "ship"},
        {OrderStep::arrive, "arrive"},
        {OrderStep::collect, "collect"},
        {OrderStep::deliver, "deliver"},
        {OrderStep::ask_cancel, "ask_cancel"},
        {OrderStep::cancel, "cancel"},
        {OrderStep::refund, "refund"},
        {OrderStep::change_address, "change_address"},
        {OrderStep::hold, "hold"},
        {OrderStep::offer, "offer"},
        {OrderStep::substitute, "substitute"},
        {OrderStep::allocate, "allocate"},
        {OrderStep::pack, "pack"},
        {OrderStep::send_out, "send_out"},
        {OrderStep::fail_delivery, "fail_delivery"},
        {OrderStep::come_back, "come_back"},
        {OrderStep::split, "split"},
    }};
};

// Everywhere below, what holds of a state is said once.

// The customer has the goods: what it earned is given, and it is over unless it comes back over a counter.
[[nodiscard]] constexpr bool is_with_customer(OrderState state)
{
    return state == OrderState::delivered || state == OrderState::collected;
}

// It will not come: what was paid goes back.
[[nodiscard]] constexpr bool is_given_up(OrderState state)
{
    return state == OrderState::declined || state == OrderState::cancelled || state == OrderState::returned;
}

// Promised, and its goods have not left their place: they are spoken for there.
[[nodiscard]] constexpr bool is_reserved(OrderState state)
{
    return state == OrderState::accepted || state == OrderState::allocated || state == OrderState::packed;
}

// With the carrier.
[[nodiscard]] constexpr bool is_on_its_way(OrderState state)
{
    return state == OrderState::shipped || state == OrderState::out_for_delivery ||
           state == OrderState::delivery_failed;
}

// Nobody waits any more.
[[nodiscard]] constexpr bool is_over(OrderState state)
{
    return is_with_customer(state) || is_given_up(state) || state == OrderState::refunded;
}

// The state after `step`, or the refusal `order.wrong_state` naming both.
[[nodiscard]] Result<OrderState> after(OrderState state, OrderStep step);

// The whole table as text, each state with the steps that it allows, for people and for the golden file.
[[nodiscard]] std::string order_matrix();

// The shop where it is fetched, whose code the till wrote where an address would stand; empty: it is brought to her, or
// fetched where it was taken.
[[nodiscard]] PlaceCode collected_at(const OrderPlaced& order);

} // namespace guitai
