// What comes back, who sold it, and what is noted on it.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

Answer find_sale(Request& request)
{
    Fields& fields{request.fields};
    FindSale command;
    if (fields.has("member")) command.member = {fields.text("member")};
    else command.receipt = {fields.text("receipt")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    const auto& sales = request.till.view().returns.sales;
    JsonArray list;
    for (const SoldView& sale : sales) list.object(sold_of(sale));
    return sold_of(sales.front()).array("sales", list);
}

Answer close_sale(Request& request)
{
    if (auto done = act(request, CloseSale{}); !done) return refuse(done.error());
    return JsonObject{};
}

Answer return_line(Request& request)
{
    Fields& fields{request.fields};
    return on_ticket(request, ReturnLine{{fields.text("receipt")},
                                         fields.integer("line"),
                                         fields.quantity_or("quantity", Quantity::pieces(1)),
                                         fields.text("reason"),
                                         fields.text_or("serial", ""),
                                         fields.money_or("freight_minor", Money{})});
}

Answer swap_line(Request& request)
{
    Fields& fields{request.fields};
    SwapLine command;
    command.receipt = {fields.text("receipt")};
    command.line = fields.integer("line");
    command.sku = {fields.text("sku")};
    command.quantity = fields.quantity_or("quantity", Quantity::pieces(1));
    command.reason = fields.text_or("reason", "swap");
    return on_ticket(request, command);
}

Answer return_goods(Request& request)
{
    Fields& fields{request.fields};
    return on_ticket(request, ReturnGoods{{fields.text("sku")},
                                          fields.quantity_or("quantity", Quantity::pieces(1)),
                                          fields.text("reason"), fields.text_or("serial", "")});
}

Answer mark_line(Request& request)
{
    Fields& fields{request.fields};
    return on_ticket(request,
                     MarkLine{fields.integer("line"), fields.text_or("serial", ""), fields.text_or("lot", "")});
}

Answer set_guides(Request& request)
{
    return on_ticket(request, SetGuides{request.fields.integer_or("line", 0), request.fields.guides("guides")});
}

Answer change_guides(Request& request)
{
    Fields& fields{request.fields};
    const ChangeGuides command{{fields.text("receipt")}, fields.integer("line"), fields.guides("guides"),
                               fields.text("reason")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{};
}

Answer check_price(Request& request)
{
    if (auto done = act(request, CheckPrice{request.fields.text("digits")}); !done) return refuse(done.error());
    const PriceCheckView& check{request.till.view().price_check};
    JsonArray places;
    for (const PriceCheckView::Place& place : check.elsewhere) {
        places.object(JsonObject{}.text("place", place.name).number("pieces", place.pieces));
    }
    return JsonObject{}
        .text("sku", check.product.sku.text)
        .text("name", check.product.name)
        .minor("price_minor", check.product.price)
        .minor("member_price_minor", check.product.member_price)
        .number("here", check.here)
        .array("elsewhere", places);
}

Answer note_line(Request& request)
{
    return on_ticket(request, NoteLine{request.fields.integer("line"), request.fields.text("note")});
}

Answer note_ticket(Request& request) { return on_ticket(request, NoteTicket{request.fields.text("note")}); }

} // namespace

Handler trade_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 11> words{{
        {"check_price", check_price},
        {"find_sale", find_sale},
        {"close_sale", close_sale},
        {"return_line", return_line},
        {"return_goods", return_goods},
        {"swap_line", swap_line},
        {"mark_line", mark_line},
        {"set_guides", set_guides},
        {"change_guides", change_guides},
        {"note_line", note_line},
        {"note_ticket", note_ticket},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
