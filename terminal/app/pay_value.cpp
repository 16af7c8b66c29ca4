#include "terminal/app/pay_value.hpp"

#include "sync/events/purse_account.hpp"
#include "terminal/app/complete_sale.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/points_pay.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

namespace guitai {
namespace {

constexpr std::int64_t first_place{2}; // Of what a ticket takes out of purses; points are the first.

std::string hex_of(const PhoneMac& mac)
{
    std::string hex;
    for (const std::uint8_t byte : mac) hex += fmt::format("{:02x}", byte);
    return hex;
}

// A lot past its day stays, for the customer to be told.
Money held_of(const Desk& desk, const std::string& account)
{
    std::int64_t all{0};
    const auto sources = in_hand(desk, account);
    for (const LotPart& part : draw_points(sources, points_in(sources), desk.today())) all += part.amount;
    return Money::from_minor(all);
}

// Of the hand, less what this ticket takes already.
Money left_in_hand(const Desk& desk, const std::string& account)
{
    Money left{held_of(desk, account)};
    for (const TenderTaken& taken : desk.state.tenders) {
        if (taken.reference == account && taken.amount > Money{}) left -= taken.amount;
    }
    return std::max(left, Money{});
}

// What is in the hand goes on the ticket; `why` is said where that is nothing.
Result<void> take_from_hand(Desk& desk, const Refusal& why)
{
    const ValueWish wish{std::exchange(desk.state.value, {})};
    const Money due{std::max(desk.state.view.cart.due, Money{})}; // The ticket may have changed meanwhile.
    const Money amount{std::min({wish.amount, left_in_hand(desk, wish.account), due})};
    show_value(desk);
    if (amount.is_zero()) return due.is_zero() ? Result<void>{} : refuse(why);
    Pay command{wish.tender, amount};
    command.reference = wish.account;
    auto taken = try_tender(desk, command);
    if (!taken) return refuse(taken.error());
    take_on_ticket(desk, std::move(*taken), {});
    if (amount < wish.amount) desk.state.view.banner = {"value.part", text_of(amount), false};
    return {};
}

Refusal reason_of(const Refusal& why)
{
    if (why.code == "points.office_away") return {"value.only_offline", why.detail};
    if (why.code == "lease.not_enough") return {"value.empty", why.detail};
    return why;
}

Result<void> go_on(Desk& desk)
{
    ValueWish& wish{desk.state.value};
    const Money has{left_in_hand(desk, wish.account)};
    if (has >= wish.amount || desk.ports.leases == nullptr) return take_from_hand(desk, {"value.empty", ""});
    const auto granted = ask_for_wish(desk, wish, {wish.account, (wish.amount - has).minor(), false});
    if (!granted) return take_from_hand(desk, reason_of(granted.error()));
    if (*granted) return take_from_hand(desk, {"value.empty", ""});
    show_value(desk);
    return {};
}

struct Redemption {
    std::string name;
    const ValueSpent* spent{nullptr};
    Money left; // That may still go back.
};

Redemption redemption_of(const Desk& desk, const ReceiptNumber& receipt, const ValueSpent& spent)
{
    std::string name{part_id(receipt, spent.n)};
    const Money left{spent.amount - desk.ports.points->restored(name)};
    return {std::move(name), &spent, left};
}

ValueRestored restored_of(const Redemption& one, Money back)
{
    ValueRestored restored;
    restored.redemption = one.name;
    restored.account = one.spent->account;
    restored.amount = std::min(back, one.left);
    restored.lots = restored_parts(one.spent->lots, (one.spent->amount - one.left).minor(), restored.amount.minor());
    return restored;
}

// Of the goods that are coming back: what was paid out of purses with that tender.
std::vector<Redemption> redemptions(const Desk& desk, TenderKind tender)
{
    std::vector<Redemption> all;
    if (desk.ports.points == nullptr) return all;
    for (const auto& [receipt, known] : desk.state.sales) {
        if (known.back.lines.empty()) continue;
        for (const ValueSpent& spent : known.sale.value_spent) {
            if (value_tender(spent.account) != tender) continue;
            if (auto one = redemption_of(desk, receipt, spent); one.left > Money{}) all.push_back(std::move(one));
        }
    }
    return all;
}

Money given_back(const Desk& desk, const std::string& account)
{
    Money back;
    for (const TenderTaken& taken : desk.state.tenders) {
        if (taken.reference == account && taken.amount.is_negative()) back -= taken.amount;
    }
    return back;
}

// `back` goes into what that account had paid, one receipt after the other.
void restore(const Desk& desk, const std::string& account, Money back, SaleCompleted& sale)
{
    for (const Redemption& one : redemptions(desk, value_tender(account))) {
        if (one.spent->account != account || back.is_zero()) continue;
        sale.value_restored.push_back(restored_of(one, back));
        back -= sale.value_restored.back().amount;
    }
    assert(back.is_zero()); // give_value_back let no more through.
}

} // namespace

Result<std::string> value_purse(const Desk& desk, TenderKind tender, const std::string& code)
{
    if (tender == TenderKind::stored_value) {
        if (!desk.state.member) return refuse("value.needs_member");
        return value_account(desk.state.member->member);
    }
    const std::string known{gift_code(code)};
    if (known.empty()) return refuse("gift.bad_code");
    const SharedKey* const key{desk.ports.gift_key};
    const auto mac = key == nullptr ? std::nullopt : key->mac_of(signed_gift_code(known));
    if (!mac) return refuse("gift.no_key");
    return gift_account(known, hex_of(*mac));
}

Result<void> pay_with_value(Desk& desk, const Pay& command)
{
    if (desk.state.value.waiting) return refuse("value.asking");
    const auto account = value_purse(desk, command.tender, command.reference);
    if (!account) return refuse(account.error());
    Pay probe{command};
    probe.reference = *account;
    if (auto possible = try_tender(desk, probe); !possible) return refuse(possible.error());
    desk.state.value = {.tender = command.tender, .account = *account, .amount = command.amount};
    return go_on(desk);
}

Result<void> check_value(const Desk& desk, const std::vector<TenderTaken>& tenders)
{
    std::map<std::string, Money> drawn;
    for (const TenderTaken& taken : tenders) {
        if (is_purse_tender(taken.tender) && taken.amount > Money{}) drawn[taken.reference] += taken.amount;
    }
    for (const auto& [account, amount] : drawn) {
        const Money here{held_of(desk, account)};
        if (here < amount) return refuse("value.left_hand", text_of(here));
    }
    return {};
}

Result<void> give_value_back(Desk& desk, const Pay& command)
{
    const Money amount{command.amount.is_negative() ? -command.amount : command.amount};
    Money most;
    for (const Redemption& one : redemptions(desk, command.tender)) {
        const Money left{one.left - given_back(desk, one.spent->account)};
        most = std::max(most, left);
        if (left < amount) continue;
        Pay there{command};
        there.reference = one.spent->account;
        there.reason.clear();
        auto taken = try_tender(desk, there);
        if (!taken) return refuse(taken.error());
        take_on_ticket(desk, std::move(*taken), {});
        return {};
    }
    return refuse("refund.value_too_much", text_of(most));
}

Money value_room(const Desk& desk, TenderKind tender)
{
    Money most;
    for (const Redemption& one : redemptions(desk, tender)) {
        most = std::max(most, one.left - given_back(desk, one.spent->account));
    }
    return most;
}

bool pays_with_value(const Desk& desk, const std::string& account)
{
    if (desk.state.value.waiting && desk.state.value.account == account) return true;
    return std::any_of(desk.state.tenders.begin(), desk.state.tenders.end(), [&](const TenderTaken& taken) {
        return is_purse_tender(taken.tender) && taken.reference == account && taken.amount > Money{};
    });
}

void put_value(const Desk& desk, SaleCompleted& sale)
{
    std::map<std::string, Money> by_account; // A card may have been held out twice.
    for (const TenderTaken& taken : sale.tenders) {
        if (is_purse_tender(taken.tender)) by_account[taken.reference] += taken.amount;
    }
    for (const auto& [account, amount] : by_account) {
        if (amount.is_negative()) restore(desk, account, -amount, sale);
        if (amount <= Money{}) continue;
        ValueSpent spent;
        spent.n = first_place + std::ssize(sale.value_spent);
        spent.account = account;
        spent.amount = amount;
        spent.lots = draw_points(in_hand(desk, account), amount.minor(), desk.today());
        sale.value_spent.push_back(std::move(spent));
    }
}

std::vector<ValueRestored> restored_for(const Desk& desk, const ReceiptNumber& receipt, Money amount)
{
    const auto sale = receipt.empty() ? std::nullopt : desk.ports.days.sale(receipt);
    if (!sale || desk.ports.points == nullptr) return {};
    for (const ValueSpent& spent : sale->value_spent) {
        const Redemption one{redemption_of(desk, receipt, spent)};
        if (one.left >= amount) return {restored_of(one, amount)};
    }
    return {};
}

void go_on_with_value(Desk& desk)
{
    if (!desk.state.value.waiting || desk.state.value.busy) return;
    if (auto done = go_on(desk); !done) desk.state.view.banner = {done.error().code, done.error().detail, true};
}

bool hears_value(const Desk& desk, const HearLease& heard)
{
    return desk.state.value.waiting && desk.state.value.ask == heard.ask && !heard.refusal.empty();
}

Result<void> go_on_without_lease(Desk& desk, const HearLease& heard)
{
    return take_from_hand(desk, reason_of({heard.refusal, heard.detail}));
}

void rename_purse(TillState& state, const MemberId& before, const MemberId& now)
{
    for (TenderTaken& taken : state.tenders) {
        if (taken.reference == value_account(before)) taken.reference = value_account(now);
    }
    if (state.redeem.account == before.text) state.redeem.account = now.text;
    if (state.value.account == value_account(before)) state.value.account = value_account(now);
}

void show_value(Desk& desk)
{
    PaymentView& view{desk.state.view.payment};
    view.takes_gift_cards = desk.ports.gift_key != nullptr && desk.ports.points != nullptr;
    view.asking_value = desk.state.value.waiting;
    view.stored_back = value_room(desk, TenderKind::stored_value);
    view.gift_back = value_room(desk, TenderKind::gift_card);
}

} // namespace guitai
