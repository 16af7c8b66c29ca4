// A member as an answer tells of her: what the shop may see, and what she sees of herself.
#include "terminal/drive/answers.hpp"

namespace guitai::drive {
namespace {

void add_file(JsonObject& object, const MemberView& member)
{
    if (member.tier) {
        object.text("tier_until", member.tier->until)
            .number("tier_earned", member.tier->earned)
            .text("next_tier", member.tier->next)
            .number("next_tier_missing", member.tier->missing)
            .number("tier_to_keep", member.tier->to_keep);
    }
    JsonArray notes;
    for (const MemberNote& note : member.notes) {
        notes.object(JsonObject{}
                         .text("note", note.note.text)
                         .text("kind", word_of(note.note_kind))
                         .text("about", note.about)
                         .text("since", note.since));
    }
    JsonArray consents;
    for (const Consent& consent : member.consents) {
        consents.object(JsonObject{}
                            .text("purpose", word_of(consent.purpose))
                            .text("channel", word_of(consent.channel))
                            .text("answer", word_of(consent.answer)));
    }
    object.array("notes", notes).array("consents", consents);
    object.text("question", member.question ? word_of(*member.question) : "");
    object.number("known_parts", member.known_parts).number("asked_parts", member.asked_parts);
}

JsonArray answers_of(const ComplaintCase& one)
{
    JsonArray answers;
    for (const ComplaintAnswer& answer : one.answers) {
        answers.object(JsonObject{}
                           .text("duty", word_of(answer.duty))
                           .text("words", answer.words)
                           .number("at_ms", answer.at_ms)
                           .truth("late", is_late(due_at(one.complaint, answer.duty), answer.at_ms))
                           .text("staff", answer.staff.text));
    }
    return answers;
}

// Of the two keys to the private half of her file.
void add_keys(JsonObject& object, const FileKeysView& keys)
{
    object.truth("has_password", keys.has_password)
        .truth("locked", keys.locked)
        .text("adviser", keys.adviser.text)
        .number("closes_at_ms", keys.closes_at_ms)
        .number("password_tries_left", keys.tries_left)
        .number("password_locked_until_ms", keys.locked_until_ms)
        .number("hidden_notes", keys.hidden_notes);
}

// What she bought, who shares her purse, what she may still use, who brought her.
void add_company(JsonObject& object, const MemberView& member)
{
    JsonArray purchases;
    for (const Purchase& bought : member.last_purchases) {
        purchases.object(JsonObject{}
                             .text("sku", bought.sku.text)
                             .text("name", bought.name)
                             .text("variant", bought.variant)
                             .minor("total_minor", bought.total)
                             .number("at_ms", bought.at_ms));
    }
    JsonArray family;
    for (const RelativeView& relative : member.family) {
        family.object(JsonObject{}
                          .text("member", relative.member.text)
                          .text("name", relative.name)
                          .text("generation", word_of(relative.generation))
                          .number("points", relative.points));
    }
    JsonArray coupons;
    for (const HeldCouponView& coupon : member.coupons) {
        coupons.object(JsonObject{}
                           .text("code", coupon.code)
                           .text("promotion", coupon.promotion)
                           .text("name", coupon.name)
                           .text("valid_to", coupon.valid_to));
    }
    object.array("last_purchases", purchases).array("family", family).array("coupons", coupons);
    object.text("generation", word_of(member.profile.generation))
        .text("purse", member.profile.purse())
        .text("referred_by", member.profile.referred_by.text)
        .text("usual_adviser", member.usual_adviser.text)
        .text("merged_from", member.merged_from.text);
}

} // namespace

JsonObject complaint_of(const ComplaintView& view)
{
    const Complaint& complaint{view.what.complaint};
    JsonArray due;
    for (const auto& [duty, word] : Words<ComplaintDuty>::all) {
        due.object(JsonObject{}.text("duty", word).number("due_ms", due_at(complaint, duty)));
    }
    return JsonObject{}
        .text("complaint", complaint.complaint.text)
        .text("member", view.what.member.text)
        .text("matter", word_of(complaint.matter))
        .text("about", complaint.about)
        .text("sku", complaint.sku.text)
        .number("opened_ms", complaint.opened_at_ms)
        .text("store", complaint.store.text)
        .text("staff", complaint.staff.text)
        .text("next_duty", view.next ? word_of(view.next->duty) : "")
        .number("next_due_ms", view.next ? view.next->due_at_ms : 0)
        .truth("late", view.late)
        .array("due", due)
        .array("answers", answers_of(view.what));
}

JsonObject member_of(const MemberView& member)
{
    const MemberProfile& profile{member.profile};
    JsonObject object;
    object.text("member", profile.member.text)
        .text("name", profile.name)
        .text("phone", profile.phone)
        .text("card", profile.card)
        .text("tier", profile.tier)
        .text("reading", profile.reading)
        .text("form_of_address", profile.form_of_address)
        .text("birthday", profile.birthday)
        .text("note", profile.note)
        .text("usual_size", profile.usual_size)
        .text("joined_on", profile.joined_on);
    add_points(object, member.points);
    object.minor("stored_value_minor", member.stored);
    add_fees(object, member);
    add_file(object, member);
    add_keys(object, member.keys);
    add_company(object, member);
    JsonArray complaints;
    for (const ComplaintView& complaint : member.complaints) complaints.object(complaint_of(complaint));
    object.array("complaints", complaints);
    JsonArray orders;
    for (const OrderBrief& order : member.open_orders) orders.object(brief_of(order));
    return object.truth("birthday_today", member.birthday_today).array("open_orders", orders);
}

JsonArray members_of(const CatalogueView& catalogue)
{
    JsonArray list;
    for (const FoundMember& member : catalogue.members) {
        list.object(JsonObject{}
                        .text("member", member.member.text)
                        .text("name", member.name)
                        .text("phone", member.phone)
                        .text("tier", member.tier));
    }
    return list;
}

JsonObject own_of(const OwnFileView& own)
{
    JsonArray lots;
    for (const PointsLotView& lot : own.lots) {
        lots.object(JsonObject{}
                        .number("points", lot.points)
                        .text("expires_on", lot.expires_on)
                        .text("matures_on", lot.matures_on));
    }
    JsonArray accesses;
    for (const AccessView& access : own.accesses) {
        accesses.object(JsonObject{}
                            .text("access", word_of(access.access))
                            .text("staff", access.staff.text)
                            .text("role", access.staff.empty() ? "" : word_of(access.role))
                            .text("store", access.store.text)
                            .number("at_ms", access.at_ms));
    }
    JsonArray orders;
    for (const OrderDetail& order : own.orders) orders.object(order_of(order));
    JsonArray asked;
    for (const PrivacyWish wish : own.asked) asked.text(word_of(wish));
    return member_of(own.member)
        .array("lots", lots)
        .array("orders", orders)
        .array("accesses", accesses)
        .array("asked", asked)
        .number("closes_at_ms", own.closes_at_ms);
}

} // namespace guitai::drive
