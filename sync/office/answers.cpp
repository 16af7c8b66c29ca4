#include "sync/office/answers.hpp"

#include "sync/events/time.hpp"
#include "sync/journal/journal.hpp"
#include "sync/office/branches.hpp"
#include "sync/office/projections/histories.hpp"
#include "sync/office/projections/misses.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/service.hpp"
#include "sync/office/projections/takings.hpp"
#include "sync/office/projections/trade.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace guitai::office {
namespace {

using Json = nlohmann::ordered_json;

// Text from old books may hold anything; an answer must always be written.
std::string text_of(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

struct StatusOfCode {
    std::string_view code;
    int status{400};
};
constexpr auto statuses = std::to_array<StatusOfCode>({
    {"api.not_found", 404},
    {"api.wrong_method", 405},
    {"order.unknown", 404},
    {"receipt.unknown", 404},
    {"member.unknown", 404},
    {"store.unknown", 404},
    {"order.wrong_state", 409},
    {"order.no_stock", 409},
    {"order.collected_in_shop", 409},
    {"order.lies_ready", 409},
    {"order.substitute_cheaper", 409},
    {"carrier.unknown", 404},
    {"carrier.unknown_parcel", 404},
    {"carrier.bad_signature", 401},
    {"carrier.stale", 401},
    {"journal.fork", 409},
    {"feed.other_history", 409},
    {"enrol.code_used", 409},
    {"enrol.wrong_code", 403},
    {"till.unknown", 401},
    {"till.set_aside", 403},
    {"till.not_set_aside", 409},
    {"till.other_place", 409},
    {"till.epoch_stale", 409},
    {"till.cap", 409},
    {"lease.not_enough", 409},
    {"lease.asked_back", 409},
    {"lease.not_yours", 403},
    {"office.restored", 409},
    {"office.recovering", 409},
    {"token.missing", 401},
    {"token.unknown", 401},
    {"token.role", 403},
    {"api.too_large", 413},
    {"api.bad_encoding", 415},
    {"intake.too_many_lines", 413},
    {"order.bad_step", 404},
});

int status_of(std::string_view code)
{
    for (const StatusOfCode& known : statuses) {
        if (known.code == code) return known.status;
    }
    return 400;
}

// Whole pieces as a whole number; cloth by the metre as a decimal one.
Json pieces_of(std::int64_t milli)
{
    if (milli % Quantity::per_piece == 0) return milli / Quantity::per_piece;
    return static_cast<double>(milli) / static_cast<double>(Quantity::per_piece);
}

Json json_order(database::Connection& connection, const OrderRow& row)
{
    const OrderPlaced& placed{row.placed};
    Json history = Json::array();
    for (const OrderMoment& moment : history_of(connection, placed.order)) {
        const HandOver hands{hand_over_of(row, moment)};
        history.push_back({{"state", word_of(moment.state)},
                           {"at_ms", moment.at_ms},
                           {"by", moment.actor},
                           {"event", moment.kind},
                           {"detail", moment.detail},
                           {"giver", hands.giver},
                           {"taker", hands.taker}});
    }
    Json substitute;
    if (!row.substitute.sku.empty()) {
        substitute = {{"sku", row.substitute.sku.text},
                      {"name", row.substitute.name},
                      {"variant", row.substitute.variant},
                      {"reason", row.substitute.reason}};
    }
    return {
        {"order", placed.order.text},
        {"state", word_of(row.state)},
        {"store", placed.store.text},
        {"till", row.till},
        {"receipt", placed.receipt.text},
        {"staff", placed.staff.text},
        {"member", placed.member.text},
        {"sku", placed.sku.text},
        {"name", placed.name},
        {"variant", placed.variant},
        {"quantity", pieces_of(placed.quantity.milli())},
        {"delivery", word_of(placed.delivery)},
        {"recipient",
         {{"name", placed.recipient.name}, {"phone", placed.recipient.phone}, {"address", placed.recipient.address}}},
        {"total_minor", placed.total.minor()},
        {"paid_minor", placed.paid.minor()},
        {"due_minor", placed.due_on_delivery.minor()},
        {"placed_at_ms", row.placed_at_ms},
        {"promise_date", row.promise_date},
        {"source", row.source.text},
        {"carrier", row.carrier},
        {"tracking", row.tracking},
        {"parcels", row.parcels},
        {"reason", row.reason},
        {"answer_by_ms", row.answer_by_ms},
        {"picker", row.picker.text},
        {"substitute", std::move(substitute)},
        {"split_from", row.split_from.text},
        {"slot", placed.slot},
        {"test", placed.test},
        {"history", std::move(history)}};
}

Json json_till(database::Connection& connection, const TillEnrolled& till, std::int64_t now_ms)
{
    const TillContact contact{contact_of(connection, till.till)};
    Json json{{"till", till.till},
              {"store", till.store.text},
              {"cursor", Journal{connection}.head(till.till).number},
              {"age_ms", nullptr},
              {"set_aside", contact.set_aside}};
    if (const auto branch = find_branch(connection, till.till)) json["branch_of"] = branch->till;
    if (contact.heard_at_ms > 0) json["age_ms"] = std::max<std::int64_t>(0, now_ms - contact.heard_at_ms);
    return json;
}

// Tills that have not reported since the books were put back to an older copy.
Json json_waited(database::Connection& connection)
{
    return is_recovering(connection) ? Json(unreported_tills(connection)) : Json::array();
}

Json json_shift(const ShiftRow& shift)
{
    return {{"till", shift.till},
            {"shift", shift.shift},
            {"opened_by", shift.opened_by},
            {"opened_at_ms", shift.opened_at_ms},
            {"float_minor", shift.float_minor},
            {"closed", !shift.closed_by.empty()},
            {"closed_by", shift.closed_by},
            {"expected_minor", shift.expected_minor},
            {"counted_minor", shift.counted_minor},
            {"variance_minor", shift.variance_minor},
            {"variance_reason", shift.variance_reason},
            {"approved_by", shift.approved_by}};
}

Json json_report(const DayReportRow& report)
{
    return {{"till", report.till},
            {"z", report.z},
            {"staff", report.staff},
            {"closed_at_ms", report.closed_at_ms},
            {"tickets", report.tickets},
            {"turnover_minor", report.turnover_minor},
            {"variance_minor", report.variance_minor},
            {"chain_head", report.chain_head}};
}

Json json_service(const ServiceFigures& figures)
{
    Json feelings = Json::object();
    for (const auto& [feeling, word] : Words<Feeling>::all) {
        feelings[std::string{word}] = figures.feelings[static_cast<std::size_t>(feeling)];
    }
    return {{"feelings", std::move(feelings)},
            {"funnel", figures.funnel},
            {"served", figures.served},
            {"serving_ms", figures.serving_ms},
            {"member_sales", figures.member_sales},
            {"member_taps", figures.member_taps}};
}

} // namespace

Response refused(const Refusal& why)
{
    Response response;
    response.status = status_of(why.code);
    response.body = text_of({{"code", why.code}, {"message", why.detail}});
    return response;
}

Response accepted(std::string json)
{
    Response response;
    response.body = std::move(json);
    return response;
}

Response out_of_order(std::string_view why)
{
    Response response;
    response.status = 503;
    response.body = text_of({{"code", "office.unavailable"}, {"message", why}});
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

std::string json_of(const IntakeAnswer& answer)
{
    return text_of({{"cursor", answer.cursor}, {"chain", answer.chain}, {"quarantined", answer.quarantined}});
}

std::string json_of(const Enrolled& enrolled)
{
    return text_of({{"till", enrolled.till},
                    {"store", enrolled.store.text},
                    {"store_name", enrolled.store_name},
                    {"office", enrolled.office},
                    {"test", enrolled.test}});
}

std::string order_json(database::Connection& connection, const OrderRow& order)
{
    return text_of(json_order(connection, order));
}

std::string orders_json(database::Connection& connection, const std::vector<OrderRow>& orders)
{
    Json list = Json::array();
    for (const OrderRow& order : orders) list.push_back(json_order(connection, order));
    return text_of({{"orders", std::move(list)}});
}

Result<std::string> day_json(database::Connection& connection, const PlaceCode& store, std::string_view date,
                             std::int64_t now_ms)
{
    if (!find_place(connection, store)) return refuse("store.unknown", fmt::format("no store {}", store.text));
    if (!is_iso_date(date)) return refuse("api.bad_field", fmt::format("'{}' is no date like 2026-11-22", date));
    const DayFigures day{day_figures(connection, store, date)};
    const MissCount misses{misses_on(connection, store, date)};
    Json tenders = Json::object();
    for (const auto& [tender, amount_minor] : day.tenders) tenders[tender] = amount_minor;
    Json guides = Json::object();
    for (const auto& [staff, amount_minor] : guide_takings_of(connection, store, date)) guides[staff] = amount_minor;
    Json shifts = Json::array();
    for (const ShiftRow& shift : shifts_of(connection, store, date)) shifts.push_back(json_shift(shift));
    Json reports = Json::array();
    for (const DayReportRow& report : day_reports_of(connection, store, date)) reports.push_back(json_report(report));
    Json tills = Json::array();
    for (const TillEnrolled& till : all_tills(connection)) {
        if (till.store == store) tills.push_back(json_till(connection, till, now_ms));
    }
    return text_of({{"store", store.text},
                    {"date", date},
                    {"turnover_minor", day.turnover_minor},
                    {"order_turnover_minor", day.order_turnover_minor},
                    {"tickets", day.tickets},
                    {"pieces", day.pieces},
                    {"tax_minor", day.tax_minor},
                    {"discounts_minor", day.discounts_minor},
                    {"refunds_minor", day.refunds_minor},
                    {"fees_minor", day.fees_minor},
                    {"tenders", std::move(tenders)},
                    {"rounded_minor", day.rounded_minor},
                    {"carrier_cash_minor", day.carrier_cash_minor},
                    {"guides", std::move(guides)},
                    {"paid_in_minor", day.paid_in_minor},
                    {"paid_out_minor", day.paid_out_minor},
                    {"drops_minor", day.drops_minor},
                    {"misses", misses.misses},
                    {"rescued", misses.rescued},
                    {"service", json_service(service_on(connection, store, date))},
                    {"shifts", std::move(shifts)},
                    {"z", std::move(reports)},
                    {"tills", std::move(tills)}});
}

Result<std::string> receipt_json(database::Connection& connection, const ReceiptNumber& receipt)
{
    const auto sold = find_receipt(connection, receipt);
    if (!sold) return refuse("receipt.unknown", fmt::format("no receipt {}", receipt.text));
    const Journal journal{connection};
    Json returned = Json::array();
    for (const auto& [line, milli] : sold->returned_milli) returned.push_back({{"line", line}, {"milli", milli}});
    return text_of({{"sale", journal.after(sold->till, sold->number - 1, 1).at(0).text},
                    {"returned", std::move(returned)}});
}

Result<std::string> door_json(database::Connection& connection, const OrderId& order, const PlaceCode& shop)
{
    const auto row = find_order(connection, order);
    const bool sends{row && row->source == shop && (is_reserved(row->state) || is_on_its_way(row->state))};
    if (!sends) return refuse("order.unknown", order.text);
    const Recipient& to{row->placed.recipient};
    return text_of(Json{{"name", to.name}, {"phone", to.phone}, {"address", to.address}});
}

std::string health_json(database::Connection& connection, std::int64_t now_ms)
{
    const Journal journal{connection};
    std::int64_t events{0};
    for (const TillNumber origin : journal.origins()) events += journal.head(origin).number;
    Json tills = Json::array();
    for (const TillEnrolled& till : all_tills(connection)) tills.push_back(json_till(connection, till, now_ms));
    return text_of({{"ok", true},
                    {"version", office_version},
                    {"engine", connection.engine() == database::Engine::sqlite ? "sqlite" : "postgresql"},
                    {"events", events},
                    {"head", journal.head(office_origin).number},
                    {"quarantined", count_set_apart(connection)},
                    {"recovering", is_recovering(connection)},
                    {"waits_for", json_waited(connection)},
                    {"tills", std::move(tills)}});
}

} // namespace guitai::office
