// People, the drawer, the day, and the till itself.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

constexpr std::int64_t sync_ms_usual{10'000};
constexpr std::int64_t sync_ms_max{600'000};

// Does it, with nothing more to say than ok.
Answer only(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{};
}

Answer with_report(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{}.object("report", report_of(*request.till.view().close.report));
}

Answer sign_in(Request& request)
{
    Fields& fields{request.fields};
    if (auto done = act(request, SignIn{fields.text("name"), fields.text("pin")}); !done) return refuse(done.error());
    const PersonView& person{*request.till.view().session.staff};
    return JsonObject{}.text("staff", person.name.text).text("role", word_of(person.role));
}

Answer sign_out(Request& request) { return only(request, SignOut{}); }

Answer open_shift(Request& request)
{
    const OpenShift command{request.fields.money("float_minor")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    const SessionView& session{request.till.view().session};
    return JsonObject{}.number("shift", session.shift).text("business_date", session.business_date);
}

Answer cash_movement(Request& request)
{
    Fields& fields{request.fields};
    return only(request, MoveCash{fields.word<CashMovement>("kind"), fields.money("amount_minor"),
                                  fields.text_or("reason", "")});
}

Answer x_report(Request& request) { return with_report(request, TakeXReport{}); }

Answer close_shift(Request& request)
{
    Fields& fields{request.fields};
    CloseShift command;
    command.denominations = fields.denominations("denominations");
    const bool by_notes{fields.has("denominations")};
    command.counted = by_notes ? fields.money_or("counted_minor", {}) : fields.money("counted_minor");
    command.variance_reason = fields.text_or("reason", "");
    return with_report(request, command);
}

Answer close_day(Request& request) { return with_report(request, CloseDay{}); }

Answer set_clock(Request& request)
{
    if (auto done = act(request, SetClock{request.fields.text("at")}); !done) return refuse(done.error());
    return JsonObject{}.number("now_ms", request.till.view().now_ms);
}

Answer sync(Request& request)
{
    Fields& fields{request.fields};
    const std::int64_t timeout_ms{fields.integer_or("timeout_ms", sync_ms_usual)};
    if (timeout_ms < 0 || timeout_ms > sync_ms_max) fields.say_bad("timeout_ms");
    if (auto done = act(request, SyncNow{}); !done) return refuse(done.error());
    if (request.hooks.sync_now) {
        if (auto done = request.hooks.sync_now(timeout_ms); !done) return refuse(done.error());
    }
    request.till.refresh();
    return sync_of(request.till.view());
}

Answer show(Request& request)
{
    const std::string what{request.fields.text_or("what", "all")};
    auto part = shown(request.till.view(), what);
    if (!part || !request.fields.bad().empty()) return refuse("drive.bad_field", "what");
    return std::move(*part);
}

} // namespace

Handler shift_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 10> words{{
        {"sign_in", sign_in},
        {"sign_out", sign_out},
        {"open_shift", open_shift},
        {"cash_movement", cash_movement},
        {"x_report", x_report},
        {"close_shift", close_shift},
        {"close_day", close_day},
        {"set_clock", set_clock},
        {"sync", sync},
        {"show", show},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
