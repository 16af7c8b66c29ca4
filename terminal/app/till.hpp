// The till: takes commands, keeps the ticket in hand, and shows a view. It
// dispatches; each use case is a file of its own beside it. Knows no screen, no
// SQL and no wire.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/app/view.hpp"

#include <memory>

namespace guitai {

struct TillState; // The ticket in hand and who holds it; app/till_state.hpp.

class Till {
public:
    explicit Till(Ports ports);
    ~Till();
    Till(const Till&) = delete;
    Till& operator=(const Till&) = delete;

    // Does what was asked, or refuses and changes nothing; either way the view
    // and its banner say so afterwards. Throws only where the machine fails.
    Result<void> handle(const Command& command);

    // Reads again what others may have changed: after news from the office.
    void refresh();
    // What a sale changed on the glass beside the ticket, where nobody waits for it. True: something was.
    bool rest();

    // An event of the head office that has just been kept: what concerns this till's leases
    // reaches its hand by this door alone.
    void hear(const Event& event);
    // The process ends in order: its leases wait for the next one. Nothing is sold after it.
    void stop();

    // No ticket is in hand: only then may books be worked out again, for a ticket relies on the leases it draws on.
    [[nodiscard]] bool is_between_tickets() const { return view().cart.lines.empty(); }

    // The machine failed under a command that handle() threw for: says so in the banner.
    void report(const Refusal& failure);

    // A scan may come at any time: where a code stands for a member, an order
    // or goods is decided here, not by the screen. See ScanBarcode.
    [[nodiscard]] const TillView& view() const;

private:
    Ports m_ports;
    std::unique_ptr<TillState> m_state;
};

} // namespace guitai
