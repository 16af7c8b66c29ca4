// Money in purses: paying in, selling a gift card, and looking at one.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <utility>

namespace guitai::drive {
namespace {

Answer load(Request& request, LoadValue command)
{
    if (auto read = read_payment(request.fields, command); !read) return refuse(read.error());
    if (auto done = act(request, command); !done) return refuse(done.error());
    const ValueLoadedView& loaded{*request.till.view().payment.value_loaded};
    return JsonObject{}
        .text("slip", loaded.number)
        .text("whose", loaded.whose)
        .minor("amount_minor", loaded.amount)
        .minor("bonus_minor", loaded.bonus)
        .minor("change_minor", loaded.change)
        .minor("balance_minor", loaded.balance);
}

Answer top_up(Request& request)
{
    LoadValue command;
    command.phone_or_card = request.fields.text_or(customer_field(request.fields), "");
    return load(request, std::move(command));
}

Answer sell_gift_card(Request& request)
{
    LoadValue command;
    command.gift_code = request.fields.text("code");
    return load(request, std::move(command));
}

Answer gift_card(Request& request)
{
    if (auto done = act(request, LookAtGiftCard{request.fields.text("code")}); !done) return refuse(done.error());
    const GiftCardView& card{*request.till.view().payment.gift_card};
    return JsonObject{}.text("card", card.shown).minor("balance_minor", card.balance);
}

} // namespace

Handler value_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 3> words{{
        {"top_up", top_up},
        {"sell_gift_card", sell_gift_card},
        {"gift_card", gift_card},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
