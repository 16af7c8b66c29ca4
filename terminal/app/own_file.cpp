#include "terminal/app/own_file.hpp"

#include "sync/events/password.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/file_keys.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t accesses_shown{50};
constexpr std::int64_t orders_shown{20};

OwnFileView own_view(const Desk& desk, const MemberProfile& profile)
{
    OwnFileView own;
    own.member = whole_member_view(desk, profile); // Nothing is hidden from herself.
    const MemberFileReader& files{*desk.ports.member_files};
    own.lots = files.lots(profile.member, desk.today());
    own.orders = desk.ports.orders.of_member(profile.member, orders_shown);
    own.accesses = files.accesses(profile.member, accesses_shown);
    own.asked = files.wishes(profile.member);
    return own;
}

} // namespace

void show_own_file(Desk& desk)
{
    auto& own = desk.state.view.own;
    if (!own) return;
    const std::int64_t closes_at_ms{own->closes_at_ms};
    const auto profile = desk.ports.members.find(own->member.profile.member.text);
    if (!profile) return own.reset();
    own = own_view(desk, *profile);
    own->closes_at_ms = closes_at_ms;
}

StaffName speaker(const Desk& desk) { return desk.state.view.own ? StaffName{} : desk.staff(); }

Result<void> perform(Desk& desk, const ShowOwnFile& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    close_files(desk);
    if (auto right = check_password(desk, *profile, command.password); !right) return right;
    (void)record(desk, {FileAccessed{profile->member, FileAccess::own, {}, Role::clerk,
                                     desk.state.view.shop.store}});
    desk.state.view.own = own_view(desk, *profile);
    desk.state.view.own->closes_at_ms = desk.now_ms() + file_open_ms;
    return {};
}

Result<void> perform(Desk& desk, const AskPrivacy& command)
{
    const auto& own = desk.state.view.own;
    if (!own) return refuse("own.not_open");
    const bool asked{std::find(own->asked.begin(), own->asked.end(), command.wish) != own->asked.end()};
    if (asked) return {};
    desk.write({PrivacyAsked{own->member.profile.member, command.wish, desk.state.view.shop.store, {}}});
    show_own_file(desk);
    return {};
}

} // namespace guitai
