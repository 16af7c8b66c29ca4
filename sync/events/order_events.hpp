// What can happen to an item that the shop did not have.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/sale_events.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// To the customer's address, to this shop, or lying ready in another shop.
enum class Delivery { ship, ship_to_shop, collect };
template<>
struct Words<Delivery> {
    static constexpr std::array<std::pair<Delivery, std::string_view>, 3> all{{
        {Delivery::ship, "ship"},
        {Delivery::ship_to_shop, "ship_to_shop"},
        {Delivery::collect, "collect"},
    }};
};

// Who gets the parcel.
struct Recipient {
    std::string name;
    std::string phone;
    std::string address;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("name", &Recipient::name),
                     field("phone", &Recipient::phone),
                     field("address", &Recipient::address));
    }

    bool operator==(const Recipient&) const = default;
};

// Up: the customer wants what the shop does not have; posted with the sale that took its payment.
struct OrderPlaced {
    static constexpr std::string_view kind{"order_placed"};

    OrderId order;
    ReceiptNumber receipt;
    PlaceCode store;
    StaffName staff;
    MemberId member;
    Sku sku;
    std::string name;
    std::string variant;
    Quantity quantity;
    Delivery delivery{Delivery::ship};
    Recipient recipient;
    Money total;
    Money paid; // Taken at the counter: all of it, a deposit or nothing.
    Money due_on_delivery;
    std::int64_t stock_as_of_ms{0}; // How old the till's news of far stock was when it was promised.
    bool test{false};
    // What it earns on delivery, by the offers of the day it was taken; −1 from a till that did not say.
    std::int64_t points{-1};
    std::string slot{}; // "2026-11-27 14:00-18:00": when she is at home; empty: at any time.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderPlaced::order),
                     field("receipt", &OrderPlaced::receipt),
                     field("store", &OrderPlaced::store),
                     field("staff", &OrderPlaced::staff),
                     field("member", &OrderPlaced::member),
                     field("sku", &OrderPlaced::sku),
                     field("name", &OrderPlaced::name),
                     field("variant", &OrderPlaced::variant),
                     field("quantity", &OrderPlaced::quantity),
                     field("delivery", &OrderPlaced::delivery),
                     field("recipient", &OrderPlaced::recipient),
                     field("total", &OrderPlaced::total),
                     field("paid", &OrderPlaced::paid),
                     field("due_on_delivery", &OrderPlaced::due_on_delivery),
                     field("stock_as_of_ms", &OrderPlaced::stock_as_of_ms),
                     field("test", &OrderPlaced::test),
                     later_field("points", &OrderPlaced::points),
                     later_field("slot", &OrderPlaced::slot));
    }

    bool operator==(const OrderPlaced&) const = default;
};

// Down: another till's order, for every till of its shop; its own till skips it. No phone, no address.
struct OrderTaken {
    static constexpr std::string_view kind{"order_taken"};

    OrderId order;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};
    PlaceCode store;
    StaffName staff;
    MemberId member;
    Sku sku;
    std::string name;
    std::string variant;
    Quantity quantity;
    Delivery delivery{Delivery::ship};
    std::string recipient_name;
    Money total;
    Money paid;
    Money due_on_delivery;
    std::int64_t placed_at_ms{0};
    std::string slot{};
    PlaceCode collect_at{}; // The shop where it is fetched; empty: where it was taken, or nowhere: it is brought.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderTaken::order),
                     field("source_origin", &OrderTaken::source_origin),
                     field("source_number", &OrderTaken::source_number),
                     field("store", &OrderTaken::store),
                     field("staff", &OrderTaken::staff),
                     field("member", &OrderTaken::member),
                     field("sku", &OrderTaken::sku),
                     field("name", &OrderTaken::name),
                     field("variant", &OrderTaken::variant),
                     field("quantity", &OrderTaken::quantity),
                     field("delivery", &OrderTaken::delivery),
                     field("recipient_name", &OrderTaken::recipient_name),
                     field("total", &OrderTaken::total),
                     field("paid", &OrderTaken::paid),
                     field("due_on_delivery", &OrderTaken::due_on_delivery),
                     field("placed_at_ms", &OrderTaken::placed_at_ms),
                     later_field("slot", &OrderTaken::slot),
                     later_field("collect_at", &OrderTaken::collect_at));
    }

    bool operator==(const OrderTaken&) const = default;
};

// What a till does to an order by itself, without asking.
enum class Handling { arrived, collected, refunded };
template<>
struct Words<Handling> {
    static constexpr std::array<std::pair<Handling, std::string_view>, 3> all{{
        {Handling::arrived, "arrived"},
        {Handling::collected, "collected"},
        {Handling::refunded, "refunded"},
    }};
};

