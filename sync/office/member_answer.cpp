// A member, as the machine interface tells of her.
#include "sync/events/purse_account.hpp"
#include "sync/office/answers.hpp"
#include "sync/office/projections/club.hpp"
#include "sync/office/projections/complaint_cases.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/home_advisers.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/profile_sources.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/office/referrals.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/fold.hpp"
#include "sync/purses/owners.hpp"

#include <nlohmann/json.hpp>

namespace guitai::office {
namespace {

using Json = nlohmann::ordered_json;

// Text from old books may hold anything; an answer must always be written.
std::string text_of(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Whole pieces as a whole number; cloth by the metre as a decimal one.
Json pieces_of(std::int64_t milli)
{
    if (milli % Quantity::per_piece == 0) return milli / Quantity::per_piece;
    return static_cast<double>(milli) / static_cast<double>(Quantity::per_piece);
}

Json json_points(const MemberStory& story, const std::string& today)
{
    Json lots = Json::array();
    for (const Lot& lot : story.lots) {
        const bool is_good{lot.expires_on.empty() || lot.expires_on >= today};
        if (is_good && lot.points != 0) lots.push_back({{"points", lot.points}, {"expires_on", lot.expires_on}});
    }
    return lots;
}

// Null at the top, and where the chain has no tiers.
Json json_next_tier(const std::optional<TierStanding>& standing)
{
    if (!standing || standing->next.empty()) return nullptr;
    return {{"tier", standing->next}, {"missing", standing->missing}};
}

Json json_complaints(database::Connection& connection, const MemberId& member)
{
    Json complaints = Json::array();
    for (const ComplaintCase& one : complaints_of(connection, member)) {
        Json answers = Json::array();
        for (const ComplaintAnswer& answer : one.answers) {
            answers.push_back({{"duty", word_of(answer.duty)}, {"words", answer.words}, {"at_ms", answer.at_ms}});
        }
        const auto next = next_duty(one);
        complaints.push_back({{"complaint", one.complaint.complaint.text},
                              {"matter", word_of(one.complaint.matter)},
                              {"about", one.complaint.about},
                              {"sku", one.complaint.sku.text},
                              {"opened_ms", one.complaint.opened_at_ms},
                              {"store", one.complaint.store.text},
                              {"next_duty", next ? word_of(next->duty) : std::string_view{}},
                              {"next_due_ms", next ? next->due_at_ms : 0},
                              {"answers", std::move(answers)}});
    }
    return complaints;
}

Json json_notes(database::Connection& connection, const MemberId& member)
{
    Json notes = Json::array();
    for (const MemberNote& note : notes_of(connection, member)) {
        notes.push_back({{"kind", word_of(note.note_kind)}, {"about", note.about}, {"since", note.since}});
    }
    return notes;
}

Json json_consents(database::Connection& connection, const MemberId& member)
{
    Json consents = Json::array();
    for (const KnownConsent& known : consents_of(connection, member)) {
        consents.push_back({{"purpose", word_of(known.consent.purpose)},
                            {"channel", word_of(known.consent.channel)},
                            {"answer", word_of(known.consent.answer)},
                            {"wording", known.consent.wording},
                            {"store", known.store.text}});
    }
    return consents;
}

// Who shares her purse, she herself among them, each with what is left of what she earned.
Json json_family(database::Connection& connection, const MemberProfile& profile)
{
    Json family = Json::array();
    for (const MemberProfile& relative : relatives_in(connection, profile.account)) {
        family.push_back({{"member", relative.member.text},
                          {"name", relative.name},
                          {"generation", word_of(relative.generation)},
                          {"points", points_earned_by(connection, relative)}});
    }
    return family;
}

// Her other numbers, which are not kept any more.
Json json_merged(database::Connection& connection, const MemberId& member)
{
    Json merged = Json::array();
    for (const MemberId& number : merged_into(connection, member)) merged.push_back(number.text);
    return merged;
}

// What she paid for membership, the newest first.
Json json_fees(database::Connection& connection, const MemberId& member)
{
    Json fees = Json::array();
    for (const FeeRow& fee : fees_of(connection, member)) {
        fees.push_back({{"fee", fee.fee},
                        {"amount_minor", fee.amount_minor},
                        {"tender", word_of(fee.tender)},
                        {"points", fee.points},
                        {"paid_on", fee.paid_on},
                        {"paid_until", fee.paid_until},
                        {"given_back_minor", fee.given_back_minor},
                        {"points_back", fee.points_back},
                        {"refunded", !fee.refund.empty()}});
    }
    return fees;
}

// Who brought her, whom she brought, which coupons she holds.
// What was said face to face, and by whom it was written down; all else came from a file.
Json json_sources(database::Connection& connection, const MemberId& member)
{
    Json sources = Json::object();
    for (const auto& [part, said] : said_face_to_face(connection, member)) {
        sources[std::string{word_of(part)}] = {
            {"source", "face"}, {"at_ms", said.at_ms}, {"store", said.store.text}, {"staff", said.staff.text}};
    }
    return sources;
}

Json json_adviser(database::Connection& connection, const MemberId& member)
{
    const HomeAdviser home{home_adviser_of(connection, member)};
    return {{"staff", home.staff.text},
            {"visits", home.served},
            {"of_visits", home.visits},
            {"share_permille", home.share_permille()}};
}

void add_benefits(Json& answer, database::Connection& connection, const MemberProfile& profile,
                  const std::string& today)
{
    Json referrals = Json::array();
    for (const Referral& one : brought_by(connection, profile.member)) {
        referrals.push_back({{"member", one.invited.text}, {"name", one.name}, {"joined_on", one.joined_on}});
    }
    Json coupons = Json::array();
    for (const CouponMoved& coupon : coupons_of(connection, profile.member, today)) {
        coupons.push_back({{"code", coupon.code},
                           {"promotion", coupon.promotion},
                           {"valid_from", coupon.valid_from},
                           {"valid_to", coupon.valid_to}});
    }
    answer["referred_by"] = profile.referred_by.text;
    answer["referral_depth"] = depth_of(connection, profile.member);
    answer["referrals"] = std::move(referrals);
    answer["coupons"] = std::move(coupons);
}

Json json_orders(database::Connection& connection, const MemberId& member)
{
    OrderFilter theirs;
    theirs.member = member;
    Json orders = Json::parse(orders_json(connection, list_orders(connection, theirs)));
    return std::move(orders["orders"]);
}

} // namespace

Result<std::string> member_json(database::Connection& connection, std::string_view key, std::int64_t now_ms)
{
    const auto story = member_story(connection, key);
    if (!story) return refuse("member.unknown", "no member has this number, phone or card");
    const MemberProfile& profile{story->profile};
    const std::string today{date_in(connection, story->last_store, now_ms)};
    Json expiry = nullptr;
    const purse::View points{purses::view_of(connection, purses::points_account(connection, profile.member), today)};
    if (points.next_expiry_points > 0) {
        expiry = {{"points", points.next_expiry_points}, {"date", points.next_expiry}};
    }
    const purse::View stored{purses::view_of(connection, value_account(profile.member), today)};
    const auto standing = standing_of(connection, profile, today);
    Json orders = json_orders(connection, profile.member);
    Json answer{{"member", profile.member.text},
                {"phone", profile.phone},
                {"name", profile.name},
                {"reading", profile.reading},
                {"form_of_address", profile.form_of_address},
                {"tier", tier_in(standing, profile)},
                {"next_tier", json_next_tier(standing)},
                {"tier_until", standing ? standing->until : profile.tier_until},
                {"notes", json_notes(connection, profile.member)},
                {"consents", json_consents(connection, profile.member)},
                {"birthday", profile.birthday},
                {"usual_size", profile.usual_size},
                {"note", profile.note},
                {"card", profile.card},
                {"joined_on", profile.joined_on},
                {"account_limit_minor", profile.account_limit.minor()},
                {"owed_minor", owed_minor(connection, profile.member)},
                {"paying_until", paying_until(connection, profile.member, today)},
                {"fees", json_fees(connection, profile.member)},
                {"points", points.points},
                {"points_pending", points.pending},
                {"points_at_tills", points.leased},
                {"points_owed", points.debt},
                {"stored_value_minor", stored.points},
                {"stored_value_at_tills_minor", stored.leased},
                {"next_expiry", std::move(expiry)},
                {"lots", json_points(*story, today)},
                {"spend_minor", story->spend_minor},
                {"visits", story->visits},
                {"pieces", pieces_of(story->pieces_milli)},
                {"last_visit_on", story->last_visit_on},
                {"last_store", story->last_store.text},
                {"favourite_category", story->favourite_category},
                {"home_adviser", json_adviser(connection, profile.member)},
                {"monthly_use", profile.monthly_use},
                {"payday", profile.payday},
                {"sources", json_sources(connection, profile.member)},
                {"sizes", story->sizes},
                {"family", json_family(connection, profile)},
                {"merged_from", json_merged(connection, profile.member)},
                {"orders", std::move(orders)}};
    answer["complaints"] = json_complaints(connection, profile.member);
    add_benefits(answer, connection, profile, today);
    return text_of(answer);
}

} // namespace guitai::office
