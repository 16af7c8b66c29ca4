// What happens to an order between the promise and the door: who is asked to send it, what is offered
// instead, how the carrier fares, and the rules by which the head office chooses. What a till says of these
// is a word to the head office, which answers; only its answer moves the order, so that no two can disagree.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/freight.hpp"
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

// Down: nobody is known to have it now; the head office looks on, and the customer is told so.
struct OrderHeld {
    static constexpr std::string_view kind{"order_held"};

    OrderId order;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderHeld::order),
                     field("reason", &OrderHeld::reason));
    }

    bool operator==(const OrderHeld&) const = default;
};

// Down: this instead, at the price of what was ordered; the customer decides.
struct OrderSubstituteOffered {
    static constexpr std::string_view kind{"order_substitute_offered"};

    OrderId order;
    Sku sku;
    std::string name;
    std::string variant;
    std::string reason; // Why this one.
    PlaceCode place; // Where a piece is kept for it while the customer thinks.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderSubstituteOffered::order),
                     field("sku", &OrderSubstituteOffered::sku),
                     field("name", &OrderSubstituteOffered::name),
                     field("variant", &OrderSubstituteOffered::variant),
                     field("reason", &OrderSubstituteOffered::reason),
                     field("place", &OrderSubstituteOffered::place));
    }

    bool operator==(const OrderSubstituteOffered&) const = default;
};

// Up: the customer's word about it.
struct OrderSubstituteAnswered {
    static constexpr std::string_view kind{"order_substitute_answered"};

    OrderId order;
    StaffName staff;
    Sku sku; // Which offer was answered.
    bool taken{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderSubstituteAnswered::order),
                     field("staff", &OrderSubstituteAnswered::staff),
                     field("sku", &OrderSubstituteAnswered::sku),
                     field("taken", &OrderSubstituteAnswered::taken));
    }

    bool operator==(const OrderSubstituteAnswered&) const = default;
};

// Down: the customer said yes: the order is for that from now on.
struct OrderSubstituted {
    static constexpr std::string_view kind{"order_substituted"};

    OrderId order;
    Sku sku;
    std::string name;
    std::string variant;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderSubstituted::order),
                     field("sku", &OrderSubstituted::sku),
                     field("name", &OrderSubstituted::name),
                     field("variant", &OrderSubstituted::variant));
    }

    bool operator==(const OrderSubstituted&) const = default;
};

// Down: this place is to pick and pack it. A shop has until then to answer.
struct OrderAllocated {
    static constexpr std::string_view kind{"order_allocated"};

    OrderId order;
    PlaceCode place;
    std::int64_t answer_by_ms{0}; // UTC; 0: no clock runs, a warehouse is always there.
    bool first_trip{false}; // Nothing was ever brought to this customer's door before.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderAllocated::order),
                     field("place", &OrderAllocated::place),
                     field("answer_by_ms", &OrderAllocated::answer_by_ms),
                     later_field("first_trip", &OrderAllocated::first_trip));
    }

    bool operator==(const OrderAllocated&) const = default;
};

// Up: the shop that was asked sends it. Down: so that each of its tills knows who picks.
struct OrderPickTaken {
    static constexpr std::string_view kind{"order_pick_taken"};

    OrderId order;
    PlaceCode place;
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderPickTaken::order),
                     field("place", &OrderPickTaken::place),
                     field("staff", &OrderPickTaken::staff));
    }

    bool operator==(const OrderPickTaken&) const = default;
};

// Up: it can not: the piece is gone, or has a fault. The head office asks somebody else.
struct OrderPickRejected {
    static constexpr std::string_view kind{"order_pick_rejected"};

    OrderId order;
    PlaceCode place;
    StaffName staff;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderPickRejected::order),
                     field("place", &OrderPickRejected::place),
                     field("staff", &OrderPickRejected::staff),
                     field("reason", &OrderPickRejected::reason));
    }

    bool operator==(const OrderPickRejected&) const = default;
};

// Up: it lies packed in the shop and waits for the carrier. Down: the same, as decided.
struct OrderPacked {
    static constexpr std::string_view kind{"order_packed"};

    OrderId order;
    PlaceCode place;
    StaffName staff; // Empty where the head office packs: its acts name who did it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderPacked::order),
                     field("place", &OrderPacked::place),
                     field("staff", &OrderPacked::staff));
    }

    bool operator==(const OrderPacked&) const = default;
};

// Up: the carrier took it at the shop's door; the head office makes it `order_shipped`.
struct OrderHandedOver {
    static constexpr std::string_view kind{"order_handed_over"};

    OrderId order;
    PlaceCode place;
    StaffName staff;
    std::string carrier;
    std::string tracking;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderHandedOver::order),
                     field("place", &OrderHandedOver::place),
                     field("staff", &OrderHandedOver::staff),
                     field("carrier", &OrderHandedOver::carrier),
                     field("tracking", &OrderHandedOver::tracking));
    }

    bool operator==(const OrderHandedOver&) const = default;
};

