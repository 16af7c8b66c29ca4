#include "sync/client/lease_ask.hpp"

#include "sync/client/answers.hpp"
#include "sync/client/ask_office.hpp"
#include "sync/events/purse_account.hpp"

#include <nlohmann/json.hpp>

namespace guitai {
namespace {

constexpr int tries_max{2};

std::string body_of(const LeaseRequest& wanted)
{
    return nlohmann::ordered_json{{"epoch", wanted.epoch},     {"generation", wanted.generation},
                                  {"ask", wanted.ask},         {"account", wanted.account},
                                  {"unit", word_of(unit_of(wanted.account))},
                                  {"amount", wanted.amount},   {"exact", wanted.exact ? 1 : 0}}
        .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace

Result<Event> ask_for_lease(const LinkEnd& end, const LeaseRequest& wanted)
{
    WireRequest request{.method = "POST", .target = "/v1/leases", .body = body_of(wanted)};
    request.timeout_ms = counter_patience_ms;
    end.signer.sign(request, end.till, end.clock.now_ms());
    auto answer = end.wire.send(request);
    for (int tries{1}; !answer && tries < tries_max; ++tries) answer = end.wire.send(request);
    if (!answer) return refuse(answer.error());
    return read_granted(*answer);
}

} // namespace guitai
