// Three generations with one purse: who joins it and who leaves it is asked for at the counter, and the head office,
// which keeps the purses, does it. A shop of its own keeps them itself, and does it at once.
#include "sync/points/family.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t name_bytes_max{100};

// All who share that purse; nobody where it is one person's alone.
std::vector<MemberProfile> family_of(const Desk& desk, const std::string& purse)
{
    std::vector<MemberProfile> family;
    if (desk.ports.member_files == nullptr || purse.empty()) return family;
    for (const RelativeView& relative : desk.ports.member_files->relatives(purse, desk.today())) {
        if (auto profile = desk.ports.members.find(relative.member.text)) family.push_back(std::move(*profile));
    }
    return family;
}

// `decided` is what a head office would say of it, as far as is known here.
Result<void> ask_family(Desk& desk, FamilyAsked asked, Result<std::vector<EventBody>> decided)
{
    if (!decided) return refuse(decided.error());
    asked.store = desk.state.view.shop.store;
    asked.staff = desk.staff();
    std::vector<EventBody> bodies{std::move(asked)};
    const bool is_alone{desk.ports.leases == nullptr};
    if (is_alone) {
        for (EventBody& body : *decided) bodies.push_back(std::move(body));
    }
    desk.write(std::move(bodies));
    show_members(desk);
    return {};
}

} // namespace

Result<void> perform(Desk& desk, const JoinFamily& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    const auto with = desk.ports.members.find(command.with);
    if (!with) return refuse("member.not_found", cut_to(command.with, name_bytes_max));
    return ask_family(desk, {profile->member, with->member, command.generation, {}, {}},
                      join_family(*profile, *with, command.generation, family_of(desk, with->account), {}));
}

Result<void> perform(Desk& desk, const LeaveFamily& command)
{
    const auto profile = customer_of(desk, command.phone_or_card, "member.not_attached");
    if (!profile) return refuse(profile.error());
    const IsTaken is_taken{[&](const std::string& account, const MemberId& but) {
        const auto others = family_of(desk, account);
        return std::any_of(others.begin(), others.end(),
                           [&](const MemberProfile& other) { return other.member != but; });
    }};
    return ask_family(desk, {profile->member, {}, Generation::none, {}, {}},
                      leave_family(*profile, family_of(desk, profile->account), is_taken, {}));
}

} // namespace guitai
