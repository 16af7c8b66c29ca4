// Random operations on purses as the head office folds them into its tables, and as the arithmetic alone has them:
// after each of them the sums are right, and now and then both are compared to the last unit. Tills are no more than
// hands here: processes that start, crash and are copied, with the real rule of what is in a hand.
#pragma once

#include "sync/database/database.hpp"
#include "sync/points/book.hpp"
#include "sync/purses/fold.hpp"
#include "terminal/app/lease_hand.hpp"
#include "tests/sim/dice.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::leases {

enum class Step {
    earn, earn_kept, ask, spend, give_back, restore, take_back, new_day, crash, restart, copy, vouch, write_off, merge,
    part, join, leave
};
inline constexpr std::array<std::string_view, 17> step_names{
    "earn",  "kept earn", "ask",  "spend", "return",    "restore", "take back", "expire", "crash",
    "start", "copy",      "vouch", "write off", "merge", "part",    "family join", "family leave"};

struct StepCounts {
    std::array<std::int64_t, step_names.size()> tried{}, done{};
    std::int64_t compared{0}; // Tables and arithmetic, lot by lot.
};

// One history of a few members and tills.
class Steps {
public:
    // `tables` has the purses' tables, which are emptied.
    Steps(database::Connection& tables, std::uint64_t seed, StepCounts& counts);

    void step();
    // After every step: conservation of each lot, nothing below zero, no debt beside available points, and all copies
    // of all tills have spent no more than was earned and agreed to.
    [[nodiscard]] std::string fault() const;
    // The tables are the arithmetic, to the last unit.
    [[nodiscard]] std::string difference();

private:
    // A machine of a till; one that is not heard any more goes on all the same.
    struct Process {
        TillNumber till{0};
        LeaseHand hand{};
        std::map<std::string, std::vector<LotPart>> rows{}; // What it knows to be left in each lease.
        bool is_up{true};
        bool is_heard{true};
    };
    using Rows = std::map<std::string, std::vector<LotPart>>;

    [[nodiscard]] bool act(Step what);
    [[nodiscard]] bool earn(bool kept);
    [[nodiscard]] bool ask();
    [[nodiscard]] bool spend();
    [[nodiscard]] bool give_back();
    [[nodiscard]] bool restore();
    [[nodiscard]] bool take_back();
    [[nodiscard]] bool begin_day();
    [[nodiscard]] bool crash();
    [[nodiscard]] bool restart();
    [[nodiscard]] bool copy();
    [[nodiscard]] bool vouch();
    [[nodiscard]] bool write_off();
    [[nodiscard]] bool merge();
    [[nodiscard]] bool part();
    [[nodiscard]] bool join();
    [[nodiscard]] bool leave();

    void say(TillNumber origin, EventBody body);
    void begin(Process& process);
    [[nodiscard]] Process* somebody();
    [[nodiscard]] std::string anybody();
    [[nodiscard]] std::string some_day();
    [[nodiscard]] std::string account_of(const std::string& member) const;
    [[nodiscard]] bool is_used_by_another(const std::string& account, const std::string& but) const;
    void carry(const std::string& member, const std::string& from, const std::string& to);
    [[nodiscard]] SaleCompleted ticket(const Process& process);
    void count_spent(const std::vector<LotPart>& parts);

    database::Connection& m_tables;
    sim::Dice m_dice;
    StepCounts& m_counts;
    purse::Book m_book;
    std::vector<std::unique_ptr<Process>> m_processes;
    std::map<std::string, std::string> m_merged, m_families; // By member: who is kept of her, whose purse it is.
    std::map<TillNumber, std::int64_t> m_numbers;
    std::int64_t m_day{0}, m_receipts{0}, m_nonces{0};
    std::set<TillNumber> m_doubted, m_gone;
    std::vector<std::pair<std::string, std::int64_t>> m_sold, m_redeemed;
    std::map<std::string, std::int64_t> m_earned, m_spent;
    std::int64_t m_bound{0};
};

} // namespace guitai::leases
