#include "sync/office/doors.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/access.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/api.hpp"
#include "sync/office/branches.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/feed.hpp"
#include "sync/office/fields.hpp"
#include "sync/office/intake.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/phone_codes.hpp"
#include "sync/office/stored_value.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/restored.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

// A till that only listens is written down as alive this often.
constexpr std::int64_t contact_every_ms{60'000};

Writing::Failed failing(const Reply& reply)
{
    return [reply](const std::string& why) { reply(out_of_order(why)); };
}

void enrol_till(const Door& door, const Reply& reply)
{
    const auto fields = Fields::of(door.request);
    if (!fields) return reply(refused(fields.error()));
    const auto code = fields->text("code");
    const auto key = fields->text("public_key");
    if (!code) return reply(refused(code.error()));
    if (!key) return reply(refused(key.error()));
    door.writing.submit(
        [code = *code, key = *key, reply](Office& office, const database::Transaction& open) -> Writing::Told {
            auto enrolled = enrol(office, open, code, key);
            return [enrolled = std::move(enrolled), reply] {
                reply(enrolled ? accepted(json_of(*enrolled)) : refused(enrolled.error()));
            };
        },
        failing(reply));
}

// Takes in what was read by `take`, and answers where the till stands then.
template<typename Told, typename Take>
void take_told(const Door& door, Result<Told> told, const Take& take, const Reply& reply)
{
    if (!told) return reply(refused(told.error()));
    door.writing.submit(
        [told = std::move(*told), take, reply](Office& office, const database::Transaction& open) -> Writing::Told {
            auto answer = take(office, open, told);
            return [answer = std::move(answer), reply] {
                reply(answer ? accepted(json_of(*answer)) : refused(answer.error()));
            };
        },
        failing(reply));
}

void take_events(const Door& door, TillNumber till, const Reply& reply)
{
    take_told(door, read_batch(till, door.request.body), take_in, reply);
}

// A till that was set aside tells its story to the end, whichever of two it is.
void hear_apart(const Door& door, TillNumber till, const Reply& reply)
{
    const auto after = whole_number(door.target.value("after"));
    if (!after || *after < 0) return reply(refused({"api.bad_field", "after is not a number from 0"}));
    take_told(door, read_told_apart(till, {*after, door.target.value("chain")}, door.request.body), take_apart, reply);
}

void note_contact(const Door& door, TillNumber till)
{
    if (door.clock.now_ms() - contact_of(door.reads, till).heard_at_ms < contact_every_ms) return;
    door.writing.submit(
        [till](Office& office, const database::Transaction& open) -> Writing::Told {
            heard_from(office, open, till);
            share_phone_key(office, open, till); // To one that enrolled before there were such keys.
            share_gift_key(office, open, till);
            return {};
        },
        [](const std::string&) {}); // The next poll tries again.
}

TillClaim claim_of(const Door& door, TillNumber till, std::int64_t after)
{
    const auto confirmed = whole_number(door.target.value("confirmed"));
    return {till, door.target.query.contains("generation"), door.target.value("generation"),
            {after, door.target.value("chain")}, confirmed.value_or(0)};
}

Response restored(database::Connection& connection, std::int64_t held)
{
    Response response{refused({"office.restored", {}})};
    response.body = restored_json(connection);
    response.headers.emplace_back("Guitai-Cursor", std::to_string(held));
    return response;
}

// A till that read another office's news, or this one's before it was put back to an older copy. True: it was answered.
bool refuse_other_history(const Door& door, const TillClaim& claim, std::int64_t held, const Reply& reply)
{
    const Fit fit{fit_of(door.reads, claim)};
    if (fit == Fit::same) return false;
    if (fit == Fit::must_show) {
        reply(restored(door.reads, held));
        return true;
    }
    if (fit == Fit::other_history) {
        Response other{
            refused({"feed.other_history", fmt::format("event {} was another one here", claim.news.number)})};
        other.headers.emplace_back("Guitai-Cursor", std::to_string(held)); // It may have lost some of the till's, too.
        reply(std::move(other));
        return true;
    }
    door.writing.submit(
        [claim, held, reply](Office& office, const database::Transaction& open) -> Writing::Told {
            if (fit_of(office.connection(), claim) == Fit::proves_it) { // Another till may have been faster.
                begin_history(office, open, Cause::till,
                              fmt::format("till {} knows of event {} and of {} of its own", claim.till,
                                          claim.news.number, claim.confirmed));
            }
            return [answer = restored(office.connection(), held), reply] { reply(answer); };
        },
        failing(reply));
    return true;
}

void hear_showing(const Door& door, TillNumber till, const Reply& reply)
{
    auto showing = read_showing(till, door.request.body);
    if (!showing) return reply(refused(showing.error()));
    door.writing.submit(
        [showing = std::move(*showing), reply](Office& office, const database::Transaction& open) -> Writing::Told {
            auto taken = take_showing(office, open, showing);
            return [taken = std::move(taken), reply] { reply(taken ? accepted("{}") : refused(taken.error())); };
        },
        failing(reply));
}

// What the till says of its own events. Refuses journal.fork where they are less than
// the office holds and yet others.
Result<std::optional<OwnEvents>> own_events(const Door& door, TillNumber till)
{
    if (door.target.value("own").empty()) return std::nullopt;
    const auto number = whole_number(door.target.value("own"));
    if (!number || *number < 0) return refuse("api.bad_field", "own is not a number from 0");
    const Journal journal{door.reads};
    const bool is_behind{journal.head(till).number > *number};
    if (is_behind && journal.chain_at(till, *number) != door.target.value("own_chain")) {
        return refuse("journal.fork", fmt::format("event {} is here with another story", *number));
    }
    return OwnEvents{till, *number};
}

void give_feed(const Door& door, TillNumber till, const Reply& reply)
{
    const auto after = whole_number(door.target.value("after"));
    if (!after || *after < 0) return reply(refused({"api.bad_field", "after is not a number from 0"}));
    const std::string waits{door.target.value("wait")};
    const auto wait_ms = waits.empty() ? std::optional<std::int64_t>{0} : whole_number(waits);
    if (!wait_ms) return reply(refused({"api.bad_field", "wait is not a number of milliseconds"}));

    const auto own = own_events(door, till);
    if (!own) return reply(refused(own.error()));
    const std::int64_t held{Journal{door.reads}.head(till).number};
    if (refuse_other_history(door, claim_of(door, till, *after), held, reply)) return;

    FeedSlice slice{read_feed(door.reads, *after, *own)};
    Response response;
    response.type = "application/x-ndjson; charset=utf-8";
    response.headers.emplace_back("Guitai-Head", std::to_string(slice.head));
    response.headers.emplace_back("Guitai-Cursor", std::to_string(held));
    if (slice.lines.empty()) {
        response.wait_ms = std::clamp<std::int64_t>(*wait_ms, 0, feed_wait_ms_max);
        response.news_after = *after;
    }
    response.body = std::move(slice.lines);
    note_contact(door, till);
    reply(std::move(response));
}

// Points for a customer at the counter: the answer is the event that grants them, as it stands in the journal.
void ask_lease(const Door& door, TillNumber till, const Reply& reply)
{
    const auto fields = Fields::of(door.request);
    if (!fields) return reply(refused(fields.error()));
    const auto account = fields->text("account");
    const auto generation = fields->text("generation");
    const auto epoch = fields->number("epoch", 0);
    const auto ask = fields->number("ask", 0);
    const auto amount = fields->number("amount", 0);
    if (!account) return reply(refused(account.error()));
    if (!generation) return reply(refused(generation.error()));
    for (const auto* number : {&epoch, &ask, &amount}) {
        if (!*number) return reply(refused(number->error()));
    }
    const auto exact = fields->number("exact", 1);
    if (!exact) return reply(refused(exact.error()));
    const LeaseQuestion question{till, *epoch, *generation, *ask, *account, *amount, *exact != 0};
    door.writing.submit(
        [question, reply](Office& office, const database::Transaction& open) -> Writing::Told {
            auto granted = grant_lease(office, open, question);
            return [granted = std::move(granted), reply] {
                reply(granted ? accepted(*granted) : refused(granted.error()));
            };
        },
        failing(reply));
}

// Goods come back in any shop, so any till may ask for any receipt.
void give_receipt(const Door& door, const ReceiptNumber& receipt, const Reply& reply)
{
    const auto till = signed_by(door.reads, door.request);
    if (!till) return reply(refused(till.error()));
    const auto json = receipt_json(door.reads, receipt);
    reply(json ? accepted(*json) : refused(json.error()));
}

// A shop that sends an order for another is told where it goes, and nobody else is.
void give_door(const Door& door, const OrderId& order, const Reply& reply)
{
    const auto till = signed_by(door.reads, door.request);
    if (!till) return reply(refused(till.error()));
    const auto json = door_json(door.reads, order, store_of(door.reads, *till));
    reply(json ? accepted(*json) : refused(json.error()));
}

} // namespace

