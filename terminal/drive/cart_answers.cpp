// The ticket in hand and finished sales, as an answer says them.
#include "terminal/drive/answers.hpp"

#include <string>
#include <vector>

namespace guitai::drive {
namespace {

JsonArray reasons_of(const std::vector<PriceReason>& why)
{
    JsonArray list;
    for (const PriceReason& reason : why) {
        list.object(JsonObject{}
                        .text("code", reason.code)
                        .text("key", reason.code)
                        .text("detail", reason.detail)
                        .text("promotion", reason.promotion)
                        .text("name", reason.name)
                        .number("quantity", reason.quantity)
                        .minor("amount_minor", reason.amount)
                        .minor("measured_minor", reason.measured)
                        .number("step", reason.step)
                        .number("times", reason.times));
    }
    return list;
}

JsonArray hints_of(const std::vector<HintView>& hints)
{
    JsonArray list;
    for (const HintView& hint : hints) {
        list.object(JsonObject{}
                        .text("key", hint.code)
                        .text("promotion", hint.offer.promotion)
                        .text("name", hint.offer.name)
                        .minor("missing_minor", hint.missing)
                        .number("missing_quantity", hint.missing_quantity)
                        .number("part", hint.part)
                        .minor("gain_minor", hint.gain)
                        .number("gain_quantity", hint.gain_quantity)
                        .number("gain_coupons", hint.gain_coupons)
                        .number("quantity", hint.quantity)
                        .minor("price_minor", hint.price));
    }
    return list;
}

// What the offers add to a cart.
void add_offers(JsonObject& object, const CartView& cart)
{
    JsonArray not_applied;
    for (const NotAppliedView& row : cart.not_applied) {
        not_applied.object(JsonObject{}.text("promotion", row.offer.promotion).text("key", row.code));
    }
    JsonArray coupons;
    JsonArray used;
    for (const CouponView& coupon : cart.coupons) {
        coupons.object(JsonObject{}
                           .text("code", coupon.code)
                           .text("promotion", coupon.offer.promotion)
                           .truth("used", coupon.used));
        if (coupon.used) used.text(coupon.offer.promotion);
    }
    JsonArray issued;
    for (const CouponsIssuedView& row : cart.coupons_issued) {
        issued.object(JsonObject{}
                          .text("promotion", row.by.promotion)
                          .text("coupon", row.coupon.promotion)
                          .number("count", row.count));
    }
    object.array("unlock", hints_of(cart.unlock))
        .array("not_applied", not_applied)
        .truth("approximate", cart.approximate)
        .array("coupons", coupons)
        .array("coupons_used", used)
        .array("coupons_issued", issued);
    if (!cart.total_before.is_zero()) object.minor("total_before_minor", cart.total_before);
}

JsonObject line_of(const CartLineView& line)
{
    JsonObject object;
    object.number("line", line.line)
        .text("kind", word_of(line.kind))
        .text("sku", line.sku.text)
        .text("name", line.name)
        .text("colour", line.colour)
        .text("size", line.size)
        .number("quantity", line.quantity)
        .minor("unit_minor", line.unit)
        .minor("discount_minor", line.discount)
        .minor("tax_minor", line.tax)
        .minor("total_minor", line.total)
        .array("why", reasons_of(line.why));
    JsonArray prices;
    for (const Money price : line.pieces) prices.number(price.minor());
    object.array("prices_minor", prices);
    JsonArray guides;
    for (const GuideShare& guide : line.guides) {
        guides.object(JsonObject{}
                          .text("name", guide.staff.text)
                          .number("percent", Quantity::from_milli(guide.share.value * 10)));
    }
    object.array("guides", guides).text("note", line.note);
    if (!line.swapped_receipt.empty()) {
        object.text("swapped_receipt", line.swapped_receipt.text).number("swapped_line", line.swapped_line);
    }
    object.text("serial", line.serial).text("lot", line.lot).text("usual_size", line.usual_size);
    if (line.needs_serial || line.needs_lot) {
        object.truth("needs_serial", line.needs_serial).truth("needs_lot", line.needs_lot);
    }
    if (line.kind == LineKind::return_) {
        object.text("receipt", line.returned_receipt.text)
            .text("reason", line.reason)
            .minor("freight_minor", line.freight)
            .text("freight_by", word_of(line.freight_by));
    }
    if (line.kind == LineKind::order) {
        object.text("delivery", word_of(line.delivery))
            .minor("fee_minor", line.fee)
            .text("recipient", line.recipient.name)
            .text("phone", line.recipient.phone)
            .text("address", line.recipient.address)
            .text("slot", line.slot);
    }
    return object;
}

} // namespace

JsonObject sold_of(const SoldView& sale)
{
    JsonArray lines;
    for (const SoldLineView& line : sale.lines) {
        lines.object(JsonObject{}
                         .number("line", line.line)
                         .text("kind", word_of(line.kind))
                         .text("sku", line.sku.text)
                         .text("name", line.name)
                         .text("variant", line.variant)
                         .text("serial", line.serial)
                         .number("quantity", line.quantity)
                         .number("returnable", line.returnable)
                         .minor("total_minor", line.total)
                         .minor("price_drop_minor", line.price_drop)
                         .text("until", line.until)
                         .text("refusal", line.refusal));
    }
    JsonArray tenders;
    for (const TenderTaken& taken : sale.tenders) {
        tenders.object(JsonObject{}.text("tender", word_of(taken.tender)).minor("amount_minor", taken.amount));
    }
    JsonArray services;
    for (const ServiceTakenView& one : sale.services) {
        services.object(JsonObject{}
                            .text("service", one.service)
                            .text("name", one.name)
                            .number("points", one.points)
                            .truth("returned", one.returned));
    }
    return JsonObject{}
        .text("receipt", sale.receipt.text)
        .text("sold_on", sale.sold_on)
        .text("staff", sale.staff.text)
        .text("member_name", sale.member_name)
        .minor("total_minor", sale.total)
        .array("tenders", tenders)
        .array("lines", lines)
        .array("services", services);
}

JsonObject cart_of(const CartView& cart)
{
    JsonArray lines;
    for (const CartLineView& line : cart.lines) lines.object(line_of(line));
    JsonArray cannot;
    for (const CannotView& one : cart.cannot) {
        cannot.object(JsonObject{}
                          .number("line", one.line)
                          .text("note", one.note.text)
                          .text("about", one.about)
                          .text("sku", one.sku.text)
                          .text("name", one.name));
    }
    JsonObject object;
    object.array("lines", lines)
        .array("cannot", cannot)
        .number("pieces", cart.pieces)
        .minor("subtotal_minor", cart.subtotal)
        .minor("discount_minor", cart.discount)
        .minor("tax_minor", cart.tax)
        .minor("delivery_minor", cart.delivery)
        .minor("total_minor", cart.total)
        .minor("order_total_minor", cart.order_total)
        .minor("due_minor", cart.due)
        .number("points_earned", cart.points_earned)
        .number("visit_points", cart.visit_points)
        .number("points_back", cart.points_back)
        .text("note", cart.note);
    add_points(object, cart);
    add_services(object, cart);
    add_offers(object, cart);
    if (cart.member) object.text("member", cart.member->profile.member.text);
    return object;
}

} // namespace guitai::drive
