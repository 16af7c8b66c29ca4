#include "sync/office/member_news.hpp"

#include "sync/events/consent.hpp"
#include "sync/events/person.hpp"
#include "sync/events/profile_part.hpp"
#include "sync/office/benefits.hpp"
#include "sync/office/content.hpp"
#include "sync/office/projections/member_files.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/privacy.hpp"
#include "sync/office/referrals.hpp"
#include "sync/office/together.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

using Concerns = std::vector<Refusal>;

std::vector<Consent> plain_consents_of(database::Connection& connection, const MemberId& member)
{
    std::vector<Consent> consents;
    for (KnownConsent& known : consents_of(connection, member)) consents.push_back(std::move(known.consent));
    return consents;
}

Concerns about_phone(database::Connection& connection, const MemberId& member, const std::string& phone)
{
    const auto other = other_with_phone(connection, member, phone);
    if (!other) return {};
    return {{"member.same_phone", fmt::format("{} and {} have one phone", other->text, member.text)}};
}

Concerns about(database::Connection& connection, const MemberEnrolled& enrolled)
{
    const MemberProfile& profile{enrolled.profile};
    if (is_member(connection, profile.member)) {
        return {{"member.same_id", fmt::format("{} is here already", profile.member.text)}};
    }
    Concerns concerns{about_phone(connection, profile.member, profile.phone)};
    if (auto wrong = wrong_referral(connection, profile)) concerns.push_back(std::move(*wrong));
    return concerns;
}

Concerns about_stranger(database::Connection& connection, const MemberId& member, std::string_view what)
{
    if (is_member(connection, member)) return {};
    return {{"member.unknown_here", fmt::format("{} of {}", what, member.text)}};
}

Concerns about(database::Connection& connection, const MemberCorrected& corrected)
{
    auto concerns = about_stranger(connection, corrected.member, word_of(corrected.part));
    if (!concerns.empty() || corrected.part != ProfilePart::phone) return concerns;
    return about_phone(connection, corrected.member, corrected.value);
}

void tell(Office& office, const database::Transaction& open, const Event& event, const MemberEnrolled& enrolled)
{
    if (is_member(office.connection(), enrolled.profile.member)) return;
    MemberProfile profile{with_sound_referral(office.connection(), enrolled.profile)};
    const auto waiting = corrections_waiting(office.connection(), profile.member);
    office.say(open, MemberSet{profile, event.origin, event.number});
    for (const WaitingCorrection& one : waiting) {
        part_of(profile, one.part) = one.value;
        office.say(open, MemberSet{profile, one.till, one.number});
    }
    welcome(office, open, profile.member);
    give_missed_birthday_gift(office, open, profile.member, profile.joined_on);
    tell_referral_of(office, open, event, profile.member);
}

// The profile in which the tills' corrections met, whichever of them came first.
void tell(Office& office, const database::Transaction& open, const Event& event, const MemberCorrected& corrected)
{
    auto profile = profile_of(office.connection(), corrected.member);
    if (!profile) return; // It waits for her.
    part_of(*profile, corrected.part) = corrected.value;
    office.say(open, MemberSet{*profile, event.origin, event.number});
    if (corrected.part == ProfilePart::birthday) {
        give_missed_birthday_gift(office, open, corrected.member, date_in(office.connection(), {}, event.at_ms));
    }
    // Said of the number that is not kept any more, at a till that had not heard of it: it is the same person.
    auto kept = profile->merged_into.empty() ? std::nullopt : profile_of(office.connection(), profile->merged_into);
    if (!kept || part_of(*kept, corrected.part) == corrected.value) return;
    part_of(*kept, corrected.part) = corrected.value;
    office.say(open, MemberSet{std::move(*kept), office_origin, 0});
}

} // namespace

std::vector<Refusal> concerns_about_members(database::Connection& connection, const Event& event)
{
    return std::visit(
        Cases{[&](const MemberEnrolled& enrolled) { return about(connection, enrolled); },
              [&](const MemberCorrected& corrected) { return about(connection, corrected); },
              [&](const MemberNoted& noted) { return about_stranger(connection, noted.member, "a note"); },
              [&](const ConsentGiven& given) { return about_stranger(connection, given.member, "a consent"); },
              [&](const FamilyAsked& asked) { return concerns_about_family(connection, event, asked); },
              [](const auto&) { return Concerns{}; }},
        event.body);
}

std::int64_t withdraw_consents(Office& office, const database::Transaction& open, const MemberId& member,
                               const StaffName& staff)
{
    std::int64_t withdrawn{0};
    for (const Consent& before : plain_consents_of(office.connection(), member)) {
        const auto no = next_consent({&before, 1}, before.purpose, before.channel, ConsentAnswer::no, office.now_ms());
        if (!no || *no == before) continue;
        office.say(open, ConsentTold{member, *no, {}, staff, office_origin, 0}, staff.text);
        ++withdrawn;
    }
    return withdrawn;
}

Result<void> answer_consent(Office& office, const database::Transaction& open, const MemberId& member,
                            const Consent& said)
{
    const auto known = plain_consents_of(office.connection(), member);
    auto consent = next_consent(known, said.purpose, said.channel, said.answer, office.now_ms());
    if (!consent) return refuse(consent.error());
    if (std::find(known.begin(), known.end(), *consent) != known.end()) return {};
    office.say(open, ConsentTold{member, std::move(*consent), {}, {}, office_origin, 0});
    return {};
}

void tell_members(Office& office, const database::Transaction& open, const Event& event)
{
    if (is_erased(office.connection(), person_of(event.body))) return; // Nobody knows her any more.
    std::visit(Cases{[&](const MemberEnrolled& enrolled) { tell(office, open, event, enrolled); },
                     [&](const MemberCorrected& corrected) { tell(office, open, event, corrected); },
                     [&](const MemberNoted& noted) {
                         office.say(open, MemberNoteTold{noted.member, noted.note, noted.dropped, event.origin,
                                                         event.number});
                     },
                     [&](const ConsentGiven& given) {
                         office.say(open, ConsentTold{given.member, given.consent, given.store, given.staff,
                                                      event.origin, event.number});
                     },
                     [&](const FamilyAsked& asked) { tell_family(office, open, event, asked); },
                     [](const auto&) {}},
               event.body);
}

} // namespace guitai::office
