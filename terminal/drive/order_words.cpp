// The grid, orders and lost sales.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

Recipient recipient_in(Fields& fields)
{
    return {fields.text_or("recipient", ""), fields.text_or("phone", ""), fields.text_or("address", "")};
}

// `sku` chooses a cell and adds the ways to help.
Answer grid(Request& request)
{
    Fields& fields{request.fields};
    const OpenGrid open{{fields.text("style")}};
    const Sku chosen{fields.text_or("sku", "")};
    if (auto done = act(request, open); !done) return refuse(done.error());
    if (!chosen.empty()) {
        if (auto done = act(request, ChooseCell{chosen}); !done) return refuse(done.error());
    }
    return grid_of(request.till.view().grid);
}

Answer order_item(Request& request)
{
    Fields& fields{request.fields};
    OrderItem command;
    command.sku = {fields.text("sku")};
    command.quantity = fields.quantity_or("quantity", Quantity::pieces(1));
    command.delivery = fields.word_or("delivery", Delivery::ship);
    command.recipient = recipient_in(fields);
    command.collect_at = {fields.text_or("collect_at", "")};
    command.slot = fields.text_or("slot", "");
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{}.object("cart", cart_of(request.till.view().cart));
}

// `delivery` take_now: goods that are taken along.
Answer set_delivery(Request& request)
{
    Fields& fields{request.fields};
    SetDelivery command;
    command.line = fields.integer("line");
    if (fields.text("delivery") != "take_now") command.delivery = fields.word<Delivery>("delivery");
    if (fields.has("fee_minor")) command.fee = fields.money("fee_minor");
    command.recipient = recipient_in(fields);
    command.collect_at = {fields.text_or("collect_at", "")};
    if (fields.has("slot")) command.slot = fields.text("slot");
    return on_ticket(request, command);
}

Answer record_miss(Request& request)
{
    Fields& fields{request.fields};
    const RecordMiss command{{fields.text("style")},
                             fields.text_or("colour", ""),
                             fields.text_or("size", ""),
                             fields.word_or("reason", MissReason::size)};
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{}.number("miss", request.till.view().noted_miss);
}

Answer orders(Request& request)
{
    if (auto done = act(request, ListOrders{request.fields.text_or("state", "")}); !done) return refuse(done.error());
    const OrdersView& view{request.till.view().orders};
    return JsonObject{}
        .array("orders", orders_of(view))
        .number("waiting", view.waiting)
        .number("to_send", view.to_send);
}

// Does it, and answers with the order as it stands then.
Answer on_order(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    return order_of(*request.till.view().orders.chosen);
}

Answer order(Request& request) { return on_order(request, ShowOrder{{request.fields.text("order")}}); }

Answer cancel_order(Request& request)
{
    Fields& fields{request.fields};
    return on_order(request, AskCancelOrder{{fields.text("order")}, fields.text_or("reason", "")});
}

Answer change_address(Request& request)
{
    Fields& fields{request.fields};
    return on_order(request, ChangeAddress{{fields.text("order")}, recipient_in(fields)});
}

Answer receive_order(Request& request) { return on_order(request, ReceiveOrder{{request.fields.text("order")}}); }

Answer collect_order(Request& request)
{
    Fields& fields{request.fields};
    return on_order(request, CollectOrder{{fields.text("order")}, fields.word_or("tender", TenderKind::cash)});
}

Answer refund_order(Request& request) { return on_order(request, RefundOrder{{request.fields.text("order")}}); }

Answer take_pick(Request& request) { return on_order(request, TakePick{{request.fields.text("order")}}); }

Answer reject_pick(Request& request)
{
    Fields& fields{request.fields};
    return on_order(request, RejectPick{{fields.text("order")}, fields.text("reason")});
}

Answer pack_order(Request& request) { return on_order(request, PackOrder{{request.fields.text("order")}}); }

Answer print_slip(Request& request) { return on_order(request, PrintSlip{{request.fields.text("order")}}); }

Answer hand_over_order(Request& request)
{
    Fields& fields{request.fields};
    HandOverOrder command{{fields.text("order")}, {}, {}, {fields.text_or("runner", "")}};
    if (command.runner.empty()) {
        command.carrier = fields.text("carrier");
        command.tracking = fields.text("tracking");
    }
    return on_order(request, command);
}

// `end`: delivered, not_there, refused.
Answer tell_trip(Request& request)
{
    Fields& fields{request.fields};
    return on_order(request, TellTrip{{fields.text("order")},
                                      fields.word<TripEnd>("end"),
                                      fields.text_or("reason", ""),
                                      fields.word_or("tender", TenderKind::cash),
                                      fields.text_or("monthly_use", ""),
                                      fields.text_or("payday", "")});
}

Answer answer_substitute(Request& request)
{
    Fields& fields{request.fields};
    return on_order(request, AnswerSubstitute{{fields.text("order")}, fields.truth("taken")});
}

} // namespace

Handler order_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 18> words{{
        {"grid", grid},
        {"order_item", order_item},
        {"set_delivery", set_delivery},
        {"record_miss", record_miss},
        {"orders", orders},
        {"order", order},
        {"cancel_order", cancel_order},
        {"change_address", change_address},
        {"receive_order", receive_order},
        {"collect_order", collect_order},
        {"refund_order", refund_order},
        {"take_pick", take_pick},
        {"reject_pick", reject_pick},
        {"pack_order", pack_order},
        {"print_slip", print_slip},
        {"hand_over_order", hand_over_order},
        {"tell_trip", tell_trip},
        {"answer_substitute", answer_substitute},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