// Down: a till received, handed over or refunded an order: no other does it again. Its own till skips it.
struct OrderHandled {
    static constexpr std::string_view kind{"order_handled"};

    OrderId order;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};
    Handling handling{Handling::arrived};
    StaffName staff;
    Money amount; // Taken or given back by it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderHandled::order),
                     field("source_origin", &OrderHandled::source_origin),
                     field("source_number", &OrderHandled::source_number),
                     field("handling", &OrderHandled::handling),
                     field("staff", &OrderHandled::staff),
                     field("amount", &OrderHandled::amount));
    }

    bool operator==(const OrderHandled&) const = default;
};

// Down: the head office will deliver, from there, by that ISO date.
struct OrderAccepted {
    static constexpr std::string_view kind{"order_accepted"};

    OrderId order;
    PlaceCode source;
    std::string promise_date;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderAccepted::order),
                     field("source", &OrderAccepted::source),
                     field("promise_date", &OrderAccepted::promise_date));
    }

    bool operator==(const OrderAccepted&) const = default;
};

// Down: it can not be had; what was paid goes back.
struct OrderDeclined {
    static constexpr std::string_view kind{"order_declined"};

    OrderId order;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderDeclined::order),
                     field("reason", &OrderDeclined::reason));
    }

    bool operator==(const OrderDeclined&) const = default;
};

// Down.
struct OrderShipped {
    static constexpr std::string_view kind{"order_shipped"};

    OrderId order;
    std::string carrier;
    std::string tracking;
    std::int64_t parcels{1};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderShipped::order),
                     field("carrier", &OrderShipped::carrier),
                     field("tracking", &OrderShipped::tracking),
                     field("parcels", &OrderShipped::parcels));
    }

    bool operator==(const OrderShipped&) const = default;
};

// Up: the parcel is in the shop and waits for the customer.
struct OrderArrived {
    static constexpr std::string_view kind{"order_arrived"};

    OrderId order;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderArrived::order),
                     field("staff", &OrderArrived::staff));
    }

    bool operator==(const OrderArrived&) const = default;
};

// Up: the customer took it home from the shop.
struct OrderCollected {
    static constexpr std::string_view kind{"order_collected"};

    OrderId order;
    StaffName staff;
    TenderKind tender{TenderKind::cash};
    Money amount; // Of what was still due, taken now.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderCollected::order),
                     field("staff", &OrderCollected::staff),
                     field("tender", &OrderCollected::tender),
                     field("amount", &OrderCollected::amount));
    }

    bool operator==(const OrderCollected&) const = default;
};

// Down.
struct OrderDelivered {
    static constexpr std::string_view kind{"order_delivered"};

    OrderId order;
    Money collected; // What was taken at the door.
    bool by_shop{false}; // It lies in the drawer of the shop whose runner brought it; otherwise with the carrier.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderDelivered::order),
                     field("collected", &OrderDelivered::collected),
                     later_field("by_shop", &OrderDelivered::by_shop));
    }

    bool operator==(const OrderDelivered&) const = default;
};

// Up: the customer changed their mind; the head office decides.
struct OrderCancelAsked {
    static constexpr std::string_view kind{"order_cancel_asked"};

    OrderId order;
    StaffName staff;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderCancelAsked::order),
                     field("staff", &OrderCancelAsked::staff),
                     field("reason", &OrderCancelAsked::reason));
    }

    bool operator==(const OrderCancelAsked&) const = default;
};

// Down: it will not come; what was paid goes back.
struct OrderCancelled {
    static constexpr std::string_view kind{"order_cancelled"};

    OrderId order;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderCancelled::order),
                     field("reason", &OrderCancelled::reason));
    }

    bool operator==(const OrderCancelled&) const = default;
};

// Down: too late, it is on its way.
struct OrderCancelRefused {
    static constexpr std::string_view kind{"order_cancel_refused"};

    OrderId order;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderCancelRefused::order),
                     field("reason", &OrderCancelRefused::reason));
    }

    bool operator==(const OrderCancelRefused&) const = default;
};

// Up: the customer has the money back.
struct OrderRefunded {
    static constexpr std::string_view kind{"order_refunded"};

    OrderId order;
    StaffName staff;
    std::int64_t shift{0};
    std::string business_date;
    TenderKind tender{TenderKind::cash};
    Money amount;
    std::vector<ValueRestored> value_restored{}; // Where it goes back into a purse of money.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderRefunded::order),
                     field("staff", &OrderRefunded::staff),
                     field("shift", &OrderRefunded::shift),
                     field("business_date", &OrderRefunded::business_date),
                     field("tender", &OrderRefunded::tender),
                     field("amount", &OrderRefunded::amount),
                     later_field("value_restored", &OrderRefunded::value_restored));
    }

    bool operator==(const OrderRefunded&) const = default;
};

} // namespace guitai
