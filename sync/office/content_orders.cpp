#include "sync/office/content_orders.hpp"

#include "sync/office/content.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

template<typename Body>
Fault check_sender(const Body& said)
{
    if (auto wrong = check_named("order", said.order)) return wrong;
    return check_length("place", said.place.text);
}

} // namespace

Fault check(const OrderPlaced& order)
{
    if (auto wrong = check_named("order", order.order)) return wrong;
    if (auto wrong = check_named("store", order.store)) return wrong;
    if (auto wrong = check_named("sku", order.sku)) return wrong;
    if (auto wrong = check_length("member", order.member.text)) return wrong;
    if (auto wrong = check_length("phone", order.recipient.phone)) return wrong;
    if (auto wrong = check_length("slot", order.slot)) return wrong;
    if (order.quantity.milli() <= 0) {
        return fault("content.bad_amount", fmt::format("quantity {}", order.quantity.milli()));
    }
    if (order.paid.is_negative() || order.due_on_delivery.is_negative()) {
        return fault("content.bad_amount",
                     fmt::format("paid {}, due {}", order.paid.minor(), order.due_on_delivery.minor()));
    }
    if (order.points < -1 || order.points > points_max) {
        return fault("content.bad_amount", fmt::format("{} points", order.points));
    }
    return check_sum("paid and due", order.paid.minor() + order.due_on_delivery.minor(), order.total);
}

Fault check(const OrderAddressAsked& asked)
{
    return check_length("phone", asked.recipient.phone);
}

Fault check(const OrderPickTaken& said) { return check_sender(said); }

Fault check(const OrderPacked& said) { return check_sender(said); }

Fault check(const OrderPickRejected& said)
{
    if (auto wrong = check_length("reason", said.reason)) return wrong;
    return check_sender(said);
}

Fault check(const OrderHandedOver& said)
{
    if (auto wrong = check_length("carrier", said.carrier)) return wrong;
    if (auto wrong = check_named("tracking", Sku{said.tracking})) return wrong;
    return check_sender(said);
}

Fault check(const OrderBrought& said)
{
    if (auto wrong = check_length("reason", said.reason)) return wrong;
    if (said.amount.is_negative()) return fault("content.bad_amount", fmt::format("{} taken", said.amount.minor()));
    return check_sender(said);
}

Fault check(const OrderSubstituteAnswered& said)
{
    return check_named("order", said.order);
}

} // namespace guitai::office
