// A membership fee is paid (会费): it makes her a paying member for so many months and brings
// points at once. Takings of the drawer, and no turnover of goods.
#include "sync/events/payment_number.hpp"
#include "terminal/app/club.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

// Who pays before the last one is over has the new one after it.
std::string until_of(const Desk& desk, const MemberProfile& member)
{
    const std::string today{desk.state.shift.business_date};
    const std::string before{paying_until(desk.ports.club->fees(member.member), today)};
    return date_plus_months(std::max(before, today), desk.state.rules.membership.months);
}

LotEarned lot_of(const Desk& desk, const MemberProfile& member, Money paid)
{
    LotEarned lot;
    lot.account = member.purse();
    lot.member = member.member;
    lot.amount = desk.state.rules.membership.points;
    lot.earned_on = desk.state.shift.business_date;
    lot.expires_on = until_of(desk, member);
    lot.kept = keeps_what_is_born(desk);
    lot.sale = paid;
    return lot;
}

MembershipPaid paid_by(const Desk& desk, const MemberProfile& member, const TenderTaken& taken)
{
    MembershipPaid paid;
    paid.fee = desk.ports.days.counts().fees + 1;
    paid.member = member.member;
    paid.store = desk.state.view.shop.store;
    paid.shift = desk.state.shift.shift;
    paid.staff = desk.staff();
    paid.business_date = desk.state.shift.business_date;
    paid.taken = taken;
    paid.lot = lot_of(desk, member, taken.amount);
    paid.test = desk.state.view.shop.test;
    return paid;
}

PrintJob slip_of(const Desk& desk, const MembershipPaid& paid, const FeeDoneView& done)
{
    const WordOf words{desk.words()};
    const CounterSlip slip{"paper.fee_paid", done.number, "paper.member", done.whose};
    Page page{begin_slip(desk, slip)};
    page.pair(words("paper.fee"), text_of(done.amount));
    put_money(page, words, paid.taken);
    page.pair(words("paper.fee_points"), std::to_string(done.points));
    page.pair(words("paper.fee_until"), done.paid_until);
    return end_slip(page, slip, paid.taken);
}

} // namespace

Result<void> perform(Desk& desk, const PayMembership& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    const Money fee{desk.state.view.payment.membership.fee};
    if (fee.is_zero()) return refuse("fee.not_sold");
    const auto member = customer_of(desk, command.phone_or_card, "fee.needs_member");
    if (!member) return refuse(member.error());
    if (!command.amount.is_zero() && command.amount != fee) return refuse("fee.wrong_amount", text_of(fee));
    const auto taken = take_at_counter({command.tender, fee, command.given, command.reference}, "fee.bad_tender");
    if (!taken) return refuse(taken.error());
    const MembershipPaid paid{paid_by(desk, *member, *taken)};
    FeeDoneView done;
    done.number = payment_number(paid, desk.state.view.shop.till);
    done.whose = shown_name(*member);
    done.amount = taken->amount;
    done.given = taken->given;
    done.change = taken->change;
    done.tender = taken->tender;
    done.points = paid.lot.amount;
    done.paid_until = paid.lot.expires_on;
    std::vector<EventBody> bodies{};
    begin_points_day(desk, bodies);
    bodies.emplace_back(paid);
    desk.write(std::move(bodies), {slip_of(desk, paid, done)});
    if (paid.lot.kept) desk.state.hand.take(done.number);
    desk.ports.printer.wake();
    desk.state.view.payment.fee_done = std::move(done);
    show_leases(desk);
    show_members(desk);
    return {};
}

} // namespace guitai
