// The leases that the running process may spend: its hand. It lives in memory and is
// empty when a process starts; only what the head office says to this very start, and
// what is sold here, gets into it. There is no way to fill it from the books, for a
// copy of them would be filled as well. Knows how a till is armed; not what a lease holds.
#pragma once

#include "sync/events/lease_events.hpp"
#include "sync/events/restore_events.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace guitai {

class LeaseHand {
public:
    enum class State { none, asking, armed, superseded };
    // Whether this till's books show the lease, and show it open.
    using IsOpen = std::function<bool(const std::string& lease)>;

    LeaseHand() = default; // Holds nothing, ever: a shop of its own, or practice.
    LeaseHand(TillNumber till, std::string nonce);

    void hear(const TillArmed& armed, const IsOpen& is_open);
    void hear(const LeaseGranted& granted, const IsOpen& is_open);
    // A new history begins: to ask for more the process must be armed anew. What is in the hand stays
    // there, for the office lends none of it again before this till has shown it.
    void hear(const OfficeRestored& restored);
    // A lease was born with a sale of this process. In any state: nobody else can know of it.
    void take(std::string lease);
    // It was returned, or is used up.
    void drop(const std::string& lease) { m_leases.erase(lease); }
    // Another copy of this till runs, or this process ends.
    void let_go();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] std::int64_t epoch() const { return m_epoch; } // 0: not armed.
    [[nodiscard]] const std::string& generation() const { return m_generation; }
    [[nodiscard]] const std::string& nonce() const { return m_nonce; }
    [[nodiscard]] const std::set<std::string>& leases() const { return m_leases; }
    [[nodiscard]] bool holds(const std::string& lease) const { return m_leases.contains(lease); }
    // Leases of earlier starts that only the owner's word gives back.
    [[nodiscard]] const std::set<std::string>& dormant() const { return m_dormant; }

private:
    State m_state{State::none};
    TillNumber m_till{0};
    std::string m_nonce{};
    std::int64_t m_epoch{0};
    std::string m_generation{};
    std::string m_awaits{}; // Armed by this history only; empty: by any.
    std::set<std::string> m_leases{};
    std::set<std::string> m_dormant{};
};

} // namespace guitai
