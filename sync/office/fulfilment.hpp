// What the head office does with an order: finds the goods, ships, answers what
// the customer asks. Every way in (API, console, a till's question) passes the
// same table of states, so none of them can do what another may not.
#pragma once

#include "sync/events/order.hpp"
#include "sync/office/office.hpp"

#include <optional>
#include <span>
#include <string>

namespace guitai::office {

// A wish of a person or a program of the office. Only the fields of its step are read.
struct OrderRequest {
    OrderId order;
    OrderStep step{OrderStep::accept};
    std::string actor;
    PlaceCode source;               // accept: from there; empty: the office chooses, in parts where it must.
    std::string promise_date;       // accept: ISO date; empty: by the rule of its delivery.
    std::string carrier;            // ship
    std::string tracking;           // ship
    std::int64_t parcels{1};        // ship: 1 to parcels_max
    std::string reason;             // hold, offer, decline, cancel, fail_delivery, come_back
    std::optional<Money> collected; // deliver: what was taken at the door; nothing: all that was due.
    bool by_shop{false};            // deliver: it lies in the drawer of the shop that brought it.
    Money freight;                  // come_back: what the way back cost …
    FreightPayer freight_by{FreightPayer::firm}; // … and who bears it.
    Sku sku;                        // offer: that instead.
    Quantity quantity;              // split: so many go their own way.
    StaffName packer;               // pack: who did it in the shop.
    static constexpr Money freight_max{Money::from_minor(1'000'000)};
    static constexpr std::int64_t parcels_max{99};
    static constexpr std::size_t text_bytes_max{500}; // Of each field that a person writes.
};

// Gives the state after it. Refuses order.unknown, order.wrong_state, order.no_stock, order.missing_field,
// order.bad_field, order.substitute_cheaper; then nothing was written.
[[nodiscard]] Result<OrderState> do_step(Office& office, const database::Transaction& open,
                                         const OrderRequest& request);

// Orders that have just come and those that lost their place, where the rules answer by themselves: promised and
// handed to their places, what goes to one door in the fewest parcels, or held where nobody has them.
void answer_by_rule(Office& office, const database::Transaction& open, std::span<const OrderId> orders);

// Shops that were asked to send and let their time go by: somebody else is asked, where somebody else has it. Only
// where every till of the shop has spoken since, so that nobody there took it up: what a shop without a line has done
// the head office does not know, and a person decides. Asked when a till speaks, and for its own shop alone.
void pass_over_silent(Office& office, const database::Transaction& open, TillNumber speaker);

// Goods came in or were let go of: the orders that are held, the oldest first, may have theirs now.
void answer_held(Office& office, const database::Transaction& open);

// Answers a till's question by OrderCancelled or OrderCancelRefused …
void answer(Office& office, const database::Transaction& open, const OrderCancelAsked& asked);
// … by OrderAddressChanged or OrderAddressRefused.
void answer(Office& office, const database::Transaction& open, const OrderAddressAsked& asked);

// A word of a till about an order that it sends, or of the customer about a substitute. What comes too late is left.
void answer(Office& office, const database::Transaction& open, const OrderPickTaken& taken);
void answer(Office& office, const database::Transaction& open, const OrderPickRejected& rejected);
void answer(Office& office, const database::Transaction& open, const OrderPacked& packed);
void answer(Office& office, const database::Transaction& open, const OrderHandedOver& handed);
void answer(Office& office, const database::Transaction& open, const OrderBrought& brought);
void answer(Office& office, const database::Transaction& open, const OrderSubstituteAnswered& said);

// The member's points for an order that has reached them; given once, however often it is told.
void reward(Office& office, const database::Transaction& open, const OrderPlaced& order);

} // namespace guitai::office
