// What must hold of an event about an order before anybody reads it. Internal to the content check.
#pragma once

#include "sync/events/event.hpp"
#include "sync/office/content_parts.hpp"

namespace guitai::office {

[[nodiscard]] Fault check(const OrderPlaced& order);
[[nodiscard]] Fault check(const OrderAddressAsked& asked);
[[nodiscard]] Fault check(const OrderPickTaken& said);
[[nodiscard]] Fault check(const OrderPickRejected& said);
[[nodiscard]] Fault check(const OrderPacked& said);
[[nodiscard]] Fault check(const OrderHandedOver& said);
[[nodiscard]] Fault check(const OrderBrought& said);
[[nodiscard]] Fault check(const OrderSubstituteAnswered& said);

} // namespace guitai::office
