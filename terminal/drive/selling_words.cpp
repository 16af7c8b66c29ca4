// Finding, the ticket, members and payment.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <string>
#include <utility>

namespace guitai::drive {
namespace {

constexpr Quantity one_piece{Quantity::pieces(1)};

Answer scan_barcode(Request& request)
{
    const ScanBarcode command{request.fields.text("digits")};
    Answer answer{on_ticket(request, command)};
    if (!answer) return answer;
    const TillView& view{request.till.view()};
    if (view.cart.member) answer->object("member", member_of(*view.cart.member));
    const bool is_order{view.orders.chosen && view.orders.chosen->brief.order.text == command.digits};
    if (is_order) answer->object("order", order_of(*view.orders.chosen));
    if (view.scanned_receipt) answer->object("receipt", scanned_receipt_of(*view.scanned_receipt));
    return answer;
}

Answer search(Request& request)
{
    Fields& fields{request.fields};
    const SearchFor command{fields.text("text"), fields.integer_or("limit", 20)};
    if (fields.bad().empty() && command.limit < 0) fields.say_bad("limit");
    if (auto done = act(request, command); !done) return refuse(done.error());
    const CatalogueView& found{request.till.view().catalogue};
    return JsonObject{}.array("products", products_of(found)).array("members", members_of(found));
}

Answer add_product(Request& request)
{
    Fields& fields{request.fields};
    return on_ticket(request, AddProduct{{fields.text("sku")}, fields.quantity_or("quantity", one_piece)});
}

Answer set_quantity(Request& request)
{
    Fields& fields{request.fields};
    return on_ticket(request, SetQuantity{fields.integer("line"), fields.quantity("quantity")});
}

Answer remove_line(Request& request) { return on_ticket(request, RemoveLine{request.fields.integer("line")}); }

Answer undo_remove(Request& request) { return on_ticket(request, UndoRemove{}); }

Answer add_coupon(Request& request) { return on_ticket(request, AddCoupon{request.fields.text("code")}); }

Answer remove_coupon(Request& request) { return on_ticket(request, RemoveCoupon{request.fields.text("code")}); }

Answer clear_ticket(Request& request) { return on_ticket(request, ClearTicket{}); }

Answer discount_line(Request& request)
{
    Fields& fields{request.fields};
    if (!fields.has("percent") && !fields.has("amount_minor")) fields.say_bad("percent");
    return on_ticket(request, DiscountLine{fields.integer("line"), fields.percent_or("percent", {}),
                                           fields.money_or("amount_minor", {}), fields.text_or("reason", "")});
}

// What was approved may have been a discount, cash or a count: answers with all that it can have changed.
Answer approve(Request& request)
{
    Fields& fields{request.fields};
    const bool was_close{request.till.view().approval.code == "close.needs_approval"};
    const bool by_phone{fields.has("phone_code")};
    const Approve command{by_phone ? fields.text_or("name", "") : fields.text("name"),
                          by_phone ? fields.text_or("pin", "") : fields.text("pin"), fields.text_or("phone_code", "")};
    Answer answer{on_ticket(request, command)};
    if (!answer) return answer;
    const auto& report = request.till.view().close.report;
    if (was_close && report) answer->object("report", report_of(*report));
    return answer;
}

Answer enrol_member(Request& request)
{
    Fields& fields{request.fields};
    MemberProfile profile;
    profile.phone = fields.text("phone");
    profile.name = fields.text_or("name", "");
    profile.reading = fields.text_or("reading", "");
    profile.form_of_address = fields.text_or("form_of_address", "");
    profile.tier = fields.text_or("tier", "");
    profile.birthday = fields.text_or("birthday", "");
    profile.usual_size = fields.text_or("usual_size", "");
    profile.note = fields.text_or("note", "");
    profile.card = fields.text_or("card", "");
    const EnrolMember command{profile, fields.text_or("referred_by", "")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    return JsonObject{}.object("member", member_of(*request.till.view().member));
}

Answer attach_member(Request& request)
{
    Answer answer{on_ticket(request, AttachMember{request.fields.text(customer_field(request.fields))})};
    if (answer) answer->object("member", member_of(*request.till.view().cart.member));
    return answer;
}

Answer detach_member(Request& request) { return on_ticket(request, DetachMember{}); }

Answer pay(Request& request)
{
    Fields& fields{request.fields};
    const std::string word{fields.text("tender")};
    Pay command;
    if (fields.bad().empty() && !read_word(word, command.tender)) return refuse("pay.unknown_tender", word);
    const bool foreign{command.tender == TenderKind::foreign_cash};
    if (!foreign) command.amount = fields.money("amount_minor");
    if (foreign) command.foreign_minor = fields.integer("foreign_minor");
    if (foreign) command.currency = fields.text("currency");
    command.reference = fields.text_or(command.tender == TenderKind::gift_card ? "code" : "reference", "");
    command.reason = fields.text_or("reason", "");
    if (auto done = act(request, command); !done) return refuse(done.error());
    const TillView& view{request.till.view()};
    JsonObject object;
    object.minor("due_minor", view.cart.due);
    if (view.payment.done) object.object("sale", sale_of(*view.payment.done));
    return object;
}

Answer pay_account(Request& request)
{
    PayAccount command;
    command.phone_or_card = request.fields.text_or(customer_field(request.fields), "");
    if (auto read = read_payment(request.fields, command); !read) return refuse(read.error());
    if (auto done = act(request, command); !done) return refuse(done.error());
    const AccountPaidView& paid{*request.till.view().payment.account_paid};
    return JsonObject{}
        .number("payment", paid.payment)
        .text("member", paid.member_name)
        .minor("amount_minor", paid.amount)
        .minor("change_minor", paid.change)
        .minor("owed_minor", paid.owed);
}

Answer take_back_tender(Request& request)
{
    const std::int64_t index{request.fields.integer("index")};
    if (index < 0) request.fields.say_bad("index");
    return on_ticket(request, TakeBackTender{static_cast<std::size_t>(index)});
}

Answer park(Request& request)
{
    Answer answer{on_ticket(request, Park{})};
    if (answer) answer->number("ticket", request.till.view().parked_ticket);
    return answer;
}

Answer recall(Request& request)
{
    const std::int64_t ticket{request.fields.integer("ticket")};
    Answer answer{on_ticket(request, Recall{ticket, request.fields.integer_or("till", 0)})};
    if (answer) answer->number("ticket", ticket);
    return answer;
}

} // namespace

Handler selling_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 19> words{{
        {"scan_barcode", scan_barcode},
        {"search", search},
        {"add_product", add_product},
        {"set_quantity", set_quantity},
        {"remove_line", remove_line},
        {"undo_remove", undo_remove},
        {"clear_ticket", clear_ticket},
        {"add_coupon", add_coupon},
        {"remove_coupon", remove_coupon},
        {"discount_line", discount_line},
        {"approve", approve},
        {"enrol_member", enrol_member},
        {"attach_member", attach_member},
        {"detach_member", detach_member},
        {"pay", pay},
        {"pay_account", pay_account},
        {"take_back_tender", take_back_tender},
        {"park", park},
        {"recall", recall},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

} // namespace guitai::drive
