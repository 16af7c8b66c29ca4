#include "sync/office/fulfilment.hpp"

#include "sync/office/projections/items.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"
#include "sync/office/promising.hpp"
#include "sync/office/sources.hpp"
#include "sync/office/together.hpp"
#include "sync/points/points.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

Refusal missing(std::string_view field)
{
    return {"order.missing_field", fmt::format("{} is missing", field)};
}

Refusal no_stock(const OrderPlaced& order)
{
    return {"order.no_stock", fmt::format("no place has {} of {} free", text_of(order.quantity), order.sku.text)};
}

Result<void> check_source(Office& office, const OrderRequest& request, const OrderPlaced& order)
{
    if (!find_place(office.connection(), request.source)) {
        return refuse("order.bad_field", fmt::format("source {} is no place of this office", request.source.text));
    }
    for (const Available& place : availability(office.connection(), order.sku)) {
        if (place.place == request.source && place.free_milli() >= order.quantity.milli()) return {};
    }
    return refuse("order.no_stock", fmt::format("{} has not {} of {} free", request.source.text,
                                                text_of(order.quantity), order.sku.text));
}

// The one step that may say several things: parts of it come from several places.
Result<OrderState> accept(Office& office, const database::Transaction& open, const OrderRequest& request,
                          const OrderRow& row)
{
    if (!request.promise_date.empty() && !is_iso_date(request.promise_date)) {
        return refuse("order.bad_field", fmt::format("promise_date '{}' is no date", request.promise_date));
    }
    if (!request.source.empty()) {
        if (auto there = check_source(office, request, row.placed); !there) return refuse(there.error());
        office.say(open, promise_of(office, row.placed, request.source, request.promise_date), request.actor);
        return OrderState::accepted;
    }
    const auto parts = find_sources(office.connection(), {&row, 1});
    if (!parts) return refuse(no_stock(row.placed));
    (void)promise_all(office, open, {&row, 1}, *parts, request.actor, request.promise_date);
    return OrderState::accepted;
}

// What it cost the customer stays what it costs, so nothing cheaper is offered in its place.
Result<EventBody> offer(Office& office, const OrderRequest& request, const OrderRow& row)
{
    if (request.sku.empty()) return refuse(missing("sku"));
    const auto item = find_item(office.connection(), request.sku);
    if (!item) return refuse("order.bad_field", fmt::format("sku {} is not in the catalogue", request.sku.text));
    if (request.sku == row.placed.sku) return refuse("order.bad_field", "sku is what was ordered");
    const auto ordered = find_item(office.connection(), row.placed.sku);
    if (ordered && item->price < ordered->price) {
        return refuse("order.substitute_cheaper", fmt::format("{} costs {}, and {} was paid for", request.sku.text,
                                                              text_of(item->price), text_of(ordered->price)));
    }
    const auto place = find_source_of(office.connection(), row, request.sku);
    if (!place) {
        return refuse("order.no_stock",
                      fmt::format("no place has {} of {} free", text_of(row.placed.quantity), request.sku.text));
    }
    const bool both{!item->colour.empty() && !item->size.empty()};
    return OrderSubstituteOffered{row.placed.order, request.sku, item->name,
                                  item->colour + (both ? " " : "") + item->size, request.reason, *place};
}

Result<EventBody> split(Office& office, const OrderRequest& request, const OrderRow& row)
{
    const bool fits{request.quantity.milli() > 0 && request.quantity < row.placed.quantity &&
                    request.quantity.is_whole() && row.placed.quantity.is_whole()};
    if (!fits) {
        return refuse("order.bad_field", fmt::format("quantity {} is no part of {}", text_of(request.quantity),
                                                     text_of(row.placed.quantity)));
    }
    return split_of(office.connection(), row, request.quantity);
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
    return OrderDelivered{row.placed.order, collected, request.by_shop};
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

// Where it lies when nobody took it: in the shop that it had come to, or where it was sent from.
PlaceCode came_back_to(const OrderRow& row)
{
    return row.state == OrderState::arrived ? row.placed.store : row.source;
}

Result<EventBody> come_back(const OrderRequest& request, const OrderRow& row)
{
    if (request.freight.is_negative() || request.freight > OrderRequest::freight_max) {
        return refuse("order.bad_field", fmt::format("freight {}", request.freight.minor()));
    }
    OrderCameBack back{row.placed.order, came_back_to(row), request.reason};
    if (request.freight.is_zero()) return back;
    back.freight = request.freight;
    back.freight_by = request.freight_by;
    return back;
}

Result<EventBody> event_for(Office& office, const OrderRequest& request, const OrderRow& row)
{
    const OrderId& order{row.placed.order};
    switch (request.step) {
    case OrderStep::decline: return OrderDeclined{order, request.reason};
    case OrderStep::ship: return ship(request, row);
    case OrderStep::deliver: return deliver(request, row);
    case OrderStep::cancel: return OrderCancelled{order, request.reason};
    case OrderStep::hold: return OrderHeld{order, request.reason};
    case OrderStep::offer: return offer(office, request, row);
    case OrderStep::pack: return OrderPacked{order, row.source, request.packer};
    case OrderStep::send_out: return OrderOutForDelivery{order};
    case OrderStep::fail_delivery: return OrderDeliveryFailed{order, request.reason};
    case OrderStep::come_back: return come_back(request, row);
    case OrderStep::split: return split(office, request, row);
    default: return refuse("order.bad_step", fmt::format("{} is for a till to do", word_of(request.step)));
    }
}

// Ready where the customer fetches it, who may have it in her hands already: only that shop can say that she has not.
bool lies_ready(const OrderRow& row)
{
    return row.state == OrderState::packed && row.placed.delivery == Delivery::collect;
}

// What the step means for goods and points.
void follow_up(Office& office, const database::Transaction& open, const OrderRequest& request, const OrderRow& row)
{
    const auto move = [&](StockReason reason, const PlaceCode& place, Quantity change) {
        office.say(open, StockMoved{reason, office_origin, 0, {{place, row.placed.sku, change}}});
    };
    if (request.step == OrderStep::ship) move(StockReason::ordered, row.source, -row.placed.quantity);
    if (request.step == OrderStep::come_back) move(StockReason::returned, came_back_to(row), row.placed.quantity);
    if (request.step == OrderStep::deliver) reward(office, open, row.placed);
}

} // namespace

Result<OrderState> do_step(Office& office, const database::Transaction& open, const OrderRequest& request)
{
    const auto row = find_order(office.connection(), request.order);
    if (!row) return refuse("order.unknown", fmt::format("no order {}", request.order.text));
    const auto next = after(row->state, request.step);
    if (!next) return next;
    if (auto short_enough = check_texts(request); !short_enough) return refuse(short_enough.error());
    if (lies_ready(*row)) {
        return refuse("order.lies_ready", fmt::format("it lies ready in {}, which can say that it is not fetched",
                                                      row->source.text));
    }
    if (request.step == OrderStep::accept) return accept(office, open, request, *row);
    if (request.step == OrderStep::allocate) {
        allocate(office, open, request.order, request.actor);
        return next;
    }
    auto body = event_for(office, request, *row);
    if (!body) return refuse(body.error());
    office.say(open, std::move(*body), request.actor);
    follow_up(office, open, request, *row);
    return next;
}

void answer(Office& office, const database::Transaction& open, const OrderCancelAsked& asked)
{
    const auto row = find_order(office.connection(), asked.order);
    if (!row) return;
    if (after(row->state, OrderStep::cancel) && !lies_ready(*row)) {
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
    tell_shares(office, open, {order.member}, {}, order.order.text);
}

} // namespace guitai::office
