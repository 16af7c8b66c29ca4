// A member pays back what she owes (挂账还款): takings of the drawer, nobody's turnover.
#include "sync/events/payment_number.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {
namespace {

Result<TenderTaken> taken_for(const PayAccount& command, Money owed)
{
    if (owed <= Money{}) return refuse("account.nothing_owed");
    auto taken = take_at_counter({command.tender, command.amount, command.given, command.reference},
                                 "account.bad_tender");
    if (taken && taken->amount > owed) return refuse("account.more_than_owed", text_of(owed));
    return taken;
}

PrintJob slip_of(const Desk& desk, const AccountPaid& paid, const std::string& whose, Money owed_after)
{
    const WordOf words{desk.words()};
    const CounterSlip slip{"paper.account_paid", payment_number(paid, desk.state.view.shop.till), "paper.member",
                           whose};
    Page page{begin_slip(desk, slip)};
    page.pair(words("paper.account_amount"), text_of(paid.taken.amount));
    put_money(page, words, paid.taken);
    page.pair(words("paper.account_owed"), text_of(owed_after));
    return end_slip(page, slip, paid.taken);
}

} // namespace

Result<void> perform(Desk& desk, const PayAccount& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    const auto member = customer_of(desk, command.phone_or_card, "account.needs_member");
    if (!member) return refuse(member.error());
    const Money owed{desk.ports.members.owed(member->member)};
    const auto taken = taken_for(command, owed);
    if (!taken) return refuse(taken.error());
    AccountPaid paid;
    paid.payment = desk.ports.days.counts().payments + 1;
    paid.member = member->member;
    paid.store = desk.state.view.shop.store;
    paid.shift = desk.state.shift.shift;
    paid.staff = desk.staff();
    paid.business_date = desk.state.shift.business_date;
    paid.taken = *taken;
    paid.test = desk.state.view.shop.test;
    const Money left{owed - taken->amount};
    const std::string name{shown_name(*member)};
    desk.write({paid}, {slip_of(desk, paid, name, left)});
    desk.ports.printer.wake();
    desk.state.view.payment.account_paid = AccountPaidView{paid.payment, name, taken->amount, taken->given,
                                                           taken->change, left};
    show_members(desk);
    return {};
}

} // namespace guitai
