#include "sync/office/leases.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/office/access.hpp"
#include "sync/office/benefits.hpp"
#include "sync/office/content.hpp"
#include "sync/office/planned_catalogues.hpp"
#include "sync/office/projections/histories.hpp"
#include "sync/office/projections/home_shops.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/office/restored.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/fold.hpp"
#include "sync/purses/owners.hpp"
#include "sync/purses/tills.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guitai::office {
namespace {

using purse::LeaseState;

constexpr const char* asked_back_code{"lease.asked_back"};

ShopRulesSet rules_of(Office& office, const PlaceCode& store)
{
    const auto rules = find_rules(office.connection(), store);
    return rules ? *rules : ShopRulesSet{};
}

// How much more of that unit the till may hold.
std::int64_t room_at(Office& office, TillNumber till, LotUnit unit)
{
    const ShopRulesSet rules{rules_of(office, store_of(office.connection(), till))};
    const std::int64_t cap{unit == LotUnit::points ? rules.points.till_cap : rules.value.till_cap.minor()};
    return cap - purses::out_at(office.connection(), till, unit);
}

// Where the rest of an account is, for the clerk to say: "S02, S05".
std::string shops_that_hold(Office& office, const std::string& account)
{
    std::set<std::string> shops;
    for (const auto state : {LeaseState::open, LeaseState::dormant}) {
        for (const auto& lease : purses::leases_of_account(office.connection(), account, state)) {
            if (lease.points() > 0) shops.insert(store_of(office.connection(), lease.till).text);
        }
    }
    std::string list;
    for (const std::string& shop : shops) list += (list.empty() ? "" : ", ") + shop;
    return list;
}

// Points left with another till are asked back: whoever stands at a counter needs them now.
// True where there is hope.
bool recall(Office& office, const database::Transaction& open, const LeaseQuestion& question)
{
    bool any{false};
    for (const auto& lease : purses::leases_of_account(office.connection(), question.account, LeaseState::open)) {
        if (lease.till == question.till || lease.points() == 0) continue;
        office.say(open, LeaseRecalled{lease.till, lease.lease, "wanted_elsewhere"});
        any = true;
    }
    return any;
}

Result<void> may_hold(Office& office, const LeaseQuestion& question)
{
    const auto till = purses::till_row(office.connection(), question.till);
    if (till.set_aside || till.written_off) return refuse("till.set_aside", "no leases for this till");
    if (question.epoch != till.epoch || question.epoch == 0) {
        return refuse("till.epoch_stale", fmt::format("epoch {} of {}", question.epoch, till.epoch));
    }
    return {};
}

// The same lots as the fold will draw.
std::vector<LeaseLot> drawn_from(std::vector<LeaseLot> available, std::int64_t amount)
{
    std::vector<LeaseLot> drawn;
    for (LeaseLot& lot : available) {
        lot.amount = std::min(lot.amount, amount);
        amount -= lot.amount;
        if (lot.amount > 0) drawn.push_back(std::move(lot));
    }
    return drawn;
}

Result<LeaseGranted> decide(Office& office, const database::Transaction& open, const LeaseQuestion& question)
{
    if (auto may = may_hold(office, question); !may) return refuse(may.error());
    auto available = purses::available_of(office.connection(), question.account);
    const std::int64_t has{purses::points_in(available)};
    const std::int64_t room{room_at(office, question.till, unit_of(question.account))};
    const std::int64_t amount{question.exact ? question.amount : std::min({question.amount, has, room})};
    if (question.exact ? amount > room : room < 1) {
        return refuse("till.cap", fmt::format("this till may hold {} more", std::max<std::int64_t>(room, 0)));
    }
    if (has < std::max<std::int64_t>(amount, 1)) {
        const bool asked_back{recall(office, open, question)};
        const std::string shops{shops_that_hold(office, question.account)};
        return refuse(asked_back ? asked_back_code : "lease.not_enough",
                      shops.empty() ? std::to_string(has) : fmt::format("{}; {}", has, shops));
    }
    LeaseGranted granted;
    granted.till = question.till;
    granted.epoch = question.epoch;
    granted.generation = generation_of(office, open);
    granted.account = question.account;
    granted.unit = unit_of(question.account);
    granted.lots = drawn_from(std::move(available), amount);
    granted.ask = question.ask;
    return granted;
}

std::optional<Refusal> refused_before(Office& office, const LeaseQuestion& question)
{
    database::Statement find{office.connection(), "SELECT code, detail FROM lease_refusals WHERE till = ?1 AND"
                                                  " epoch = ?2 AND ask = ?3"};
    find.bind(1, question.till).bind(2, question.epoch).bind(3, question.ask);
    if (!find.step()) return std::nullopt;
    return Refusal{find.text(0), find.text(1)};
}

void keep_refusal(Office& office, const LeaseQuestion& question, const Refusal& why)
{
    database::Statement{office.connection(), "INSERT INTO lease_refusals (till, epoch, ask, code, detail)"
                                             " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (till, epoch, ask) DO NOTHING"}
        .bind(1, question.till)
        .bind(2, question.epoch)
        .bind(3, question.ask)
        .bind(4, why.code)
        .bind(5, why.detail)
        .run();
}

// Named after the event that will grant it.
std::string next_lease(Office& office, const database::Transaction& open)
{
    Journal& journal{office.books().journal()};
    journal.lock(open);
    return purses::office_name(office.connection(), journal.head(office_origin).number + 1);
}

// To the last start of the till, which is the one that is folded already.
void arm(Office& office, const database::Transaction& open, TillNumber number)
{
    const auto till = purses::till_row(office.connection(), number);
    TillArmed armed;
    armed.till = number;
    armed.epoch = till.epoch;
    armed.nonce = till.nonce;
    armed.through = till.started;
    armed.generation = generation_of(office, open);
    for (const auto& lease : purses::leases_of_till(office.connection(), number, LeaseState::open)) {
        if (lease.epoch == till.epoch) armed.carried.push_back(lease.lease);
    }
    for (const auto& lease : purses::leases_of_till(office.connection(), number, LeaseState::dormant)) {
        armed.dormant.push_back(lease.lease);
    }
    office.say(open, std::move(armed));
}

// The owner's word, and only for a till that nobody has a reason to doubt.
void believe(Office& office, const database::Transaction& open, const Event& event, const LeasesVouched& vouched)
{
    const auto till = purses::till_row(office.connection(), event.origin);
    if (till.set_aside || till.written_off) return;
    // What follows in its journal may have spent of them or given them back: it is told once all of it is here.
    if (is_reporting(office, event.origin)) return;
    for (const auto& lease : purses::leases_of_till(office.connection(), event.origin, LeaseState::dormant)) {
        const bool named{std::find(vouched.leases.begin(), vouched.leases.end(), lease.lease) != vouched.leases.end()};
        if (!named || lease.points() == 0) continue; // Used up: there is nothing to give back.
        office.say(open, granted_again(lease, till.epoch, generation_of(office, open)), vouched.approved_by.text);
    }
}

// For the screens of all tills: what was paid with points, and what of that came back.
void tell_spent(Office& office, const database::Transaction& open, const Event& event, const SaleCompleted& sale)
{
    const auto post = [&](const MemberId& member, const LotPart& part, std::int64_t points, PointsReason reason) {
        office.say(open, PointsPosted{member, points, part.expires_on, reason, sale.receipt.text, event.origin,
                                      event.number, {}});
    };
    const auto spend = [&](const PointsRedeemed& spent) {
        for (const LotPart& part : spent.lots) post(spent.member, part, -part.amount, PointsReason::redeemed);
    };
    for (const PointsRedeemed& spent : sale.spent) spend(spent);
    for (const ServiceTaken& taken : sale.services) spend(taken.spent);
    for (const PointsRestored& restored : sale.restored) {
        for (const LotPart& part : restored.lots) post(restored.member, part, part.amount, PointsReason::restored);
    }
}

// The first till of the shop that runs: with the line down, points are used there.
TillNumber keeper_of(Office& office, const PlaceCode& store)
{
    TillNumber keeper{0};
    for (const TillEnrolled& till : all_tills(office.connection())) {
        if (till.store != store || (keeper != 0 && keeper < till.till)) continue;
        const auto row = purses::till_row(office.connection(), till.till);
        if (row.epoch > 0 && !row.set_aside && !row.written_off) keeper = till.till;
    }
    return keeper;
}

// Where the member is at home some of her points wait for her, so that she can use them with the line down.
void grant_ahead(Office& office, const database::Transaction& open, const MemberId& member)
{
    const PlaceCode home{home_of(office.connection(), purses::person_of(office.connection(), member))};
    const PointsRules rules{rules_of(office, home).points};
    if (rules.ahead_max == 0) return; // Most shops: no till is looked at for nothing.
    if (!may_lend(office.connection())) return;
    const TillNumber keeper{keeper_of(office, home)};
    if (keeper == 0) return;
    const std::string account{purses::points_account(office.connection(), member)};
    std::int64_t room{std::min(rules.ahead_max, room_at(office, keeper, LotUnit::points))};
    for (const auto& lease : purses::leases_of_account(office.connection(), account, LeaseState::open)) {
        if (lease.till == keeper) room -= lease.points();
    }
    auto available = purses::available_of(office.connection(), account);
    const std::int64_t amount{std::min(room, purses::points_in(available))};
    if (amount <= 0) return;
    LeaseGranted granted;
    granted.lease = next_lease(office, open);
    granted.till = keeper;
    granted.epoch = purses::till_row(office.connection(), keeper).epoch;
    granted.generation = generation_of(office, open);
    granted.account = account;
    granted.lots = drawn_from(std::move(available), amount);
    office.say(open, std::move(granted));
}

// Books that were put back to before their very first day have begun it once already, and given what it gives.
std::string day_before_books_began(Office& office)
{
    if (!latest_history(office.connection())) return {};
    const auto first = office.books().journal().after(office_origin, 0, 1);
    const auto event = first.empty() ? Result<Event>{refuse("journal.gap")} : decode(first.front().text);
    if (!event) return {};
    return date_plus_days(date_in(office.connection(), {}, event->at_ms), -1);
}

} // namespace

