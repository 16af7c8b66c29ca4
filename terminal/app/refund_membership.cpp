// The unused part of a membership fee goes back: the fee times the points of its lot that are left,
// divided by those it brought, rounded down to the fen; and those points with it, out of that very
// lot. Only where this till holds all that is left of them: what may be spent elsewhere at this
// moment is not unused.
#include "sync/events/override_action.hpp"
#include "sync/events/payment_number.hpp"
#include "terminal/app/club.hpp"
#include "terminal/app/counter_payment.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/shift.hpp"

#include <algorithm>
#include <numeric>

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

struct Unused {
    std::vector<LotPart> lots{};
    std::int64_t points{0};
    Money money{};
};

// The one that is meant: by its number, or her last one that did not go back yet.
Result<FeeView> fee_of(const Desk& desk, const RefundMembership& command, const MemberProfile& member)
{
    if (desk.ports.club == nullptr || desk.ports.points == nullptr) return refuse("fee.none");
    const std::vector<FeeView> fees{desk.ports.club->fees(member.member)};
    const auto found = std::find_if(fees.begin(), fees.end(), [&](const FeeView& fee) {
        return command.fee.empty() ? !fee.refunded : fee.fee == command.fee;
    });
    if (found != fees.end() && !found->refunded) return *found;
    const bool went_back{command.fee.empty() ? !fees.empty() : found != fees.end()};
    return refuse(went_back ? "fee.refunded_already" : "fee.none", shown_name(member));
}

Unused unused_of(const Desk& desk, const FeeView& fee, const std::string& account)
{
    const std::string lot{part_id(fee.fee, 1)};
    std::vector<PointsSource> sources{in_hand(desk, account)};
    for (PointsSource& source : sources) {
        std::erase_if(source.lots, [&](const LeaseLot& one) { return one.lot != lot; });
    }
    Unused unused;
    unused.lots = draw_points(sources, fee.points, desk.today());
    for (const LotPart& part : unused.lots) unused.points += part.amount;
    if (fee.points > 0) {
        __extension__ using Wide = __int128;
        unused.money = Money::from_minor(
            static_cast<std::int64_t>(static_cast<Wide>(fee.amount.minor()) * unused.points / fee.points));
    }
    return unused;
}

std::int64_t good_in_hand(const Desk& desk, const std::string& account)
{
    const std::vector<LotPart> parts{
        draw_points(in_hand(desk, account), std::numeric_limits<std::int64_t>::max(), desk.today())};
    return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                           [](std::int64_t sum, const LotPart& part) { return sum + part.amount; });
}

// Whether nothing of the lot can be anywhere else: it was born into this hand, or all that she has is in it.
bool holds_all(const Desk& desk, const FeeView& fee, const std::string& account)
{
    if (desk.ports.leases == nullptr || desk.state.hand.holds(fee.fee)) return true;
    return good_in_hand(desk, account) >= desk.ports.members.points(fee.member, desk.today()).balance;
}

// What the ticket in hand is to pay with must still be there when it is paid.
bool ticket_draws_on(const Desk& desk, const std::string& account)
{
    const bool draws{desk.state.redeem.wanted > 0 || desk.state.service.waiting || !desk.state.services.empty()};
    return draws && desk.state.member && desk.state.member->purse() == account;
}

Refusal why_not(const Refusal& refusal)
{
    if (refusal.code == "points.office_away") return {"fee.only_where_held", ""};
    const bool elsewhere{refusal.code == "lease.not_enough" || refusal.code == "lease.asked_back"};
    return elsewhere ? Refusal{"fee.points_elsewhere", ""} : refusal;
}

// True: what can be had of her points is in the hand. False: it is waited for.
Result<bool> fetch(Desk& desk, const FeeView& fee, const RefundMembership& command, const std::string& account)
{
    FeeWish& wish{desk.state.fee};
    wish.waiting = false; // The answer is here, or nobody asked.
    wish.command = command;
    wish.account = account;
    if (holds_all(desk, fee, account)) return true;
    const std::int64_t most{std::max<std::int64_t>(1, desk.state.rules.points.till_cap)};
    auto granted = ask_for_wish(desk, wish, {account, most, false});
    if (!granted) return refuse(why_not(granted.error()));
    if (!*granted) return false;
    wish.waiting = false;
    if (!holds_all(desk, fee, account)) return refuse("fee.points_elsewhere");
    return true;
}

Result<void> may_give(Desk& desk, const RefundMembership& command, const FeeView& fee, Money money)
{
    if (fee.tender == TenderKind::cash) {
        const DayReader::Shift& shift{desk.state.shift};
        const Money drawer{expected_cash(shift.float_amount, desk.ports.days.takings_of_shift(shift.shift))};
        if (money > drawer) return refuse("cash.not_enough", text_of(drawer));
    }
    if (money <= desk.limit().refund_max || !desk.state.approved_by.empty()) return {};
    OverrideGiven given;
    given.action = override_action::membership_refund;
    given.reason = command.reason;
    given.subject = fee.fee;
    given.amount = money;
    RefundMembership again{command};
    again.fee = fee.fee;
    again.phone_or_card = fee.member.text;
    return ask_approval(desk, again, "fee.needs_approval", std::move(given));
}

