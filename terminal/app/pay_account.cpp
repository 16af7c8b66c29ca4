// A member pays back what she owes (挂账还款): takings of the drawer, nobody's turnover.
#include "sync/events/payment_number.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/tender.hpp"

namespace guitai {
namespace {

constexpr std::size_t reference_bytes_max{100};

Result<MemberProfile> payer(const Desk& desk, const PayAccount& command)
{
    if (command.phone_or_card.empty()) {
        if (desk.state.member) return *desk.state.member;
        return refuse("account.needs_member");
    }
    if (auto found = desk.ports.members.find(command.phone_or_card)) return std::move(*found);
    return refuse("member.not_found", cut_to(command.phone_or_card, reference_bytes_max));
}

Result<TenderTaken> taken_for(const PayAccount& command, Money owed)
{
    if (owed <= Money{}) return refuse("account.nothing_owed");
    const bool cash{command.tender == TenderKind::cash};
    if (!cash && command.tender != TenderKind::card && command.tender != TenderKind::wallet) {
        return refuse("account.bad_tender", std::string{word_of(command.tender)});
    }
    if (command.amount <= Money{}) return refuse("pay.bad_amount", text_of(command.amount));
    if (command.amount > owed) return refuse("account.more_than_owed", text_of(owed));
    const Money given{command.given.is_zero() ? command.amount : command.given};
    if (given < command.amount) return refuse("pay.bad_amount", text_of(given));
    if (given - command.amount > (cash ? change_max : Money{})) return refuse("pay.too_much", text_of(given));
    TenderTaken taken;
    taken.tender = command.tender;
    taken.amount = command.amount;
    taken.given = given;
    taken.change = given - command.amount;
    taken.reference = cut_to(command.reference, reference_bytes_max);
    return taken;
}

PrintJob slip_of(const Desk& desk, const AccountPaid& paid, const MemberProfile& member, Money owed_after)
{
    const WordOf words{desk.words()};
    const ShopView& shop{desk.state.view.shop};
    Page page{desk.ports.paper_columns};
    if (shop.test) page.centred(words("paper.test"));
    page.centred(shop.name);
    page.centred(words("paper.account_paid"));
    page.rule();
    page.pair(words("paper.number"), payment_number(paid, shop.till));
    page.pair(words("paper.date"), date_and_minute(desk.now_ms(), shop.utc_offset_minutes));
    page.pair(words("paper.staff"), paid.staff.text);
    page.pair(words("paper.member"), member.name.empty() ? member.phone : member.name);
    page.rule();
    page.pair(words("paper.account_amount"), text_of(paid.taken.amount));
    page.pair(words("tender." + std::string{word_of(paid.taken.tender)}), text_of(paid.taken.given));
    if (!paid.taken.change.is_zero()) page.pair(words("paper.change"), text_of(paid.taken.change));
    page.pair(words("paper.account_owed"), text_of(owed_after));
    PrintJob job;
    job.text = page.str();
    job.barcode = payment_number(paid, shop.till);
    job.open_drawer = paid.taken.tender == TenderKind::cash;
    return job;
}

} // namespace

Result<void> perform(Desk& desk, const PayAccount& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    const auto member = payer(desk, command);
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
    desk.write({paid}, {slip_of(desk, paid, *member, left)});
    desk.ports.printer.wake();
    const std::string name{member->name.empty() ? member->phone : member->name};
    desk.state.view.payment.account_paid = AccountPaidView{paid.payment, name, taken->amount, taken->given,
                                                           taken->change, left};
    show_members(desk);
    return {};
}

} // namespace guitai
