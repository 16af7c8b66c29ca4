// What of an event tells who somebody was: for erasure. Her number stays, so that sums and points stay true; it says
// nothing once every other word is gone.
#pragma once

#include "sync/events/event.hpp"

namespace guitai {

// The member that it is about; empty: about nobody, or only by way of an order.
[[nodiscard]] MemberId person_of(const EventBody& body);

// The order that it is about, where it holds a recipient; else empty.
[[nodiscard]] OrderId recipient_order_of(const EventBody& body);

// The same without name, phone, address, birthday, card, password and every word that was written of her.
[[nodiscard]] EventBody without_person(EventBody body);

} // namespace guitai
