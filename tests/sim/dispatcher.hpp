// Whoever fulfils orders at the head office, through the machine interface, at
// moments of their own choosing: so that a shop's wishes cross the parcels.
#pragma once

#include "sync/office/projections/orders.hpp"
#include "tests/sim/head_office.hpp"

#include <set>
#include <string>
#include <vector>

namespace guitai::sim {

class Dispatcher {
public:
    Dispatcher(HeadOffice& office, std::uint64_t seed) : m_office{office}, m_dice{seed} {}

    // Takes one order a step further, or tries what can not be; now and then somebody looks at the members.
    void step();
    // A backup made before an erasure holds her still: whoever was erased is erased again.
    void erase_again();

    [[nodiscard]] const std::vector<std::string>& surprises() const { return m_surprises; }
    // The steps that the office said it took.
    struct Promise {
        OrderId order;
        std::string event; // The kind that says so in its journal.
    };
    [[nodiscard]] const std::vector<Promise>& promises() const { return m_promises; }

private:
    // Of two members with one phone she makes one, or finds that she was wrong.
    void tie_members();
    // A member wants to be forgotten.
    void erase_member();
    void correct_points();
    void look_after_complaints();
    void erase(const MemberId& member);
    // The next thing that would be done about it.
    void go_on(const office::OrderRow& order);
    void ship(const office::OrderRow& order);
    void offer(const office::OrderRow& order);
    void set_rules();
    void ask(const std::string& order, const std::string& step, const std::string& body);

    HeadOffice& m_office;
    Dice m_dice;
    std::set<MemberId> m_erased;
    std::int64_t m_corrections{0};
    std::int64_t m_complaints{0}; // Taken or answered: no two say the same.
    std::vector<std::string> m_surprises;
    std::vector<Promise> m_promises;
};

} // namespace guitai::sim
