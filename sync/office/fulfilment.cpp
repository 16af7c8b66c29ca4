#include "sync/office/fulfilment.hpp"

#include "sync/events/promise.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/points/points.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

Refusal missing(std::string_view field)
{
    return {"order.missing_field", fmt::format("{} is missing", field)};
}

bool has_enough(const Available& place, const OrderPlaced& order)
{
    return place.free_milli() >= order.quantity.milli();
}

PlaceKind kind_of_place(database::Connection& connection, const PlaceCode& place)
{
    const auto found = find_place(connection, place);
    return found ? found->place_kind : PlaceKind::warehouse;
}

Result<PlaceCode> choose_source(Office& office, const OrderRequest& request, const OrderPlaced& order)
{
    if (request.source.empty()) {
        if (auto found = find_source(office.connection(), order)) return *found;
        return refuse("order.no_stock",
                      fmt::format("no place has {} of {} free", text_of(order.quantity), order.sku.text));
    }
    if (!find_place(office.connection(), request.source)) {
        return refuse("order.bad_field", fmt::format("source {} is no place of this office", request.source.text));
    }
    for (const Available& place : availability(office.connection(), order.sku)) {
        if (place.place == request.source && has_enough(place, order)) return place.place;
    }
    return refuse("order.no_stock", fmt::format("{} has not {} of {} free", request.source.text,
                                                text_of(order.quantity), order.sku.text));
}

Result<EventBody> accept(Office& office, const OrderRequest& request, const OrderRow& row)
{
    const auto source = choose_source(office, request, row.placed);
    if (!source) return refuse(source.error());
    if (!request.promise_date.empty() && !is_iso_date(request.promise_date)) {
        return refuse("order.bad_field", fmt::format("promise_date '{}' is no date", request.promise_date));
    }
    if (!request.promise_date.empty()) return OrderAccepted{row.placed.order, *source, request.promise_date};
    const std::string today{date_in(office.connection(), row.placed.store, office.now_ms())};
    // Goods of another shop that are collected in a third one travel first.
    const bool lies_there{source->text == row.placed.recipient.address};
    const Delivery delivery{row.placed.delivery == Delivery::collect && !lies_there ? Delivery::ship_to_shop
                                                                                    : row.placed.delivery};
    return OrderAccepted{row.placed.order, *source,
                         promised_by(delivery, kind_of_place(office.connection(), *source), today)};
}

Result<EventBody> ship(const OrderRequest& request, const OrderRow& row)
{
    if (request.carrier.empty()) return refuse(missing("carrier"));
    if (request.tracking.empty()) return refuse(missing("tracking"));
    if (request.parcels < 1 || request.parcels > OrderRequest::parcels_max) {
        return refuse("order.bad_field",
                      fmt::format("parcels {} is not 1 to {}", request.parcels, OrderRequest::parcels_max));
    }
    return OrderShipped{row.placed.order, request.carrier, request.tracking, request.parcels};
}

Result<EventBody> deliver(const OrderRequest& request, const OrderRow& row)
{
    // The shop says that it came and who took it away; that is what brings the rest of the money and the points.
    if (row.placed.delivery != Delivery::ship) {
        return refuse("order.collected_in_shop", "it ends when the customer collects it in the shop");
    }
    const Money collected{request.collected.value_or(row.placed.due_on_delivery)};
    if (collected.is_negative() || collected > row.placed.due_on_delivery) {
        return refuse("order.bad_field", fmt::format("collected {} where {} was due", collected.minor(),
                                                     row.placed.due_on_delivery.minor()));
    }
    return OrderDelivered{row.placed.order, collected};
}

Result<void> check_texts(const OrderRequest& request)
{
    for (const std::string* text : {&request.carrier, &request.tracking, &request.reason}) {
        if (text->size() <= OrderRequest::text_bytes_max) continue;
        return refuse("order.bad_field",
                      fmt::format("a text of {} bytes, {} are the most", text->size(), OrderRequest::text_bytes_max));
    }
    return {};
}