// What the carrier is called where the shop's own person brings it (送货上门); the number is then that person's name.
inline constexpr std::string_view own_carrier{"own"};

// How a trip to the customer's door ended.
enum class TripEnd { delivered, not_there, refused };
template<>
struct Words<TripEnd> {
    static constexpr std::array<std::pair<TripEnd, std::string_view>, 3> all{{
        {TripEnd::delivered, "delivered"},
        {TripEnd::not_there, "not_there"},
        {TripEnd::refused, "refused"},
    }};
};

// Up: the shop's own runner is back. What was due and taken at the door lies in this till's drawer.
struct OrderBrought {
    static constexpr std::string_view kind{"order_brought"};

    OrderId order;
    PlaceCode place;
    StaffName staff; // Who wrote it down.
    TripEnd end{TripEnd::delivered};
    std::string reason; // Why it was not taken.
    TenderKind tender{TenderKind::cash};
    Money amount;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderBrought::order),
                     field("place", &OrderBrought::place),
                     field("staff", &OrderBrought::staff),
                     field("end", &OrderBrought::end),
                     field("reason", &OrderBrought::reason),
                     field("tender", &OrderBrought::tender),
                     field("amount", &OrderBrought::amount));
    }

    bool operator==(const OrderBrought&) const = default;
};

// Down: the courier is on the way to the door.
struct OrderOutForDelivery {
    static constexpr std::string_view kind{"order_out_for_delivery"};

    OrderId order;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderOutForDelivery::order));
    }

    bool operator==(const OrderOutForDelivery&) const = default;
};

// Down: nobody was there, or the door was not found; it is tried again.
struct OrderDeliveryFailed {
    static constexpr std::string_view kind{"order_delivery_failed"};

    OrderId order;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderDeliveryFailed::order),
                     field("reason", &OrderDeliveryFailed::reason));
    }

    bool operator==(const OrderDeliveryFailed&) const = default;
};

// Down: it was not taken and lies there again; what was paid goes back.
struct OrderCameBack {
    static constexpr std::string_view kind{"order_came_back"};

    OrderId order;
    PlaceCode place;
    std::string reason;
    Money freight{}; // What the way back cost …
    FreightPayer freight_by{FreightPayer::nobody}; // … and who bears it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderCameBack::order),
                     field("place", &OrderCameBack::place),
                     field("reason", &OrderCameBack::reason),
                     later_field("freight", &OrderCameBack::freight),
                     later_field("freight_by", &OrderCameBack::freight_by));
    }

    bool operator==(const OrderCameBack&) const = default;
};

// Down: a part of an order goes its own way, as an order of its own from here on. The figures
// are the new one's; the first keeps the rest of each, so nothing is gained or lost by parting.
struct OrderSplit {
    static constexpr std::string_view kind{"order_split"};

    OrderId order;
    OrderId part;
    Quantity quantity;
    Money total;
    Money paid;
    Money due_on_delivery;
    std::int64_t points{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderSplit::order),
                     field("part", &OrderSplit::part),
                     field("quantity", &OrderSplit::quantity),
                     field("total", &OrderSplit::total),
                     field("paid", &OrderSplit::paid),
                     field("due_on_delivery", &OrderSplit::due_on_delivery),
                     field("points", &OrderSplit::points));
    }

    bool operator==(const OrderSplit&) const = default;
};

// How a place takes part in sending orders.
struct PlaceTerms {
    PlaceCode place;
    bool sends{true};
    std::int64_t priority{100}; // The smallest is asked first, whatever the way.
    Quantity ring_fence; // So many of each article stay for the people who come in.
    std::string region; // "浙江省 杭州市 西湖区": how near it is to an address.
    BasisPoints share; // Of each rescued order that this shop took and that was worn: the dealer's.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("place", &PlaceTerms::place),
                     field("sends", &PlaceTerms::sends),
                     field("priority", &PlaceTerms::priority),
                     field("ring_fence", &PlaceTerms::ring_fence),
                     field("region", &PlaceTerms::region),
                     field("share", &PlaceTerms::share));
    }

    bool operator==(const PlaceTerms&) const = default;
};

// Down: how the chain fulfils its orders, replacing what was said before.
struct FulfilmentSet {
    static constexpr std::string_view kind{"fulfilment_set"};

    bool automatic{false}; // Orders are answered as they come; otherwise by people.
    std::int64_t parcels_max{5}; // Into so many an order, or a ticket, may be parted.
    std::int64_t answer_minutes{60}; // A shop that is asked to send has so long to answer.
    std::vector<PlaceTerms> places;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("automatic", &FulfilmentSet::automatic),
                     field("parcels_max", &FulfilmentSet::parcels_max),
                     field("answer_minutes", &FulfilmentSet::answer_minutes),
                     field("places", &FulfilmentSet::places));
    }

    bool operator==(const FulfilmentSet&) const = default;
};

} // namespace guitai
