#include "sync/points/book.hpp"

#include "sync/points/place.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <tuple>

namespace guitai::purse {
namespace {

constexpr std::string_view never{"9999-12-31"};

using Pool = std::vector<std::pair<std::string, Units>>;

Pool available_of(const Book& book, std::string_view account)
{
    Pool pool;
    for (std::string& id : of_account(book, account)) {
        const Units available{book.lots.at(id).available};
        pool.emplace_back(std::move(id), available);
    }
    return pool;
}

void note(Book& book, std::string code, Units amount) { book.notes.push_back({std::move(code), amount}); }

void forget_paid(Book& book)
{
    std::erase_if(book.debts, [](const Debt& debt) { return debt.amount <= 0; });
}

// In the order in which they were made.
template<typename Named>
std::vector<std::string> by_place(const std::map<std::string, Named>& all)
{
    std::vector<std::string> ids;
    for (const auto& [id, one] : all) ids.push_back(id);
    std::sort(ids.begin(), ids.end(), [&](const std::string& a, const std::string& b) {
        return std::pair{all.at(a).place, std::string_view{a}} < std::pair{all.at(b).place, std::string_view{b}};
    });
    return ids;
}

// Out of the waiting list into the books, in the order they came.
template<typename Refunded, typename Known, typename Do>
void do_waiting(Book& book, const Known& is_ready, const Do& act)
{
    std::vector<Refunded> ready;
    std::erase_if(book.waiting, [&](const Waiting& waiting) {
        const auto* const one = std::get_if<Refunded>(&waiting);
        if (one == nullptr || !is_ready(*one)) return false;
        ready.push_back(*one);
        return true;
    });
    for (const Refunded& one : ready) act(one);
}

} // namespace

Units Lot::out() const
{
    return std::accumulate(leased.begin(), leased.end(), Units{0},
                           [](Units sum, const auto& lease) { return sum + lease.second; });
}

bool comes_before(const Lot& a, std::string_view a_id, const Lot& b, std::string_view b_id)
{
    const auto key = [](const Lot& lot, std::string_view id) {
        const std::string_view expires{lot.expires.empty() ? never : std::string_view{lot.expires}};
        return std::tuple{expires, std::string_view{lot.earned}, lot.kind == LotKind::bonus, id};
    };
    return key(a, a_id) < key(b, b_id);
}

std::vector<std::string> order(const Book& book, std::vector<std::string> lots)
{
    std::sort(lots.begin(), lots.end(), [&](const std::string& a, const std::string& b) {
        return comes_before(book.lots.at(a), a, book.lots.at(b), b);
    });
    return lots;
}

std::vector<std::string> of_account(const Book& book, std::string_view account)
{
    std::vector<std::string> lots;
    for (const auto& [id, lot] : book.lots) {
        if (lot.account == account) lots.push_back(id);
    }
    return order(book, std::move(lots));
}

bool is_past(const Book& book, const Lot& lot) { return !lot.expires.empty() && lot.expires < book.today; }

Units stays(Units total, std::int64_t part, std::int64_t whole)
{
    assert(whole > 0);
    __extension__ using Wide = __int128;
    return static_cast<Units>(static_cast<Wide>(total) * (whole - part) / whole);
}

void settle(Book& book, const std::string& account)
{
    for (Debt& debt : book.debts) {
        if (debt.account != account) continue;
        const auto [drawn, left] = draw(available_of(book, account), debt.amount);
        debt.amount = left;
        for (const auto& [id, units] : drawn) {
            Lot& lot{book.lots.at(id)};
            lot.available -= units;
            lot.taken += units;
        }
    }
    forget_paid(book);
}

void credit(Book& book, const std::string& id, Units amount)
{
    Lot& lot{book.lots.at(id)};
    const Units owed{std::min(lot.lacking, amount)};
    lot.lacking -= owed;
    amount -= owed;
    (is_past(book, lot) ? lot.expired : lot.available) += amount;
    settle(book, lot.account);
}

void day_began(Book& book, std::string_view on)
{
    if (on > book.today) book.today = on;
    for (const std::string& id : by_place(book.lots)) {
        Lot& lot{book.lots.at(id)};
        if (lot.pending == 0 || lot.matures > book.today) continue;
        credit(book, id, std::exchange(lot.pending, 0));
    }
    for (auto& [id, lot] : book.lots) {
        if (is_past(book, lot)) lot.expired += std::exchange(lot.available, 0);
    }
}

void points_earned(Book& book, const Earned& earned)
{
    Lot& lot{book.lots[earned.lot]};
    if (lot.amount > 0) return;
    if (lot.place == 0) lot.place = next_place(book.lots); // Else it was lent before its sale was heard of.
    lot.account = earned.account;
    lot.member = earned.member;
    lot.kind = earned.kind;
    lot.amount = earned.amount;
    lot.earned = earned.on;
    lot.expires = earned.expires;
    lot.matures = earned.matures;
    lot.receipt = earned.receipt;
    lot.sale_minor = earned.sale_minor;
    const bool waits{!earned.matures.empty() && earned.matures > book.today};
    const bool kept{!waits && !earned.kept.empty()};
    if (waits) lot.pending = earned.amount;
    if (kept) {
        lot.leased[earned.kept] = earned.amount;
        const std::int64_t place{next_place(book.leases)};
        // Money that is paid in brings two lots, of one lease.
        book.leases.try_emplace(earned.kept,
                                Lease{LeaseState::open, earned.till, earned.epoch, earned.account, 0, place});
    }
    if (!waits && !kept) credit(book, earned.lot, earned.amount);
    do_waiting<SaleRefunded>(
        book, [&](const SaleRefunded& one) { return one.lot == earned.lot; },
        [&](const SaleRefunded& one) { sale_refunded(book, one); });
}

void lease_granted(Book& book, const Granted& granted)
{
    const auto [drawn, missing] = draw(available_of(book, granted.account), granted.amount);
    if (missing > 0) return note(book, "points.not_enough", granted.amount);
    book.leases[granted.lease] = {LeaseState::open, granted.till, granted.epoch,
                                  granted.account,  granted.ask,  next_place(book.leases)};
    for (const auto& [id, units] : drawn) {
        Lot& lot{book.lots.at(id)};
        lot.available -= units;
        lot.leased[granted.lease] = units;
    }
}

namespace {

// Out of a lease that was written off: what the account has after all, then the firm's loss.
Units spend_late(Book& book, const std::string& account, Units short_of, std::vector<Drawn>& spent)
{
    const auto [drawn, missing] = draw(available_of(book, account), short_of);
    for (const auto& [id, units] : drawn) {
        Lot& lot{book.lots.at(id)};
        lot.available -= units;
        lot.spent += units;
        spent.push_back({id, units});
    }
    return missing;
}

LeaseState state_of(const Book& book, const std::string& lease)
{
    const auto found = book.leases.find(lease);
    return found == book.leases.end() ? LeaseState::open : found->second.state;
}

void restore_waiting(Book& book, const std::string& redemption)
{
    do_waiting<RedemptionRefunded>(
        book, [&](const RedemptionRefunded& one) { return one.redemption == redemption; },
        [&](const RedemptionRefunded& one) { redemption_refunded(book, one); });
}

} // namespace

void points_spent(Book& book, const Spent& spent)
{
    using Place = std::pair<std::string, std::string>; // Lot and lease.
    std::vector<std::string> ids;
    for (const auto& [id, lot] : book.lots) ids.push_back(id);
    std::vector<std::pair<Place, Units>> pool;
    for (const std::string& id : order(book, std::move(ids))) {
        const auto& leased = book.lots.at(id).leased;
        for (const std::string& lease : spent.leases) {
            const auto found = leased.find(lease);
            if (found != leased.end()) pool.emplace_back(Place{id, lease}, found->second);
        }
    }
    const auto [drawn, missing] = draw(pool, spent.amount);
    const bool late{std::all_of(spent.leases.begin(), spent.leases.end(), [&](const std::string& lease) {
        return state_of(book, lease) == LeaseState::written_off;
    })};
    if (missing > 0 && !late) return note(book, "points.not_enough", spent.amount);
    std::vector<Drawn>& into{book.redemptions[spent.redemption]};
    for (const auto& [place, units] : drawn) {
        Lot& lot{book.lots.at(place.first)};
        lot.leased.at(place.second) -= units;
        lot.spent += units;
        into.push_back({place.first, units});
    }
    if (missing > 0) book.loss += spend_late(book, spent.account, missing, into);
    restore_waiting(book, spent.redemption);
}

void points_spent(Book& book, const SpentParts& spent)
{
    std::vector<Drawn>& into{book.redemptions[spent.redemption]};
    for (const LotPart& part : spent.parts) {
        const auto found = book.lots.find(part.lot);
        Units here{0};
        if (found != book.lots.end()) {
            Lot& lot{found->second};
            const auto lease = lot.leased.find(part.lease);
            Units* const from{part.lease.empty() ? &lot.available : lease == lot.leased.end() ? nullptr
                                                                                               : &lease->second};
            here = from == nullptr ? 0 : std::min(*from, part.amount);
            if (here > 0) {
                *from -= here;
                lot.spent += here;
                into.push_back({part.lot, here});
            }
        }
        Units missing{part.amount - here};
        if (missing > 0 && state_of(book, part.lease) == LeaseState::written_off) {
            missing = spend_late(book, spent.account, missing, into);
        }
        if (missing == 0) continue;
        book.loss += missing;
        note(book, "points.overspent", missing);
    }
    restore_waiting(book, spent.redemption);
}

void lease_returned(Book& book, const std::string& name)
{
    const auto lease = book.leases.find(name);
    if (lease == book.leases.end() || !lease->second.is_out()) return;
    lease->second.state = LeaseState::returned;
    std::vector<std::string> holding;
    for (const auto& [id, lot] : book.lots) {
        if (lot.leased.contains(name)) holding.push_back(id);
    }
    for (const std::string& id : order(book, std::move(holding))) {
        auto node = book.lots.at(id).leased.extract(name);
        credit(book, id, node.mapped());
    }
}

void redemption_refunded(Book& book, const RedemptionRefunded& refunded)
{
    const auto known = book.redemptions.find(refunded.redemption);
    if (known == book.redemptions.end()) {
        book.waiting.emplace_back(refunded);
        return;
    }
    Units left{refunded.amount};
    for (auto drawn = known->second.rbegin(); drawn != known->second.rend(); ++drawn) {
        const Units units{std::min(drawn->amount, left)};
        if (units <= 0) continue;
        drawn->amount -= units;
        left -= units;
        Lot& lot{book.lots.at(drawn->lot)};
        lot.spent -= units;
        std::string into{drawn->lot};
        if (is_past(book, lot) && !refunded.good_until.empty()) {
            lot.moved += units;
            Lot grace{lot};
            grace.pending = grace.available = grace.spent = grace.expired = grace.taken = grace.moved = 0;
            grace.leased.clear();
            grace.amount = grace.back = units; // No sale answers for it any more.
            grace.expires = refunded.good_until;
            grace.origin = drawn->lot;
            grace.place = next_place(book.lots);
            into = refunded.redemption + "/" + drawn->lot;
            const auto [place, is_new] = book.lots.try_emplace(into, grace);
            if (!is_new) place->second.amount = place->second.back = place->second.amount + units;
        }
        credit(book, into, units);
    }
    if (left > 0) note(book, "points.refunded_before", left);
}

void sale_refunded(Book& book, const SaleRefunded& refunded)
{
    const auto known = book.lots.find(refunded.lot);
    // One that a till has shown and nobody told of yet is no more than a name.
    const bool is_told{known != book.lots.end() && (known->second.amount > 0 || !known->second.member.empty())};
    if (!is_told) {
        book.waiting.emplace_back(refunded);
        return;
    }
    Lot& lot{known->second};
    Units want{refunded.amount};
    if (refunded.minor >= 0) {
        // A sale of nothing earned nothing that goods could bring back.
        const std::int64_t whole{std::max<std::int64_t>(1, lot.sale_minor)};
        const Units before{stays(lot.amount, lot.back_minor, whole)};
        lot.back_minor = std::min(lot.sale_minor, lot.back_minor + refunded.minor);
        want = before - stays(lot.amount, lot.back_minor, whole);
    }
    Units units{std::min(want, lot.amount - lot.back)};
    if (units < want) note(book, "points.refunded_before", want - units);
    lot.back += units;
    for (Units* part : {&lot.pending, &lot.available, &lot.expired}) {
        const Units here{std::min(units, *part)};
        *part -= here;
        lot.taken += here;
        units -= here;
    }
    if (units > 0) book.debts.push_back({lot.account, lot.member, units, 0});
    settle(book, lot.account);
}

void members_merged(Book& book, const std::string& kept, const std::string& merged)
{
    for (auto& [id, lot] : book.lots) {
        if (lot.account == merged) lot.account = kept;
    }
    for (Debt& debt : book.debts) {
        if (debt.account == merged) debt.account = kept;
    }
    settle(book, kept);
}

void member_left(Book& book, const std::string& account, const std::string& member, const std::string& to)
{
    for (auto& [id, lot] : book.lots) {
        if (lot.account == account && lot.member == member) lot.account = to;
    }
    for (Debt& debt : book.debts) {
        if (debt.account == account && debt.member == member) debt.account = to;
    }
    settle(book, account);
    settle(book, to);
}

void till_written_off(Book& book, TillNumber till)
{
    for (const std::string& name : by_place(book.leases)) {
        Lease& lease{book.leases.at(name)};
        if (lease.till != till || !lease.is_out()) continue;
        lease_returned(book, name);
        lease.state = LeaseState::written_off;
    }
}

void debt_forgiven(Book& book, const std::string& account, Units amount)
{
    for (Debt& debt : book.debts) {
        if (debt.account != account) continue;
        const Units units{std::min(debt.amount, amount)};
        debt.amount -= units;
        amount -= units;
    }
    forget_paid(book);
}

} // namespace guitai::purse
