#include "terminal/app/club.hpp"

#include <algorithm>

namespace guitai {

std::string paying_until(const std::vector<FeeView>& fees, std::string_view today)
{
    std::string until;
    for (const FeeView& fee : fees) {
        if (!fee.refunded && fee.paid_until >= today) until = std::max(until, fee.paid_until);
    }
    return until;
}

void show_fees(const Desk& desk, MemberView& view)
{
    if (desk.ports.club == nullptr) return;
    view.fees = desk.ports.club->fees(view.profile.member);
    view.paying_until = paying_until(view.fees, desk.today());
}

void show_membership(Desk& desk)
{
    PaymentView& view{desk.state.view.payment};
    const bool possible{desk.ports.club != nullptr && desk.ports.points != nullptr};
    view.membership = possible ? desk.state.rules.membership : MembershipRules{};
    view.asking_fee = desk.state.fee.waiting;
}

} // namespace guitai