void begin_points_day(Office& office, const database::Transaction& open)
{
    const std::string today{date_in(office.connection(), {}, office.now_ms())};
    if (purses::today_of(office.connection()) >= today) return;
    office.books().journal().lock(open); // Of two processes one begins it, and the other sees that.
    const std::string before{purses::today_of(office.connection())};
    if (before >= today) return;
    office.say(open, PointsDayBegan{today});
    tell_set_off(office, open, today);
    put_planned_in_force(office, open, today);
    give_birthday_gifts(office, open, before.empty() ? day_before_books_began(office) : before, today);
}

Result<std::string> grant_lease(Office& office, const database::Transaction& open, const LeaseQuestion& asked)
{
    LeaseQuestion question{asked};
    if (question.ask < 1 || question.amount < 1 || question.amount > points_max || question.account.empty()) {
        return refuse("lease.bad_ask", fmt::format("ask {} for {}", question.ask, question.amount));
    }
    Journal& journal{office.books().journal()};
    journal.lock(open); // Of two processes, one reads and grants after the other.
    const auto line_at = [&](std::int64_t number) {
        const auto lines = journal.after(office_origin, number - 1, 1);
        return lines.front().text;
    };
    if (auto heard = may_be_heard(office.connection(), question.till); !heard) return refuse(heard.error());
    const auto known = purses::answer_to(office.connection(), question.till, question.epoch, question.ask);
    if (known) return line_at(*known);
    if (auto before = refused_before(office, question)) return refuse(std::move(*before));
    // Never kept: as soon as all tills have reported the same question has another answer.
    if (auto may = may_lend(office.connection()); !may) return refuse(may.error());
    begin_points_day(office, open);
    // Whose purse it is now: who asks may not have heard that she was entered twice, or joined a family.
    question.account = purses::account_now(office.connection(), question.account);
    auto granted = decide(office, open, question);
    if (!granted) {
        // What was asked back may be here in a moment, and is asked for again.
        if (granted.error().code != asked_back_code) keep_refusal(office, question, granted.error());
        return refuse(granted.error());
    }
    granted->lease = next_lease(office, open);
    return line_at(office.say(open, std::move(*granted)).number);
}

