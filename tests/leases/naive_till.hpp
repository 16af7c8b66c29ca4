// Where a naive rule gets between the till and what it hears and says.
#pragma once

#include "sync/client/wire.hpp"
#include "terminal/app/leases.hpp"
#include "tests/leases/naive.hpp"
#include "tests/sim/head_office.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace guitai::leases {

// Passes news on to the hand as the rule understands it.
class NaiveEar {
public:
    NaiveEar(Naive rule, Desk& desk) : m_rule{rule}, m_desk{desk} {}

    void begin(database::Connection& books); // The process has just started.
    void hear(const Event& event);
    // Before anything is given back.
    void remember();
    void spent(const std::vector<LotPart>& lots);

    // What the rule takes to be in the hand beside what is.
    [[nodiscard]] std::vector<PointsSource> believed(const std::string& account) const;

private:
    [[nodiscard]] bool hear_armed(const Event& event, const TillArmed& armed);
    [[nodiscard]] bool hear_granted(const Event& event, const LeaseGranted& granted);

    Naive m_rule;
    Desk& m_desk;
    bool m_is_shown{false}; // The office was put back, and has heard what is here.
    std::set<std::string> m_found{}; // Leases that were open in the books when the process started.
    std::map<std::string, PointsReader::Lease> m_returned{}; // As they were before.
};

// Says to the office what the till says, and the rule does its part.
class NaiveWire final : public Wire {
public:
    NaiveWire(Wire& wire, sim::HeadOffice& office, TillNumber till, Naive rule, sim::Dice& dice)
        : m_wire{wire}, m_office{office}, m_till{till}, m_rule{rule}, m_dice{dice}
    {
    }
    [[nodiscard]] Result<WireAnswer> send(const WireRequest& request) override;

private:
    Wire& m_wire;
    sim::HeadOffice& m_office;
    TillNumber m_till;
    Naive m_rule;
    sim::Dice& m_dice;
};

} // namespace guitai::leases
