// The day's numbered report, which never changes again.
#include "terminal/app/reports.hpp"
#include "terminal/app/use_cases.hpp"
#include "terminal/app/view_parts.hpp"
#include "terminal/domain/shift.hpp"

namespace guitai {

Result<void> perform(Desk& desk, const CloseDay&)
{
    if (desk.state.shift.shift != 0) return refuse("close.shift_open", std::to_string(desk.state.shift.shift));
    const auto shifts = desk.ports.days.closed_since_last_z();
    if (shifts.empty()) return refuse("close.nothing_to_close");

    DayClosed closed;
    closed.z = desk.ports.days.counts().z + 1;
    closed.business_date = shifts.back().business_date;
    closed.staff = desk.staff();
    std::vector<Takings> parts;
    for (const DayReader::ClosedShift& shift : shifts) {
        closed.shifts.push_back(shift.shift);
        closed.variance += shift.variance;
        parts.push_back(shift.takings);
    }
    closed.takings = sum(parts);
    closed.chain_head = desk.ports.days.chain_head();

    show_close(desk);
    show_parked(desk);
    ReportView report{day_report(desk, closed)};
    desk.write({closed}, {{report.text, false, ""}});
    desk.ports.printer.wake();
    desk.state.view.close.report = std::move(report);
    return {};
}

} // namespace guitai
