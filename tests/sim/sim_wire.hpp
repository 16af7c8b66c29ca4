// The line between a till and the head office: it loses requests and answers,
// delivers some twice and some when nobody waits for them any more, and is dead
// for hours.
#pragma once

#include "sync/client/wire.hpp"
#include "sync/journal/journal.hpp"
#include "tests/sim/crooked_clock.hpp"
#include "tests/sim/head_office.hpp"

#include <optional>
#include <vector>

namespace guitai::sim {

class SimWire final : public Wire {
public:
    SimWire(HeadOffice& office, const TrueTime& time, std::uint64_t seed, Lie lie)
        : m_office{office}, m_time{time}, m_dice{seed}, m_lie{lie}
    {
    }

    [[nodiscard]] Result<WireAnswer> send(const WireRequest& request) override;

    void set(const Trouble& trouble) { m_trouble = trouble; }
    void cut_off_until(std::int64_t at_ms) { m_dead_until_ms = at_ms; }
    [[nodiscard]] bool is_dead() const { return m_time.now_ms < m_dead_until_ms; }
    // One of the requests that were on the way all the time comes in, and nobody waits for its answer.
    void deliver_late();

private:
    [[nodiscard]] std::optional<WireAnswer> deliver(const WireRequest& request);
    [[nodiscard]] WireAnswer swallow(const WireRequest& request);
    void follow(const std::string& body);

    HeadOffice& m_office;
    const TrueTime& m_time;
    Dice m_dice;
    Lie m_lie;
    Trouble m_trouble{no_trouble()};
    std::int64_t m_dead_until_ms{0};
    std::vector<WireRequest> m_on_the_way;
    ChainHead m_seen{0, chain_of_nothing()}; // What passed here, for a lie that fits.
    bool m_swallows{false};
};

} // namespace guitai::sim
