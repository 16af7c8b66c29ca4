// Writing down an order for what the shop does not have: who gets it, where, how
// it is paid; and the same form again when an address changes.
#pragma once

#include "terminal/ui/screens/address_form.hpp"
#include "terminal/ui/screens/checkout_sheets.hpp"
#include "terminal/ui/screens/payment_screen.hpp"

#include <map>

namespace guitai::ui {

enum class CapturePurpose { new_order, change_address, deliver_line };

struct CaptureMemory {
    CapturePurpose purpose{CapturePurpose::new_order};
    WayView way;     // Of a new order.
    Sku sku;
    OrderId order;   // Whose address changes.
    DeliveryWish delivery; // Of a line of the ticket.
    AddressForm form;
    PayPlan plan{PayPlan::all};
    std::string slot{}; // When she is at home; empty: at any time.
    std::map<std::string, Recipient> last_of; // By member: where her last parcel went, since this till was started.

    void begin_order(const TillView& view, const WayView& chosen);
    void begin_change(const OrderDetail& order_detail);
    void begin_delivery(const TillView& view, const DeliveryWish& wish);

private:
    // What is known of whoever stands at the counter.
    void begin_form(const TillView& view, bool address);
};

// `back` when given up; `sell` when it was sent to the till (then `memory.plan` says how it is to be paid).
[[nodiscard]] Go draw_order_capture(Scene& scene, CaptureMemory& memory);

} // namespace guitai::ui
