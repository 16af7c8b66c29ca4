// What happens at the head office of the small chain, and how all is mended in the end.
#include "sync/office/leases.hpp"
#include "sync/office/restored.hpp"
#include "sync/office/together.hpp"
#include "sync/purses/owners.hpp"
#include "sync/purses/tables.hpp"
#include "tests/leases/world.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guitai::leases {
namespace {

constexpr int rounds_to_heal{60};

std::string account_of(office::Office& office, const MemberId& member)
{
    return purses::points_account(office.connection(), member);
}

// As somebody adds two cards up by hand: what the screen shows of one goes to the other as a sum.
void add_balances(office::Office& office, const database::Transaction& open, const MembersMerged& wish)
{
    const auto seen = purses::view_of(office.connection(), wish.merged.text);
    database::Statement{office.connection(), "UPDATE purse_lots SET moved = moved + available, available = 0"
                                             " WHERE account = ?1"}
        .bind(1, wish.merged.text)
        .run();
    if (seen.points == 0) return;
    office.say(open, PointsPosted{wish.kept, seen.points, "2099-12-31", PointsReason::imported, "merged", office_origin,
                                  0, {}});
}

// What another process would have said, that read the purse before somebody else was lent of it.
void lend_from(office::Office& office, const database::Transaction& open, TillNumber till, const std::string& account,
               const std::vector<LeaseLot>& seen)
{
    LeaseGranted granted;
    granted.lease = purses::office_name(office.connection(), office.books().journal().head(office_origin).number + 1);
    granted.till = till;
    granted.epoch = purses::till_row(office.connection(), till).epoch;
    granted.generation = office::generation_of(office, open);
    granted.account = account;
    granted.lots = seen;
    office.say(open, granted);
}

} // namespace

void LeaseWorld::merge_or_part()
{
    m_office.decide([&](office::Office& office, const database::Transaction& open) {
        const MembersMerged wish{.kept = {"M1"}, .merged = {"M2"}, .staff = {"老板"}};
        if (m_plan.rule == Naive::merge_adds_balances) {
            add_balances(office, open, wish);
        } else if (m_is_merged) {
            (void)office::part_members(office, open, wish.merged, wish.staff);
        } else {
            (void)office::merge_members(office, open, wish);
        }
        m_is_merged = !m_is_merged;
    });
}

// Both tills ask for all that one member has.
void LeaseWorld::lend_together()
{
    Machine& one{*m_machines[0]};
    Machine& other{*m_machines[1]};
    if (!one.is_up() || !other.is_up()) return;
    const MemberId member{anybody()};
    if (m_plan.rule != Naive::lends_without_lock) {
        one.ask(member, 100, false);
        return other.ask(member, 100, false);
    }
    const std::string account{account_of(m_office.office(), member)};
    const auto seen = purses::available_of(m_office.reads(), account);
    one.ask(member, 100, false);
    m_office.decide([&](office::Office& office, const database::Transaction& open) {
        if (!seen.empty()) lend_from(office, open, other.till(), account, seen);
    });
    other.sync();
}

// One till gives back while another is lent of the same purse.
void LeaseWorld::take_in_together()
{
    Machine& one{*m_machines[0]};
    Machine& other{*m_machines[1]};
    if (!one.is_up() || !other.is_up()) return;
    const MemberId member{anybody()};
    if (m_plan.rule != Naive::takes_in_without_lock) {
        one.give_back(false);
        one.sync();
        return other.ask(member, 3, true);
    }
    const std::string account{account_of(m_office.office(), member)};
    purses::Part read_before{m_office.office().connection()};
    read_before.load_account(account);
    one.give_back(false);
    one.sync();
    m_office.decide([&](office::Office&, const database::Transaction&) {
        purse::lease_granted(read_before.book, {fmt::format("0/{}", m_time.now_ms), account, other.till(), 1, 3, 0});
        read_before.save(office_origin, 0, account);
    });
}

bool LeaseWorld::is_good(TillNumber till)
{
    const auto row = purses::till_row(m_office.reads(), till);
    return !row.set_aside && !row.written_off;
}

void LeaseWorld::heal()
{
    for (const auto& machine : m_machines) {
        machine->wire().set(sim::no_trouble());
        machine->wire().cut_off_until(0);
    }
    int quiet{0};
    for (int round{0}; round < rounds_to_heal && quiet < 2; ++round) {
        if (round % 10 == 9) recall_all();
        quiet = heal_round() ? quiet + 1 : 0;
    }
    for (const auto& machine : m_machines) machine->sync(); // What they wrote in the last round.
}

// A grant that is said again after a restore stays at the till until somebody wants it.
void LeaseWorld::recall_all()
{
    m_office.decide([this](office::Office& office, const database::Transaction& open) {
        for (const auto& machine : m_machines) {
            for (const auto& lease : purses::leases_of_till(office.connection(), machine->till(),
                                                            purse::LeaseState::open)) {
                if (lease.points() > 0) office.say(open, LeaseRecalled{machine->till(), lease.lease, "healing"});
            }
        }
    });
}

