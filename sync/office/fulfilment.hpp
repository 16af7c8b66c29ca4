// What the head office does with an order: finds the goods, ships, answers what
// the customer asks. Every way in (API, console, a till's question) passes the
// same table of states, so none of them can do what another may not.
#pragma once

#include "sync/events/order.hpp"
#include "sync/office/office.hpp"

#include <optional>
#include <string>

namespace guitai::office {

// A wish of a person or a program of the office. Only the fields of its step are read.
struct OrderRequest {
    OrderId order;
    OrderStep step{OrderStep::accept};
    std::string actor;
    PlaceCode source;               // accept: from there; empty: the office chooses.
    std::string promise_date;       // accept: ISO date; empty: by the rule of its delivery.
    std::string carrier;            // ship
    std::string tracking;           // ship
    std::int64_t parcels{1};        // ship: 1 to parcels_max
    std::string reason;             // decline, cancel
    std::optional<Money> collected; // deliver: what the carrier took; nothing: all that was due.
    static constexpr std::int64_t parcels_max{99};
    static constexpr std::size_t text_bytes_max{500}; // Of each field that a person writes.
};

// accept, decline, ship, deliver or cancel. Gives the state after it. Refuses
// order.unknown, order.wrong_state, order.no_stock, order.missing_field,
// order.bad_field; then nothing was written.
[[nodiscard]] Result<OrderState> do_step(Office& office, const database::Transaction& open,
                                         const OrderRequest& request);

// The place that would deliver: the shop where it is to be collected, else a
// warehouse that has enough free, else another shop; of several the one with the
// most. Nothing where nobody has enough.
[[nodiscard]] std::optional<PlaceCode> find_source(database::Connection& connection, const OrderPlaced& order);

// Answers a till's question by OrderCancelled or OrderCancelRefused …
void answer(Office& office, const database::Transaction& open, const OrderCancelAsked& asked);
// … by OrderAddressChanged or OrderAddressRefused.
void answer(Office& office, const database::Transaction& open, const OrderAddressAsked& asked);

// The member's points for an order that has reached them; given once, however often it is told.
void reward(Office& office, const database::Transaction& open, const OrderPlaced& order);

} // namespace guitai::office
