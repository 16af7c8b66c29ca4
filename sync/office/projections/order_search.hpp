// The order desk's questions: which orders, how many in which state, and which of them first. Reads only.
#pragma once

#include "sync/events/order_events.hpp"
#include "sync/office/projections/orders.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guitai::office {

// What is overdue is so at some moment.
struct DeskMoment {
    std::int64_t now_ms{0};
    std::string minute; // The same by the firm's own clock: "2026-11-22 14:05".
};

struct OrderSearch {
    // Whole: an order, receipt, phone, SKU, tracking number or member. Else words, each of which stands in one of
    // those, in the recipient's name or in the goods'. Empty: every order.
    std::string text;
    std::vector<OrderState> states; // Empty: every state.
    PlaceCode shop;                 // That took it or sends it; empty: any.
    PlaceCode own;                  // The same for who may see no other shop's.
    std::optional<Delivery> delivery;
    bool overdue_only{false};
    DeskMoment at;
    static constexpr std::size_t words_max{5};
};

struct StateCount {
    OrderState state{OrderState::captured};
    std::int64_t orders{0};
    std::int64_t overdue{0};
};

struct DeskOrder {
    OrderRow row;
    bool is_overdue{false};
};

struct DeskFound {
    // Of all states, whatever `states` and `overdue_only` say.
    std::vector<StateCount> counts;
    // Overdue ones first, then those that somebody still waits for, the longest first; what is over comes last, the
    // newest first.
    std::vector<DeskOrder> orders;
};

// At most `limit` orders, `skip` of them left out.
[[nodiscard]] DeskFound search_orders(database::Connection& connection, const OrderSearch& search, int limit,
                                      std::int64_t skip = 0);

// How many of each shop, that it took or sends.
struct ShopCount {
    PlaceCode store;  // That took them.
    PlaceCode source; // That sends them; empty: nobody yet.
    StateCount count;
};
[[nodiscard]] std::vector<ShopCount> count_by_shop(database::Connection& connection, const DeskMoment& at);

// Which till told of each line of its history, in the order of history_of(); 0: the head office.
[[nodiscard]] std::vector<TillNumber> givers_of(database::Connection& connection, const OrderId& order);
[[nodiscard]] bool is_overdue(const OrderRow& order, const DeskMoment& at);

} // namespace guitai::office
