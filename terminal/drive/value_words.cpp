// Money in purses: paying in, selling a gift card, and looking at one.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <utility>

namespace guitai::drive {
namespace {

Answer load(Request& request, LoadValue command)
{
    Fields& fields{request.fields};
    const std::string word{fields.text_or("tender", "cash")};
    if (fields.bad().empty() && !read_word(word, command.tender)) return refuse("pay.unknown_tender", word);
    command.amount = fields.money("amount_minor");
    command.given = fields.money_or("given_minor", {});
    command.reference = fields.text_or("reference", "");
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
    Fields& fields{request.fields};
    LoadValue command;
    const char* const by{fields.has("card") ? "card" : fields.has("member") ? "member" : "phone"};
    command.phone_or_card = fields.text_or(by, "");
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
