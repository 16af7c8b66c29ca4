// The clock of a test shop, and a nudge to sync.
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"

namespace guitai {

Result<void> perform(Desk& desk, const SetClock& command)
{
    const auto at_ms = parse_iso_instant(command.at);
    if (!at_ms) return refuse("clock.bad_time", cut_to(command.at, 60));
    if (!desk.ports.clock.set(*at_ms)) return refuse("clock.not_test");
    show_session(desk);
    return {};
}

Result<void> perform(Desk& desk, const SyncNow&)
{
    desk.ports.sync.hurry();
    return {};
}

Result<void> perform(Desk&, const DismissBanner&)
{
    return {}; // Whoever does anything has read it: Till::handle() has put it away.
}

} // namespace guitai
