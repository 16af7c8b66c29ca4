#include "sync/office/restored.hpp"

#include "sync/office/access.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/lasting_fact.hpp"
#include "sync/office/leases.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/trade.hpp"
#include "sync/purses/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace guitai::office {
namespace {

constexpr std::size_t generation_bytes{8};
constexpr std::string_view first_generation{"generation"};
constexpr std::string_view has_witness{"witness"};

std::string_view word_for(Cause cause)
{
    switch (cause) {
    case Cause::witness: return "witness";
    case Cause::till: return "till";
    case Cause::operator_: return "operator";
    }
    return {};
}

bool was_here(database::Connection& connection, std::string_view generation)
{
    const auto all = histories(connection);
    return find_lasting_fact(connection, first_generation) == generation ||
           std::any_of(all.begin(), all.end(), [&](const History& one) { return one.generation == generation; });
}

// More than these books ever heard that was earned; once all is over, what tills that nobody waited for held.
std::int64_t lacking_units(database::Connection& connection)
{
    database::Statement sum{connection, "SELECT COALESCE(SUM(lacking), 0) FROM purse_lots"};
    return sum.step() ? sum.integer(0) : 0;
}

void end_where_all_are_done(Office& office, const database::Transaction& open)
{
    const auto latest = latest_history(office.connection());
    if (!latest || !latest->recovering) return;
    if (!unreported_tills(office.connection()).empty()) return;
    const Event ended{office.say(open, OfficeRecovered{latest->generation})};
    const std::int64_t lacking{lacking_units(office.connection())};
    if (lacking > 0) set_apart(office, open, ended, {"points.lent_twice", std::to_string(lacking)});
}

// Leases that the owner vouched for since the last start, as the till's journal has it.
std::set<std::string> vouched_since(Office& office, TillNumber till, std::int64_t start)
{
    std::set<std::string> leases;
    const Journal& journal{office.books().journal()};
    constexpr int lines_at_once{500};
    for (auto lines = journal.after(till, start, lines_at_once); !lines.empty();
         lines = journal.after(till, lines.back().number, lines_at_once)) {
        for (const JournalLine& line : lines) {
            const auto event = decode(line.text);
            const auto* vouched = event ? std::get_if<LeasesVouched>(&event->body) : nullptr;
            if (vouched != nullptr) leases.insert(vouched->leases.begin(), vouched->leases.end());
        }
    }
    return leases;
}

// Its hand takes grants of this history only, and its books have forgotten the others with the news they came in.
void say_grants_again(Office& office, const database::Transaction& open, TillNumber till, const std::string& generation)
{
    const auto row = purses::till_row(office.connection(), till);
    const auto vouched = vouched_since(office, till, row.started);
    std::vector<purses::LeaseLine> again, resting;
    for (auto& lease : purses::leases_of_till(office.connection(), till, purse::LeaseState::open)) {
        if (lease.number > 0 && lease.epoch == row.epoch && lease.points() > 0) again.push_back(std::move(lease));
    }
    for (auto& lease : purses::leases_of_till(office.connection(), till, purse::LeaseState::dormant)) {
        if (lease.points() == 0) continue;
        (vouched.contains(lease.lease) ? again : resting).push_back(std::move(lease));
    }
    for (const auto& lease : again) office.say(open, granted_again(lease, row.epoch, generation));
    // Of an earlier start: for its books alone, for no hand takes them before the owner vouches.
    for (const auto& lease : resting) office.say(open, granted_again(lease, lease.epoch, generation));
}

void welcome_back(Office& office, const database::Transaction& open, TillNumber till, const std::string& generation)
{
    say_grants_again(office, open, till, generation);
    end_where_all_are_done(office, open);
}

} // namespace

std::string generation_of(Office& office, const database::Transaction& /*open*/)
{
    if (auto latest = latest_history(office.connection())) return std::move(latest->generation);
    return lasting_fact(office.connection(), office.chance(), first_generation, generation_bytes);
}

BooksStand where_books_stand(Office& office, const database::Transaction& open)
{
    return {office.name(), generation_of(office, open), office.books().journal().head(office_origin).number,
            last_till(office.connection())};
}

void begin_history(Office& office, const database::Transaction& open, Cause cause, const std::string& detail,
                   TillNumber tills_through)
{
    office.books().journal().lock(open); // Of two tills that prove it at two processes, one begins it.
    OfficeRestored restored;
    restored.before = generation_of(office, open);
    restored.generation = random_hex(office.chance(), generation_bytes);
    restored.cause = word_for(cause);
    restored.detail = detail;
    restored.tills_through = std::max(tills_through, last_till(office.connection()));
    const Event said{office.say(open, std::move(restored))};
    set_apart(office, open, said, {"office.was_restored", detail});
    end_where_all_are_done(office, open); // An office without tills has nothing to wait for.
}

