#include "terminal/app/attach_member.hpp"

#include "terminal/app/file_keys.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/talk.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/phone.hpp"

#include <algorithm>
#include <array>

namespace guitai {
namespace {

constexpr std::size_t text_bytes_max{400};

// As it is kept, or as it was typed where that is no phone: a card, or nothing.
std::optional<MemberProfile> find_member(const Desk& desk, const std::string& text)
{
    if (auto found = desk.ports.members.find(text)) return found;
    const auto phone = read_phone(text);
    return phone && *phone != text ? desk.ports.members.find(*phone) : std::nullopt;
}

// What was typed, where it is none of the numbers that are kept of her: she was entered twice, and this is the other
// one. Empty: it is hers.
MemberId other_number(const MemberProfile& profile, const std::string& text)
{
    if (text == profile.member.text || text == profile.phone || text == profile.card) return {};
    const auto phone = read_phone(text);
    return phone && *phone == profile.phone ? MemberId{} : MemberId{text};
}

Result<MemberProfile> checked(const Desk& desk, MemberProfile profile)
{
    auto phone = read_phone(profile.phone);
    if (!phone) return refuse(phone.error());
    profile.phone = std::move(*phone);
    const std::array<const std::string*, 7> texts{&profile.name, &profile.reading,    &profile.form_of_address,
                                                  &profile.tier, &profile.usual_size, &profile.note, &profile.card};
    if (std::any_of(texts.begin(), texts.end(), [](const auto* text) { return text->size() > text_bytes_max; })) {
        return refuse("member.too_long");
    }
    if (!profile.birthday.empty() && !is_iso_date(profile.birthday)) {
        return refuse("member.bad_birthday", profile.birthday);
    }
    if (desk.ports.members.find(profile.phone)) return refuse("member.exists", profile.phone);
    if (!profile.card.empty() && desk.ports.members.find(profile.card)) return refuse("member.exists", profile.card);
    return profile;
}

bool is_same_phone(const std::string& text, const std::string& phone)
{
    const auto read = read_phone(text);
    return read && *read == phone;
}

// Who brought her along; empty: nobody. Asked before the phone is looked for: it may be her own.
Result<MemberId> checked_inviter(const Desk& desk, const EnrolMember& command)
{
    if (command.referred_by.empty()) return MemberId{};
    const auto phone = read_phone(command.profile.phone);
    const bool is_own_card{!command.profile.card.empty() && command.referred_by == command.profile.card};
    if (is_own_card || (phone && is_same_phone(command.referred_by, *phone))) return refuse("referral.herself");
    const auto inviter = find_member(desk, command.referred_by);
    if (!inviter) return refuse("referral.unknown", cut_to(command.referred_by, text_bytes_max));
    if (phone && inviter->phone == *phone) return refuse("referral.herself"); // By her card or number.
    return inviter->merged_into.empty() ? inviter->member : inviter->merged_into;
}

} // namespace

Result<std::string> read_phone(std::string_view text)
{
    std::string digits;
    bool only_phone_signs{true};
    for (std::size_t at{0}; at < text.size(); ++at) {
        const char c{text[at]};
        if (c >= '0' && c <= '9') digits += c;
        else if (c != ' ' && c != '-' && !(c == '+' && at == 0)) only_phone_signs = false;
    }
    if (!only_phone_signs || digits.size() < phone_digits_min || digits.size() > phone_digits_max) {
        return refuse("member.bad_phone", cut_to(text, phone_digits_max * 2));
    }
    return digits;
}

Result<void> attach_to_ticket(Desk& desk, const MemberProfile& profile)
{
    if (!desk.state.tenders.empty()) return refuse("pay.under_way");
    desk.state.view.payment.done.reset();
    advance_talk(desk, TalkStep::learn);
    // Coupons belong to whoever handed them over; a stranger may turn out to be a member.
    if (desk.state.member && desk.state.member->member != profile.member) {
        desk.state.coupons.clear();
        forget_visit(desk);
    }
    if (desk.state.keys.member != profile.member) close_files(desk);
    desk.state.redeem = {};
    desk.state.value = {};
    forget_services(desk);
    put_on_ticket(desk, profile);
    show_cart(desk);
    return {};
}

Result<void> perform(Desk& desk, const EnrolMember& command)
{
    const auto inviter = checked_inviter(desk, command);
    if (!inviter) return refuse(inviter.error());
    auto profile = checked(desk, command.profile);
    if (!profile) return refuse(profile.error());
    profile->referred_by = *inviter;
    profile->member = make_member_id(desk.state.view.shop.till, desk.ports.days.counts().members + 1);
    profile->joined_on = desk.today();
    if (profile->tier.empty()) profile->tier = no_tier;

    MemberEnrolled enrolled;
    enrolled.profile = *profile;
    enrolled.store = desk.state.view.shop.store;
    enrolled.staff = desk.staff();
    desk.write({enrolled});

    desk.state.view.member = member_view(desk, *profile);
    desk.state.view.member_not_found.clear();
    return {};
}

Result<void> perform(Desk& desk, const AttachMember& command)
{
    const auto profile = find_member(desk, command.phone_or_card);
    if (!profile) {
        desk.state.view.member_not_found = command.phone_or_card;
        return refuse("member.not_found", cut_to(command.phone_or_card, text_bytes_max));
    }
    desk.state.view.member_not_found.clear();
    auto attached = attach_to_ticket(desk, *profile);
    if (attached && desk.state.view.cart.member) {
        desk.state.view.cart.member->merged_from = other_number(*profile, command.phone_or_card);
    }
    return attached;
}

Result<void> perform(Desk& desk, const DetachMember&)
{
    if (!desk.state.member) return refuse("member.not_attached");
    if (!desk.state.tenders.empty()) return refuse("pay.under_way");
    desk.state.member.reset();
    desk.state.coupons.clear(); // They went with her.
    forget_visit(desk);
    close_files(desk);
    desk.state.redeem = {};
    desk.state.value = {};
    forget_services(desk);
    desk.state.view.cart.member.reset();
    show_cart(desk);
    tend_leases(desk);
    return {};
}

Result<void> perform(Desk& desk, const ShowMember& command)
{
    const auto profile = find_member(desk, command.phone_or_card);
    desk.state.view.member.reset();
    desk.state.view.member_not_found = profile ? "" : command.phone_or_card;
    if (!profile) return refuse("member.not_found", cut_to(command.phone_or_card, text_bytes_max));
    desk.state.view.member = member_view(desk, *profile);
    desk.state.view.member->merged_from = other_number(*profile, command.phone_or_card);
    // She was not found a moment ago, or her digits were taken for a barcode: that is over.
    const std::string& said{desk.state.view.banner.code};
    if (said == "member.not_found" || said == "scan.unknown") desk.state.view.banner = {};
    return {};
}

} // namespace guitai
