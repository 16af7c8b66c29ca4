// The book of points as tables: reads the part of it that an event touches, and
// writes back what the arithmetic changed. Knows no event and decides nothing.
#pragma once

#include "sync/database/database.hpp"
#include "sync/points/book.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::purses {

// A part of the book in memory, from the first load to save(), inside one transaction.
class Part {
public:
    explicit Part(database::Connection& connection);

    purse::Book book{};

    // Each loads whole accounts with their lots, leases and debts; what is loaded already stays as it is.
    void load_account(const std::string& account);
    void load_lot(const std::string& lot); // Its account, where the lot is known.
    void load_lease(const std::string& lease);
    void load_redemption(const std::string& redemption);
    // Refunds that wait for that lot or that redemption.
    void load_waiting_lot(const std::string& lot) { load_waiting("lot", lot); }
    void load_waiting_redemption(const std::string& redemption) { load_waiting("redemption", redemption); }

    // Writes what has changed since it was loaded. Notes are kept with the event they came of.
    void save(TillNumber origin, std::int64_t number, const std::string& account);
    // The number of the event that granted a lease of this part; kept with it.
    void granted_by(std::int64_t number) { m_number = number; }

private:
    void load_lots(const std::string& account);
    void load_lease_row(const std::string& lease);
    void load_debts(const std::string& account);
    void load_waiting(const std::string& what, const std::string& name);
    void save_lots();
    void save_leases();
    void save_redemptions();
    void save_debts();
    void save_waiting();
    void save_facts(LotUnit unit);
    void save_notes(TillNumber origin, std::int64_t number, const std::string& account);

    database::Connection& m_connection;
    purse::Book m_before{};
    std::set<std::string> m_accounts{};
    std::set<std::pair<std::string, std::string>> m_waited_for{};
    std::int64_t m_number{0};
};

[[nodiscard]] std::string fact(database::Connection& connection, std::string_view name); // Empty: none.
void set_fact(database::Connection& connection, std::string_view name, std::string_view value);

// The firm's own.
[[nodiscard]] std::int64_t loss_of(database::Connection& connection, LotUnit unit = LotUnit::points);

[[nodiscard]] std::string_view word_of(purse::LeaseState state);
[[nodiscard]] purse::LeaseState state_from(std::string_view word);

} // namespace guitai::purses
