// What carriers say of their parcels. Each has a key of its own and an adapter that reads its manner of speaking; what
// it says then passes the same table of states as everybody's wishes. Knows no HTTP.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/money.hpp"
#include "sync/office/office.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::office {

enum class ParcelEvent { picked_up, out_for_delivery, failed, delivered, returned };

// One message, in our words.
struct ParcelNews {
    std::string id; // The carrier's own, once a message.
    std::string tracking;
    ParcelEvent event{ParcelEvent::picked_up};
    std::int64_t at_ms{0};          // UTC, when it happened.
    std::optional<Money> collected; // At the door; nothing: all that was due.
    std::string reason;
};

// How a carrier speaks. To add one: write its adapter, and name it in adapter_named().
class CarrierAdapter {
public:
    CarrierAdapter() = default;
    virtual ~CarrierAdapter() = default;
    CarrierAdapter(const CarrierAdapter&) = delete;
    CarrierAdapter& operator=(const CarrierAdapter&) = delete;

    // Refuses carrier.unreadable with the place.
    [[nodiscard]] virtual Result<std::vector<ParcelNews>> read(std::string_view body) const = 0;
};
// Null where there is none of that name. "standard": {"id", "tracking", "event", "at_ms", "collected_minor", "reason"},
// one or a list of them under "messages".
[[nodiscard]] const CarrierAdapter* adapter_named(std::string_view name);

struct Carrier {
    std::string name;
    std::string adapter;
    std::int64_t generation{0};
};
[[nodiscard]] std::optional<Carrier> find_carrier(database::Connection& connection, std::string_view name);

// Its key, 64 hex. Made, or replaced by the next where the carrier is known: the one before opens nothing from then on.
// Refuses carrier.bad_name and carrier.unknown_adapter.
[[nodiscard]] Result<std::string> make_carrier(Office& office, const database::Transaction& open,
                                               std::string_view name, std::string_view adapter);

// Whether the carrier itself signed the message, as signed_message.hpp says, with the key that it has now. Refuses
// carrier.bad_signature and carrier.stale.
[[nodiscard]] Result<void> check_carrier_signature(database::Connection& connection, const Carrier& carrier,
                                                   std::string_view signature, std::string_view body,
                                                   std::int64_t now_ms);

// What came of a message.
enum class ParcelOutcome {
    applied, // The order moved.
    noted,   // It says nothing that moves an order, or the shop says it better.
    late,    // Something newer was said before, or the order is past it.
    repeated // It was here.
};

// Whether it can be heard. Refuses carrier.unknown_parcel: no order was shipped by that carrier under that number, as
// far as is known, say it again later; and carrier.bad_amount: more was collected than was due.
[[nodiscard]] Result<void> check_parcel(database::Connection& connection, const Carrier& carrier,
                                        const ParcelNews& news);

// Refuses like check_parcel(). What was collected for several orders under one number is shared out in their order.
[[nodiscard]] Result<ParcelOutcome> hear_carrier(Office& office, const database::Transaction& open,
                                                 const Carrier& carrier, const ParcelNews& news);

} // namespace guitai::office

template<>
struct guitai::Words<guitai::office::ParcelEvent> {
    using Event = guitai::office::ParcelEvent;
    static constexpr std::array<std::pair<Event, std::string_view>, 5> all{{
        {Event::picked_up, "picked_up"},
        {Event::out_for_delivery, "out_for_delivery"},
        {Event::failed, "failed"},
        {Event::delivered, "delivered"},
        {Event::returned, "returned"},
    }};
};
template<>
struct guitai::Words<guitai::office::ParcelOutcome> {
    using Outcome = guitai::office::ParcelOutcome;
    static constexpr std::array<std::pair<Outcome, std::string_view>, 4> all{{
        {Outcome::applied, "applied"},
        {Outcome::noted, "noted"},
        {Outcome::late, "late"},
        {Outcome::repeated, "repeated"},
    }};
};
