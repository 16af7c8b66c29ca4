// Advising the customer and hearing how it was.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace guitai::drive {
namespace {

Answer rate(Request& request)
{
    Fields& fields{request.fields};
    const RateFeeling command{{fields.text("receipt")}, fields.word<Feeling>("feeling")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{}.text("receipt", command.receipt.text).text("feeling", word_of(command.feeling));
}

// Two suggestions with their reasons, or the question what it may cost.
Answer suggest(Request& request)
{
    const AskSuggestions command{request.fields.money_or("budget_minor", {})};
    if (auto done = act(request, command); !done) return refuse(done.error());
    const SuggestionsView& view{request.till.view().suggestions};
    JsonArray items;
    for (const SuggestionView& one : view.items) {
        items.object(JsonObject{}
                         .text("sku", one.sku.text)
                         .text("style", one.style.text)
                         .text("name", one.name)
                         .text("colour", one.colour)
                         .text("size", one.size)
                         .minor("price_minor", one.price)
                         .number("here", one.here)
                         .truth("in_budget", one.in_budget)
                         .object("why", JsonObject{}.text("key", one.why).text("about", one.about)));
    }
    JsonArray budgets;
    for (const Money budget : view.budgets) budgets.number(budget.minor());
    return JsonObject{}
        .array("suggestions", items)
        .truth("ask_budget", view.ask_budget)
        .array("budgets_minor", budgets);
}

Answer step_talk(Request& request)
{
    if (auto done = act(request, StepTalk{request.fields.integer("step")}); !done) return refuse(done.error());
    return JsonObject{}.number("step", request.till.view().talk.step);
}

Answer take_instead(Request& request)
{
    return on_ticket(request, TakeInstead{{request.fields.text("missing")}, {request.fields.text("sku")}});
}

Answer claim_price_drop(Request& request)
{
    return on_ticket(request, ClaimPriceDrop{{request.fields.text("receipt")}, request.fields.integer("line")});
}

} // namespace

Handler counter_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 5> words{{
        {"rate", rate},
        {"suggest", suggest},
        {"step_talk", step_talk},
        {"take_instead", take_instead},
        {"claim_price_drop", claim_price_drop},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

JsonObject service_of(const ServiceView& service)
{
    JsonObject feelings;
    for (const auto& [feeling, word] : Words<Feeling>::all) {
        feelings.number(word, service.feelings[static_cast<std::size_t>(feeling)]);
    }
    JsonArray funnel;
    for (const std::int64_t talks : service.funnel) funnel.number(talks);
    return JsonObject{}
        .object("feelings", feelings)
        .array("funnel", funnel)
        .number("served", service.served)
        .number("serving_ms", service.serving_ms)
        .number("member_sales", service.member_sales)
        .number("member_taps", service.member_taps);
}

} // namespace guitai::drive
