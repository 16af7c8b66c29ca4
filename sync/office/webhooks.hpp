// Programs of others that are told of every step of an order, once or more often and in the order in which the steps
// were heard: who they are, what they are to be told next, how far they were. Knows no network.
#pragma once

#include "sync/office/office.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

struct Webhook {
    std::int64_t id{0};
    std::string url;
    std::int64_t position{0}; // Of the journal: everything up to it was told.
    std::int64_t failures{0}; // In a row.
    std::int64_t next_try_ms{0};
    std::string last_error;
};

// By id.
[[nodiscard]] std::vector<Webhook> all_webhooks(database::Connection& connection);

// Tells `url` (http or https) of everything from now on, and gives the key that its messages are signed with, 64 hex:
// "X-Guitai-Signature" as carriers sign. Refuses webhook.bad_url and webhook.too_many.
[[nodiscard]] Result<std::string> make_webhook(Office& office, const database::Transaction& open, std::string_view url);
// Refuses webhook.unknown.
[[nodiscard]] Result<void> drop_webhook(Office& office, const database::Transaction& open, std::int64_t id);

// What is sent: {"id", "event", "state", "at_ms", "order", "store", …}. No name, phone or address; who needs them
// asks for the order with a token of his own. The id is the same each time it is sent.
struct WebhookCall {
    std::int64_t webhook{0};
    std::string url;
    std::int64_t position{0}; // That it brings the webhook to.
    std::string body;         // Empty: nothing up to there is anybody's news.
};

// Nothing where it knows all, or is to be left alone until a later time.
[[nodiscard]] std::optional<WebhookCall> next_call(database::Connection& reads, const Webhook& webhook,
                                                   std::int64_t now_ms);
// "t=…,v1=…" over the body.
[[nodiscard]] std::string signature_of(database::Connection& reads, const WebhookCall& call, std::int64_t now_ms);

void note_told(Office& office, const database::Transaction& open, const WebhookCall& call);
// It is tried again after a second, then twice as long each time, an hour at most.
void note_failed(Office& office, const database::Transaction& open, const WebhookCall& call, std::string_view why);

} // namespace guitai::office
