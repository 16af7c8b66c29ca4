// The drawer is opened without a sale: for change, or because it jammed. Whoever
// the shop's rules allow does it alone; anybody else asks a second person. Either way it is written down.
#include "sync/events/override_action.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{300};

} // namespace

Result<void> perform(Desk& desk, const OpenDrawer& command)
{
    if (command.reason.empty()) return refuse("drawer.no_reason");
    if (command.reason.size() > reason_bytes_max) return refuse("drawer.no_reason", "longer than 300 bytes");
    OverrideGiven given;
    given.action = override_action::drawer;
    given.reason = command.reason;
    given.subject = std::to_string(desk.state.shift.shift);
    std::vector<EventBody> bodies;
    if (desk.limit().may_open_drawer) {
        given.asked_by = desk.staff();
        given.approved_by = desk.staff();
        bodies.emplace_back(std::move(given));
    } else if (desk.state.approved_by.empty()) {
        return ask_approval(desk, command, "drawer.needs_approval", std::move(given));
    }
    PrintJob job;
    job.open_drawer = true;
    desk.write(std::move(bodies), {std::move(job)});
    desk.ports.printer.wake();
    return {};
}

} // namespace guitai
