// What an event does to points, in the tables: the head office folds every till's
// events and its own, the till of a shop of its own only its own. Older sales, which
// knew no lots, become lots here too, so that no point of theirs is lost.
#pragma once

#include "sync/events/event.hpp"
#include "sync/journal/books.hpp"
#include "sync/purses/tables.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::purses {

// Tables, none before one that its rows refer to.
[[nodiscard]] std::vector<std::string_view> tables();

void fold(database::Connection& connection, const Event& event);

// What a lot or a lease of the head office's event of that number is called: "0/4711", and "0/4711@9b74c9897bac770f"
// in a history that began when it was put back to an older copy, for the one before had the same numbers.
[[nodiscard]] std::string office_name(database::Connection& connection, std::int64_t number);
// Else it is named after a receipt or a slip of a till.
[[nodiscard]] bool is_office_name(std::string_view name);

// ---------------------------------------------------------------------- to be looked at

// As it will be once `today` (ISO date; empty: the last day that began) has begun.
[[nodiscard]] purse::View view_of(database::Connection& connection, const std::string& account,
                                  std::string_view today = {});

struct TillRow {
    std::int64_t epoch{0}; // Starts so far.
    std::string nonce{};   // Of the last one …
    std::int64_t started{0}; // … and its number.
    bool set_aside{false};
    bool written_off{false};
};
[[nodiscard]] TillRow till_row(database::Connection& connection, TillNumber till);

[[nodiscard]] std::int64_t points_in(const std::vector<LeaseLot>& lots);

struct LeaseLine {
    std::string lease{};
    std::int64_t number{0}; // Of the event that granted it, or told that it was shown; 0: born at the till.
    TillNumber till{0};
    std::int64_t epoch{0};
    std::string account{};
    purse::LeaseState state{purse::LeaseState::open};
    std::vector<LeaseLot> lots{}; // What is left of it, in the order in which it is spent.

    [[nodiscard]] std::int64_t points() const;
};
[[nodiscard]] std::optional<LeaseLine> find_lease(database::Connection& connection, const std::string& lease);
// In that state, of that till, or with something left of that account; the earliest first.
[[nodiscard]] std::vector<LeaseLine> leases_of_till(database::Connection& connection, TillNumber till,
                                                    purse::LeaseState state);
[[nodiscard]] std::vector<LeaseLine> leases_of_account(database::Connection& connection, const std::string& account,
                                                       purse::LeaseState state);
// The event that answered that question: its number.
[[nodiscard]] std::optional<std::int64_t> answer_to(database::Connection& connection, TillNumber till,
                                                    std::int64_t epoch, std::int64_t ask);
// Units of that kind in open and dormant leases of that till.
[[nodiscard]] std::int64_t out_at(database::Connection& connection, TillNumber till, LotUnit unit);
// What the account has available, in the order in which it is spent.
[[nodiscard]] std::vector<LeaseLot> available_of(database::Connection& connection, const std::string& account);
// What of an account is left of what each member earned, by its last day; what she owes of it has none, and is below
// zero. In order.
struct Share {
    MemberId member{};
    std::string expires_on{};
    std::int64_t units{0};
};
[[nodiscard]] std::vector<Share> shares_in(database::Connection& connection, const std::string& account);
// Accounts in which one lot paid what the goods of another gave back: their last days may differ.
[[nodiscard]] std::vector<std::string> accounts_set_off(database::Connection& connection);
// The last day that began; empty: none yet.
[[nodiscard]] std::string today_of(database::Connection& connection);

} // namespace guitai::purses
