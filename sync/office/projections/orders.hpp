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
    [[nodiscard]] std::vector<std::string_view> tables() const override { return {"orders", "order_history"}; }

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
    std::string reason; // Why it was declined or cancelled.
};

struct OrderMoment {
    std::string kind; // Of the event.
    OrderState state{OrderState::captured};
    std::int64_t at_ms{0};
    std::string actor; // Staff at the till, or who acted at the office.
    std::string detail;
};

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

// The step that an event asks of an order, and of which; nothing for events that are no step.
struct OrderStepAsked {
    OrderId order;
    OrderStep step{OrderStep::accept};
};
[[nodiscard]] std::optional<OrderStepAsked> step_of(const EventBody& body);

} // namespace guitai::office