std::int64_t not_in_leases(database::Connection& connection, TillNumber till, const std::vector<LotPart>& parts)
{
    std::int64_t missing{0};
    const TillNumber stem{purses::stem_of(connection, till)};
    for (const LotPart& part : parts) {
        const auto lease = purses::find_lease(connection, part.lease);
        std::int64_t left{0};
        if (lease && purses::stem_of(connection, lease->till) == stem) {
            for (const LeaseLot& lot : lease->lots) left += lot.lot == part.lot ? lot.amount : 0;
        }
        missing += std::max<std::int64_t>(0, part.amount - left);
    }
    return missing;
}

std::vector<Refusal> concerns_about_points(database::Connection& connection, const Event& event,
                                           const SaleCompleted& sale)
{
    std::vector<PointsRedeemed> all{sale.spent};
    for (const ServiceTaken& taken : sale.services) all.push_back(taken.spent);
    std::vector<Refusal> concerns;
    for (const PointsRedeemed& spent : all) {
        const std::int64_t missing{not_in_leases(connection, event.origin, spent.lots)};
        if (missing == 0) continue;
        concerns.push_back({"points.spent_twice",
                            fmt::format("{} points of {} with {}: {} are in no lease of this till", spent.amount,
                                        spent.member.text, sale.receipt.text, missing)});
    }
    return concerns;
}

