// The columns of the table `orders`, in the order in which they are written and read. Internal to the projection.
#pragma once

#include <string_view>

namespace guitai::office {

inline constexpr std::string_view order_columns{
    "order_id, state, till, receipt, store, staff, member, sku, name, variant, quantity_milli, delivery,"
    " recipient_name, recipient_phone, recipient_address, total_minor, paid_minor, due_minor, placed_at_ms, test,"
    " source, promise_date, carrier, tracking, parcels, reason, points, answer_by_ms, picker, substitute_sku,"
    " substitute_name, substitute_variant, substitute_reason, split_from, slot"};

} // namespace guitai::office
