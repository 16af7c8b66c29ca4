#include "sync/office/content.hpp"

#include "sync/events/time.hpp"
#include "sync/office/content_orders.hpp"
#include "sync/office/content_parts.hpp"
#include "sync/pricing/local_moment.hpp"

#include <fmt/format.h>

#include <type_traits>

namespace guitai::office {
namespace {

template<typename Body, typename... Kinds>
inline constexpr bool is_one_of = (std::is_same_v<Body, Kinds> || ...);

// Kinds that come down: only the head office may write them. All others go up.
template<typename Body>
inline constexpr bool comes_down =
    is_one_of<Body, ItemsListed, PlaceSet, StaffSet, TillEnrolled, StockMoved, MemberSet, PointsPosted, OrderTaken,
              OrderHandled, OrderAccepted, OrderDeclined, OrderShipped, OrderDelivered, OrderCancelled,
              OrderCancelRefused, OrderAddressChanged, OrderAddressRefused, PromotionsSet, ShopRulesSet, ReturnNoted,
              AccountPosted, OffersMoved, ParkedTold, RecallTold, PairingsFound, PhotoReviewed, PhoneKeySet,
              PhoneCodeGiven, TillArmed, LeaseGranted, LeaseRecalled, TillSetAside,
              TillWrittenOff, PointsDayBegan, ValuePosted, GiftKeySet, OfficeRestored, LeasesShown,
              TillGoneWithout, OfficeRecovered, TiersSet, MemberNoteTold, ConsentTold,
              PasswordTold, FileAccessTold, MemberErased, MembersMerged, MembersParted, FamilyJoined, FamilyMemberLeft,
              BenefitsSet, MembershipTold, ServicesSet, ServiceReturnTold, OrderHeld, OrderSubstituteOffered,
              OrderSubstituted, OrderAllocated, OrderOutForDelivery, OrderDeliveryFailed, OrderCameBack, OrderSplit,
              FulfilmentSet, ComplaintTold, ComplaintAnswerTold>;

// A member may ask at a counter and on her own pages; what a shop says of an order that it sends, the head office
// says on, or says for it where it is silent.
template<typename Body>
inline constexpr bool goes_both_ways = is_one_of<Body, PrivacyAsked, OrderPickTaken, OrderPickRejected,
                                              OrderPacked>;

Fault check_points(const SaleCompleted& sale)
{
    if (sale.points_earned < -points_max || sale.points_earned > points_max) {
        return fault("content.bad_amount", fmt::format("{} points", sale.points_earned));
    }
    for (const PointsBack& back : sale.points_back) {
        if (back.points <= 0 || back.points > points_max) {
            return fault("content.bad_amount", fmt::format("{} points back", back.points));
        }
        if (auto wrong = check_named("member", back.member)) return wrong;
        if (auto wrong = check_date(back.expires_on)) return wrong;
    }
    if (auto wrong = check_lots(sale)) return wrong;
    if (sale.points_earned == 0 || sale.member.empty()) return {};
    return check_date(sale.points_expire_on);
}

// What no till counts up to in the life of a shop; and no customer is served for a month.
constexpr std::int64_t talks_max{1'000'000'000};
constexpr std::int64_t serving_ms_max{31LL * 24 * 60 * 60 * 1'000};

Fault check_talk(const Talk& talk)
{
    const auto within = [](std::int64_t value, std::int64_t most) { return value >= 0 && value <= most; };
    if (within(talk.number, talks_max) && within(talk.step, talk_steps) && within(talk.taps, talks_max) &&
        within(talk.serving_ms, serving_ms_max)) {
        return {};
    }
    return fault("content.bad_amount", fmt::format("talk {}, step {}, {} taps, {} ms", talk.number, talk.step,
                                                   talk.taps, talk.serving_ms));
}

// More than this no ticket does with offers; and no limit counts more than its pieces.
constexpr std::size_t offers_max{500};
constexpr std::int64_t uses_max{200'000};

// Local time to the minute within the times of a shop, or empty: it has no end.
Fault check_moment(std::string_view moment)
{
    if (auto wrong = check_length("moment", moment); wrong || moment.empty()) return wrong;
    if (pricing::parse_moment(moment) && moment >= "2000" && moment < "2200") return {};
    return fault("content.bad_date", fmt::format("'{}' is no moment", moment));
}

Fault check_coupons(const std::vector<CouponMoved>& coupons)
{
    if (coupons.size() > offers_max) return fault("content.too_many", fmt::format("{} coupons", coupons.size()));
    for (const CouponMoved& coupon : coupons) {
        if (coupon.code.empty()) return fault("content.missing_name", "coupon is empty");
        if (auto wrong = check_length("coupon", coupon.code)) return wrong;
        if (auto wrong = check_length("promotion", coupon.promotion)) return wrong;
        if (auto wrong = check_moment(coupon.valid_from)) return wrong;
        if (auto wrong = check_moment(coupon.valid_to)) return wrong;
    }
    return {};
}

Fault check_offers(const SaleCompleted& sale)
{
    for (const auto* coupons : {&sale.coupons_used, &sale.coupons_issued, &sale.coupons_back,
                                &sale.coupons_void}) {
        if (auto wrong = check_coupons(*coupons)) return wrong;
    }
    if (sale.uses.size() > offers_max) return fault("content.too_many", fmt::format("{} uses", sale.uses.size()));
    for (const PromotionUse& use : sale.uses) {
        if (use.promotion.empty()) return fault("content.missing_name", "promotion is empty");
        if (auto wrong = check_length("promotion", use.promotion)) return wrong;
        if (auto wrong = check_length("member", use.member.text)) return wrong;
        if (use.times < -uses_max || use.times > uses_max) {
            return fault("content.bad_amount", fmt::format("{} uses of {}", use.times, use.promotion));
        }
    }
    return {};
}

Fault check_guides(const std::vector<GuideShare>& guides)
{
    if (guides.empty()) return {};
    std::int64_t whole{0};
    for (const GuideShare& guide : guides) {
        if (auto wrong = check_named("guide", guide.staff)) return wrong;
        if (guide.share.value <= 0) return fault("content.bad_amount", fmt::format("share {}", guide.share.value));
        whole += guide.share.value;
    }
    if (whole == whole_share) return {};
    return fault("content.wrong_sum", fmt::format("the guides' shares add up to {}", whole));
}

Fault check(const SaleCompleted& sale)
{
    // Plain integers: a hostile sum must not trip the assert inside Money.
    std::int64_t lines{0};
    std::int64_t tax{0};
    std::int64_t tenders{0};
    std::int64_t owed{0};
    for (const SaleLine& line : sale.lines) {
        lines += line.total.minor();
        tax += line.tax.minor();
        if (auto wrong = check_length("sku", line.sku.text)) return wrong;
        if (auto wrong = check_length("returned receipt", line.returned_receipt.text)) return wrong;
        if (auto wrong = check_guides(line.guides)) return wrong;
        if (line.quantity.milli() < 0) {
            return fault("content.bad_amount", fmt::format("quantity {}", line.quantity.milli()));
        }
    }
    for (const TenderTaken& taken : sale.tenders) {
        tenders += taken.amount.minor();
        if (taken.tender == TenderKind::on_account) owed += taken.amount.minor();
    }
    if (!Money::fits(owed)) return fault("content.bad_amount", fmt::format("{} on account", owed));
    if (auto wrong = check_named("receipt", sale.receipt)) return wrong;
    if (auto wrong = check_named("store", sale.store)) return wrong;
    if (auto wrong = check_length("member", sale.member.text)) return wrong;
    if (auto wrong = check_date(sale.business_date)) return wrong;
    if (auto wrong = check_sum("lines", lines, sale.total)) return wrong;
    if (auto wrong = check_sum("taxes", tax, sale.tax)) return wrong;
    if (auto wrong = check_sum("tenders", tenders, sale.total)) return wrong;
    if (auto wrong = check_offers(sale)) return wrong;
    if (auto wrong = check_talk(sale.talk)) return wrong;
    return check_points(sale);
}

// It comes down to the other tills of the shop, which must be able to take it up.
Fault check(const TicketParked& parked)
{
    if (parked.lines.size() > offers_max) {
        return fault("content.too_many", fmt::format("{} parked lines", parked.lines.size()));
    }
    for (const ParkedLine& line : parked.lines) {
        if (auto wrong = check_named("sku", line.sku)) return wrong;
        if (auto wrong = check_guides(line.guides)) return wrong;
        if (line.quantity.milli() <= 0) {
            return fault("content.bad_amount", fmt::format("quantity {}", line.quantity.milli()));
        }
    }
    if (auto wrong = check_length("member", parked.member.text)) return wrong;
    return check_coupons(parked.coupons);
}

Fault check(const GuidesChanged& changed)
{
    if (auto wrong = check_guides(changed.guides)) return wrong;
    return check_named("receipt", changed.receipt);
}

Fault check(const MemberEnrolled& enrolled)
{
    if (auto wrong = check_named("member", enrolled.profile.member)) return wrong;
    if (enrolled.profile.phone.empty()) return fault("content.missing_name", "phone is empty");
    if (auto wrong = check_length("phone", enrolled.profile.phone)) return wrong;
    if (auto wrong = check_length("card", enrolled.profile.card)) return wrong;
    if (auto wrong = check_length("inviter", enrolled.profile.referred_by.text)) return wrong;
    return enrolled.profile.first_bought_on.empty() ? Fault{} : check_date(enrolled.profile.first_bought_on);
}

Fault check(const MemberNoted& noted)
{
    if (auto wrong = check_named("member", noted.member)) return wrong;
    if (auto wrong = check_named("note", noted.note.note)) return wrong;
    if (auto wrong = check_text("note", noted.note.about)) return wrong;
    return check_date(noted.note.since);
}

Fault check(const MemberCorrected& corrected)
{
    if (auto wrong = check_named("member", corrected.member)) return wrong;
    if (corrected.part == ProfilePart::phone && corrected.value.empty()) {
        return fault("content.missing_name", "phone is empty");
    }
    if (corrected.part == ProfilePart::birthday && !corrected.value.empty()) return check_date(corrected.value);
    if (corrected.part == ProfilePart::payday && !corrected.value.empty() && !is_day_of_month(corrected.value)) {
        return fault("content.bad_date", fmt::format("payday {}", corrected.value));
    }
    const bool is_key{corrected.part == ProfilePart::phone || corrected.part == ProfilePart::card};
    return is_key ? check_length("value", corrected.value) : check_text("value", corrected.value);
}

Fault check(const ConsentGiven& given)
{
    if (auto wrong = check_named("member", given.member)) return wrong;
    if (given.consent.answer == ConsentAnswer::none) return fault("content.missing_name", "no answer");
    return check_length("wording", given.consent.wording);
}

Fault check(const FamilyAsked& asked)
{
    if (auto wrong = check_named("member", asked.member)) return wrong;
    if (auto wrong = check_length("with", asked.with.text)) return wrong;
    return check_length("store", asked.store.text);
}

Fault check(const OrderRefunded& refunded)
{
    if (refunded.amount.is_negative()) {
        return fault("content.bad_amount", fmt::format("refund of {}", refunded.amount.minor()));
    }
    if (auto wrong = check_restored(refunded.value_restored)) return wrong;
    return check_date(refunded.business_date);
}

Fault check(const OrderCollected& collected)
{
    if (!collected.amount.is_negative()) return {};
    return fault("content.bad_amount", fmt::format("collected {}", collected.amount.minor()));
}

Fault check(const CashMoved& moved)
{
    if (!moved.amount.is_negative()) return {};
    return fault("content.bad_amount", fmt::format("{} of {}", word_of(moved.movement), moved.amount.minor()));
}

Fault check(const OverrideGiven& given)
{
    if (auto wrong = check_length("action", given.action)) return wrong;
    return check_length("request", given.phone_request);
}

Fault check(const ShiftOpened& opened)
{
    return check_date(opened.business_date);
}
Fault check(const ShiftClosed& closed)
{
    return check_date(closed.business_date);
}
Fault check(const DayClosed& closed)
{
    return check_date(closed.business_date);
}
Fault check(const MissRecorded& miss)
{
    if (auto wrong = check_length("store", miss.store.text)) return wrong;
    if (auto wrong = check_length("sku", miss.chosen_sku.text)) return wrong;
    if (auto wrong = check_talk(miss.talk)) return wrong;
    return check_date(miss.business_date);
}
Fault check(const TalkEnded& ended)
{
    if (auto wrong = check_length("store", ended.store.text)) return wrong;
    if (auto wrong = check_talk(ended.talk)) return wrong;
    return check_date(ended.business_date);
}
Fault check(const FeelingGiven& given)
{
    if (auto wrong = check_named("receipt", given.receipt)) return wrong;
    if (auto wrong = check_named("store", given.store)) return wrong;
    if (auto wrong = check_length("staff", given.staff.text)) return wrong;
    return check_date(given.business_date);
}

Fault check(const TillStarted& started)
{
    return check_named("nonce", started.nonce);
}
Fault check(const LeaseBrought& brought)
{
    const auto event = decode(brought.line);
    const bool is_grant{event && event->origin == office_origin && std::holds_alternative<LeaseGranted>(event->body)};
    return is_grant ? Fault{} : fault("content.missing_name", "no lease was brought");
}
Fault check(const LeaseReturned& returned)
{
    return check_named("lease", returned.lease);
}

Fault check(const PasswordChosen& chosen)
{
    if (auto wrong = check_named("member", chosen.member)) return wrong;
    return check_text("password", chosen.password.hash);
}

Fault check(const FileAccessed& accessed)
{
    return check_named("member", accessed.member);
}

Fault check(const PrivacyAsked& asked)
{
    return check_named("member", asked.member);
}

template<typename Body>
Fault check(const Body&)
{
    return {};
}

} // namespace

std::optional<Refusal> fault_of(const Event& event)
{
    return std::visit(
        [&event](const auto& body) -> Fault {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (std::is_same_v<Body, UnknownEvent>)
                return {};
            else {
                if (!goes_both_ways<Body> && comes_down<Body> != (event.origin == office_origin)) {
                    return fault("content.wrong_writer",
                                 fmt::format("{} is not for origin {} to write", Body::kind, event.origin));
                }
                return check(body);
            }
        },
        event.body);
}

} // namespace guitai::office
