// The drawer: opened with a float, and what goes in and out without a sale.
#include "sync/events/override_action.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/shift.hpp"

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

} // namespace

Result<void> perform(Desk& desk, const OpenShift& command)
{
    if (desk.state.shift.shift != 0) return refuse("shift.already_open", std::to_string(desk.state.shift.shift));
    if (command.float_amount.is_negative() || command.float_amount > cash_max) {
        return refuse("cash.bad_amount", text_of(command.float_amount));
    }
    ShiftOpened opened;
    opened.shift = desk.ports.days.counts().shifts + 1;
    opened.staff = desk.staff();
    opened.business_date = desk.today();
    opened.float_amount = command.float_amount;
    desk.write({opened});

    show_session(desk);
    desk.state.view.close = {};
    show_close(desk);
    return {};
}

Result<void> perform(Desk& desk, const MoveCash& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (command.amount <= Money{} || command.amount > cash_max || command.reason.size() > reason_bytes_max) {
        return refuse("cash.bad_amount", text_of(command.amount));
    }
    const DayReader::Shift& shift{desk.state.shift};
    if (command.movement != CashMovement::paid_in &&
        command.amount > expected_cash(shift.float_amount, desk.ports.days.takings_of_shift(shift.shift))) {
        return refuse("cash.not_enough", text_of(command.amount));
    }
    // What goes to the safe or the bank stays the company's; this does not.
    if (command.movement == CashMovement::paid_out && !desk.limit().may_vouch &&
        desk.state.approved_by.empty()) {
        OverrideGiven given;
        given.action = override_action::paid_out;
        given.reason = command.reason;
        given.subject = std::to_string(shift.shift);
        given.amount = command.amount;
        return ask_approval(desk, command, "cash.needs_approval", std::move(given));
    }
    CashMoved moved;
    moved.shift = shift.shift;
    moved.staff = desk.staff();
    moved.movement = command.movement;
    moved.amount = command.amount;
    moved.reason = command.reason;
    PrintJob job;
    job.open_drawer = true;
    desk.write({moved}, {std::move(job)});
    desk.ports.printer.wake();
    return {};
}

} // namespace guitai
