// A second opinion: the points of members from the events alone, worked out by other hands than sync/points, in the
// plainest way there is. For members who are one person each and share no purse.
#pragma once

#include "sync/events/event.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guitai::leases {

class MonthsFold {
public:
    // In the order in which the head office kept them.
    void tell(const Event& event);

    struct Purse {
        std::int64_t good{0};   // Not past their day, wherever they are.
        std::int64_t leased{0}; // Of them and of others, at tills.
        std::int64_t debt{0};
    };
    [[nodiscard]] Purse purse(const std::string& member) const;
    struct Sums {
        std::int64_t earned{0}, spent{0}, restored{0}, taken{0}, expired{0}, strange{0};
    };
    // `strange`: units that were moved from where they were not.
    [[nodiscard]] const Sums& sums() const { return m_sums; }

private:
    struct Lot {
        std::string name{}, member{}, earned{}, expires{};
        std::int64_t amount{0}, free{0}, expired{0}, back{0};
        std::map<std::string, std::int64_t> out{}; // By lease.
    };
    void begin_day(const std::string& on);
    void spend(const std::string& redemption, const std::vector<LotPart>& parts);
    void take_back(const std::string& lot, std::int64_t points);
    void restore(const std::string& redemption, std::int64_t points);
    void earn(const std::string& receipt, const LotEarned& earned);
    void grant(const LeaseGranted& granted);
    void give_back(const std::string& lease);
    void come_home(Lot& lot, std::int64_t units);
    void pay_debt(const std::string& member);
    void move(std::int64_t& from, std::int64_t units);
    [[nodiscard]] bool is_past(const Lot& lot) const { return !lot.expires.empty() && lot.expires < m_today; }

    std::string m_today{"0000-01-01"};
    std::unordered_map<std::string, Lot> m_lots;
    std::unordered_map<std::string, std::vector<std::string>> m_lots_of, m_lots_in; // By member, by lease.
    std::map<std::string, std::vector<std::string>> m_by_day; // Whose last day that is.
    std::unordered_map<std::string, std::vector<std::pair<std::string, std::int64_t>>> m_drawn;
    std::unordered_map<std::string, std::int64_t> m_debts;
    std::unordered_map<std::string, std::int64_t> m_waiting_lots, m_waiting_redemptions;
    Sums m_sums;
};

} // namespace guitai::leases