std::string signed_text(std::string_view method, std::string_view target, std::string_view time, std::string_view body)
{
    return fmt::format("{}\n{}\n{}\n{}", method, target, time, sha256_of(body));
}

namespace {

// Whether it is set aside or not.
Result<TillNumber> signer_of(database::Connection& reads, const Request& request)
{
    const auto number = whole_number(request.header("guitai-till"));
    const auto till = number ? find_till(reads, *number) : std::nullopt;
    if (!till) return refuse("till.unknown", "no such till");
    const std::string text{signed_text(request.method, request.target, request.header("guitai-time"), request.body)};
    if (!signature_fits(till->public_key, request.header("guitai-signature"), text)) {
        return refuse("till.unknown", "the signature does not fit");
    }
    return till->till;
}

} // namespace

Result<TillNumber> signed_by(database::Connection& reads, const Request& request)
{
    auto till = signer_of(reads, request);
    if (!till) return till;
    if (auto welcome = check_till(reads, *till); !welcome) return refuse(welcome.error());
    return till;
}

bool open_till_door(const Door& door, const Reply& reply)
{
    if (door.target.path.size() == 3 && door.target.path[1] == "receipts") {
        if (is_method(door, "GET", reply)) give_receipt(door, {door.target.path[2]}, reply);
        return true;
    }
    if (door.target.path.size() == 3 && door.target.path[1] == "doors") {
        if (is_method(door, "GET", reply)) give_door(door, {door.target.path[2]}, reply);
        return true;
    }
    if (door.target.path.size() != 2) return false;
    const std::string& name{door.target.path[1]};
    if (name == "enrol") {
        if (is_method(door, "POST", reply)) enrol_till(door, reply);
        return true;
    }
    if (name == "branches") {
        if (!is_method(door, "POST", reply)) return true;
        const auto till = signer_of(door.reads, door.request);
        till ? hear_apart(door, *till, reply) : reply(refused(till.error()));
        return true;
    }
    if (name != "events" && name != "feed" && name != "leases" && name != "restored") return false;
    if (!is_method(door, name == "feed" ? "GET" : "POST", reply)) return true;
    const auto till = signed_by(door.reads, door.request);
    if (!till)
        reply(refused(till.error()));
    else if (name == "events")
        take_events(door, *till, reply);
    else if (name == "leases")
        ask_lease(door, *till, reply);
    else if (name == "restored")
        hear_showing(door, *till, reply);
    else
        give_feed(door, *till, reply);
    return true;
}

} // namespace guitai::office