Result<EventBody> event_for(Office& office, const OrderRequest& request, const OrderRow& row)
{
    switch (request.step) {
    case OrderStep::accept: return accept(office, request, row);
    case OrderStep::decline: return OrderDeclined{row.placed.order, request.reason};
    case OrderStep::ship: return ship(request, row);
    case OrderStep::deliver: return deliver(request, row);
    case OrderStep::cancel: return OrderCancelled{row.placed.order, request.reason};
    default: return refuse("order.bad_step", fmt::format("{} is for a till to do", word_of(request.step)));
    }
}

} // namespace

Result<OrderState> do_step(Office& office, const database::Transaction& open, const OrderRequest& request)
{
    const auto row = find_order(office.connection(), request.order);
    if (!row) return refuse("order.unknown", fmt::format("no order {}", request.order.text));
    const auto next = after(row->state, request.step);
    if (!next) return next;
    if (auto short_enough = check_texts(request); !short_enough) return refuse(short_enough.error());
    auto body = event_for(office, request, *row);
    if (!body) return refuse(body.error());

    office.say(open, std::move(*body), request.actor);
    if (request.step == OrderStep::ship) {
        office.say(
            open, StockMoved{
                      StockReason::ordered, office_origin, 0, {{row->source, row->placed.sku, -row->placed.quantity}}});
    }
    if (request.step == OrderStep::deliver) reward(office, open, row->placed);
    return next;
}

std::optional<PlaceCode> find_source(database::Connection& connection, const OrderPlaced& order)
{
    const Available* best{nullptr};
    const auto places = availability(connection, order.sku);
    for (const Available& place : places) {
        if (!has_enough(place, order)) continue;
        // To be collected elsewhere: the till wrote that shop's code where an address would stand.
        if (order.delivery == Delivery::collect && place.place.text == order.recipient.address) return place.place;
        if (place.place == order.store) continue;
        const bool better{!best || (place.is_warehouse && !best->is_warehouse) ||
                          (place.is_warehouse == best->is_warehouse && place.free_milli() > best->free_milli())};
        if (better) best = &place;
    }
    if (!best) return std::nullopt;
    return best->place;
}

void answer(Office& office, const database::Transaction& open, const OrderCancelAsked& asked)
{
    const auto row = find_order(office.connection(), asked.order);
    if (!row) return;
    if (after(row->state, OrderStep::cancel)) {
        office.say(open, OrderCancelled{asked.order, asked.reason});
        return;
    }
    // Given up already: that news is on its way down and is the answer.
    const bool given_up{row->state == OrderState::cancelled || row->state == OrderState::declined ||
                        row->state == OrderState::refunded};
    if (!given_up) office.say(open, OrderCancelRefused{asked.order, std::string{word_of(row->state)}});
}

void answer(Office& office, const database::Transaction& open, const OrderAddressAsked& asked)
{
    const auto row = find_order(office.connection(), asked.order);
    if (!row) return;
    if (after(row->state, OrderStep::change_address)) {
        office.say(open, OrderAddressChanged{asked.order, asked.recipient});
    } else {
        office.say(open, OrderAddressRefused{asked.order, std::string{word_of(row->state)}});
    }
}

void reward(Office& office, const database::Transaction& open, const OrderPlaced& order)
{
    // The offers of the day it was taken; an older till left it to us.
    const std::int64_t points{order.points >= 0 ? order.points : points_for(order.total)};
    if (order.member.empty() || points == 0) return;
    if (has_points_for(office.connection(), order.member, order.order.text)) return;
    const std::string today{date_in(office.connection(), order.store, office.now_ms())};
    office.say(open, PointsPosted{order.member, points, expiry_of(today), PointsReason::earned, order.order.text,
                                  office_origin, 0, {}, today});
}

} // namespace guitai::office
