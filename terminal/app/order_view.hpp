// What can be seen of an order, at the counter and by the member whose it is.
#pragma once

#include "sync/events/event.hpp"
#include "sync/events/order.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// What this till said of an order that the head office has not answered yet.
enum class OrderSaid {
    nothing,
    pick_taken,
    pick_rejected,
    packed,
    handed_over,
    substitute_taken,
    substitute_refused,
    brought,    // To the door, by the shop's own runner.
    not_brought // Nobody was there, or it was not taken.
};
template<>
struct Words<OrderSaid> {
    static constexpr std::array<std::pair<OrderSaid, std::string_view>, 9> all{{
        {OrderSaid::nothing, "nothing"},
        {OrderSaid::pick_taken, "pick_taken"},
        {OrderSaid::pick_rejected, "pick_rejected"},
        {OrderSaid::packed, "packed"},
        {OrderSaid::handed_over, "handed_over"},
        {OrderSaid::substitute_taken, "substitute_taken"},
        {OrderSaid::substitute_refused, "substitute_refused"},
        {OrderSaid::brought, "brought"},
        {OrderSaid::not_brought, "not_brought"},
    }};
};

struct OrderBrief {
    OrderId order;
    OrderState state{OrderState::captured};
    std::string name, variant;
    Sku sku;
    Quantity quantity;
    std::string recipient_name;
    MemberId member;
    PlaceCode store;
    Delivery delivery{Delivery::ship};
    std::string promise_date; // Empty: not promised yet.
    std::int64_t placed_at_ms{0};
    Money total, paid, due;
    bool cancel_asked{false};
    bool refund_due{false};
    PlaceCode source{}; // Who sends it; empty: nobody yet.
    PlaceCode fetched_at{}; // The shop where she fetches it; empty: it is brought to her.
    bool to_send{false}; // This shop is asked to, and it has not left.
    std::int64_t answer_by_ms{0}; // Until when the shop that sends it has to answer; 0: no clock runs.
    StaffName picker{}; // Who took it up there.
    OrderSaid said{OrderSaid::nothing};
    std::string slot{}; // When she is at home; empty: at any time.
    bool first_trip{false}; // Nothing was ever brought to this door before.
    bool on_trip{false}; // A runner of this shop has it, and has not been heard of.
};

struct OrderDetail {
    OrderBrief brief;
    Recipient recipient; // Empty phone and address for another till's order.
    std::string carrier, tracking, reason;
    ReceiptNumber receipt; // Of the sale that took its payment; empty where another till sold it.
    struct Substitute {
        Sku sku; // Empty: nothing else is offered.
        std::string name, variant, reason;
    };
    Substitute substitute;
    OrderId split_from; // The first of those that it was parted from; empty: it never was.
    struct Step {
        OrderState state{OrderState::captured};
        std::string what; // Event kind.
        std::int64_t at_ms{0};
        std::string by;
    };
    std::vector<Step> history;
};

} // namespace guitai
