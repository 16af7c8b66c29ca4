#include "terminal/domain/report.hpp"

#include <fmt/format.h>

namespace guitai {
namespace {

void print_head(Page& page, const Report& report, const WordOf& words)
{
    const char* const title{report.kind == ReportKind::x       ? "report.x"
                            : report.kind == ReportKind::shift ? "report.shift"
                                                               : "report.day"};
    if (report.test) page.centred(words("receipt.test"));
    page.centred(report.shop_name);
    page.centred(report.kind == ReportKind::day ? fmt::format("{} Z{:04}", words(title), report.number)
                                                : fmt::format("{} {}", words(title), report.number));
    page.rule();
    page.pair(words("report.till"), report.till);
    page.pair(words("report.business_date"), report.business_date);
    page.pair(words("report.printed_at"), report.printed_at);
    page.pair(words("report.staff"), report.staff);
    if (!report.shifts.empty()) page.pair(words("report.shifts"), fmt::format("{}", fmt::join(report.shifts, ", ")));
    page.rule();
}

void print_sums(Page& page, const Takings& takings, const WordOf& words)
{
    page.pair(words("report.turnover"), text_of(takings.turnover));
    page.pair(words("report.order_turnover"), text_of(takings.order_turnover));
    page.pair(words("report.tickets"), std::to_string(takings.tickets));
    page.pair(words("report.pieces"), std::to_string(takings.pieces));
    if (takings.tickets > 0) page.pair(words("report.per_ticket"), text_of(takings.turnover.scaled(1, takings.tickets)));
    page.pair(words("report.discounts"), text_of(takings.discounts));
    page.pair(words("report.refunds"), text_of(takings.refunds));
    page.pair(words("report.tax"), text_of(takings.tax));
    page.rule();
    for (const TenderTotal& tender : takings.tenders) page.pair(words("tender." + tender.tender), text_of(tender.amount));
    page.rule();
}

void print_drawer(Page& page, const Report& report, const WordOf& words)
{
    page.pair(words("report.float"), text_of(report.float_amount));
    page.pair(words("report.cash_taken"), text_of(report.takings.cash_taken));
    page.pair(words("report.paid_in"), text_of(report.takings.paid_in));
    page.pair(words("report.paid_out"), text_of(-report.takings.paid_out));
    page.pair(words("report.drops"), text_of(-report.takings.drops));
    page.pair(words("report.expected_cash"), text_of(report.expected_cash));
    if (report.kind == ReportKind::x) return;
    page.pair(words("report.counted_cash"), text_of(report.counted_cash));
    page.pair(words("report.variance"), text_of(report.variance));
    if (!report.variance_reason.empty()) page.pair(words("report.variance_reason"), report.variance_reason);
    if (!report.approved_by.empty()) page.pair(words("report.approved_by"), report.approved_by);
}

void print_misses(Page& page, const Report& report, const WordOf& words)
{
    if (report.takings.misses == 0) return;
    page.rule();
    page.pair(words("report.misses"), fmt::format("{} / {}", report.takings.rescued, report.takings.misses));
    for (const Report::MissCause& cause : report.misses) {
        page.pair("  " + words(fmt::format("miss.{}", word_of(cause.reason))),
                  fmt::format("{} / {}", cause.rescued, cause.misses));
    }
}

void print_list(Page& page, std::string_view title, const std::vector<std::string>& rows)
{
    if (rows.empty()) return;
    page.rule();
    page.pair(title, std::to_string(rows.size()));
    for (const std::string& row : rows) page.indented(row);
}

} // namespace

std::string report_text(const Report& report, std::size_t columns, const WordOf& words)
{
    Page page{columns};
    print_head(page, report, words);
    print_sums(page, report.takings, words);
    print_drawer(page, report, words);
    print_misses(page, report, words);
    print_list(page, words("report.open_orders"), report.open_orders);
    print_list(page, words("report.parked"), report.parked);
    if (!report.chain_head.empty()) {
        page.rule();
        page.text(words("report.chain_head"));
        page.text(report.chain_head);
    }
    return page.str();
}

} // namespace guitai
