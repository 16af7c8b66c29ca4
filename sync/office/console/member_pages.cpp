// A member as the service sees her: what she has, what to remember, what she agreed to, what is under way.
#include "sync/events/time.hpp"
#include "sync/office/console/complaint_rows.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pages.hpp"
#include "sync/office/console/referral_rows.hpp"
#include "sync/office/console/timeline.hpp"
#include "sync/office/projections/club.hpp"
#include "sync/office/projections/complaint_cases.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/home_advisers.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/fold.hpp"
#include "sync/purses/owners.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace guitai::office {
namespace {

std::string or_dash(const std::string& text) { return text.empty() ? "—" : text; }

void add_tier(const PageMaker& maker, PageData& member, const MemberProfile& profile, const std::string& today)
{
    const auto standing = standing_of(maker.reads, profile, today);
    std::string tier{or_dash(word_or_itself(maker, "tier.", tier_in(standing, profile)))};
    if (standing && !standing->until.empty()) {
        tier += fmt::format(" {} {}", maker.word("member.tier_until"), standing->until);
    }
    member.set("tier", tier);
    const bool higher{standing && !standing->next.empty()};
    member.when("any_next", higher);
    if (!higher) return;
    member.set("next_tier", word_or_itself(maker, "tier.", standing->next));
    member.set("missing", std::to_string(standing->missing));
}

void add_notes(const PageMaker& maker, PageData& member, const MemberId& id)
{
    const auto notes = notes_of(maker.reads, id);
    member.when("any_notes", !notes.empty());
    for (const MemberNote& note : notes) {
        member.add("notes")
            .set("kind", maker.word(fmt::format("note.{}", word_of(note.note_kind))))
            .set("about", note.about)
            .set("since", note.since);
    }
}

void add_complaints(const PageMaker& maker, PageData& member, const MemberId& id)
{
    const auto complaints = complaints_of(maker.reads, id);
    member.when("any_complaints", !complaints.empty());
    for (const ComplaintCase& one : complaints) fill_complaint(maker, member.add("complaints"), one);
    member.when("may_complain", may_decide(maker.role) && !is_erased(maker.reads, id));
    add_matters(maker, member);
    add_places(maker, member, "complaint_places", {});
}

void add_consents(const PageMaker& maker, PageData& member, const MemberId& id)
{
    const auto consents = consents_of(maker.reads, id);
    const bool any_given{std::any_of(consents.begin(), consents.end(), [](const KnownConsent& known) {
        return known.consent.answer == ConsentAnswer::yes || known.consent.answer == ConsentAnswer::confirmed;
    })};
    member.when("no_consents", consents.empty()).when("any_given", any_given);
    for (const auto& [consent, store, staff] : consents) {
        member.add("consents")
            .set("purpose", maker.word(fmt::format("purpose.{}", word_of(consent.purpose))))
            .set("channel", maker.word(fmt::format("channel.{}", word_of(consent.channel))))
            .set("answer", maker.word(fmt::format("answer.{}", word_of(consent.answer))))
            .set("when", moment(consent.at_ms))
            .set("wording", consent.wording)
            .set("where", store.empty() ? staff.text : fmt::format("{} {}", store.text, staff.text));
    }
}

void add_company(const PageMaker& maker, PageData& member, const MemberProfile& profile)
{
    const auto relatives = relatives_in(maker.reads, profile.account);
    member.when("any_family", !relatives.empty());
    for (const MemberProfile& relative : relatives) {
        member.add("family")
            .set("relative", relative.member.text)
            .set("name", or_dash(relative.name))
            .set("generation", maker.word(fmt::format("generation.{}", word_of(relative.generation))))
            .set("earned", std::to_string(points_earned_by(maker.reads, relative)));
    }
    for (const MemberId& number : merged_into(maker.reads, profile.member)) {
        member.add("merged_numbers").set("number", number.text);
    }
    const bool is_erased_now{is_erased(maker.reads, profile.member)};
    for (const Duplicate& one : is_erased_now ? std::vector<Duplicate>{} : duplicates_of(maker.reads, profile)) {
        const MemberId& other{one.kept == profile.member ? one.merged : one.kept};
        member.add("duplicates")
            .set("other", other.text)
            .set("name", or_dash(one.name))
            .set("joined", or_dash(one.joined_on))
            .set("kept", one.kept.text)
            .set("merged", one.merged.text);
    }
}

void add_member(const PageMaker& maker, PageData& page, const MemberStory& story)
{
    const MemberProfile& profile{story.profile};
    const std::string today{date_in(maker.reads, story.last_store, maker.now_ms)};
    const purse::View points{purses::view_of(maker.reads, purses::points_account(maker.reads, profile.member), today)};
    PageData& member{page.add("member")};
    member.set("member", profile.member.text).set("name", profile.name).set("reading", profile.reading);
    member.set("form_of_address", profile.form_of_address)
        .set("phone", profile.phone)
        .set("card", or_dash(profile.card));
    add_tier(maker, member, profile, today);
    member.set("birthday", or_dash(profile.birthday)).set("joined", or_dash(profile.joined_on));
    member.set("points", std::to_string(points.points)).set("pending", std::to_string(points.pending));
    member.set("owed_points", std::to_string(points.debt));
    const std::string paying{paying_until(maker.reads, profile.member, today)};
    member.when("any_paying", !paying.empty()).set("paying_until", paying);
    member.set("expiry", points.next_expiry_points > 0
                             ? fmt::format("{} · {}", points.next_expiry_points, points.next_expiry)
                             : "—");
    member.set("spend", yuan(story.spend_minor)).set("visits", std::to_string(story.visits));
    member.set("last_visit", or_dash(story.last_visit_on));
    const HomeAdviser home{home_adviser_of(maker.reads, profile.member)};
    member.set("adviser", home.staff.empty() ? "—"
                                             : fmt::format("{} · {}/{} · {}.{} %", home.staff.text, home.served,
                                                           home.visits, home.share_permille() / 10,
                                                           home.share_permille() % 10));
    member.set("monthly_use", or_dash(profile.monthly_use)).set("payday", or_dash(profile.payday));
    member.set("category", or_dash(story.favourite_category));
    member.set("sizes", story.sizes.empty() ? "—" : fmt::format("{}", fmt::join(story.sizes, " ")));
    if (!profile.note.empty()) member.add("note").set("text", profile.note);
    add_notes(maker, member, profile.member);
    add_complaints(maker, member, profile.member);
    add_consents(maker, member, profile.member);
    fill_referrals(maker, member, profile, today);
    add_company(maker, member, profile);
    member.when("may_correct", may_correct_points(maker.role) && !is_erased(maker.reads, profile.member));
    member.set("once", std::to_string(maker.now_ms)); // This very form, and no later one.

    const auto uses = promotion_uses_of(maker.reads, profile.member);
    member.when("any_uses", !uses.empty()).set("first_bought", or_dash(profile.first_bought_on));
    for (const auto& [promotion, times] : uses) {
        member.add("uses").set("promotion", promotion).set("times", std::to_string(times));
    }

    OrderFilter theirs;
    theirs.member = profile.member;
    const auto orders = list_orders(maker.reads, theirs);
    member.when("no_orders", orders.empty());
    for (const OrderRow& order : orders) fill_order(maker, member.add("orders"), order);
    fill_timeline(maker, member, profile.member);
}

} // namespace

PageData service_page(const PageMaker& maker)
{
    const std::string query{maker.target.value("q")};
    const auto story = member_story(maker.reads, query);
    PageData page;
    for (const std::string_view done : {"withdrawn", "merged", "parted", "corrected", "complained"}) {
        page.when(std::string{done}, maker.target.value("done") == done);
    }
    if (const auto problem = maker.target.value("problem");
        problem.starts_with("merge.") || problem.starts_with("correct.") || problem.starts_with("complaint.")) {
        say_problem(maker, page, {problem, {}});
    }
    page.set("query", query).when("start", query.empty()).when("unknown", !query.empty() && !story);
    if (story) add_member(maker, page, *story);
    return page;
}

} // namespace guitai::office
