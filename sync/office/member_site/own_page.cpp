#include "sync/office/member_site/own_page.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/office/console/coupon_rows.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/journal_look.hpp"
#include "sync/office/projections/club.hpp"
#include "sync/office/projections/complaint_cases.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/member_moments.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/purses/fold.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::int64_t accesses_shown{50};
constexpr int tickets_shown{10};

std::string or_dash(const std::string& text) { return text.empty() ? "—" : text; }

void add_points(const PageMaker& maker, PageData& page, const MemberStory& story, const std::string& today)
{
    const std::string account{purses::points_account(maker.reads, story.profile.member)};
    const purse::View points{purses::view_of(maker.reads, account, today)};
    page.set("points", std::to_string(points.points));
    page.when("any_pending", points.pending > 0).set("pending", std::to_string(points.pending));
    page.when("any_debt", points.debt > 0).set("debt", std::to_string(points.debt));
    page.set("expiry", points.next_expiry_points > 0
                           ? fmt::format("{} · {}", points.next_expiry_points, points.next_expiry)
                           : "—");
    bool any{false};
    for (const Lot& lot : story.lots) {
        if (lot.points <= 0 || (!lot.expires_on.empty() && lot.expires_on < today)) continue;
        any = true;
        page.add("lots").set("lot_points", std::to_string(lot.points)).set("until", or_dash(lot.expires_on));
    }
    page.when("any_lots", any);
    const std::string paying{paying_until(maker.reads, story.profile.member, today)};
    page.when("any_paying", !paying.empty()).set("paying_until", paying);
    const auto standing = standing_of(maker.reads, story.profile, today);
    page.set("tier", or_dash(word_or_itself(maker, "tier.", tier_in(standing, story.profile))));
    const bool higher{standing && !standing->next.empty()};
    page.when("any_next", higher);
    if (!higher) return;
    page.set("next_tier", word_or_itself(maker, "tier.", standing->next));
    page.set("missing", std::to_string(standing->missing));
}

void add_stored_value(const PageMaker& maker, PageData& page, const MemberId& member, const std::string& today)
{
    const purse::View stored{purses::view_of(maker.reads, value_account(member), today)};
    const bool any{stored.points > 0 || stored.debt > 0};
    page.when("any_stored", any).set("stored", yuan(stored.points - stored.debt));
}

void add_ticket(const PageMaker& maker, PageData& row, const Event& event, const SaleCompleted& sale)
{
    const auto shop = find_place(maker.reads, sale.store);
    row.set("when", moment(event.at_ms)).set("shop", shop ? shop->name : sale.store.text);
    row.set("receipt", sale.receipt.text).set("total", yuan(sale.total.minor()));
    row.when("any_earned", sale.points_earned > 0).set("earned", std::to_string(sale.points_earned));
    for (const SaleLine& line : sale.lines) {
        row.add("lines")
            .set("article", line.name)
            .set("variant", line.variant)
            .set("quantity", pieces(line.quantity.milli()))
            .set("line_total", yuan(line.total.minor()));
    }
}

void add_purchases(const PageMaker& maker, PageData& page, const MemberId& member)
{
    bool any{false};
    for (const MemberMoment& each : moments_of(maker.reads, member, {SaleCompleted::kind}, tickets_shown)) {
        const auto event = event_at(maker.reads, each.origin, each.number);
        const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
        if (!sale) continue;
        any = true;
        add_ticket(maker, page.add("tickets"), *event, *sale);
    }
    page.when("no_tickets", !any);
}

void add_orders(const PageMaker& maker, PageData& page, const MemberId& member)
{
    OrderFilter hers;
    hers.member = member;
    const auto orders = list_orders(maker.reads, hers);
    page.when("no_orders", orders.empty());
    for (auto order = orders.rbegin(); order != orders.rend(); ++order) {
        PageData& row{page.add("orders")};
        fill_order(maker, row, *order);
        row.set("promise_on", order->promise_date).when("any_promise", !order->promise_date.empty());
        row.set("carrier", order->carrier == own_carrier ? maker.word("carrier.own") : order->carrier);
        row.set("tracking", order->tracking).when("shipped", !order->tracking.empty());
        row.set("recipient", order->placed.recipient.name).set("address", order->placed.recipient.address);
        row.when("may_change", order->placed.delivery == Delivery::ship &&
                                   after(order->state, OrderStep::change_address).has_value());
        for (const OrderMoment& step : history_of(maker.reads, order->placed.order)) {
            row.add("steps")
                .set("step_state", maker.word(fmt::format("state.{}", word_of(step.state))))
                .set("step_at", moment(step.at_ms));
        }
    }
}

ConsentAnswer answer_to(const std::vector<KnownConsent>& consents, ConsentPurpose purpose, ConsentChannel channel)
{
    const auto found = std::find_if(consents.begin(), consents.end(), [&](const KnownConsent& known) {
        return known.consent.purpose == purpose && known.consent.channel == channel;
    });
    return found == consents.end() ? ConsentAnswer::none : found->consent.answer;
}

