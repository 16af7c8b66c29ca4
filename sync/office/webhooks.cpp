#include "sync/office/webhooks.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/lasting_fact.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/signed_message.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::string_view fact_name{"webhook_secret"};
constexpr std::size_t secret_bytes{32};
constexpr std::size_t url_bytes_max{500};
constexpr std::int64_t webhooks_max{50};
constexpr int lines_a_look{1'000};
constexpr std::int64_t first_wait_ms{1'000};
constexpr std::int64_t longest_wait_ms{60LL * 60 * 1'000};

std::int64_t number_of(database::Connection& connection, const char* sql)
{
    database::Statement find{connection, sql};
    return find.step() ? find.integer(0) : 0;
}

// Which order it moved, and where to, as the history has it; nothing for everything else.
std::string body_of(database::Connection& reads, const JournalLine& line)
{
    database::Statement find{reads, "SELECT order_id, kind, state, at_ms FROM order_history"
                                    " WHERE origin = ?1 AND number = ?2 ORDER BY order_id"};
    find.bind(1, line.origin).bind(2, line.number);
    if (!find.step()) return {};
    const OrderId order{find.text(0)};
    const auto row = find_order(reads, order);
    if (!row) return {};
    const nlohmann::ordered_json json{{"id", fmt::format("{}-{}", line.origin, line.number)},
                                      {"event", find.text(1)},
                                      {"state", find.text(2)},
                                      {"at_ms", find.integer(3)},
                                      {"order", order.text},
                                      {"store", row->placed.store.text},
                                      {"receipt", row->placed.receipt.text},
                                      {"member", row->placed.member.text},
                                      {"sku", row->placed.sku.text},
                                      {"source", row->source.text},
                                      {"promise_date", row->promise_date},
                                      {"carrier", row->carrier},
                                      {"tracking", row->tracking}};
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

std::vector<Webhook> all_webhooks(database::Connection& connection)
{
    database::Statement find{connection, "SELECT id, url, position, failures, next_try_ms, last_error FROM webhooks"
                                         " ORDER BY id"};
    std::vector<Webhook> all;
    while (find.step()) {
        all.push_back({find.integer(0), find.text(1), find.integer(2), find.integer(3), find.integer(4), find.text(5)});
    }
    return all;
}

Result<std::string> make_webhook(Office& office, const database::Transaction& open, std::string_view url)
{
    static_cast<void>(open);
    const bool is_web{url.starts_with("http://") || url.starts_with("https://")};
    const bool is_plain{std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c != 0x7F; })};
    if (!is_web || !is_plain || url.size() > url_bytes_max || url.find("://") + 3 == url.size()) {
        return refuse("webhook.bad_url", std::string{url.substr(0, 200)});
    }
    database::Connection& db{office.connection()};
    if (number_of(db, "SELECT COUNT(*) FROM webhooks") >= webhooks_max) return refuse("webhook.too_many");
    const std::int64_t id{number_of(db, "SELECT COALESCE(MAX(id), 0) + 1 FROM webhooks")};
    database::Statement{db, "INSERT INTO webhooks (id, url, position, failures, next_try_ms, last_error)"
                            " VALUES (?1, ?2, (SELECT COALESCE(MAX(position), 0) FROM journal), 0, 0, '')"}
        .bind(1, id)
        .bind(2, url)
        .run();
    const std::string secret{lasting_fact(db, office.chance(), fact_name, secret_bytes)};
    return derived_key(secret, fmt::format("webhook/{}/{}", id, url));
}

Result<void> drop_webhook(Office& office, const database::Transaction& open, std::int64_t id)
{
    static_cast<void>(open);
    const auto all = all_webhooks(office.connection());
    const bool known{std::any_of(all.begin(), all.end(), [&](const Webhook& one) { return one.id == id; })};
    if (!known) return refuse("webhook.unknown", std::to_string(id));
    database::Statement{office.connection(), "DELETE FROM webhooks WHERE id = ?1"}.bind(1, id).run();
    return {};
}

std::optional<WebhookCall> next_call(database::Connection& reads, const Webhook& webhook, std::int64_t now_ms)
{
    if (now_ms < webhook.next_try_ms) return std::nullopt;
    const auto lines = Journal{reads}.after_position(webhook.position, lines_a_look);
    for (const JournalLine& line : lines) {
        std::string body{body_of(reads, line)};
        if (!body.empty()) return WebhookCall{webhook.id, webhook.url, line.position, std::move(body)};
    }
    if (lines.empty()) return std::nullopt;
    return WebhookCall{webhook.id, webhook.url, lines.back().position, {}};
}

std::string signature_of(database::Connection& reads, const WebhookCall& call, std::int64_t now_ms)
{
    const std::string secret{find_lasting_fact(reads, fact_name)};
    return signed_by(derived_key(secret, fmt::format("webhook/{}/{}", call.webhook, call.url)), now_ms, call.body);
}

void note_told(Office& office, const database::Transaction& open, const WebhookCall& call)
{
    static_cast<void>(open);
    database::Statement{office.connection(), "UPDATE webhooks SET position = ?2, failures = 0, next_try_ms = 0,"
                                             " last_error = '' WHERE id = ?1 AND position < ?2"}
        .bind(1, call.webhook)
        .bind(2, call.position)
        .run();
}

void note_failed(Office& office, const database::Transaction& open, const WebhookCall& call, std::string_view why)
{
    static_cast<void>(open);
    std::int64_t wait_ms{first_wait_ms};
    for (const Webhook& one : all_webhooks(office.connection())) {
        if (one.id != call.webhook) continue;
        for (std::int64_t n{0}; n < one.failures && wait_ms < longest_wait_ms; ++n) wait_ms *= 2;
    }
    database::Statement{office.connection(), "UPDATE webhooks SET failures = failures + 1, next_try_ms = ?2,"
                                             " last_error = ?3 WHERE id = ?1"}
        .bind(1, call.webhook)
        .bind(2, office.now_ms() + std::min(wait_ms, longest_wait_ms))
        .bind(3, why.substr(0, 200))
        .run();
}

} // namespace guitai::office
