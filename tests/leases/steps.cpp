#include "tests/leases/steps.hpp"

#include "sync/events/time.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::leases {
namespace {

constexpr std::int64_t first_day_ms{1'795'309'200'000};
constexpr std::int64_t day_ms{86'400'000};
constexpr std::array<const char*, 4> members{"A", "B", "C", "D"};

// How often each is tried, of a thousand.
constexpr std::array<int, step_names.size()> weights{150, 90, 170, 190, 90, 60, 60, 20, 25,
                                                          60,  8,  22,  5,   12, 12, 14, 12};

} // namespace

Steps::Steps(database::Connection& tables, std::uint64_t seed, StepCounts& counts)
    : m_tables{tables}, m_dice{seed}, m_counts{counts}
{
    for (const std::string_view table : purses::tables()) m_tables.run(fmt::format("DELETE FROM {}", table));
    for (const TillNumber till : {1, 2, 3}) {
        m_processes.push_back(std::make_unique<Process>());
        m_processes.back()->till = till;
        begin(*m_processes.back());
    }
}

void Steps::step()
{
    std::int64_t chance{m_dice.below(1'000)};
    std::size_t what{0};
    while (what + 1 < weights.size() && chance >= weights.at(what)) chance -= weights.at(what++);
    ++m_counts.tried.at(what);
    m_counts.done.at(what) += act(static_cast<Step>(what)) ? 1 : 0;
    m_book.notes.clear();
}

bool Steps::act(Step what)
{
    switch (what) {
    case Step::earn: return earn(false);
    case Step::earn_kept: return earn(true);
    case Step::ask: return ask();
    case Step::spend: return spend();
    case Step::give_back: return give_back();
    case Step::restore: return restore();
    case Step::take_back: return take_back();
    case Step::new_day: return begin_day();
    case Step::crash: return crash();
    case Step::restart: return restart();
    case Step::copy: return copy();
    case Step::vouch: return vouch();
    case Step::write_off: return write_off();
    case Step::merge: return merge();
    case Step::part: return part();
    case Step::join: return join();
    case Step::leave: return leave();
    }
    return false;
}

std::string Steps::fault() const
{
    if (auto wrong = purse::fault_of(m_book); !wrong.empty()) return wrong;
    std::int64_t over{0};
    for (const auto& [lot, units] : m_spent) over += std::max<std::int64_t>(0, units - m_earned.at(lot));
    if (over > m_bound) return fmt::format("{} more were spent than were earned, {} were agreed to", over, m_bound);
    if (m_book.loss > m_bound) return fmt::format("{} are lost, {} were agreed to", m_book.loss, m_bound);
    return {};
}

void Steps::say(TillNumber origin, EventBody body)
{
    purses::fold(m_tables, {origin, ++m_numbers[origin], 0, std::move(body)});
}

Steps::Process* Steps::somebody()
{
    Process& one{*m_processes.at(static_cast<std::size_t>(m_dice.below(std::ssize(m_processes))))};
    return one.is_up ? &one : nullptr;
}

std::string Steps::anybody() { return members.at(static_cast<std::size_t>(m_dice.below(std::ssize(members)))); }

std::string Steps::some_day()
{
    return m_dice.percent(40) ? "" : iso_date(first_day_ms + (m_day + m_dice.below(5)) * day_ms, 0);
}

std::string Steps::account_of(const std::string& member) const
{
    const auto kept = m_merged.find(member);
    const std::string person{kept == m_merged.end() ? member : kept->second};
    const auto family = m_families.find(person);
    return family == m_families.end() ? person : family->second;
}

bool Steps::is_used_by_another(const std::string& account, const std::string& but) const
{
    return std::any_of(members.begin(), members.end(), [&](const std::string& member) {
        return member != but && account_of(member) == account;
    });
}

SaleCompleted Steps::ticket(const Process& process)
{
    SaleCompleted sale;
    sale.receipt = {fmt::format("T{}-{}", process.till, ++m_receipts)};
    return sale;
}

bool Steps::earn(bool kept)
{
    Process* const process{somebody()};
    if (process == nullptr) return false;
    const std::string member{anybody()};
    LotEarned lot;
    lot.account = account_of(member);
    lot.member = {member};
    lot.amount = m_dice.between(1, 60);
    lot.earned_on = iso_date(first_day_ms + m_day * day_ms, 0);
    lot.expires_on = some_day();
    lot.kept = kept;
    if (!kept && m_dice.percent(20)) lot.matures_on = iso_date(first_day_ms + (m_day + m_dice.below(3)) * day_ms, 0);
    SaleCompleted sale{ticket(*process)};
    sale.earned = {lot};
    const std::string name{part_id(sale.receipt, 1)};
    m_earned[name] = lot.amount;
    if (kept) {
        process->rows[sale.receipt.text] = {{name, sale.receipt.text, lot.amount, lot.expires_on}};
        process->hand.take(sale.receipt.text);
    }
    if (!process->is_heard) return true;
    purse::Earned earned{.lot = name, .account = lot.account, .member = member, .kind = lot.lot_kind,
                         .amount = lot.amount, .on = lot.earned_on, .expires = lot.expires_on,
                         .matures = lot.matures_on, .receipt = sale.receipt.text};
    if (kept) earned.kept = sale.receipt.text;
    earned.till = process->till;
    earned.epoch = purses::till_row(m_tables, process->till).epoch;
    purse::points_earned(m_book, earned);
    m_sold.emplace_back(sale.receipt.text, lot.amount);
    say(process->till, std::move(sale));
    return true;
}

bool Steps::ask()
{
    Process* const process{somebody()};
    if (process == nullptr || process->hand.state() != LeaseHand::State::armed) return false;
    // The head office refuses others; that it does is seen in tests/office.
    const auto row = purses::till_row(m_tables, process->till);
    if (!process->is_heard || row.set_aside || row.written_off || row.epoch != process->hand.epoch()) return false;
    LeaseGranted granted;
    granted.lease = fmt::format("0/{}", m_numbers[office_origin] + 1);
    granted.till = process->till;
    granted.epoch = row.epoch;
    granted.account = account_of(anybody());
    std::int64_t left{m_dice.between(1, 50)};
    for (LeaseLot lot : purses::available_of(m_tables, granted.account)) {
        lot.amount = std::min(lot.amount, left);
        left -= lot.amount;
        if (lot.amount > 0) granted.lots.push_back(lot);
    }
    if (granted.lots.empty()) return false;
    auto& parts = process->rows[granted.lease];
    for (const LeaseLot& lot : granted.lots) parts.push_back({lot.lot, granted.lease, lot.amount, lot.expires_on});
    process->hand.hear(granted, [](const std::string&) { return true; });
    purse::lease_granted(m_book, {granted.lease, granted.account, granted.till, granted.epoch,
                                  purses::points_in(granted.lots), 0});
    say(office_origin, std::move(granted));
    return true;
}

void Steps::count_spent(const std::vector<LotPart>& parts)
{
    for (const LotPart& part : parts) m_spent[part.lot] += part.amount;
}

bool Steps::spend()
{
    Process* const process{somebody()};
    if (process == nullptr || process->hand.leases().empty()) return false;
    const auto& leases = process->hand.leases();
    std::int64_t left{m_dice.between(1, 40)};
    PointsRedeemed spent;
    spent.account = account_of(anybody());
    for (auto lease = std::next(leases.begin(), m_dice.below(std::ssize(leases))); lease != leases.end(); ++lease) {
        for (LotPart& part : process->rows[*lease]) {
            LotPart drawn{part};
            drawn.amount = std::min(part.amount, left);
            left -= drawn.amount;
            part.amount -= drawn.amount;
            if (drawn.amount > 0) spent.lots.push_back(drawn);
        }
    }
    if (spent.lots.empty()) return false;
    for (const LotPart& part : spent.lots) spent.amount += part.amount;
    count_spent(spent.lots);
    if (!process->is_heard) return true;
    SaleCompleted sale{ticket(*process)};
    sale.spent = {spent};
    purse::points_spent(m_book, purse::SpentParts{part_id(sale.receipt, 1), spent.account, spent.lots});
    m_redeemed.emplace_back(part_id(sale.receipt, 1), spent.amount);
    say(process->till, std::move(sale));
    return true;
}

bool Steps::give_back()
{
    Process* const process{somebody()};
    if (process == nullptr || process->hand.leases().empty()) return false;
    const auto& leases = process->hand.leases();
    const std::string lease{*std::next(leases.begin(), m_dice.below(std::ssize(leases)))};
    process->hand.drop(lease);
    process->rows.erase(lease);
    if (!process->is_heard) return true;
    purse::lease_returned(m_book, lease);
    say(process->till, LeaseReturned{lease, "", {}});
    return true;
}

bool Steps::take_back()
{
    Process* const process{somebody()};
    if (process == nullptr || !process->is_heard || m_sold.empty()) return false;
    const auto& [receipt, points] = m_dice.pick(m_sold);
    SaleCompleted sale{ticket(*process)};
    sale.points_back = {{{"A"}, {receipt}, m_dice.between(1, points), ""}};
    purse::sale_refunded(m_book, {part_id(receipt, 1), sale.points_back.front().points, -1});
    say(process->till, std::move(sale));
    return true;
}

bool Steps::restore()
{
    Process* const process{somebody()};
    if (process == nullptr || !process->is_heard || m_redeemed.empty()) return false;
    const auto& [redemption, points] = m_dice.pick(m_redeemed);
    PointsRestored restored;
    restored.redemption = redemption;
    restored.amount = m_dice.between(1, points);
    if (m_dice.percent(20)) restored.good_until = iso_date(first_day_ms + (m_day + 3) * day_ms, 0);
    const auto before = m_book.redemptions.at(redemption);
    purse::redemption_refunded(m_book, {redemption, restored.amount, restored.good_until});
    const auto& after = m_book.redemptions.at(redemption);
    for (std::size_t at{0}; at < before.size(); ++at) {
        // A unit that moved into a lot of its own was earned there.
        const std::int64_t back{before[at].amount - after[at].amount};
        m_spent[before[at].lot] -= back;
    }
    for (const auto& [id, lot] : m_book.lots) {
        if (lot.origin.empty()) continue;
        m_earned[id] = lot.amount;
    }
    SaleCompleted sale{ticket(*process)};
    sale.restored = {restored};
    say(process->till, std::move(sale));
    return true;
}

bool Steps::begin_day()
{
    const std::string today{iso_date(first_day_ms + ++m_day * day_ms, 0)};
    purse::day_began(m_book, today);
    say(office_origin, PointsDayBegan{today});
    return true;
}

} // namespace guitai::leases