MembershipRefunded refunded_by(const Desk& desk, const FeeView& fee, const std::string& account, const Unused& unused)
{
    MembershipRefunded refunded;
    refunded.refund = desk.ports.days.counts().fee_refunds + 1;
    refunded.fee = fee.fee;
    refunded.member = fee.member;
    refunded.account = account;
    refunded.store = desk.state.view.shop.store;
    refunded.shift = desk.state.shift.shift;
    refunded.staff = desk.staff();
    refunded.business_date = desk.state.shift.business_date;
    refunded.given.tender = fee.tender;
    refunded.given.amount = -unused.money;
    refunded.given.given = -unused.money;
    refunded.given.reference = fee.reference;
    refunded.lots = unused.lots;
    refunded.test = desk.state.view.shop.test;
    return refunded;
}

PrintJob slip_of(const Desk& desk, const MembershipRefunded& refunded, const FeeDoneView& done)
{
    const WordOf words{desk.words()};
    const CounterSlip slip{"paper.fee_refunded", done.number, "paper.member", done.whose};
    Page page{begin_slip(desk, slip)};
    page.pair(words("paper.fee_slip"), refunded.fee);
    page.pair(words("paper.fee_points_back"), std::to_string(-done.points));
    put_money(page, words, refunded.given);
    return end_slip(page, slip, refunded.given);
}

void give(Desk& desk, const MemberProfile& member, const FeeView& fee, const Unused& unused)
{
    const MembershipRefunded refunded{refunded_by(desk, fee, member.purse(), unused)};
    FeeDoneView done;
    done.number = payment_number(refunded, desk.state.view.shop.till);
    done.whose = shown_name(member);
    done.amount = refunded.given.amount;
    done.tender = fee.tender;
    done.points = -unused.points;
    std::vector<EventBody> bodies{};
    begin_points_day(desk, bodies);
    bodies.emplace_back(refunded);
    desk.write(std::move(bodies), {slip_of(desk, refunded, done)});
    desk.ports.printer.wake();
    done.paid_until = paying_until(desk.ports.club->fees(member.member), desk.today());
    desk.state.view.payment.fee_done = std::move(done);
}

// Everything but finding out what is in the hand.
Result<void> refund(Desk& desk, const RefundMembership& command, const MemberProfile& member, const FeeView& fee)
{
    const Unused unused{unused_of(desk, fee, member.purse())};
    if (unused.money.is_zero()) return refuse("fee.nothing_unused", fee.fee);
    if (auto may = may_give(desk, command, fee, unused.money); !may) return may;
    give(desk, member, fee, unused);
    desk.state.fee = {};
    tend_leases(desk);
    show_leases(desk);
    show_members(desk);
    return {};
}

Result<void> try_refund(Desk& desk, const RefundMembership& command)
{
    const auto member = customer_of(desk, command.phone_or_card, "fee.needs_member");
    if (!member) return refuse(member.error());
    const auto fee = fee_of(desk, command, *member);
    if (!fee) return refuse(fee.error());
    if (ticket_draws_on(desk, member->purse())) return refuse("fee.ticket_uses_points");
    const auto ready = fetch(desk, *fee, command, member->purse());
    if (!ready) return refuse(ready.error());
    if (!*ready) return {};
    return refund(desk, command, *member, *fee);
}

// Where a second person is asked, the points stay in the hand until it is done or given up.
Result<void> keep_or_forget(Desk& desk, Result<void> done)
{
    const bool asks{desk.state.pending && std::holds_alternative<RefundMembership>(desk.state.pending->command)};
    if (!done && !asks) {
        desk.state.fee = {};
        tend_leases(desk);
    }
    show_membership(desk);
    return done;
}

} // namespace

bool refunds_fee_of(const Desk& desk, const std::string& account)
{
    if (desk.state.fee.account != account) return false;
    return desk.state.fee.waiting ||
           (desk.state.pending && std::holds_alternative<RefundMembership>(desk.state.pending->command));
}

void go_on_with_fee(Desk& desk)
{
    if (!desk.state.fee.waiting || desk.state.fee.busy) return;
    const RefundMembership command{desk.state.fee.command};
    const auto done = desk.state.staff ? keep_or_forget(desk, try_refund(desk, command))
                                       : keep_or_forget(desk, refuse("staff.not_signed_in"));
    if (!done) desk.state.view.banner = {done.error().code, done.error().detail, true};
}

bool hears_fee(const Desk& desk, const HearLease& heard)
{
    return desk.state.fee.waiting && desk.state.fee.ask == heard.ask && !heard.refusal.empty();
}

Result<void> refund_without_lease(Desk& desk, const HearLease& heard)
{
    return keep_or_forget(desk, refuse(why_not({heard.refusal, heard.detail})));
}

Result<void> perform(Desk& desk, const RefundMembership& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (command.reason.empty() || command.reason.size() > reason_bytes_max) return refuse("fee.needs_reason");
    if (desk.state.fee.waiting) return refuse("fee.asking");
    desk.state.fee = {};
    return keep_or_forget(desk, try_refund(desk, command));
}

} // namespace guitai
