#include "sync/purses/tables.hpp"

#include "sync/events/purse_account.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace guitai::purses {
namespace {

using purse::LeaseState;
using purse::Lot;

constexpr std::array<std::pair<LeaseState, std::string_view>, 4> states{{
    {LeaseState::open, "open"},
    {LeaseState::dormant, "dormant"},
    {LeaseState::returned, "returned"},
    {LeaseState::written_off, "written_off"},
}};

Lot lot_from(const database::Statement& row)
{
    Lot lot;
    lot.place = row.integer(1);
    lot.account = row.text(2);
    lot.member = row.text(3);
    static_cast<void>(read_word(row.text(4), lot.kind));
    lot.amount = row.integer(5);
    lot.earned = row.text(6);
    lot.expires = row.text(7);
    lot.matures = row.text(8);
    lot.receipt = row.text(9);
    lot.sale_minor = row.integer(10);
    lot.back_minor = row.integer(11);
    lot.back = row.integer(12);
    lot.origin = row.text(13);
    lot.pending = row.integer(14);
    lot.available = row.integer(15);
    lot.spent = row.integer(16);
    lot.expired = row.integer(17);
    lot.taken = row.integer(18);
    lot.moved = row.integer(19);
    lot.lacking = row.integer(20);
    return lot;
}

std::int64_t next_place(database::Connection& connection, std::string_view of)
{
    std::string sql{"SELECT COALESCE(MAX(place), 0) + 1 FROM "};
    database::Statement find{connection, sql += of};
    return find.step() ? find.integer(0) : 1;
}

void put_lot(database::Connection& connection, const std::string& id, const Lot& lot, std::int64_t place)
{
    database::Statement{
        connection,
        "INSERT INTO purse_lots (lot, place, account, member, lot_kind, amount, earned_on, expires_on, matures_on,"
        " receipt, sale_minor, back_minor, back, origin, pending, available, spent, expired, taken, moved, leased,"
        " lacking) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,"
        " ?21, ?22) ON CONFLICT (lot) DO UPDATE SET account = excluded.account, member = excluded.member,"
        " amount = excluded.amount, earned_on = excluded.earned_on, expires_on = excluded.expires_on,"
        " matures_on = excluded.matures_on, receipt = excluded.receipt, sale_minor = excluded.sale_minor,"
        " back_minor = excluded.back_minor, back = excluded.back, pending = excluded.pending, available ="
        " excluded.available, spent = excluded.spent, expired = excluded.expired, taken = excluded.taken,"
        " moved = excluded.moved, leased = excluded.leased, lacking = excluded.lacking"}
        .bind(1, id)
        .bind(2, place)
        .bind(3, lot.account)
        .bind(4, lot.member)
        .bind(5, word_of(lot.kind))
        .bind(6, lot.amount)
        .bind(7, lot.earned)
        .bind(8, lot.expires)
        .bind(9, lot.matures)
        .bind(10, lot.receipt)
        .bind(11, lot.sale_minor)
        .bind(12, lot.back_minor)
        .bind(13, lot.back)
        .bind(14, lot.origin)
        .bind(15, lot.pending)
        .bind(16, lot.available)
        .bind(17, lot.spent)
        .bind(18, lot.expired)
        .bind(19, lot.taken)
        .bind(20, lot.moved)
        .bind(21, lot.out())
        .bind(22, lot.lacking)
        .run();
}

void put_lease_lots(database::Connection& connection, const std::string& id, const Lot& lot, const Lot* before)
{
    for (const auto& [lease, rem] : lot.leased) {
        if (before != nullptr) {
            const auto known = before->leased.find(lease);
            if (known != before->leased.end() && known->second == rem) continue;
        }
        database::Statement{connection, "INSERT INTO purse_lease_lots (lease, lot, rem) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT (lease, lot) DO UPDATE SET rem = excluded.rem"}
            .bind(1, lease)
            .bind(2, id)
            .bind(3, rem)
            .run();
    }
    if (before == nullptr) return;
    for (const auto& [lease, rem] : before->leased) {
        if (lot.leased.contains(lease)) continue;
        database::Statement{connection, "DELETE FROM purse_lease_lots WHERE lease = ?1 AND lot = ?2"}
            .bind(1, lease)
            .bind(2, id)
            .run();
    }
}

std::string_view loss_fact(LotUnit unit) { return unit == LotUnit::points ? "loss" : "loss_fen"; }

} // namespace

std::string_view word_of(purse::LeaseState state)
{
    for (const auto& [known, word] : states) {
        if (known == state) return word;
    }
    return {};
}

// The words in our tables were written by us, so a strange one reads as the first.
LeaseState state_from(std::string_view word)
{
    for (const auto& [state, name] : states) {
        if (name == word) return state;
    }
    return LeaseState::open;
}

std::int64_t loss_of(database::Connection& connection, LotUnit unit)
{
    const std::string known{fact(connection, loss_fact(unit))};
    std::int64_t loss{0};
    std::from_chars(known.data(), known.data() + known.size(), loss);
    return loss;
}