// What she was promised and what came of it. Of the answers, the result was written to her; the others are the shop's.
void add_complaints(const PageMaker& maker, PageData& page, const MemberId& member)
{
    const auto complaints = complaints_of(maker.reads, member);
    page.when("any_complaints", !complaints.empty());
    for (auto one = complaints.rbegin(); one != complaints.rend(); ++one) {
        const auto local = [&](std::int64_t at_ms) { return minute_in(maker.reads, one->complaint.store, at_ms); };
        PageData& row{page.add("complaints")};
        row.set("matter_name", maker.word(fmt::format("matter.{}", word_of(one->complaint.matter))));
        row.set("about", one->complaint.about).set("opened", local(one->complaint.opened_at_ms));
        for (const auto& [duty, word] : Words<ComplaintDuty>::all) {
            const ComplaintAnswer* const answer{one->answer_to(duty)};
            if (duty == ComplaintDuty::archive || (answer == nullptr && !one->is_open())) continue;
            row.add("promises")
                .set("duty_name", maker.word(fmt::format("duty.{}", word)))
                .set("course", fmt::format("{} {}", maker.word(answer ? "my.done_on" : "complaints.until"),
                                           local(answer ? answer->at_ms : due_at(one->complaint, duty))))
                .set("words", answer && duty == ComplaintDuty::result ? answer->words : std::string{});
        }
    }
}

void add_consents(const PageMaker& maker, PageData& page, const MemberId& member)
{
    const auto consents = consents_of(maker.reads, member);
    for (const auto& [purpose, purpose_word] : Words<ConsentPurpose>::all) {
        PageData& about{page.add("purposes")};
        about.set("purpose_name", maker.word(fmt::format("purpose.{}", purpose_word)));
        about.set("wording", maker.word(fmt::format("wording.{}", purpose_word)));
        for (const auto& [channel, channel_word] : Words<ConsentChannel>::all) {
            const ConsentAnswer answer{answer_to(consents, purpose, channel)};
            const bool agreed{answer == ConsentAnswer::yes || answer == ConsentAnswer::confirmed};
            PageData& row{about.add("channels")};
            row.set("purpose", std::string{purpose_word}).set("channel", std::string{channel_word});
            row.set("channel_name", maker.word(fmt::format("channel.{}", channel_word)));
            row.set("answer", maker.word(fmt::format("answer.{}", word_of(answer))));
            row.when("may_agree", !agreed).when("may_confirm", answer == ConsentAnswer::yes);
            row.when("may_withdraw", agreed);
        }
    }
}

void add_accesses(const PageMaker& maker, PageData& page, const MemberId& member)
{
    const auto rows = accesses_of(maker.reads, member, accesses_shown);
    page.when("no_accesses", rows.empty());
    for (const AccessRow& row : rows) {
        const bool herself{row.staff.empty()};
        page.add("accesses")
            .set("access", maker.word(fmt::format("access.{}", word_of(row.access))))
            .set("who", herself ? maker.word("my.yourself") : row.staff.text)
            .set("role", herself ? std::string{} : maker.word(fmt::format("role.{}", word_of(row.role))))
            .set("where", row.store.empty() ? maker.word("my.head_office") : row.store.text)
            .set("when", moment(row.at_ms));
    }
}

void add_wishes(const PageMaker& maker, PageData& page, const MemberId& member)
{
    bool copy{false};
    bool erasure{false};
    for (const WishRow& row : open_wishes(maker.reads, member)) {
        copy = copy || row.wish == PrivacyWish::copy;
        erasure = erasure || row.wish == PrivacyWish::erasure;
    }
    page.when("copy_asked", copy).when("may_copy", !copy);
    page.when("erasure_asked", erasure).when("may_erase", !erasure);
}

} // namespace

PageData own_page(const PageMaker& maker, const MemberId& member)
{
    PageData page;
    const auto story = member_story(maker.reads, member.text);
    if (!story) return page;
    const std::string today{date_in(maker.reads, story->last_store, maker.now_ms)};
    page.set("name", story->profile.name).set("form_of_address", story->profile.form_of_address);
    page.set("phone", story->profile.phone).set("card", or_dash(story->profile.card));
    page.set("birthday", or_dash(story->profile.birthday));
    add_points(maker, page, *story, today);
    add_stored_value(maker, page, story->profile.member, today);
    fill_coupons(maker, page, story->profile.member, today);
    add_orders(maker, page, story->profile.member);
    add_complaints(maker, page, story->profile.member);
    add_purchases(maker, page, story->profile.member);
    add_consents(maker, page, story->profile.member);
    add_accesses(maker, page, story->profile.member);
    add_wishes(maker, page, story->profile.member);
    return page;
}

} // namespace guitai::office
