#include "terminal/app/leases.hpp"

#include "sync/events/override_action.hpp"
#include "terminal/app/club.hpp"
#include "terminal/app/pay_value.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/redeem_points.hpp"
#include "terminal/app/services.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace guitai {
namespace {

LeaseHand::IsOpen books_of(const Desk& desk)
{
    return [points = desk.ports.points](const std::string& lease) {
        return points != nullptr && points->lease(lease).has_value();
    };
}

// A ticket that is paid out of a purse, or is to be, may still draw on the leases of that account.
bool is_wanted(const Desk& desk, const PointsReader::Lease& lease)
{
    if (pays_with_value(desk, lease.account) || refunds_fee_of(desk, lease.account)) return true;
    if (desk.state.redeem.points > 0 && lease.account == desk.state.redeem.account) return true;
    const bool by_ticket{desk.state.redeem.wanted > 0 || desk.state.service.waiting || !desk.state.services.empty()};
    return by_ticket && desk.state.member && lease.account == desk.state.member->purse();
}

bool is_past(const Desk& desk, const PointsReader::Lease& lease)
{
    const std::string today{desk.today()};
    return std::all_of(lease.lots.begin(), lease.lots.end(), [&](const LeaseLot& lot) {
        return !lot.expires_on.empty() && lot.expires_on < today;
    });
}

LeaseReturned returned(const PointsReader::Lease& lease)
{
    LeaseReturned back;
    back.lease = lease.lease;
    back.account = lease.account;
    for (const LeaseLot& lot : lease.lots) back.lots.push_back({lot.lot, lease.lease, lot.amount, lot.expires_on});
    return back;
}

// False where the disk is full: nobody asked for this, so nobody is stopped by it.
bool write(const Desk& desk, std::vector<EventBody> bodies)
{
    try {
        desk.ports.ledger.write(std::move(bodies));
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace

std::vector<Event> record(const Desk& desk, std::vector<EventBody> bodies, std::vector<PrintJob> jobs)
{
    LeaseHand& hand{desk.state.hand};
    const bool first{!desk.ports.nonce.empty() && hand.state() == LeaseHand::State::none};
    if (first) bodies.insert(bodies.begin(), TillStarted{desk.ports.nonce, desk.ports.program});
    auto events = desk.ports.ledger.write(std::move(bodies), std::move(jobs));
    if (!first) return events;
    hand = LeaseHand{desk.state.view.shop.till, desk.ports.nonce};
    events.erase(events.begin());
    return events;
}

void end_process(Desk& desk)
{
    if (desk.state.hand.state() == LeaseHand::State::none) return;
    const std::int64_t epoch{desk.state.hand.epoch()};
    desk.state.hand.let_go();
    (void)write(desk, {TillStopped{epoch}}); // Else its leases rest until the owner vouches for them.
}

void hear_leases(Desk& desk, const Event& event)
{
    LeaseHand& hand{desk.state.hand};
    if (event.origin != office_origin || hand.state() == LeaseHand::State::none) return;
    if (const auto* armed = std::get_if<TillArmed>(&event.body)) {
        const bool was_superseded{hand.state() == LeaseHand::State::superseded};
        hand.hear(*armed, books_of(desk));
        if (!was_superseded && hand.state() == LeaseHand::State::superseded) {
            show_cart(desk); // What was in the hand pays for nothing any more.
            desk.state.view.banner = {"till.superseded", "", true};
        }
    } else if (const auto* granted = std::get_if<LeaseGranted>(&event.body)) {
        hand.hear(*granted, books_of(desk));
    } else if (const auto* restored = std::get_if<OfficeRestored>(&event.body)) {
        hand.hear(*restored);
    } else if (std::holds_alternative<OfficeRecovered>(event.body)) {
        // Nothing in the hand changes; the screen does.
    } else if (const auto* recalled = std::get_if<LeaseRecalled>(&event.body)) {
        if (recalled->till == desk.state.view.shop.till) desk.state.recalled.insert(recalled->lease);
    } else {
        return;
    }
    show_hand(desk);
    go_on_with_points(desk);
    go_on_with_value(desk);
    go_on_with_fee(desk);
    go_on_with_service(desk);
}

std::vector<PointsSource> in_hand(const Desk& desk, const std::string& account)
{
    if (desk.ports.points == nullptr) return {};
    if (desk.ports.leases == nullptr) return {{"", desk.ports.points->purse(account)}};
    std::vector<PointsSource> sources;
    for (const std::string& name : desk.state.hand.leases()) {
        auto lease = desk.ports.points->lease(name);
        if (lease && lease->account == account) sources.push_back({name, std::move(lease->lots)});
    }
    return sources;
}

bool keeps_what_is_born(const Desk& desk)
{
    return desk.ports.leases != nullptr && desk.state.hand.state() != LeaseHand::State::none &&
           !desk.ports.sync.status().reached;
}

Result<bool> ask_for_lease(Desk& desk, const LeaseWish& wish, std::int64_t& ask)
{
    LeaseHand& hand{desk.state.hand};
    if (hand.state() != LeaseHand::State::armed) {
        const auto met = desk.ports.leases->meet();
        if (!met) return refuse(met.error());
        // A copy of this till runs, or this process was never told to the office: it has only its own.
        if (*met && hand.state() != LeaseHand::State::armed) return refuse("points.office_away");
        if (!*met) return false;
    }
    if (ask == 0) ask = ++desk.state.asks;
    return desk.ports.leases->ask({hand.epoch(), hand.generation(), ask, wish.account, wish.amount, wish.exact});
}

void tend_leases(Desk& desk)
{
    if (desk.ports.points == nullptr || desk.state.hand.leases().empty()) return;
    const bool reached{desk.ports.sync.status().reached && desk.state.hand.state() == LeaseHand::State::armed};
    const std::set<std::string> held{desk.state.hand.leases()};
    std::vector<EventBody> back;
    for (const std::string& name : held) {
        const auto lease = desk.ports.points->lease(name);
        if (!lease) {
            desk.state.hand.drop(name);
            continue;
        }
        const bool stays{lease->ahead && !desk.state.recalled.contains(name) && !is_past(desk, *lease)};
        if (!reached || stays || is_wanted(desk, *lease)) continue;
        back.emplace_back(returned(*lease));
    }
    if (back.empty() || !write(desk, back)) return; // Once there is room again.
    for (const EventBody& one : back) {
        const std::string& name{std::get<LeaseReturned>(one).lease};
        desk.state.hand.drop(name);
        desk.state.recalled.erase(name);
    }
    desk.ports.sync.hurry();
}

void begin_points_day(Desk& desk, std::vector<EventBody>& bodies)
{
    if (desk.ports.points == nullptr || desk.ports.leases != nullptr) return;
    const std::string today{desk.today()};
    if (desk.ports.points->points_day() < today) bodies.emplace_back(PointsDayBegan{today});
}

void show_leases(Desk& desk)
{
    LeasesView& view{desk.state.view.leases};
    const LeaseHand& hand{desk.state.hand};
    show_hand(desk);
    view.points = 0;
    for (const std::string& name : hand.leases()) {
        const auto lease = desk.ports.points == nullptr ? std::nullopt : desk.ports.points->lease(name);
        if (lease) view.points += points_in({{name, lease->lots}});
    }
}

void show_hand(Desk& desk)
{
    LeasesView& view{desk.state.view.leases};
    const LeaseHand& hand{desk.state.hand};
    view.leases = std::ssize(hand.leases());
    view.dormant = {hand.dormant().begin(), hand.dormant().end()};
    view.armed = hand.state() == LeaseHand::State::armed;
    view.superseded = hand.state() == LeaseHand::State::superseded;
    view.office_recovering = desk.ports.points != nullptr && desk.ports.points->office_recovering();
}

Result<void> perform(Desk& desk, const VouchLeases& command)
{
    constexpr std::size_t reason_bytes_max{200};
    if (desk.state.hand.state() != LeaseHand::State::armed || desk.state.hand.dormant().empty()) {
        return refuse("leases.none_resting");
    }
    if (command.reason.empty() || command.reason.size() > reason_bytes_max) return refuse("leases.needs_reason");
    if (!desk.limit().may_vouch && desk.state.approved_by.empty()) {
        OverrideGiven given;
        given.action = override_action::vouch_leases;
        given.reason = command.reason;
        given.subject = std::to_string(desk.state.view.shop.till);
        return ask_approval(desk, command, "leases.needs_approval", std::move(given));
    }
    LeasesVouched vouched;
    vouched.leases = {desk.state.hand.dormant().begin(), desk.state.hand.dormant().end()};
    vouched.reason = command.reason;
    vouched.approved_by = desk.state.approved_by.empty() ? desk.staff() : desk.state.approved_by;
    desk.write({std::move(vouched)});
    desk.ports.sync.hurry();
    return {};
}

} // namespace guitai
