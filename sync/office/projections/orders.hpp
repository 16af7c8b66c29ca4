// The order desk: every order with its state, and each step it took.
#pragma once

#include "sync/events/order.hpp"
#include "sync/events/order_events.hpp"
#include "sync/office/projections/projection.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

class Orders final : public OfficeProjection {
public:
    [[nodiscard]] std::vector<std::string_view> tables() const override
    {
        return {"orders", "order_history", "order_rejections"};
    }

private:
    void fold(database::Connection& connection, const Event& event) override;
};

struct OrderRow {
    OrderPlaced placed;
    TillNumber till{0};
    std::int64_t placed_at_ms{0};
    OrderState state{OrderState::captured};
    PlaceCode source;         // Empty until accepted.
    std::string promise_date; // ISO date, empty until accepted.
    std::string carrier;
    std::string tracking;
    std::int64_t parcels{0};
    std::string reason; // Why it was held, declined, cancelled or came back.
    std::int64_t answer_by_ms{0}; // The place that was asked has so long; 0: no clock runs.
    StaffName picker; // Who took it up in the shop that sends it; empty: nobody yet.
    struct Substitute {
        Sku sku; // Empty: none was offered.
        std::string name, variant, reason;
    };
    Substitute substitute;
    OrderId split_from; // The first of those that it was parted from; empty: it never was.
};

struct OrderMoment {
    std::string kind; // Of the event.
    OrderState state{OrderState::captured};
    std::int64_t at_ms{0};
    std::string actor; // Staff at the till, or who acted at the office.
    std::string detail;
};

// Who gave the goods, or the duty to send them, to whom; both empty where a moment hands nothing over. Codes of
// places, names of carriers; the customer is "customer" and the head office "office".
struct HandOver {
    std::string giver, taker;
};
[[nodiscard]] HandOver hand_over_of(const OrderRow& order, const OrderMoment& moment);

struct OrderFilter {
    std::optional<OrderState> state;
    MemberId member;   // Empty: of anybody.
    std::string phone; // Of the recipient; empty: any.
    PlaceCode store;   // That took it; empty: any.
    int limit{orders_max};
    static constexpr int orders_max{1'000};
};

[[nodiscard]] std::optional<OrderRow> find_order(database::Connection& connection, const OrderId& order);
// The oldest first, for they have waited longest.
[[nodiscard]] std::vector<OrderRow> list_orders(database::Connection& connection, const OrderFilter& filter);
[[nodiscard]] std::vector<OrderMoment> history_of(database::Connection& connection, const OrderId& order);
// Whether that very event is one of the steps that the order took.
[[nodiscard]] bool was_moved_by(database::Connection& connection, const OrderId& order, const Event& event);
// Whether the order was taken by that very event.
[[nodiscard]] bool began_with(database::Connection& connection, const OrderId& order, const Event& event);
[[nodiscard]] std::int64_t count_orders(database::Connection& connection, OrderState state,
                                        const PlaceCode& store = {});

// Everything of one ticket that was ordered, parts too.
[[nodiscard]] std::vector<OrderRow> orders_of_receipt(database::Connection& connection, const ReceiptNumber& receipt);
// Whether a person of that shop has it on the way to the door.
[[nodiscard]] bool is_with_runner_of(const std::optional<OrderRow>& order, const PlaceCode& shop);
// Whether nothing was ever brought home to this customer; what she fetches is no trip.
[[nodiscard]] bool is_first_trip(database::Connection& connection, const OrderRow& order);

// The places that can not send it, as they said.
[[nodiscard]] std::vector<PlaceCode> rejected_by(database::Connection& connection, const OrderId& order);
// The number that the next part of it has.
[[nodiscard]] OrderId next_part_of(database::Connection& connection, const OrderRow& order);

// The step that an event asks of an order, and of which; nothing for events that are no step.
struct OrderStepAsked {
    OrderId order;
    OrderStep step{OrderStep::accept};
};
[[nodiscard]] std::optional<OrderStepAsked> step_of(const Event& event);

} // namespace guitai::office
