#include "terminal/app/redeem_points.hpp"

#include "sync/points/points.hpp"
#include "terminal/app/carried_lease.hpp"
#include "terminal/app/club.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>
#include <cassert>

namespace guitai {
namespace {

const PointsRules& rules(const Desk& desk) { return desk.state.rules.points; }

bool is_possible(const Desk& desk)
{
    return desk.state.member && desk.ports.points != nullptr && rules(desk).per_yuan > 0;
}

// How many of `wanted` this ticket takes. The offers say on which pieces, the shop how large a part.
std::int64_t taken_of(Desk& desk, std::int64_t wanted)
{
    TillState& state{desk.state};
    if (!is_possible(desk) || wanted <= 0) return 0;
    PriceFacts facts{state.facts};
    facts.redeem = std::min(worth_of(rules(desk), wanted), share_for_points(rules(desk), state.priced.total));
    if (facts.redeem.is_zero()) return 0;
    const Money allowed{state.cart.priced(facts).redeemed};
    return points_within(rules(desk), wanted, std::min(allowed, facts.redeem));
}

TenderTaken points_tender(Money amount, std::int64_t points)
{
    TenderTaken taken;
    taken.tender = TenderKind::points;
    taken.amount = amount;
    taken.given = amount;
    taken.reference = std::to_string(points);
    return taken;
}

void forget_wish(Desk& desk)
{
    desk.state.redeem = {};
    show_cart(desk);
}

Refusal only_here(const Desk& desk) { return {"points.only_offline", std::to_string(points_here(desk))}; }

// Asks for exactly what is missing. True: it is in the hand. False: it is waited for.
Result<bool> ask_for_rest(Desk& desk, std::int64_t missing)
{
    auto granted = ask_for_wish(desk, desk.state.redeem, {desk.state.member->purse(), missing});
    if (!granted && granted.error().code == "points.office_away") return refuse(only_here(desk));
    return granted;
}

// Points on the ticket, or the wish gone with a word why.
Result<void> try_wish(Desk& desk)
{
    TillState& state{desk.state};
    const std::int64_t taken{taken_of(desk, state.redeem.wanted)};
    const std::int64_t has{points_here(desk)};
    if (taken > has && desk.ports.leases == nullptr) return refuse("points.not_enough", std::to_string(has));
    if (taken > has) {
        const auto granted = ask_for_rest(desk, taken - has);
        if (!granted) return refuse(granted.error());
        if (!*granted) return {};
        if (points_here(desk) < taken) return refuse(only_here(desk));
    }
    state.redeem.waiting = false;
    state.redeem.by_phone.clear();
    return {};
}

LotEarned lot_of(const Desk& desk, const SaleCompleted& sale)
{
    LotEarned lot;
    lot.account = desk.state.member->purse();
    lot.member = sale.member;
    lot.amount = sale.points_earned;
    lot.earned_on = sale.business_date;
    lot.expires_on = sale.points_expire_on;
    if (rules(desk).pending_days > 0) {
        lot.matures_on = date_plus_days(sale.business_date, rules(desk).pending_days);
    }
    lot.kept = keeps_what_is_born(desk) && lot.matures_on.empty();
    lot.sale = sale.total;
    return lot;
}

// Out of which lots the ticket's points come; fewer than those where the hand does not hold them any more.
std::vector<LotPart> drawn_by(const Desk& desk)
{
    const PointsWish& wish{desk.state.redeem};
    return draw_points(hand_beside_services(desk, wish.account), wish.points, wish.on);
}

std::int64_t points_of(const std::vector<LotPart>& parts)
{
    std::int64_t points{0};
    for (const LotPart& part : parts) points += part.amount;
    return points;
}

PointsRedeemed spent_by(const Desk& desk)
{
    PointsRedeemed spent;
    spent.account = desk.state.redeem.account;
    spent.member = desk.state.member->member;
    spent.amount = desk.state.redeem.points;
    spent.worth = desk.state.priced.redeemed;
    spent.lots = drawn_by(desk);
    assert(points_of(spent.lots) == spent.amount); // check_points let no more through.
    return spent;
}

std::vector<PointsRestored> restored_by(const Desk& desk)
{
    std::vector<PointsRestored> all;
    for (const auto& [receipt, known] : desk.state.sales) {
        std::int64_t before{known.back.restored_before};
        std::int64_t left{known.back.points_restored};
        for (const PointsRedeemed& spent : known.sale.spent) {
            PointsRestored restored;
            restored.redemption = part_id(receipt, spent.n);
            restored.account = spent.account;
            restored.member = spent.member;
            restored.lots = restored_parts(spent.lots, before, left);
            for (const LotPart& part : restored.lots) restored.amount += part.amount;
            before -= std::min(before, spent.amount);
            left -= restored.amount;
            if (restored.amount > 0) all.push_back(std::move(restored));
        }
    }
    return all;
}

} // namespace

void price_with_points(Desk& desk)
{
    TillState& state{desk.state};
    if (!state.tenders.empty()) return; // Frozen with its facts.
    state.facts.redeem = {};
    state.redeem.points = 0;
    if (!state.member || state.cart.is_empty()) {
        state.redeem = {};
        forget_services(desk);
    }
    if (state.redeem.wanted == 0 || state.redeem.waiting) return;
    state.redeem.on = desk.today();
    state.redeem.account = state.member->purse();
    state.redeem.points = taken_of(desk, std::min(state.redeem.wanted, points_here(desk)));
    state.facts.redeem = worth_of(rules(desk), state.redeem.points);
    if (!state.facts.redeem.is_zero()) state.priced = state.cart.priced(state.facts);
}

std::vector<TenderTaken> with_points(const Desk& desk, const std::vector<TenderTaken>& tenders)
{
    std::vector<TenderTaken> all;
    const Money redeemed{desk.state.priced.redeemed};
    if (!redeemed.is_zero()) all.push_back(points_tender(redeemed, desk.state.redeem.points));
    for (const auto& [receipt, known] : desk.state.sales) {
        if (known.back.paid_in_points.is_zero()) continue;
        all.push_back(points_tender(-known.back.paid_in_points, known.back.points_restored));
    }
    all.insert(all.end(), tenders.begin(), tenders.end());
    return all;
}

Result<void> check_points(const Desk& desk)
{
    if (desk.state.redeem.points == 0) return {}; // The hand is read for nobody who spends none.
    const std::int64_t here{points_of(drawn_by(desk))};
    if (here < desk.state.redeem.points) return refuse("points.left_hand", std::to_string(here));
    return {};
}

void put_points(const Desk& desk, SaleCompleted& sale)
{
    if (sale.points_earned > 0 && !sale.member.empty()) sale.earned.push_back(lot_of(desk, sale));
    if (desk.state.redeem.points > 0) sale.spent.push_back(spent_by(desk));
    put_services(desk, sale);
    sale.restored = restored_by(desk);
}

void go_on_with_points(Desk& desk)
{
    if (!desk.state.redeem.waiting || desk.state.redeem.busy) return;
    if (!desk.state.tenders.empty()) return forget_wish(desk); // Paid otherwise meanwhile.
    if (auto done = try_wish(desk); !done) {
        forget_wish(desk);
        desk.state.view.banner = {done.error().code, done.error().detail, true};
        return;
    }
    show_cart(desk);
}

void show_points(Desk& desk)
{
    TillState& state{desk.state};
    RedeemView& view{state.view.cart.redeem};
    view = {};
    view.possible = is_possible(desk) && !state.cart.is_empty();
    view.per_yuan = rules(desk).per_yuan;
    view.unit = rules(desk).unit;
    view.asking = state.redeem.waiting;
    view.wanted = state.redeem.wanted;
    view.points = state.redeem.points;
    view.worth = state.priced.redeemed;
    if (!view.possible || !state.tenders.empty()) return;
    view.in_hand = points_here(desk);
    const std::int64_t balance{
        (state.view.cart.member ? state.view.cart.member->points.balance : 0) - service_points(desk)};
    view.most = points_within(rules(desk), std::max(balance, view.in_hand),
                              share_for_points(rules(desk), state.priced.total));
    view.most_worth = worth_of(rules(desk), view.most);
    view.phone_link = state.redeem.by_phone;
    view.may_ask_by_phone = may_ask_by_phone(desk);
}

std::int64_t points_here(const Desk& desk)
{
    return desk.state.member ? points_in(hand_beside_services(desk, desk.state.member->purse())) : 0;
}

Result<std::int64_t> points_taken(Desk& desk, std::int64_t wanted)
{
    if (wanted < 1) return refuse("points.bad_amount", std::to_string(wanted));
    if (!desk.state.member) return refuse("points.needs_member");
    if (!is_possible(desk)) return refuse("points.not_taken");
    const std::int64_t taken{taken_of(desk, wanted)};
    if (taken == 0) return refuse("points.nothing_to_pay");
    return taken;
}

Result<void> perform(Desk& desk, const RedeemPoints& command)
{
    if (auto ready = begin_edit(desk); !ready) return ready;
    if (command.points == 0) {
        forget_wish(desk);
        tend_leases(desk);
        return {};
    }
    if (auto taken = points_taken(desk, command.points); !taken) return refuse(taken.error());
    const PointsWish before{desk.state.redeem};
    desk.state.redeem = {.wanted = command.points};
    const Result<void> done{try_wish(desk)};
    if (!done) desk.state.redeem = before;
    show_cart(desk);
    return done;
}

Result<void> perform(Desk& desk, const HearLease& command)
{
    if (hears_value(desk, command)) return go_on_without_lease(desk, command);
    if (hears_service(desk, command)) return forget_service_wish(desk, command);
    if (hears_fee(desk, command)) return refund_without_lease(desk, command);
    PointsWish& wish{desk.state.redeem};
    if (!wish.waiting || wish.ask != command.ask || command.refusal.empty()) return {};
    const bool away{command.refusal == "points.office_away"};
    const Refusal why{away ? only_here(desk) : Refusal{command.refusal, command.detail}};
    forget_wish(desk);
    return refuse(why);
}

} // namespace guitai
