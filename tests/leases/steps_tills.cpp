// Starts, copies and the words of people; members who become one, and families.
#include "tests/leases/steps.hpp"

#include "sync/purses/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::leases {

// Says it to the tables and hears the answer as the head office gives it.
void Steps::begin(Process& process)
{
    const std::string nonce{fmt::format("{:016x}", ++m_nonces)};
    process.hand = LeaseHand{process.till, nonce};
    process.is_up = true;
    if (!process.is_heard) return; // Its start is one story too many.
    say(process.till, TillStarted{nonce, "steps"});
    TillArmed armed;
    armed.till = process.till;
    armed.epoch = purses::till_row(m_tables, process.till).epoch;
    armed.nonce = nonce;
    for (const auto& lease : purses::leases_of_till(m_tables, process.till, purse::LeaseState::open)) {
        if (lease.epoch == armed.epoch) armed.carried.push_back(lease.lease);
    }
    for (const auto& lease : purses::leases_of_till(m_tables, process.till, purse::LeaseState::dormant)) {
        armed.dormant.push_back(lease.lease);
    }
    process.hand.hear(armed, [&](const std::string& lease) { return process.rows.contains(lease); });
}

bool Steps::crash()
{
    Process* const process{somebody()};
    if (process == nullptr) return false;
    process->hand.let_go();
    process->is_up = false;
    return true;
}

// In order, where it still runs.
bool Steps::restart()
{
    Process& process{*m_processes.at(static_cast<std::size_t>(m_dice.below(std::ssize(m_processes))))};
    if (process.is_up && process.is_heard) say(process.till, TillStopped{process.hand.epoch()});
    process.hand.let_go();
    begin(process);
    return true;
}

// The copy is faster: it starts, and of the original, which goes on, nothing is heard any more.
bool Steps::copy()
{
    Process* const original{somebody()};
    if (original == nullptr || !original->is_heard || m_processes.size() > 5) return false;
    if (m_gone.contains(original->till)) return false;
    auto copy = std::make_unique<Process>(*original);
    original->is_heard = false;
    m_doubted.insert(original->till);
    begin(*copy);
    m_processes.push_back(std::move(copy));
    return true;
}

bool Steps::vouch()
{
    Process* const process{somebody()};
    if (process == nullptr || !process->is_heard || process->hand.state() != LeaseHand::State::armed) return false;
    const auto row = purses::till_row(m_tables, process->till);
    if (row.written_off || row.epoch != process->hand.epoch()) return false;
    bool any{false};
    for (const auto& lease : purses::leases_of_till(m_tables, process->till, purse::LeaseState::dormant)) {
        if (lease.points() == 0) continue;
        LeaseGranted again;
        again.lease = lease.lease;
        again.till = lease.till;
        again.epoch = row.epoch;
        again.account = lease.account;
        again.lots = lease.lots;
        auto& parts = process->rows[lease.lease];
        parts.clear();
        for (const LeaseLot& lot : lease.lots) parts.push_back({lot.lot, lease.lease, lot.amount, lot.expires_on});
        if (m_doubted.contains(process->till)) m_bound += lease.points();
        process->hand.hear(again, [](const std::string&) { return true; });
        say(office_origin, std::move(again));
        any = true;
    }
    return any;
}

bool Steps::write_off()
{
    const TillNumber till{m_dice.between(1, 3)};
    if (m_gone.contains(till) || m_gone.size() == 2) return false;
    m_gone.insert(till);
    TillWrittenOff off;
    off.till = till;
    // In the order in which they were made: the arithmetic has it so.
    std::vector<std::pair<std::int64_t, std::string>> leases;
    for (const auto& [name, lease] : m_book.leases) {
        if (lease.till == till && lease.is_out()) leases.emplace_back(lease.place, name);
    }
    std::sort(leases.begin(), leases.end());
    for (auto& [place, name] : leases) {
        off.bound += purses::find_lease(m_tables, name)->points();
        off.leases.push_back(std::move(name));
    }
    m_bound += off.bound;
    purse::till_written_off(m_book, till);
    say(office_origin, std::move(off));
    return true;
}

