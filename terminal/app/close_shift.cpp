// The drawer is counted blind, compared, and the shift is over.
#include "sync/events/override_action.hpp"
#include "terminal/app/permission.hpp"
#include "terminal/app/reports.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/shift.hpp"

namespace guitai {
namespace {

constexpr std::size_t reason_bytes_max{200};

// By notes and coins where they were counted, else as one sum.
Result<Money> counted_cash(Money counted, const std::vector<Denomination>& denominations)
{
    if (denominations.empty()) {
        if (counted.is_negative() || counted > cash_max) return refuse("cash.bad_amount", text_of(counted));
        return counted;
    }
    if (!counts_fit(denominations)) return refuse("cash.bad_amount");
    const Money by_notes{sum(denominations)};
    if (!counted.is_zero() && counted != by_notes) return refuse("close.counts_differ", text_of(by_notes));
    return by_notes;
}

void show_count(Desk& desk, Money expected, Money counted)
{
    CloseView& view{desk.state.view.close};
    view.counted = true;
    view.expected_cash = expected;
    view.counted_cash = counted;
    view.variance = counted - expected;
    show_close(desk);
}

Result<void> ask_for_variance(Desk& desk, const CloseShift& command, Money variance)
{
    OverrideGiven given;
    given.action = override_action::variance;
    given.reason = command.variance_reason;
    given.subject = std::to_string(desk.state.shift.shift);
    given.amount = variance;
    return ask_approval(desk, command, "close.needs_approval", std::move(given));
}

ShiftClosed closed_by(const Desk& desk, const CloseShift& command, Money counted, const Takings& takings)
{
    ShiftClosed closed;
    closed.shift = desk.state.shift.shift;
    closed.staff = desk.staff();
    closed.business_date = desk.state.shift.business_date;
    closed.expected_cash = expected_cash(desk.state.shift.float_amount, takings);
    closed.counted_cash = counted;
    closed.variance = counted - closed.expected_cash;
    closed.variance_reason = command.variance_reason;
    closed.approved_by = desk.state.approved_by;
    closed.denominations = command.denominations;
    closed.takings = takings;
    return closed;
}

bool beyond_limit(Money variance) { return variance > variance_limit || variance < -variance_limit; }

} // namespace

Result<void> perform(Desk& desk, const TakeXReport&)
{
    if (auto open = must_have_shift(desk); !open) return open;
    ReportView report{x_report(desk)};
    desk.write({}, {{report.text, false, ""}});
    desk.ports.printer.wake();
    desk.state.view.close.report = std::move(report);
    return {};
}

Result<void> perform(Desk& desk, const CountCash& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    const auto counted = counted_cash(command.counted, command.denominations);
    if (!counted) return refuse(counted.error());
    const DayReader::Shift& shift{desk.state.shift};
    const Takings takings{desk.ports.days.takings_of_shift(shift.shift)};
    show_count(desk, expected_cash(shift.float_amount, takings), *counted);
    return {};
}

Result<void> perform(Desk& desk, const CloseShift& command)
{
    if (auto open = must_have_shift(desk); !open) return open;
    if (!desk.state.cart.is_empty()) return refuse("shift.cart_open");
    if (command.variance_reason.size() > reason_bytes_max) return refuse("close.bad_reason");
    const auto counted = counted_cash(command.counted, command.denominations);
    if (!counted) return refuse(counted.error());

    const Takings takings{desk.ports.days.takings_of_shift(desk.state.shift.shift)};
    ShiftClosed closed{closed_by(desk, command, *counted, takings)};
    if (beyond_limit(closed.variance)) {
        if (desk.limit().may_vouch) closed.approved_by = desk.staff();
        if (closed.approved_by.empty()) return ask_for_variance(desk, command, closed.variance);
    }
    ReportView report{shift_report(desk, closed)};
    desk.write({closed}, {{report.text, false, ""}});
    desk.ports.printer.wake();

    show_count(desk, closed.expected_cash, closed.counted_cash);
    desk.state.view.close.report = std::move(report);
    desk.state.view.payment.done.reset();
    show_session(desk);
    show_close(desk);
    return {};
}

} // namespace guitai