Result<void> hear_witness(Office& office, const database::Transaction& open, Witness& witness)
{
    office.books().journal().lock(open); // Another process may have noted what it has not committed yet.
    const auto noted = witness.noted();
    if (noted && noted->office != office.name()) {
        return refuse("witness.other_office", fmt::format("it knows office {}, these are the books of {}",
                                                          noted->office, office.name()));
    }
    const BooksStand stand{where_books_stand(office, open)};
    const bool is_missing{!noted && !find_lasting_fact(office.connection(), has_witness).empty()};
    const bool is_behind{noted && (noted->generation == stand.generation
                                       ? noted->number > stand.number
                                       : !was_here(office.connection(), noted->generation))};
    if (is_missing) begin_history(office, open, Cause::witness, "the witness is gone");
    if (is_behind) {
        begin_history(office, open, Cause::witness,
                      fmt::format("event {} was said, the books know {}", noted->number, stand.number), noted->tills);
    }
    static_cast<void>(lasting_fact(office.connection(), office.chance(), has_witness, 1));
    witness.note(where_books_stand(office, open));
    return {};
}

Fit fit_of(database::Connection& connection, const TillClaim& claim)
{
    const auto latest = latest_history(connection);
    const auto waited = waited_till(connection, claim.till);
    if (waited && !waited->shown) return claim.knows_histories ? Fit::must_show : Fit::other_history;
    const Journal journal{connection};
    const bool lost_news{!claim.news.chain.empty() &&
                         journal.chain_at(office_origin, claim.news.number) != claim.news.chain};
    const bool lost_own{journal.head(claim.till).number < claim.confirmed};
    if (!lost_news && !(lost_own && claim.knows_histories)) return Fit::same;
    if (!claim.knows_histories) return Fit::other_history;
    const bool is_current{latest ? latest->generation == claim.generation : claim.generation.empty()};
    const bool is_past{!is_current && (claim.generation.empty() || was_here(connection, claim.generation))};
    if (!is_past) return Fit::proves_it;
    return lost_news ? Fit::must_show : Fit::same;
}

Result<void> may_be_heard(database::Connection& connection, TillNumber till)
{
    const auto waited = waited_till(connection, till);
    if (waited && !waited->shown) return refuse("office.restored", "show what you hold first");
    return {};
}

Result<void> may_lend(database::Connection& connection)
{
    if (!is_recovering(connection)) return {};
    return refuse("office.recovering", fmt::format("{} tills have not reported", unreported_tills(connection).size()));
}

Result<void> take_showing(Office& office, const database::Transaction& open, const Showing& showing)
{
    if (auto welcome = check_till(office.connection(), showing.till); !welcome) return welcome;
    heard_from(office, open, showing.till);
    const auto latest = latest_history(office.connection());
    if (!latest || latest->generation != showing.generation) {
        return refuse("office.restored", "another history has begun since");
    }
    const auto waited = waited_till(office.connection(), showing.till);
    if (!waited) return {}; // It never heard of another history.
    LeasesShown shown{showing.till, showing.generation, showing.through, {}};
    for (const LeaseGranted& granted : showing.grants) {
        // One that was born at the till comes back with the sale in its own journal, whole.
        if (!purses::is_office_name(granted.lease)) continue;
        if (!purses::find_lease(office.connection(), granted.lease)) shown.grants.push_back(granted);
    }
    const bool is_first{!waited->shown && showing.through >= 0};
    if (!is_first && shown.grants.empty()) return {};
    const std::int64_t before{lacking_units(office.connection())};
    const Event said{office.say(open, std::move(shown))};
    const std::int64_t lacking{lacking_units(office.connection()) - before};
    // A till that nobody waited for: what it holds may have been lent again.
    if (!latest->recovering && lacking > 0) {
        set_apart(office, open, said, {"points.lent_twice", std::to_string(lacking)});
    }
    if (!is_first) return {};
    arm_again(office, open, showing.till);
    if (office.books().journal().head(showing.till).number >= showing.through) {
        welcome_back(office, open, showing.till, latest->generation);
    }
    return {};
}

void look_whether_done(Office& office, const database::Transaction& open, TillNumber till, std::int64_t before)
{
    const auto waited = waited_till(office.connection(), till);
    if (!waited || !waited->shown || before >= waited->through) return;
    if (office.books().journal().head(till).number < waited->through) return;
    welcome_back(office, open, till, generation_of(office, open));
}

bool is_reporting(Office& office, TillNumber till)
{
    const auto waited = waited_till(office.connection(), till);
    return waited && waited->shown && office.books().journal().head(till).number < waited->through;
}

Result<TillGoneWithout> go_on_without(Office& office, const database::Transaction& open, TillNumber till,
                                      const StaffName& approved_by)
{
    const auto latest = latest_history(office.connection());
    if (!latest || !latest->recovering) return refuse("office.not_recovering", fmt::format("till {}", till));
    const auto waited = waited_till(office.connection(), till);
    if (!waited) return refuse("till.unknown", fmt::format("there is no till {}", till));
    const auto away = unreported_tills(office.connection());
    if (std::find(away.begin(), away.end(), till) == away.end()) {
        return refuse("till.has_reported", fmt::format("till {} has reported already", till));
    }
    const auto known = find_rules(office.connection(), store_of(office.connection(), till));
    const ShopRulesSet rules{known ? *known : ShopRulesSet{}};
    const TillGoneWithout gone{till, latest->generation, rules.points.till_cap, rules.value.till_cap, approved_by};
    const Event said{office.say(open, gone, approved_by.text)};
    set_apart(office, open, said,
              {"till.gone_without", fmt::format("till {}: at most {} points and {}", till, gone.bound_points,
                                                text_of(gone.bound_value))});
    end_where_all_are_done(office, open);
    return gone;
}

} // namespace guitai::office