bool Steps::merge()
{
    const std::string kept{anybody()};
    const std::string merged{anybody()};
    const bool is_kept{std::any_of(m_merged.begin(), m_merged.end(),
                                   [&](const auto& one) { return one.second == merged; })};
    if (kept == merged || m_merged.contains(kept) || m_merged.contains(merged) || is_kept ||
        m_families.contains(merged)) {
        return false;
    }
    const std::string before{account_of(merged)};
    m_merged[merged] = kept;
    const std::string now{account_of(merged)};
    if (before != now) {
        if (is_used_by_another(before, merged)) purse::member_left(m_book, before, merged, now);
        else purse::members_merged(m_book, now, before);
    }
    say(office_origin, MembersMerged{{kept}, {merged}, {}});
    return true;
}

bool Steps::part()
{
    if (m_merged.empty()) return false;
    const auto [merged, kept] = *std::next(m_merged.begin(), m_dice.below(std::ssize(m_merged)));
    const std::string before{account_of(merged)};
    m_merged.erase(merged);
    carry(merged, before, account_of(merged));
    say(office_origin, MembersParted{{kept}, {merged}, {}});
    return true;
}

void Steps::carry(const std::string& member, const std::string& from, const std::string& to)
{
    if (from != to) purse::member_left(m_book, from, member, to);
}

bool Steps::join()
{
    const std::string member{anybody()};
    const std::string with{anybody()};
    const std::string before{account_of(member)};
    const bool is_alone{!m_families.contains(member) && !m_merged.contains(member)};
    if (member == with || !is_alone || m_merged.contains(with) || before == account_of(with)) return false;
    // Who began a family is in it.
    if (std::any_of(m_families.begin(), m_families.end(), [&](const auto& one) { return one.second == before; })) {
        return false;
    }
    const std::string account{account_of(with)};
    m_families[member] = account;
    for (const auto& [merged, kept] : m_merged) {
        if (kept == member) carry(merged, before, account);
    }
    carry(member, before, account);
    say(office_origin, FamilyJoined{{member}, account, office_origin, 0});
    return true;
}

bool Steps::leave()
{
    if (m_families.empty()) return false;
    const auto [member, account] = *std::next(m_families.begin(), m_dice.below(std::ssize(m_families)));
    m_families.erase(member);
    const std::string to{member};
    for (const auto& [merged, kept] : m_merged) {
        if (kept == member) carry(merged, account, to);
    }
    carry(member, account, to);
    say(office_origin, FamilyMemberLeft{{member}, account, to, office_origin, 0});
    return true;
}

std::string Steps::difference()
{
    ++m_counts.compared;
    purses::Part all{m_tables};
    for (const char* member : {"A", "B", "C", "D"}) all.load_account(member);
    if (all.book.lots.size() != m_book.lots.size()) {
        return fmt::format("{} lots in the tables, {} in the book", all.book.lots.size(), m_book.lots.size());
    }
    for (const auto& [id, lot] : m_book.lots) {
        const auto row = all.book.lots.find(id);
        if (row == all.book.lots.end()) return fmt::format("lot {} is in no purse", id);
        purse::Lot same{row->second};
        same.place = lot.place;
        // What is used up may have its row or not.
        purse::Lot mine{lot};
        std::erase_if(same.leased, [](const auto& one) { return one.second == 0; });
        std::erase_if(mine.leased, [](const auto& one) { return one.second == 0; });
        if (same != mine) {
            return fmt::format("lot {}: {} available, {} out, {} spent in the tables; {}, {}, {} in the book", id,
                               same.available, same.out(), same.spent, mine.available, mine.out(), mine.spent);
        }
    }
    std::int64_t debts{0};
    for (const purse::Debt& debt : m_book.debts) debts += debt.amount;
    for (const purse::Debt& debt : all.book.debts) debts -= debt.amount;
    if (debts != 0) return fmt::format("{} more are owed in the book", debts);
    if (purses::loss_of(m_tables) != m_book.loss) return "another loss";
    return {};
}

} // namespace guitai::leases
