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
    delivered, // Worn.
    cancelled, // Given up before it left.
    refunded   // Given up, and the money is back.
};
template<>
struct Words<OrderState> {
    static constexpr std::array<std::pair<OrderState, std::string_view>, 8> all{{
        {OrderState::captured, "captured"},
        {OrderState::accepted, "accepted"},
        {OrderState::declined, "declined"},
        {OrderState::shipped, "shipped"},
        {OrderState::arrived, "arrived"},
        {OrderState::delivered, "delivered"},
        {OrderState::cancelled, "cancelled"},
        {OrderState::refunded, "refunded"},
    }};
};

// What can be done to an order, each named after its event.
enum class OrderStep { accept, decline, ship, arrive, collect, deliver, ask_cancel, cancel, refund, change_address };
template<>
struct Words<OrderStep> {
    static constexpr std::array<std::pair<OrderStep, std::string_view>, 10> all{{
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
    }};
};

// The state after `step`, or the refusal `order.wrong_state` naming both.
[[nodiscard]] Result<OrderState> after(OrderState state, OrderStep step);

// The whole table as text, a row a state, for people and for the golden file.
[[nodiscard]] std::string order_matrix();

} // namespace guitai