// True: nobody has anything more to say.
bool LeaseWorld::heal_round()
{
    bool is_quiet{true};
    for (const auto& machine : m_machines) {
        if (!machine->is_up()) machine->start();
        if (machine->hand().state() == LeaseHand::State::none) machine->do_anything();
        machine->wire().deliver_late();
        machine->sync();
        machine->give_back(false);
        const bool has_heard{machine->has_all_news()};
        const bool is_sure{!m_truth.is_doubted(machine->till())};
        const bool is_home{!is_sure || purses::out_at(m_office.reads(), machine->till(), LotUnit::points) == 0};
        if (has_heard && is_sure && !is_home) (void)machine->vouch();
        const bool is_done{has_heard && is_home && machine->hand().leases().empty()};
        is_quiet = is_quiet && (is_done || !is_good(machine->till()));
    }
    return is_quiet;
}

Complaints LeaseWorld::faults_after_healing()
{
    Complaints complaints{faults_of_sums(m_office)};
    database::Connection& reads{m_office.reads()};
    if (office::is_recovering(reads)) complaints.push_back("every till has reported and the office still waits");
    bool all_told{true};
    for (const auto& machine : m_machines) {
        const bool is_sure{is_good(machine->till()) && !m_truth.is_doubted(machine->till())};
        all_told = all_told && is_sure;
        if (!is_good(machine->till())) continue;
        if (!is_armed_or_followed(*machine)) {
            complaints.push_back(fmt::format("till {} is never armed", machine->till()));
        }
        for (std::string& one : faults_of_rows(*machine)) complaints.push_back(std::move(one));
        for (std::string& one : faults_of_home(*machine)) complaints.push_back(std::move(one));
    }
    for (const auto& machine : m_machines) {
        if (auto untold = fault_of_story(*machine); !untold.empty()) complaints.push_back(std::move(untold));
    }
    for (std::string& one : faults_of_branches(m_office)) complaints.push_back(std::move(one));
    database::Statement waiting{reads, "SELECT what, name FROM purse_waiting"};
    while (all_told && waiting.step()) {
        complaints.push_back(fmt::format("a refund still waits for {} {}", waiting.text(0), waiting.text(1)));
    }
    return complaints;
}

// Of two copies with one story the one that started later is armed, and the other knows that it was followed.
bool LeaseWorld::is_armed_or_followed(const Machine& machine) const
{
    if (machine.hand().state() == LeaseHand::State::armed) return true;
    return machine.hand().state() == LeaseHand::State::superseded &&
           std::any_of(m_machines.begin(), m_machines.end(), [&](const auto& other) {
               return other->till() == machine.till() && other->hand().state() == LeaseHand::State::armed;
           });
}

// What a machine did is at the head office to its last event, whichever copy of a till it is.
std::string LeaseWorld::fault_of_story(Machine& machine)
{
    const ChainHead head{machine.store().books().journal().head(machine.till())};
    if (Journal{m_office.reads()}.chain_at(machine.till(), head.number) == head.chain) return {};
    database::Statement find{m_office.reads(), "SELECT 1 FROM branch_lines l JOIN branches b ON b.branch = l.branch"
                                               " WHERE b.till = ?1 AND l.number = ?2 AND l.chain = ?3"};
    find.bind(1, machine.till()).bind(2, head.number).bind(3, head.chain);
    if (find.step()) return {};
    return fmt::format("event {} of a machine that runs as till {} is not at the office", head.number, machine.till());
}

// Points that nobody ever gets at again.
Complaints LeaseWorld::faults_of_home(const Machine& machine)
{
    Complaints complaints;
    if (m_truth.is_doubted(machine.till())) return complaints;
    for (const auto state : {purse::LeaseState::open, purse::LeaseState::dormant}) {
        for (const auto& lease : purses::leases_of_till(m_office.reads(), machine.till(), state)) {
            if (lease.points() == 0) continue;
            complaints.push_back(fmt::format("{} points of {} lease {} of epoch {} stay at till {} for good",
                                             lease.points(), purses::word_of(state), lease.lease, lease.epoch,
                                             machine.till()));
        }
    }
    return complaints;
}

Complaints LeaseWorld::faults_of_rows(Machine& machine)
{
    Complaints complaints;
    std::set<std::string> rows;
    database::Statement find{machine.store().books().connection(), "SELECT lease FROM lease_rows WHERE closed = 0"};
    while (find.step()) rows.insert(find.text(0));
    for (const auto state : {purse::LeaseState::open, purse::LeaseState::dormant}) {
        for (const auto& lease : purses::leases_of_till(m_office.reads(), machine.till(), state)) {
            if (lease.lots.empty()) continue;
            rows.erase(lease.lease);
            const auto row = machine.store().points().lease(lease.lease);
            if (row && row->lots == lease.lots) continue;
            complaints.push_back(fmt::format("lease {} holds {} points at the office and {} at till {}", lease.lease,
                                             lease.points(), row ? "others" : "none", machine.till()));
        }
    }
    for (const std::string& lease : rows) {
        complaints.push_back(fmt::format("till {} has lease {} open, the office has not", machine.till(), lease));
    }
    return complaints;
}

} // namespace guitai::leases
