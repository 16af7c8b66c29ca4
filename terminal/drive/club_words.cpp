// Membership fees, and services that points pay.
#include "terminal/drive/answers.hpp"
#include "terminal/drive/words.hpp"

#include <array>
#include <utility>

namespace guitai::drive {
namespace {

Answer fee_answer(Request& request, const Command& command)
{
    if (auto done = act(request, command); !done) return refuse(done.error());
    const PaymentView& payment{request.till.view().payment};
    JsonObject object;
    object.truth("asked_for", payment.asking_fee);
    if (!payment.fee_done) return object; // It is waited for.
    const FeeDoneView& done{*payment.fee_done};
    return object.text("slip", done.number)
        .text("whose", done.whose)
        .text("tender", word_of(done.tender))
        .minor("amount_minor", done.amount)
        .minor("change_minor", done.change)
        .number("points", done.points)
        .text("paying_until", done.paid_until);
}

Answer pay_membership(Request& request)
{
    Fields& fields{request.fields};
    PayMembership command;
    command.phone_or_card = fields.text_or(customer_field(fields), "");
    if (auto read = read_offer(fields, command); !read) return refuse(read.error());
    command.amount = fields.money_or("amount_minor", {});
    return fee_answer(request, command);
}

Answer refund_membership(Request& request)
{
    Fields& fields{request.fields};
    RefundMembership command;
    command.phone_or_card = fields.text_or(customer_field(fields), "");
    command.fee = fields.text_or("fee", "");
    command.reason = fields.text("reason");
    return fee_answer(request, command);
}

Answer services(Request& request)
{
    if (!request.fields.bad().empty()) return refuse("drive.bad_field", request.fields.bad());
    JsonArray list;
    for (const ServiceOfferView& one : request.till.view().services) {
        JsonArray needs;
        for (const std::string& need : one.needs) needs.text(need);
        list.object(JsonObject{}
                        .text("service", one.service)
                        .text("name", one.name)
                        .text("name_en", one.name_en)
                        .number("points", one.points)
                        .array("needs", needs)
                        .text("refusal", one.refusal)
                        .text("detail", one.detail));
    }
    return JsonObject{}.array("services", list);
}

Answer add_service(Request& request)
{
    return on_ticket(request, AddService{request.fields.text("service")});
}

Answer remove_service(Request& request)
{
    return on_ticket(request, RemoveService{request.fields.text("service")});
}

Answer return_service(Request& request)
{
    Fields& fields{request.fields};
    const ReturnService command{{fields.text("receipt")}, fields.text("service"), fields.text("reason")};
    if (auto done = act(request, command); !done) return refuse(done.error());
    const ServiceBackView& back{*request.till.view().payment.service_back};
    return JsonObject{}
        .text("receipt", back.receipt.text)
        .text("service", command.service)
        .text("whose", back.whose)
        .number("points", back.points);
}

} // namespace

Handler club_handler(std::string_view word)
{
    static constexpr std::array<std::pair<std::string_view, Handler>, 6> words{{
        {"pay_membership", pay_membership},
        {"refund_membership", refund_membership},
        {"services", services},
        {"add_service", add_service},
        {"remove_service", remove_service},
        {"return_service", return_service},
    }};
    for (const auto& [known, handler] : words) {
        if (known == word) return handler;
    }
    return nullptr;
}

void add_services(JsonObject& object, const CartView& cart)
{
    JsonArray services;
    for (const ServiceLineView& one : cart.services) {
        services.object(JsonObject{}.text("service", one.service).text("name", one.name).number("points", one.points));
    }
    object.array("services", services).truth("service_asked_for", cart.asking_service);
}

void add_fees(JsonObject& object, const MemberView& member)
{
    JsonArray fees;
    for (const FeeView& fee : member.fees) {
        fees.object(JsonObject{}
                        .text("fee", fee.fee)
                        .minor("amount_minor", fee.amount)
                        .text("tender", word_of(fee.tender))
                        .number("points", fee.points)
                        .text("paid_on", fee.paid_on)
                        .text("paid_until", fee.paid_until)
                        .truth("refunded", fee.refunded));
    }
    object.text("paying_until", member.paying_until).array("fees", fees);
}

} // namespace guitai::drive