std::string fact(database::Connection& connection, std::string_view name)
{
    database::Statement find{connection, "SELECT value FROM purse_facts WHERE name = ?1"};
    find.bind(1, name);
    return find.step() ? find.text(0) : std::string{};
}

void set_fact(database::Connection& connection, std::string_view name, std::string_view value)
{
    database::Statement{connection, "INSERT INTO purse_facts (name, value) VALUES (?1, ?2)"
                                    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"}
        .bind(1, name)
        .bind(2, value)
        .run();
}

Part::Part(database::Connection& connection) : m_connection{connection}
{
    if (auto today = fact(connection, "today"); !today.empty()) book.today = std::move(today);
    m_before.today = book.today;
}

void Part::load_account(const std::string& account)
{
    if (!m_accounts.insert(account).second) return;
    load_lots(account);
    load_debts(account);
}

void Part::load_lots(const std::string& account)
{
    database::Statement find{m_connection,
                             "SELECT lot, place, account, member, lot_kind, amount, earned_on, expires_on, matures_on,"
                             " receipt, sale_minor, back_minor, back, origin, pending, available, spent, expired,"
                             " taken, moved, lacking FROM purse_lots WHERE account = ?1"};
    find.bind(1, account);
    while (find.step()) book.lots[find.text(0)] = lot_from(find);
    database::Statement parts{m_connection, "SELECT p.lot, p.lease, p.rem FROM purse_lease_lots p"
                                            " JOIN purse_lots l ON l.lot = p.lot WHERE l.account = ?1"};
    parts.bind(1, account);
    std::set<std::string> leases;
    while (parts.step()) {
        book.lots.at(parts.text(0)).leased[parts.text(1)] = parts.integer(2);
        leases.insert(parts.text(1));
    }
    for (const auto& [id, lot] : book.lots) m_before.lots.try_emplace(id, lot);
    for (const std::string& lease : leases) load_lease_row(lease);
}

void Part::load_lease_row(const std::string& lease)
{
    if (book.leases.contains(lease)) return;
    database::Statement find{m_connection, "SELECT place, till, epoch, account, ask, state FROM purse_leases"
                                           " WHERE lease = ?1"};
    find.bind(1, lease);
    if (!find.step()) return;
    const purse::Lease row{state_from(find.text(5)), find.integer(1), find.integer(2), find.text(3), find.integer(4),
                           find.integer(0)};
    m_before.leases[lease] = row;
    book.leases[lease] = row;
}

void Part::load_debts(const std::string& account)
{
    database::Statement find{m_connection, "SELECT account, member, amount, place FROM purse_debts"
                                           " WHERE account = ?1 ORDER BY place"};
    find.bind(1, account);
    while (find.step()) book.debts.push_back({find.text(0), find.text(1), find.integer(2), find.integer(3)});
    std::sort(book.debts.begin(), book.debts.end(),
              [](const purse::Debt& a, const purse::Debt& b) { return a.place < b.place; });
    m_before.debts = book.debts;
}

void Part::load_lot(const std::string& lot)
{
    database::Statement find{m_connection, "SELECT account FROM purse_lots WHERE lot = ?1"};
    find.bind(1, lot);
    if (find.step()) load_account(find.text(0));
}

void Part::load_lease(const std::string& lease)
{
    load_lease_row(lease);
    std::vector<std::string> lots;
    {
        database::Statement find{m_connection, "SELECT lot FROM purse_lease_lots WHERE lease = ?1"};
        find.bind(1, lease);
        while (find.step()) lots.push_back(find.text(0));
    }
    for (const std::string& lot : lots) load_lot(lot);
}

void Part::load_redemption(const std::string& redemption)
{
    std::vector<purse::Drawn> drawn;
    bool is_known{false};
    {
        database::Statement find{m_connection, "SELECT step, lot, amount FROM purse_redemptions"
                                               " WHERE redemption = ?1 ORDER BY step"};
        find.bind(1, redemption);
        for (; find.step(); is_known = true) {
            if (find.integer(0) > 0) drawn.push_back({find.text(1), find.integer(2)});
        }
    }
    if (!is_known) return;
    for (const purse::Drawn& one : drawn) load_lot(one.lot);
    m_before.redemptions[redemption] = drawn;
    book.redemptions[redemption] = std::move(drawn);
}

void Part::load_waiting(const std::string& what, const std::string& name)
{
    if (!m_waited_for.insert({what, name}).second) return;
    database::Statement find{m_connection, "SELECT amount, minor, good_until FROM purse_waiting"
                                           " WHERE what = ?1 AND name = ?2 ORDER BY place"};
    find.bind(1, what).bind(2, name);
    while (find.step()) {
        if (what == "lot") book.waiting.emplace_back(purse::SaleRefunded{name, find.integer(0), find.integer(1)});
        else book.waiting.emplace_back(purse::RedemptionRefunded{name, find.integer(0), find.text(2)});
    }
    m_before.waiting = book.waiting;
}

void Part::save(TillNumber origin, std::int64_t number, const std::string& account)
{
    save_lots();
    save_leases();
    save_redemptions();
    save_debts();
    save_waiting();
    save_facts(unit_of(account));
    save_notes(origin, number, account);
    m_before = book;
}

void Part::save_lots()
{
    for (const auto& [id, lot] : book.lots) {
        const auto known = m_before.lots.find(id);
        const Lot* const before{known == m_before.lots.end() ? nullptr : &known->second};
        if (before != nullptr && *before == lot) continue;
        put_lot(m_connection, id, lot, before != nullptr ? lot.place : next_place(m_connection, "purse_lots"));
        put_lease_lots(m_connection, id, lot, before);
    }
}

void Part::save_leases()
{
    for (const auto& [id, lease] : book.leases) {
        const auto known = m_before.leases.find(id);
        const bool is_new{known == m_before.leases.end()};
        if (!is_new && known->second == lease) continue;
        database::Statement{m_connection,
                            "INSERT INTO purse_leases (lease, place, number, till, epoch, account, ask, ask_epoch,"
                            " state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?5, ?8)"
                            " ON CONFLICT (lease) DO UPDATE SET epoch = excluded.epoch, state = excluded.state"}
            .bind(1, id)
            .bind(2, is_new ? next_place(m_connection, "purse_leases") : lease.place)
            .bind(3, m_number)
            .bind(4, lease.till)
            .bind(5, lease.epoch)
            .bind(6, lease.account)
            .bind(7, lease.ask)
            .bind(8, word_of(lease.state))
            .run();
    }
}

void Part::save_redemptions()
{
    for (const auto& [id, drawn] : book.redemptions) {
        const auto known = m_before.redemptions.find(id);
        if (known != m_before.redemptions.end() && known->second == drawn) continue;
        database::Statement put{m_connection, "INSERT INTO purse_redemptions (redemption, step, lot, amount)"
                                              " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (redemption, step)"
                                              " DO UPDATE SET lot = excluded.lot, amount = excluded.amount"};
        put.bind(1, id).bind(2, 0).bind(3, "").bind(4, 0).run();
        for (std::size_t at{0}; at < drawn.size(); ++at) {
            put.bind(1, id).bind(2, static_cast<std::int64_t>(at) + 1).bind(3, drawn[at].lot);
            put.bind(4, drawn[at].amount).run();
        }
    }
}

void Part::save_debts()
{
    for (const purse::Debt& before : m_before.debts) {
        database::Statement{m_connection, "DELETE FROM purse_debts WHERE place = ?1"}.bind(1, before.place).run();
    }
    // Those that were known come first, so a new one is the last of all.
    for (purse::Debt& debt : book.debts) {
        if (debt.place == 0) debt.place = next_place(m_connection, "purse_debts");
        database::Statement{m_connection, "INSERT INTO purse_debts (place, account, member, amount)"
                                          " VALUES (?1, ?2, ?3, ?4)"}
            .bind(1, debt.place)
            .bind(2, debt.account)
            .bind(3, debt.member)
            .bind(4, debt.amount)
            .run();
    }
}

void Part::save_waiting()
{
    if (book.waiting == m_before.waiting) return;
    for (const auto& [what, name] : m_waited_for) {
        database::Statement{m_connection, "DELETE FROM purse_waiting WHERE what = ?1 AND name = ?2"}
            .bind(1, what)
            .bind(2, name)
            .run();
    }
    for (const purse::Waiting& waiting : book.waiting) {
        const auto* const sale = std::get_if<purse::SaleRefunded>(&waiting);
        const auto* const redemption = std::get_if<purse::RedemptionRefunded>(&waiting);
        database::Statement{m_connection, "INSERT INTO purse_waiting (place, what, name, amount, minor, good_until)"
                                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"}
            .bind(1, next_place(m_connection, "purse_waiting"))
            .bind(2, sale != nullptr ? "lot" : "redemption")
            .bind(3, sale != nullptr ? sale->lot : redemption->redemption)
            .bind(4, sale != nullptr ? sale->amount : redemption->amount)
            .bind(5, sale != nullptr ? sale->minor : -1)
            .bind(6, sale != nullptr ? std::string{} : redemption->good_until)
            .run();
    }
}

void Part::save_facts(LotUnit unit)
{
    if (book.today != m_before.today) set_fact(m_connection, "today", book.today);
    if (book.loss == m_before.loss) return;
    const std::int64_t loss{loss_of(m_connection, unit) + book.loss - m_before.loss};
    set_fact(m_connection, loss_fact(unit), std::to_string(loss));
}

void Part::save_notes(TillNumber origin, std::int64_t number, const std::string& account)
{
    if (book.notes.empty()) return;
    database::Statement find{m_connection, "SELECT COUNT(*) FROM purse_notes WHERE origin = ?1 AND number = ?2"};
    find.bind(1, origin).bind(2, number);
    std::int64_t step{find.step() ? find.integer(0) : 0};
    for (const purse::Note& note : book.notes) {
        database::Statement{m_connection, "INSERT INTO purse_notes (origin, number, step, code, account, amount)"
                                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"}
            .bind(1, origin)
            .bind(2, number)
            .bind(3, ++step)
            .bind(4, note.code)
            .bind(5, account)
            .bind(6, note.amount)
            .run();
    }
    book.notes.clear();
}

} // namespace guitai::purses
