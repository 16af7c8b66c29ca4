#include "terminal/app/member_file.hpp"

#include "sync/events/consent.hpp"
#include "sync/events/profile_part.hpp"
#include "terminal/app/attach_member.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/own_file.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace guitai {
namespace {

constexpr std::size_t about_bytes_max{200};
constexpr std::size_t value_bytes_max{400};
constexpr std::size_t notes_max{50};

// What a shop asks for, one at a visit, the most useful first.
constexpr std::array<ProfilePart, 5> asked_for{ProfilePart::name, ProfilePart::form_of_address,
                                               ProfilePart::usual_size, ProfilePart::birthday, ProfilePart::note};

bool has_control_characters(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

Result<MemberProfile> customer(const Desk& desk, const std::string& phone_or_card)
{
    return customer_of(desk, phone_or_card, "member.not_attached");
}

Result<std::string> checked_value(const Desk& desk, const MemberProfile& profile, const CorrectMember& command)
{
    if (auto good = check_part(command.part, command.value); !good) return refuse(good.error());
    if (command.part != ProfilePart::phone && command.part != ProfilePart::card) return command.value;
    std::string value{command.value};
    if (command.part == ProfilePart::phone) {
        auto phone = read_phone(command.value);
        if (!phone) return refuse(phone.error());
        value = std::move(*phone);
    }
    const auto other = value.empty() ? std::nullopt : desk.ports.members.find(value);
    if (other && other->member != profile.member) return refuse("member.exists", value);
    return value;
}

std::optional<ProfilePart> first_missing(const MemberProfile& profile)
{
    for (const ProfilePart part : asked_for) {
        if (part_of(profile, part).empty()) return part;
    }
    return std::nullopt;
}

void show_usual_sizes(MemberView& view)
{
    for (const Purchase& bought : view.last_purchases) {
        const auto& sizes = view.usual_sizes;
        const bool known{std::any_of(sizes.begin(), sizes.end(),
                                     [&](const UsualSize& size) { return size.category == bought.category; })};
        if (!known && !bought.category.empty() && !bought.size.empty()) {
            view.usual_sizes.push_back({bought.category, bought.size});
        }
    }
}

// She is to meet the same person again. Of two who served her as often, the one who did last.
void show_usual_adviser(MemberView& view)
{
    std::map<StaffName, std::set<std::int64_t>> visits;
    for (const Purchase& bought : view.last_purchases) visits[bought.served_by].insert(bought.at_ms);
    std::pair<std::size_t, std::int64_t> most{};
    for (const auto& [staff, moments] : visits) {
        const std::pair<std::size_t, std::int64_t> hers{moments.size(), *moments.rbegin()};
        if (staff.empty() || hers <= most) continue;
        most = hers;
        view.usual_adviser = staff;
    }
}

// With the names of the offers in force; of one that is not, its id.
void show_coupons(const Desk& desk, MemberView& view)
{
    view.coupons = desk.ports.member_files->coupons(view.profile.member, desk.today());
    const auto offers = desk.ports.offers == nullptr ? nullptr : desk.ports.offers->in_force();
    for (HeldCouponView& coupon : view.coupons) {
        const pricing::Promotion* const offer{offers ? offers->find(coupon.promotion) : nullptr};
        coupon.name = offer != nullptr ? offer->name_zh : coupon.promotion;
        coupon.name_en = offer != nullptr && !offer->name_en.empty() ? offer->name_en : coupon.name;
    }
}

std::string tier_in(const std::optional<TierStanding>& standing, const TierGiven& given)
{
    if (!standing) return given.tier;
    return standing->tier.empty() ? std::string{no_tier} : standing->tier;
}

} // namespace

Result<void> check_part(ProfilePart part, const std::string& value)
{
    if (value.size() > value_bytes_max) return refuse("member.too_long");
    if (has_control_characters(value)) return refuse("member.bad_text");
    if (value.empty()) return {};
    if (part == ProfilePart::birthday && !is_iso_date(value)) return refuse("member.bad_birthday", value);
    if (part == ProfilePart::payday && !is_day_of_month(value)) return refuse("member.bad_payday", value);
    return {};
}

std::optional<TierStanding> standing_of(const Desk& desk, const MemberId& member, const TierGiven& given)
{
    if (desk.ports.member_files == nullptr || desk.state.tiers.steps.empty()) return std::nullopt;
    return tier_standing(desk.state.tiers, desk.ports.member_files->earnings(member), given, desk.today());
}

std::string tier_today(const Desk& desk, const MemberId& member, const TierGiven& given)
{
    return tier_in(standing_of(desk, member, given), given);
}

MemberProfile with_tier(const Desk& desk, MemberProfile profile)
{
    profile.tier = tier_today(desk, profile.member, {profile.tier, profile.tier_until});
    return profile;
}

void show_member_file(const Desk& desk, MemberView& view)
{
    const TierGiven given{view.profile.tier, view.profile.tier_until};
    view.tier = standing_of(desk, view.profile.member, given);
    view.profile.tier = tier_in(view.tier, given);
    view.asked_parts = static_cast<std::int64_t>(asked_for.size());
    view.known_parts = std::count_if(asked_for.begin(), asked_for.end(), [&](ProfilePart part) {
        return !part_of(view.profile, part).empty();
    });
    if (!desk.state.question_done) view.question = first_missing(view.profile);
    show_usual_sizes(view);
    show_usual_adviser(view);
    if (desk.ports.member_files == nullptr) return;
    view.family = desk.ports.member_files->relatives(view.profile.account, desk.today());
    view.notes = desk.ports.member_files->notes(view.profile.member);
    view.consents = desk.ports.member_files->consents(view.profile.member);
    for (Consent& consent : view.consents) consent.answer = answer_today(consent, desk.now_ms());
    show_coupons(desk, view);
}

void show_her(Desk& desk, const MemberId& member)
{
    const auto profile = desk.ports.members.find(member.text);
    if (!profile) return;
    if (desk.state.member && desk.state.member->member == member) {
        put_on_ticket(desk, *profile);
        show_cart(desk);
    }
    const bool looked_at{desk.state.view.member && desk.state.view.member->profile.member == member};
    const bool on_ticket{desk.state.member && desk.state.member->member == member};
    if (looked_at || !on_ticket) desk.state.view.member = member_view(desk, *profile);
    show_own_file(desk);
}

Result<void> perform(Desk& desk, const NoteMember& command)
{
    const auto profile = customer(desk, command.phone_or_card);
    if (!profile) return refuse(profile.error());
    if (desk.ports.member_files == nullptr || command.about.empty()) return refuse("member.empty_note");
    if (command.about.size() > about_bytes_max) return refuse("note.too_long");
    if (has_control_characters(command.about)) return refuse("member.bad_text");
    const auto notes = desk.ports.member_files->notes(profile->member);
    if (notes.size() >= notes_max) return refuse("member.notes_full", std::to_string(notes_max));
    const bool known{std::any_of(notes.begin(), notes.end(), [&](const MemberNote& note) {
        return note.note_kind == command.kind && note.about == command.about;
    })};
    if (known) return refuse("member.noted_already", command.about);

    MemberNoted noted;
    noted.member = profile->member;
    noted.note = {make_note_id(desk.state.view.shop.till, desk.ports.days.counts().notes + 1), command.kind,
                  command.about, desk.today()};
    noted.store = desk.state.view.shop.store;
    noted.staff = desk.staff();
    desk.write({std::move(noted)});
    show_her(desk, profile->member);
    return {};
}

Result<void> perform(Desk& desk, const DropNote& command)
{
    const auto profile = customer(desk, command.phone_or_card);
    if (!profile) return refuse(profile.error());
    const auto notes = desk.ports.member_files == nullptr ? std::vector<MemberNote>{}
                                                          : desk.ports.member_files->notes(profile->member);
    const auto found = std::find_if(notes.begin(), notes.end(),
                                    [&](const MemberNote& note) { return note.note == command.note; });
    if (found == notes.end()) return refuse("member.no_such_note", command.note.text);

    desk.write({MemberNoted{profile->member, *found, true, desk.state.view.shop.store, desk.staff()}});
    show_her(desk, profile->member);
    return {};
}

Result<void> perform(Desk& desk, const CorrectMember& command)
{
    const auto profile = customer(desk, command.phone_or_card);
    if (!profile) return refuse(profile.error());
    auto value = checked_value(desk, *profile, command);
    if (!value) return refuse(value.error());
    const bool answers{desk.state.view.cart.member && desk.state.view.cart.member->question == command.part};
    if (part_of(*profile, command.part) == *value) return {};

    MemberCorrected corrected;
    corrected.member = profile->member;
    corrected.part = command.part;
    corrected.value = std::move(*value);
    corrected.store = desk.state.view.shop.store;
    corrected.staff = desk.staff();
    desk.write({std::move(corrected)});
    if (answers) desk.state.question_done = true;
    show_her(desk, profile->member);
    return {};
}

Result<void> perform(Desk& desk, const SkipQuestion&)
{
    desk.state.question_done = true;
    for (auto* view : {&desk.state.view.cart.member, &desk.state.view.member}) {
        if (*view) (*view)->question.reset();
    }
    return {};
}

Result<void> perform(Desk& desk, const AnswerConsent& command)
{
    const auto profile = customer(desk, command.phone_or_card);
    if (!profile) return refuse(profile.error());
    if (desk.ports.member_files == nullptr) return refuse("consent.bad_answer");
    const auto known = desk.ports.member_files->consents(profile->member);
    auto consent = next_consent(known, command.purpose, command.channel, command.answer, desk.now_ms());
    if (!consent) return refuse(consent.error());
    if (std::find(known.begin(), known.end(), *consent) != known.end()) return {};

    ConsentGiven given;
    given.member = profile->member;
    given.consent = std::move(*consent);
    given.store = desk.state.view.shop.store;
    given.staff = speaker(desk);
    desk.write({std::move(given)});
    show_her(desk, profile->member);
    return {};
}

} // namespace guitai
