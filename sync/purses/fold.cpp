#include "sync/purses/fold.hpp"

#include "sync/events/payment_number.hpp"
#include "sync/events/purse_account.hpp"
#include "sync/purses/owners.hpp"
#include "sync/purses/tills.hpp"

#include <fmt/format.h>

#include <variant>

namespace guitai::purses {
namespace {

using database::Connection;
using purse::LeaseState;

// What older programs took back without saying out of which lot: it is owed, and whatever
// the account has pays it at once.
void owe(purse::Book& book, const std::string& account, const MemberId& member, std::int64_t points)
{
    book.debts.push_back({account, member.text, points, 0});
    purse::settle(book, account);
}

// Where a lot lies that this event tells of: who wrote it may not have heard yet whose purse that is now.
std::string home_of(Connection& connection, const std::string& account, const std::string& member)
{
    const bool of_points{unit_of(account) == LotUnit::points && !member.empty()};
    return of_points ? points_account(connection, {member}) : account_now(connection, account);
}

// A part that names another till's lease is out of no lease of this one. Of a till with several stories all are judged
// by the lease, whichever of them was heard first: what a branch was lent or bore, a branch of it may hold as well.
std::vector<LotPart> parts_of(Connection& connection, const Part& part, TillNumber till, std::vector<LotPart> parts)
{
    const TillNumber stem{stem_of(connection, till)};
    for (LotPart& one : parts) {
        const auto lease = part.book.leases.find(one.lease);
        const bool foreign{lease != part.book.leases.end() && stem_of(connection, lease->second.till) != stem};
        if (foreign) one.lease = fmt::format("{} at {}", one.lease, till);
    }
    return parts;
}

struct Redemption {
    std::string name;
    std::string account;
    std::vector<LotPart> lots;
};

void spend(Connection& connection, const Event& event, Redemption spent)
{
    spent.account = account_now(connection, spent.account);
    Part part{connection};
    part.load_account(spent.account);
    for (const LotPart& one : spent.lots) {
        part.load_lot(one.lot);
        if (!one.lease.empty()) part.load_lease(one.lease);
    }
    part.load_redemption(spent.name);
    part.load_waiting_redemption(spent.name);
    auto parts = parts_of(connection, part, event.origin, std::move(spent.lots));
    purse::points_spent(part.book, purse::SpentParts{spent.name, spent.account, std::move(parts)});
    part.save(event.origin, event.number, spent.account);
}

void spend(Connection& connection, const Event& event, const SaleCompleted& sale)
{
    for (const PointsRedeemed& spent : sale.spent) {
        spend(connection, event, {part_id(sale.receipt, spent.n), spent.account, spent.lots});
    }
    for (const ValueSpent& spent : sale.value_spent) {
        spend(connection, event, {part_id(sale.receipt, spent.n), spent.account, spent.lots});
    }
    for (const ServiceTaken& taken : sale.services) {
        spend(connection, event, {part_id(sale.receipt, taken.spent.n), taken.spent.account, taken.spent.lots});
    }
}

// What is left of a fee's points leaves with its money, and nothing ever brings it back.
void spend(Connection& connection, const Event& event, const MembershipRefunded& refunded)
{
    spend(connection, event, {payment_number(refunded, event.origin), refunded.account, refunded.lots});
}

void take_back(Connection& connection, const Event& event, const SaleCompleted& sale)
{
    for (const PointsBack& back : sale.points_back) {
        Part part{connection};
        const std::string lot{part_id(back.receipt, 1)};
        part.load_lot(lot);
        part.load_waiting_lot(lot);
        purse::sale_refunded(part.book, {lot, back.points, -1});
        part.save(event.origin, event.number, back.member.text);
    }
}

void restore(Connection& connection, const Event& event, const std::string& account,
             const purse::RedemptionRefunded& refunded)
{
    Part part{connection};
    part.load_redemption(refunded.redemption);
    part.load_waiting_redemption(refunded.redemption);
    purse::redemption_refunded(part.book, refunded);
    part.save(event.origin, event.number, account);
}

void restore(Connection& connection, const Event& event, const std::vector<ValueRestored>& all)
{
    for (const ValueRestored& back : all) {
        restore(connection, event, back.account, {back.redemption, back.amount.minor(), {}});
    }
}

void restore(Connection& connection, const Event& event, const SaleCompleted& sale)
{
    for (const PointsRestored& back : sale.restored) {
        restore(connection, event, back.account, {back.redemption, back.amount, back.good_until});
    }
    restore(connection, event, sale.value_restored);
}

// `paper` is the receipt or the slip that the lot came with.
purse::Earned earned_of(const std::string& paper, const LotEarned& lot)
{
    purse::Earned earned;
    earned.lot = part_id(paper, lot.n);
    earned.account = lot.account;
    earned.member = lot.member.text;
    earned.kind = lot.lot_kind;
    earned.amount = lot.amount;
    earned.on = lot.earned_on;
    earned.expires = lot.expires_on;
    earned.matures = lot.matures_on;
    earned.receipt = paper;
    earned.sale_minor = lot.sale.minor();
    if (lot.kept) earned.kept = paper;
    return earned;
}

void be_born(Connection& connection, const Event& event, purse::Earned earned)
{
    earned.account = home_of(connection, earned.account, earned.member);
    Part part{connection};
    part.load_account(earned.account);
    part.load_lot(earned.lot);
    part.load_waiting_lot(earned.lot);
    earned.till = event.origin;
    if (!earned.kept.empty()) earned.epoch = till_row(connection, event.origin).epoch;
    purse::points_earned(part.book, earned);
    part.save(event.origin, event.number, earned.account);
}

void owe(Connection& connection, const Event& event, const MemberId& member, std::int64_t points)
{
    const std::string account{points_account(connection, member)};
    Part part{connection};
    part.load_account(account);
    owe(part.book, account, member, points);
    part.save(event.origin, event.number, account);
}

void earn(Connection& connection, const Event& event, const SaleCompleted& sale)
{
    for (const LotEarned& lot : sale.earned) be_born(connection, event, earned_of(sale.receipt.text, lot));
    if (!sale.earned.empty() || sale.member.empty() || sale.points_earned == 0) return;
    if (sale.points_earned < 0) return owe(connection, event, sale.member, -sale.points_earned);
    LotEarned lot;
    lot.account = sale.member.text;
    lot.member = sale.member;
    lot.amount = sale.points_earned;
    lot.earned_on = sale.business_date;
    lot.expires_on = sale.points_expire_on;
    lot.sale = sale.total;
    be_born(connection, event, earned_of(sale.receipt.text, lot));
}

void load(Connection& connection, const Event& event, const ValueLoaded& loaded)
{
    const std::string slip{payment_number(loaded, event.origin)};
    for (const LotEarned& lot : loaded.lots) be_born(connection, event, earned_of(slip, lot));
}

void load(Connection& connection, const Event& event, const MembershipPaid& paid)
{
    be_born(connection, event, earned_of(payment_number(paid, event.origin), paid.lot));
}

constexpr std::string_view history_fact{"history"};
constexpr std::string_view recovering_fact{"recovering"};

// A gift is one of its kind and named after it: where the books were put back and it is given again, it is the same.
std::string lot_of(Connection& connection, const Event& event, const PointsPosted& posted)
{
    if (posted.reason != PointsReason::gift) return office_name(connection, event.number);
    return fmt::format("gift/{}/{}", posted.subject, posted.member.text);
}

// What the head office gave or took by itself; of what a till's sale moved, the sale itself tells. What it says of
// points spent or restored moves none: it tells the screens whose they were.
void post(Connection& connection, const Event& event, const PointsPosted& posted)
{
    if (posted.source_origin != office_origin || posted.points == 0) return;
    if (posted.reason == PointsReason::redeemed || posted.reason == PointsReason::restored) return;
    if (posted.points < 0) return owe(connection, event, posted.member, -posted.points);
    purse::Earned earned;
    earned.lot = lot_of(connection, event, posted);
    earned.account = posted.member.text;
    earned.member = posted.member.text;
    earned.amount = posted.points;
    earned.expires = posted.expires_on;
    earned.matures = posted.matures_on;
    earned.receipt = posted.subject;
    be_born(connection, event, std::move(earned));
}

// Who gave a lot that the head office forgot nobody will ever tell: what of it is out or spent once all tills have
// told their story, there was.
void believe_in_gifts(Connection& connection)
{
    database::Statement believe{connection, "UPDATE purse_lots SET amount = amount + lacking, lacking = 0"
                                            " WHERE lacking > 0 AND member = '' AND lot LIKE ?1"};
    believe.bind(1, fmt::format("{}/%", office_origin)).run();
}

// What a till showed after the head office was put back to an older copy.
void show(Connection& connection, const Event& event, const LeasesShown& shown)
{
    for (const LeaseGranted& granted : shown.grants) {
        if (granted.till != shown.till || find_lease(connection, granted.lease)) continue;
        const std::string account{account_now(connection, granted.account)};
        Part part{connection};
        part.load_account(account);
        purse::Shown one{granted.lease, account, granted.till, granted.epoch, {}};
        for (const LeaseLot& lot : granted.lots) {
            part.load_lot(lot.lot);
            one.parts.push_back({lot.lot, lot.lot_kind, lot.amount, lot.earned_on, lot.expires_on,
                                 is_office_name(lot.lot)});
        }
        part.granted_by(event.number);
        purse::lease_shown(part.book, one);
        part.save(event.origin, event.number, granted.account);
    }
    if (fact(connection, recovering_fact).empty()) believe_in_gifts(connection); // Nobody waited for it.
}

void grant(Connection& connection, const Event& event, const LeaseGranted& granted)
{
    if (find_lease(connection, granted.lease)) { // The owner vouched for it; under its own epoch it is only told again.
        database::Statement{connection, "UPDATE purse_leases SET epoch = ?2, state = 'open'"
                                        " WHERE lease = ?1 AND state = 'dormant' AND epoch < ?2"}
            .bind(1, granted.lease)
            .bind(2, granted.epoch)
            .run();
        return;
    }
    Part part{connection};
    part.load_account(granted.account);
    part.granted_by(event.number);
    purse::lease_granted(part.book, {granted.lease, granted.account, granted.till, granted.epoch,
                                     points_in(granted.lots), granted.ask});
    part.save(event.origin, event.number, granted.account);
}

void give_back(Connection& connection, const Event& event, const LeaseReturned& returned)
{
    if (is_branch(connection, event.origin)) return; // The other story may go on spending of it.
    Part part{connection};
    part.load_lease(returned.lease);
    const auto lease = part.book.leases.find(returned.lease);
    if (lease == part.book.leases.end() || lease->second.till != event.origin) return;
    purse::lease_returned(part.book, returned.lease);
    part.save(event.origin, event.number, returned.account);
}

void begin_day(Connection& connection, const Event& event, const PointsDayBegan& day)
{
    std::vector<std::string> accounts;
    {
        database::Statement find{connection, "SELECT DISTINCT account FROM purse_lots WHERE (pending > 0 AND"
                                             " matures_on <= ?1) OR (available > 0 AND expires_on <> '' AND"
                                             " expires_on < ?1) ORDER BY account"};
        find.bind(1, day.on);
        while (find.step()) accounts.push_back(find.text(0));
    }
    accounts.emplace_back(); // Nobody's: the day itself.
    for (const std::string& account : accounts) {
        Part part{connection};
        part.load_account(account);
        purse::day_began(part.book, day.on);
        part.save(event.origin, event.number, account);
    }
}

void write_off(Connection& connection, const Event& event, const TillWrittenOff& written)
{
    mark_till(connection, written.till, "written_off", 1);
    for (const std::string& lease : written.leases) {
        Part part{connection};
        part.load_lease(lease);
        const auto row = part.book.leases.find(lease);
        if (row == part.book.leases.end() || row->second.till != written.till || !row->second.is_out()) continue;
        purse::lease_returned(part.book, lease);
        row->second.state = LeaseState::written_off;
        part.save(event.origin, event.number, row->second.account);
    }
}

void fold_owners(Connection& connection, const Event& event)
{
    if (const auto* merged = std::get_if<MembersMerged>(&event.body)) merge(connection, event, *merged);
    else if (const auto* parted = std::get_if<MembersParted>(&event.body)) part(connection, event, *parted);
    else if (const auto* joined = std::get_if<FamilyJoined>(&event.body)) join(connection, event, *joined);
    else if (const auto* left = std::get_if<FamilyMemberLeft>(&event.body)) leave(connection, event, *left);
}

} // namespace

std::string office_name(Connection& connection, std::int64_t number)
{
    const std::string history{fact(connection, history_fact)};
    return history.empty() ? fmt::format("{}/{}", office_origin, number)
                           : fmt::format("{}/{}@{}", office_origin, number, history);
}

bool is_office_name(std::string_view name) { return name.rfind(fmt::format("{}/", office_origin), 0) == 0; }

std::vector<std::string_view> tables()
{
    return {"purse_lots",    "purse_leases", "purse_lease_lots", "purse_redemptions", "purse_debts",
            "purse_waiting", "purse_tills",  "purse_facts",      "purse_notes"};
}

void fold(Connection& connection, const Event& event)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        spend(connection, event, *sale);
        take_back(connection, event, *sale);
        restore(connection, event, *sale);
        earn(connection, event, *sale);
    } else if (const auto* refunded = std::get_if<OrderRefunded>(&event.body)) {
        restore(connection, event, refunded->value_restored);
    } else if (const auto* loaded = std::get_if<ValueLoaded>(&event.body)) {
        load(connection, event, *loaded);
    } else if (const auto* paid = std::get_if<MembershipPaid>(&event.body)) {
        load(connection, event, *paid);
    } else if (const auto* refunded_fee = std::get_if<MembershipRefunded>(&event.body)) {
        spend(connection, event, *refunded_fee);
    } else if (const auto* service = std::get_if<ServiceReturned>(&event.body)) {
        const PointsRestored& back{service->restored};
        restore(connection, event, back.account, {back.redemption, back.amount, back.good_until});
    } else if (const auto* posted = std::get_if<PointsPosted>(&event.body)) {
        post(connection, event, *posted);
    } else if (const auto* granted = std::get_if<LeaseGranted>(&event.body)) {
        grant(connection, event, *granted);
    } else if (const auto* shown = std::get_if<LeasesShown>(&event.body)) {
        show(connection, event, *shown);
    } else if (const auto* restored = std::get_if<OfficeRestored>(&event.body)) {
        set_fact(connection, history_fact, restored->generation);
        set_fact(connection, recovering_fact, restored->generation);
    } else if (std::holds_alternative<OfficeRecovered>(event.body)) {
        set_fact(connection, recovering_fact, "");
        believe_in_gifts(connection);
    } else if (const auto* returned = std::get_if<LeaseReturned>(&event.body)) {
        give_back(connection, event, *returned);
    } else if (const auto* day = std::get_if<PointsDayBegan>(&event.body)) {
        begin_day(connection, event, *day);
    } else if (const auto* started = std::get_if<TillStarted>(&event.body)) {
        start(connection, event, *started);
    } else if (std::holds_alternative<TillStopped>(event.body)) {
        mark_till(connection, event.origin, "stopped", event.number);
    } else if (const auto* aside = std::get_if<TillSetAside>(&event.body)) {
        set_aside(connection, *aside);
    } else if (const auto* written = std::get_if<TillWrittenOff>(&event.body)) {
        write_off(connection, event, *written);
    } else {
        fold_owners(connection, event);
    }
}

} // namespace guitai::purses
