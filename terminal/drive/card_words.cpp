// Cards at the payment terminal: asked for, waited for, given up.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

constexpr std::int64_t timeout_ms_max{600'000};

JsonObject status_of(const TillView& view)
{
    const PaymentView& payment{view.payment};
    JsonObject object;
    object.truth("terminal", payment.has_terminal)
        .text("state", !payment.card ? "none" : payment.card->silent ? "silent" : "waiting");
    if (payment.card) {
        object.text("key", payment.card->key)
            .minor("amount_minor", payment.card->amount)
            .number("since_ms", payment.card->since_ms);
    }
    object.number("to_settle", payment.cards_to_settle)
        .text("said", view.banner.code.rfind("card.", 0) == 0 ? view.banner.code : "")
        .minor("due_minor", view.cart.due);
    if (payment.done) object.object("sale", sale_of(*payment.done));
    return object;
}

Answer ask_card(Request& request)
{
    Fields& fields{request.fields};
    const AskCard command{fields.money("amount_minor"), fields.text_or("reason", "")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    return status_of(request.till.view());
}

// Waits for the last word about what is asked for, at most that long.
Answer card_status(Request& request)
{
    const std::int64_t timeout_ms{request.fields.integer_or("timeout_ms", 0)};
    if (timeout_ms < 0 || timeout_ms > timeout_ms_max) request.fields.say_bad("timeout_ms");
    if (!request.fields.bad().empty()) return refuse("drive.bad_field", request.fields.bad());
    const PaymentView& payment{request.till.view().payment};
    if (request.hooks.hear && payment.has_terminal) {
        request.hooks.hear(timeout_ms, [&payment] { return !payment.card && payment.cards_to_settle == 0; });
    }
    return status_of(request.till.view());
}

Answer stop_waiting_for_card(Request& request)
{
    if (auto done = act(request, StopWaitingForCard{}); !done) return refuse(done.error());
    return status_of(request.till.view());
}

} // namespace

Handler card_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 3> words{{
        {"ask_card", ask_card},
        {"card_status", card_status},
        {"stop_waiting_for_card", stop_waiting_for_card},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
