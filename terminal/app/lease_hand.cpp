#include "terminal/app/lease_hand.hpp"

#include <utility>

namespace guitai {

LeaseHand::LeaseHand(TillNumber till, std::string nonce)
    : m_state{State::asking}, m_till{till}, m_nonce{std::move(nonce)}
{
}

void LeaseHand::hear(const TillArmed& armed, const IsOpen& is_open)
{
    if (armed.till != m_till) return;
    if (m_state == State::asking) {
        // Of another start: an earlier one of this till, or one of a copy.
        if (armed.nonce != m_nonce) return;
        if (!m_awaits.empty() && armed.generation != m_awaits) return;
        m_state = State::armed;
        m_epoch = armed.epoch;
        m_generation = armed.generation;
        for (const std::string& lease : armed.carried) {
            if (is_open(lease)) m_leases.insert(lease);
        }
        m_dormant = {armed.dormant.begin(), armed.dormant.end()};
        return;
    }
    if (m_state != State::armed || armed.nonce == m_nonce || armed.epoch <= m_epoch) return;
    let_go();
    m_state = State::superseded;
}

void LeaseHand::hear(const LeaseGranted& granted, const IsOpen& is_open)
{
    if (granted.till != m_till || m_state != State::armed) return;
    if (granted.epoch != m_epoch || granted.generation != m_generation) return;
    // What was returned stays returned, however late its grant is repeated.
    if (!is_open(granted.lease)) return;
    m_leases.insert(granted.lease);
    m_dormant.erase(granted.lease);
}

void LeaseHand::hear(const OfficeRestored& restored)
{
    if (restored.generation == m_generation) return;
    m_awaits = restored.generation;
    if (m_state != State::armed) return;
    m_state = State::asking;
    m_epoch = 0;
    m_generation.clear();
    m_dormant.clear(); // Named again by the office that arms us.
}

void LeaseHand::take(std::string lease) { m_leases.insert(std::move(lease)); }

void LeaseHand::let_go()
{
    m_leases.clear();
    m_dormant.clear();
    m_epoch = 0;
}

} // namespace guitai
