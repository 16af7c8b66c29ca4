// The JSON that programs and tills read. Every field name of the machine
// interface is written in this one file: add, never rename.
#pragma once

#include "sync/events/result.hpp"
#include "sync/office/access.hpp"
#include "sync/office/http.hpp"
#include "sync/office/intake.hpp"
#include "sync/office/projections/orders.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

inline constexpr std::string_view office_version{"0.1.0"};

// 4xx by the refusal's code, with {"code","message"}.
[[nodiscard]] Response refused(const Refusal& why);
[[nodiscard]] Response accepted(std::string json);
// 503: the machine failed; the same request may be tried again later.
[[nodiscard]] Response out_of_order(std::string_view why);

[[nodiscard]] std::string json_of(const IntakeAnswer& answer);
[[nodiscard]] std::string json_of(const Enrolled& enrolled);
// One order with its history.
[[nodiscard]] std::string order_json(database::Connection& connection, const OrderRow& order);
[[nodiscard]] std::string orders_json(database::Connection& connection, const std::vector<OrderRow>& orders);
// Refuses member.unknown. `key` is an id, a phone or a card.
[[nodiscard]] Result<std::string> member_json(database::Connection& connection, std::string_view key,
                                              std::int64_t now_ms);
// Refuses store.unknown and api.bad_field for what is no date.
[[nodiscard]] Result<std::string> day_json(database::Connection& connection, const PlaceCode& store,
                                           std::string_view date, std::int64_t now_ms);
// A sale as its till wrote it, with what came back. Refuses receipt.unknown.
[[nodiscard]] Result<std::string> receipt_json(database::Connection& connection, const ReceiptNumber& receipt);
// Where it goes, for a shop that sends it. Refuses order.unknown to every other.
[[nodiscard]] Result<std::string> door_json(database::Connection& connection, const OrderId& order,
                                            const PlaceCode& shop);
[[nodiscard]] std::string health_json(database::Connection& connection, std::int64_t now_ms);

} // namespace guitai::office
