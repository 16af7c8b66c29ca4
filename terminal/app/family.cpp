// Three generations with one purse: who joins it and who leaves it is asked for at the counter, and the head office,
// which keeps the purses, does it.
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

constexpr std::size_t name_bytes_max{100};

Result<void> ask_family(Desk& desk, FamilyAsked asked)
{
    asked.store = desk.state.view.shop.store;
    asked.staff = desk.staff();
    desk.write({std::move(asked)});
    show_members(desk);
    return {};
}

} // namespace

Result<void> perform(Desk& desk, const JoinFamily& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    if (command.generation == Generation::none) return refuse("family.bad_generation");
    const auto with = desk.ports.members.find(command.with);
    if (!with) return refuse("member.not_found", cut_to(command.with, name_bytes_max));
    if (with->member == profile->member) return refuse("family.herself");
    if (!profile->account.empty()) {
        return profile->account == with->account ? refuse("family.already") : refuse("family.leave_first");
    }
    return ask_family(desk, {profile->member, with->member, command.generation, {}, {}});
}

Result<void> perform(Desk& desk, const LeaveFamily& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    if (profile->account.empty()) return refuse("family.in_none");
    return ask_family(desk, {profile->member, {}, Generation::none, {}, {}});
}

} // namespace guitai
