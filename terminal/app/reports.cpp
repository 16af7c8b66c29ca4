#include "terminal/app/reports.hpp"

#include "terminal/app/complaints.hpp"
#include "terminal/domain/report.hpp"
#include "terminal/domain/shift.hpp"

#include <fmt/format.h>

namespace guitai {
namespace {

constexpr std::int64_t week_days{7};

// What a report says of a day beside its sums. The day in hand stands last in the week.
void add_day(const Desk& desk, ReportView& view, Money turnover)
{
    view.by_hour = desk.ports.days.turnover_by_hour(view.business_date);
    view.misses = desk.ports.days.misses(view.business_date);
    if (desk.ports.service != nullptr) view.service = desk.ports.service->service(view.business_date);
    view.complaints = duties_today(desk);
    view.week = desk.ports.days.last_days(week_days);
    if (view.week.empty() || view.week.back().date != view.business_date) {
        view.week.push_back({view.business_date, turnover});
        if (view.week.size() > static_cast<std::size_t>(week_days)) view.week.erase(view.week.begin());
    }
}

ReportKind kind_of(ReportView::Kind kind)
{
    switch (kind) {
    case ReportView::Kind::x: return ReportKind::x;
    case ReportView::Kind::shift: return ReportKind::shift;
    case ReportView::Kind::day: return ReportKind::day;
    }
    return ReportKind::x;
}

} // namespace

ReportView x_report(const Desk& desk)
{
    const DayReader::Shift& shift{desk.state.shift};
    ReportView view;
    view.kind = ReportView::Kind::x;
    view.number = shift.shift;
    view.business_date = shift.business_date;
    view.staff = desk.staff();
    view.takings = desk.ports.days.takings_of_shift(shift.shift);
    view.float_amount = shift.float_amount;
    view.expected_cash = expected_cash(shift.float_amount, view.takings);
    add_day(desk, view, view.takings.turnover);
    view.text = paper_of(desk, view, {});
    return view;
}

ReportView shift_report(const Desk& desk, const ShiftClosed& closed)
{
    ReportView view{x_report(desk)};
    view.kind = ReportView::Kind::shift;
    view.takings = closed.takings;
    view.expected_cash = closed.expected_cash;
    view.counted_cash = closed.counted_cash;
    view.variance = closed.variance;
    view.text = paper_of(desk, view, {.variance_reason = closed.variance_reason, .approved_by = closed.approved_by});
    return view;
}

ReportView day_report(const Desk& desk, const DayClosed& closed)
{
    ReportView view;
    view.kind = ReportView::Kind::day;
    view.number = closed.z;
    view.business_date = closed.business_date;
    view.staff = closed.staff;
    view.takings = closed.takings;
    view.variance = closed.variance;
    add_day(desk, view, closed.takings.turnover);
    view.text = paper_of(desk, view, {.shifts = closed.shifts, .chain_head = closed.chain_head});
    return view;
}

std::string paper_of(const Desk& desk, const ReportView& view, const PaperExtras& extras)
{
    const ShopView& shop{desk.state.view.shop};
    Report report;
    report.kind = kind_of(view.kind);
    report.number = view.number;
    report.shop_name = shop.name;
    report.till = fmt::format("{}-{}", shop.store.text, shop.till);
    report.test = shop.test;
    report.business_date = view.business_date;
    report.printed_at = date_and_minute(desk.now_ms(), shop.utc_offset_minutes);
    report.staff = view.staff.text;
    report.takings = view.takings;
    report.float_amount = view.float_amount;
    report.expected_cash = view.expected_cash;
    report.counted_cash = view.counted_cash;
    report.variance = view.variance;
    report.variance_reason = extras.variance_reason;
    report.approved_by = extras.approved_by.text;
    for (const ReportView::MissCause& cause : view.misses) {
        report.misses.push_back({cause.reason, cause.misses, cause.rescued});
    }
    report.feelings = view.service.feelings;
    report.funnel = view.service.funnel;
    report.served = view.service.served;
    report.serving_ms = view.service.serving_ms;
    report.member_sales = view.service.member_sales;
    report.member_taps = view.service.member_taps;
    report.complaints_due = view.complaints.due;
    report.complaints_late = view.complaints.late;
    report.shifts = extras.shifts;
    if (view.kind == ReportView::Kind::day) {
        for (const OrderBrief& order : desk.state.view.close.open_orders) {
            report.open_orders.push_back(fmt::format("{} {}", order.order.text, order.name));
        }
        for (const ParkedView& parked : desk.state.view.cart.parked) {
            report.parked.push_back(fmt::format("{} {}", parked.ticket, text_of(parked.total)));
        }
    }
    report.chain_head = extras.chain_head;
    return report_text(report, desk.ports.paper_columns, desk.words());
}

} // namespace guitai
