// Answers about the shift, the day and the state of the till.
#include "terminal/drive/answers.hpp"

namespace guitai::drive {
namespace {

JsonObject takings_of(const Takings& takings)
{
    JsonArray tenders;
    for (const TenderTotal& tender : takings.tenders) {
        tenders.object(JsonObject{}.text("tender", tender.tender).minor("amount_minor", tender.amount));
    }
    return JsonObject{}
        .number("tickets", takings.tickets)
        .number("pieces", takings.pieces)
        .minor("turnover_minor", takings.turnover)
        .minor("order_turnover_minor", takings.order_turnover)
        .minor("discounts_minor", takings.discounts)
        .minor("tax_minor", takings.tax)
        .minor("refunds_minor", takings.refunds)
        .minor("fees_minor", takings.fees)
        .array("tenders", tenders)
        .minor("cash_taken_minor", takings.cash_taken)
        .minor("paid_in_minor", takings.paid_in)
        .minor("paid_out_minor", takings.paid_out)
        .minor("drops_minor", takings.drops)
        .number("misses", takings.misses)
        .number("rescued", takings.rescued);
}

std::string_view name_of(ReportView::Kind kind)
{
    switch (kind) {
    case ReportView::Kind::x: return "x";
    case ReportView::Kind::shift: return "shift";
    case ReportView::Kind::day: return "day";
    }
    return "";
}

std::string_view name_of(PrinterTrouble trouble)
{
    switch (trouble) {
    case PrinterTrouble::none: return "";
    case PrinterTrouble::unreachable: return "unreachable";
    case PrinterTrouble::offline: return "offline";
    case PrinterTrouble::cover_open: return "cover_open";
    case PrinterTrouble::no_paper: return "no_paper";
    }
    return "";
}

} // namespace

JsonObject report_of(const ReportView& report)
{
    JsonObject object;
    object.text("kind", name_of(report.kind))
        .number("number", report.number)
        .text("business_date", report.business_date)
        .text("staff", report.staff.text)
        .join(takings_of(report.takings))
        .minor("float_minor", report.float_amount)
        .minor("expected_minor", report.expected_cash);
    if (report.kind == ReportView::Kind::shift) object.minor("counted_minor", report.counted_cash);
    if (report.kind != ReportView::Kind::x) object.minor("variance_minor", report.variance);

    JsonArray hours;
    for (const Money hour : report.by_hour) hours.minor(hour);
    JsonArray misses;
    for (const ReportView::MissCause& cause : report.misses) {
        misses.object(JsonObject{}
                          .text("reason", word_of(cause.reason))
                          .number("misses", cause.misses)
                          .number("rescued", cause.rescued));
    }
    return object.array("by_hour_minor", hours).array("miss_causes", misses)
        .object("service", service_of(report.service))
        .number("complaints_due", report.complaints.due)
        .number("complaints_late", report.complaints.late)
        .text("text", report.text);
}

JsonObject sync_of(const TillView& view)
{
    JsonObject office;
    office.truth("reached", view.sync.reached);
    if (view.sync.contact_at_ms == 0) office.none("age_ms");
    else office.number("age_ms", view.now_ms - view.sync.contact_at_ms);
    if (!view.sync.problem.empty()) office.text("problem", view.sync.problem);
    return JsonObject{}
        .number("pending", view.sync.pending)
        .number("cursor", view.sync.cursor)
        .object("office", office);
}

JsonObject session_of(const TillView& view)
{
    JsonArray people;
    for (const PersonView& person : view.session.people) {
        people.object(JsonObject{}
                          .text("name", person.name.text)
                          .text("role", word_of(person.role))
                          .number("tries_left", person.tries_left)
                          .number("locked_until_ms", person.locked_until_ms));
    }
    JsonObject object;
    object.text("store", view.shop.store.text)
        .text("store_name", view.shop.name)
        .number("till", view.shop.till)
        .truth("test", view.shop.test)
        .truth("tax_included", view.shop.tax_included)
        .number("now_ms", view.now_ms)
        .text("business_date", view.session.business_date)
        .number("shift", view.session.shift);
    if (view.session.staff) {
        object.text("staff", view.session.staff->name.text).text("role", word_of(view.session.staff->role));
    } else {
        object.none("staff").none("role");
    }
    if (!view.approval.code.empty()) object.text("waits_for_approval", view.approval.code);
    const PhoneView& phone{view.approval.phone};
    if (!phone.request.empty()) {
        object.object("phone", JsonObject{}
                                   .text("request", phone.request)
                                   .text("action", phone.action)
                                   .number("ticket", phone.ticket)
                                   .minor("amount_minor", phone.amount)
                                   .number("tries_left", phone.tries_left));
    }
    return object.array("people", people).truth("printer_ok", view.printer_ok).number("print_jobs", view.print_jobs)
        .text("printer_trouble", name_of(view.printer_trouble));
}

JsonObject close_of(const CloseView& close)
{
    JsonObject object;
    object.truth("counted", close.counted);
    if (close.counted) {
        object.minor("expected_minor", close.expected_cash)
            .minor("counted_minor", close.counted_cash)
            .minor("variance_minor", close.variance);
    }
    JsonArray open_orders;
    for (const OrderBrief& order : close.open_orders) open_orders.text(order.order.text);
    object.minor("variance_limit_minor", close.variance_limit).array("open_orders", open_orders);
    if (close.report) object.object("report", report_of(*close.report));
    return object;
}

} // namespace guitai::drive
