// Membership fees and services that points pay, as a clerk takes them and gives them back.
#include "tests/sim/clerk.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {

void Clerk::pay_fee()
{
    const std::string phone{phone_of(m_dice.below(6))};
    const auto found = look([&](TillStore& store) { return store.members().find(phone); });
    if (!found || !*found) return;
    const MemberId member{(*found)->member};
    PayMembership command;
    command.phone_or_card = phone;
    command.tender = m_dice.percent(60) ? TenderKind::cash : TenderKind::wallet;
    act(command, "membership_paid",
        [&] { m_tally.pay_fee(m_till.number(), member, command.tender); });
}

// What the till wrote last of that kind; the clerk reads it on the slip.
MembershipRefunded Clerk::last_refund() const
{
    const auto& lines = m_till.acknowledged();
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        const auto event = decode(*line);
        if (const auto* refunded = event ? std::get_if<MembershipRefunded>(&event->body) : nullptr) return *refunded;
    }
    return {};
}

// She says that she does not come any more; now and then somebody says it twice.
void Clerk::give_fee_back()
{
    RefundMembership command;
    command.phone_or_card = phone_of(m_dice.below(6));
    command.reason = "不来了";
    const Did did{act_with_owner(command, "membership_refunded", [&] {
        const MembershipRefunded refunded{last_refund()};
        std::int64_t points{0};
        for (const LotPart& part : refunded.lots) points += part.amount;
        const auto wrong = m_tally.give_fee_back(m_till.number(), refunded.fee, -refunded.given.amount.minor(), points);
        if (!wrong.empty()) wonder(wrong);
    })};
    if (did == Did::yes && m_till.view().payment.asking_fee) wonder("waits for an answer that it has");
}

// Of the chain's services one that her goods answer, or one that they do not. False where the ticket is lost.
bool Clerk::take_service(Ticket& ticket)
{
    const bool answered{std::any_of(ticket.wishes.begin(), ticket.wishes.end(), [&](const Wish& wish) {
        return m_chain.item(wish.sku).category == m_chain.items.front().category;
    })};
    const std::int64_t total{m_till.view().cart.total.minor()};
    const std::int64_t earning{m_till.view().cart.points_earned};
    const Did did{act(AddService{std::string{service_name}})};
    if (did == Did::down || m_name.empty() || lost_coupon(ticket)) return false;
    if (did == Did::no) {
        const std::string& code{m_till.refusal().code};
        if (answered && code == "service.needs_purchase") wonder("does not see what a service needs");
        return true;
    }
    if (!answered) wonder("gives a service without what it needs");
    if (m_till.view().cart.total.minor() != total || m_till.view().cart.points_earned != earning) {
        wonder("lets a service cost money or earn points");
    }
    ticket.services = service_points;
    return true;
}

// Of its own receipts; the points go home, the goods stay where they are.
void Clerk::give_service_back()
{
    TillTally& own{m_tally.tills.at(m_till.number())};
    std::vector<SoldTally*> served;
    for (SoldTally& sale : own.sold) {
        if (sale.services > 0) served.push_back(&sale);
    }
    if (served.empty()) return;
    SoldTally& sale{*m_dice.pick(served)};
    const Did did{act(ReturnService{{sale.receipt}, std::string{service_name}, "不去了"}, "service_returned",
                      [&] { m_tally.give_service_back(sale); })};
    if (did == Did::no && !sale.service_back) {
        wonder(fmt::format("keeps the service of {}: {}", sale.receipt, m_till.refusal().code));
    }
}

} // namespace guitai::sim