void tell_leases(Office& office, const database::Transaction& open, const Event& event)
{
    if (std::holds_alternative<TillStarted>(event.body)) arm(office, open, event.origin);
    else if (const auto* vouched = std::get_if<LeasesVouched>(&event.body)) believe(office, open, event, *vouched);
    else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        tell_spent(office, open, event, *sale);
        if (!sale->member.empty()) grant_ahead(office, open, sale->member);
    } else if (const auto* returned = std::get_if<LeaseReturned>(&event.body)) {
        tell_freed(office, open, {returned->account}, returned->lease);
    }
}

void arm_again(Office& office, const database::Transaction& open, TillNumber till)
{
    if (purses::till_row(office.connection(), till).epoch > 0) arm(office, open, till);
}

LeaseGranted granted_again(const purses::LeaseLine& lease, std::int64_t epoch, std::string generation)
{
    LeaseGranted granted;
    granted.lease = lease.lease;
    granted.till = lease.till;
    granted.epoch = epoch;
    granted.generation = std::move(generation);
    granted.account = lease.account;
    granted.unit = unit_of(lease.account);
    granted.lots = lease.lots;
    return granted;
}

Result<WriteOff> write_till_off(Office& office, const database::Transaction& open, TillNumber till,
                                const StaffName& approved_by)
{
    if (!find_till(office.connection(), till)) return refuse("till.unknown", fmt::format("there is no till {}", till));
    const bool before{purses::till_row(office.connection(), till).written_off};
    if (before) return refuse("till.written_off", fmt::format("till {} is written off already", till));
    WriteOff off;
    std::set<std::string> accounts;
    // What it may hold that these books never heard of has a bound of its own.
    if (!may_be_heard(office.connection(), till)) {
        if (const auto gone = go_on_without(office, open, till, approved_by)) {
            off.points += gone->bound_points;
            off.value += gone->bound_value;
        }
    }
    TillWrittenOff written;
    written.till = till;
    written.approved_by = approved_by;
    for (const auto state : {LeaseState::open, LeaseState::dormant}) {
        for (const auto& lease : purses::leases_of_till(office.connection(), till, state)) {
            written.leases.push_back(lease.lease);
            accounts.insert(lease.account);
            written.bound += lease.points();
            if (unit_of(lease.account) == LotUnit::fen) off.value += Money::from_minor(lease.points());
            else off.points += lease.points();
        }
    }
    off.leases = std::ssize(written.leases);
    office.say(open, std::move(written), approved_by.text);
    tell_freed(office, open, accounts, store_of(office.connection(), till).text);
    return off;
}

} // namespace guitai::office
