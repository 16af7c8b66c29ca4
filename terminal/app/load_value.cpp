// Money is paid into a purse: a member's (储值充值), or a gift card's when it is sold.
// Takings of the drawer, and owed to the customer until it is spent.
#include "sync/events/payment_number.hpp"
#include "sync/events/purse_account.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>

namespace guitai {
namespace {

struct Purse {
    std::string account{};
    MemberId member{}; // Empty: a gift card.
    std::string whose{};
};

Result<Purse> purse_for(const Desk& desk, const LoadValue& command)
{
    if (!command.gift_code.empty()) {
        const auto account = value_purse(desk, TenderKind::gift_card, command.gift_code);
        if (!account) return refuse(account.error());
        return Purse{*account, {}, shown_account(*account)};
    }
    const auto member = customer_of(desk, command.phone_or_card, "value.needs_member");
    if (!member) return refuse(member.error());
    return Purse{value_account(member->member), member->member, shown_name(*member)};
}

// Within what the law lets one purse hold.
Result<void> check_room(const Desk& desk, const Purse& purse, Money more)
{
    const ValueRules& rules{desk.state.rules.value};
    const Money most{purse.member.empty() ? rules.gift_max : rules.member_max};
    if (most.is_zero()) return refuse("value.not_sold");
    const Money has{desk.ports.points->value(purse.account, desk.today())};
    if (has + more > most) return refuse("value.over_max", text_of(std::max(most - has, Money{})));
    return {};
}

// The highest step that is reached; of a member only, for a gift card is worth what was paid for it.
Money bonus_of(const Desk& desk, const Purse& purse, Money amount)
{
    Money bonus;
    Money reached;
    if (purse.member.empty()) return bonus;
    for (const LoadStep& step : desk.state.rules.value.steps) {
        if (step.from > amount || step.from < reached) continue;
        reached = step.from;
        bonus = step.bonus;
    }
    return bonus;
}

LotEarned lot_of(const Desk& desk, const Purse& purse, LotKind kind, Money amount, Money paid)
{
    LotEarned lot;
    lot.n = kind == LotKind::principal ? 1 : 2;
    lot.account = purse.account;
    lot.member = purse.member;
    lot.unit = LotUnit::fen;
    lot.lot_kind = kind;
    lot.amount = amount.minor();
    lot.earned_on = desk.state.shift.business_date;
    const std::int64_t days{desk.state.rules.value.bonus_days};
    if (kind == LotKind::bonus && days > 0) lot.expires_on = date_plus_days(lot.earned_on, days);
    lot.kept = keeps_what_is_born(desk);
    lot.sale = paid;
    return lot;
}

ValueLoaded loaded_by(const Desk& desk, const Purse& purse, const TenderTaken& taken)
{
    ValueLoaded loaded;
    loaded.load = desk.ports.days.counts().loads + 1;
    loaded.account = purse.account;
    loaded.member = purse.member;
    loaded.store = desk.state.view.shop.store;
    loaded.shift = desk.state.shift.shift;
    loaded.staff = desk.staff();
    loaded.business_date = desk.state.shift.business_date;
    loaded.taken = taken;
    loaded.lots.push_back(lot_of(desk, purse, LotKind::principal, taken.amount, taken.amount));
    const Money bonus{bonus_of(desk, purse, taken.amount)};
    if (!bonus.is_zero()) loaded.lots.push_back(lot_of(desk, purse, LotKind::bonus, bonus, taken.amount));
    loaded.test = desk.state.view.shop.test;
    return loaded;
}

PrintJob slip_of(const Desk& desk, const ValueLoaded& loaded, const ValueLoadedView& done)
{
    const WordOf words{desk.words()};
    const bool gift{loaded.member.empty()};
    const CounterSlip slip{gift ? "paper.gift_sold" : "paper.value_loaded", done.number,
                           gift ? "paper.gift_card" : "paper.member", done.whose};
    Page page{begin_slip(desk, slip)};
    page.pair(words("paper.value_paid_in"), text_of(done.amount));
    if (!done.bonus.is_zero()) page.pair(words("paper.value_bonus"), text_of(done.bonus));
    put_money(page, words, loaded.taken);
    page.pair(words("paper.value_left"), text_of(done.balance));
    return end_slip(page, slip, loaded.taken);
}

} // namespace

Result<void> perform(Desk& desk, const LoadValue& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (desk.ports.points == nullptr) return refuse("value.not_sold");
    const auto purse = purse_for(desk, command);
    if (!purse) return refuse(purse.error());
    const auto taken = take_at_counter({command.tender, command.amount, command.given, command.reference},
                                       "value.bad_tender");
    if (!taken) return refuse(taken.error());
    const Money bonus{bonus_of(desk, *purse, taken->amount)};
    if (auto room = check_room(desk, *purse, taken->amount + bonus); !room) return room;
    const ValueLoaded loaded{loaded_by(desk, *purse, *taken)};
    ValueLoadedView done;
    done.number = payment_number(loaded, desk.state.view.shop.till);
    done.whose = purse->whose;
    done.amount = taken->amount;
    done.bonus = bonus;
    done.given = taken->given;
    done.change = taken->change;
    done.balance = desk.ports.points->value(purse->account, desk.today()) + taken->amount + bonus;
    std::vector<EventBody> bodies{};
    begin_points_day(desk, bodies);
    bodies.emplace_back(loaded);
    desk.write(std::move(bodies), {slip_of(desk, loaded, done)});
    if (loaded.lots.front().kept) desk.state.hand.take(done.number);
    desk.ports.printer.wake();
    desk.state.view.payment.value_loaded = std::move(done);
    show_leases(desk);
    show_members(desk);
    return {};
}

Result<void> perform(Desk& desk, const LookAtGiftCard& command)
{
    desk.state.view.payment.gift_card.reset();
    const auto account = value_purse(desk, TenderKind::gift_card, command.code);
    if (!account) return refuse(account.error());
    if (desk.ports.points == nullptr) return refuse("value.not_sold");
    desk.state.view.payment.gift_card =
        GiftCardView{shown_account(*account), desk.ports.points->value(*account, desk.today())};
    return {};
}

} // namespace guitai
