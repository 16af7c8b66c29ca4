#include "sync/office/carriers.hpp"

#include "sync/office/crypto.hpp"
#include "sync/office/fulfilment.hpp"
#include "sync/office/lasting_fact.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/signed_message.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::string_view fact_name{"carrier_secret"};
constexpr std::size_t secret_bytes{32};
constexpr std::size_t name_bytes_max{60};

std::string key_of(std::string_view secret, const Carrier& carrier)
{
    return derived_key(secret, fmt::format("carrier/{}/{}", carrier.generation, carrier.name));
}

std::optional<ParcelOutcome> was_heard(database::Connection& connection, const Carrier& carrier,
                                       const ParcelNews& news)
{
    database::Statement find{connection, "SELECT 1 FROM carrier_messages WHERE carrier = ?1 AND message = ?2"};
    if (find.bind(1, carrier.name).bind(2, news.id).step()) return ParcelOutcome::repeated;
    // Its own clock orders what one carrier says of one parcel; two of one moment are told apart by the order's state.
    database::Statement newest{connection, "SELECT COALESCE(MAX(said_at_ms), 0) FROM carrier_messages"
                                           " WHERE carrier = ?1 AND tracking = ?2 AND outcome = 'applied'"};
    newest.bind(1, carrier.name).bind(2, news.tracking);
    if (newest.step() && newest.integer(0) > news.at_ms) return ParcelOutcome::late;
    return std::nullopt;
}

std::vector<OrderId> orders_in(database::Connection& connection, const Carrier& carrier, std::string_view tracking)
{
    database::Statement find{connection, "SELECT order_id FROM orders WHERE tracking = ?1 AND carrier = ?2"
                                         " ORDER BY order_id"};
    find.bind(1, tracking).bind(2, carrier.name);
    std::vector<OrderId> orders;
    while (find.step()) orders.push_back({find.text(0)});
    return orders;
}

std::optional<OrderStep> step_for(ParcelEvent event)
{
    switch (event) {
    case ParcelEvent::picked_up: return std::nullopt;
    case ParcelEvent::out_for_delivery: return OrderStep::send_out;
    case ParcelEvent::failed: return OrderStep::fail_delivery;
    case ParcelEvent::delivered: return OrderStep::deliver;
    case ParcelEvent::returned: return OrderStep::come_back;
    }
    return std::nullopt;
}

ParcelOutcome move_order(Office& office, const database::Transaction& open, const Carrier& carrier,
                         ParcelNews& news, const OrderId& order)
{
    const auto step = step_for(news.event);
    if (!step) return ParcelOutcome::noted;
    const auto row = find_order(office.connection(), order);
    const bool at_a_shop{row && row->placed.delivery != Delivery::ship};
    if (*step == OrderStep::deliver && at_a_shop) return ParcelOutcome::noted; // The shop says that it came.
    OrderRequest request;
    request.order = order;
    request.step = *step;
    request.actor = carrier.name;
    request.reason = news.reason;
    if (news.collected && row) {
        request.collected = std::min(*news.collected, row->placed.due_on_delivery);
        if (after(row->state, *step)) *news.collected -= *request.collected;
    }
    return do_step(office, open, request) ? ParcelOutcome::applied : ParcelOutcome::late;
}

void keep(Office& office, const Carrier& carrier, const ParcelNews& news, ParcelOutcome outcome)
{
    database::Statement{office.connection(),
                        "INSERT INTO carrier_messages (carrier, message, tracking, event, said_at_ms, heard_at_ms,"
                        " outcome) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (carrier, message) DO NOTHING"}
        .bind(1, carrier.name)
        .bind(2, news.id)
        .bind(3, news.tracking)
        .bind(4, word_of(news.event))
        .bind(5, news.at_ms)
        .bind(6, office.now_ms())
        .bind(7, word_of(outcome))
        .run();
}

} // namespace

std::optional<Carrier> find_carrier(database::Connection& connection, std::string_view name)
{
    database::Statement find{connection, "SELECT name, adapter, generation FROM carriers WHERE name = ?1"};
    find.bind(1, name);
    if (!find.step()) return std::nullopt;
    return Carrier{find.text(0), find.text(1), find.integer(2)};
}

Result<std::string> make_carrier(Office& office, const database::Transaction& open, std::string_view name,
                                 std::string_view adapter)
{
    static_cast<void>(open);
    if (name.empty() || name.size() > name_bytes_max) return refuse("carrier.bad_name", std::string{name});
    if (adapter_named(adapter) == nullptr) return refuse("carrier.unknown_adapter", std::string{adapter});
    database::Statement{office.connection(), "INSERT INTO carriers (name, adapter, generation) VALUES (?1, ?2, 1)"
                                             " ON CONFLICT (name) DO UPDATE SET adapter = excluded.adapter,"
                                             " generation = carriers.generation + 1"}
        .bind(1, name)
        .bind(2, adapter)
        .run();
    const std::string secret{lasting_fact(office.connection(), office.chance(), fact_name, secret_bytes)};
    return key_of(secret, *find_carrier(office.connection(), name));
}

Result<void> check_carrier_signature(database::Connection& connection, const Carrier& carrier,
                                     std::string_view signature, std::string_view body, std::int64_t now_ms)
{
    const std::string secret{find_lasting_fact(connection, fact_name)};
    if (secret.empty()) return refuse("carrier.bad_signature", "no key was ever made here");
    return check_signed(key_of(secret, carrier), signature, body, now_ms);
}

Result<void> check_parcel(database::Connection& connection, const Carrier& carrier, const ParcelNews& news)
{
    const auto orders = orders_in(connection, carrier, news.tracking);
    if (orders.empty()) return refuse("carrier.unknown_parcel", news.tracking);
    if (!news.collected) return {};
    Money due;
    bool under_way{false};
    for (const OrderId& order : orders) {
        const auto row = find_order(connection, order);
        if (!row || !is_on_its_way(row->state)) continue;
        under_way = true;
        due += row->placed.due_on_delivery;
    }
    if (!under_way || *news.collected <= due) return {};
    return refuse("carrier.bad_amount", fmt::format("{} collected where {} was due", news.collected->minor(),
                                                    due.minor()));
}

Result<ParcelOutcome> hear_carrier(Office& office, const database::Transaction& open, const Carrier& carrier,
                                   const ParcelNews& news)
{
    if (auto fits = check_parcel(office.connection(), carrier, news); !fits) return refuse(fits.error());
    const auto orders = orders_in(office.connection(), carrier, news.tracking);
    const auto heard = was_heard(office.connection(), carrier, news);
    if (heard == ParcelOutcome::repeated) return *heard;
    ParcelOutcome outcome{ParcelOutcome::late};
    if (!heard) {
        ParcelNews rest{news}; // Several orders can travel under one number.
        for (const OrderId& order : orders) {
            const ParcelOutcome one{move_order(office, open, carrier, rest, order)};
            if (one != ParcelOutcome::late && outcome != ParcelOutcome::applied) outcome = one;
        }
    }
    keep(office, carrier, news, outcome);
    return outcome;
}

} // namespace guitai::office
