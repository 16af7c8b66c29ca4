#include "terminal/domain/report.hpp"

#include "sync/events/average.hpp"

#include <fmt/format.h>

namespace guitai {
namespace {

void print_head(Page& page, const Report& report, const WordOf& words)
{
    const char* const title{report.kind == ReportKind::x       ? "paper.x_report"
                            : report.kind == ReportKind::shift ? "paper.shift_report"
                                                               : "paper.day_report"};
    if (report.test) page.centred(words("paper.test"));
    page.centred(report.shop_name);
    page.centred(report.kind == ReportKind::day ? fmt::format("{} Z{:04}", words(title), report.number)
                                                : fmt::format("{} {}", words(title), report.number));
    page.rule();
    page.pair(words("paper.till"), report.till);
    page.pair(words("paper.business_date"), report.business_date);
    page.pair(words("paper.printed_at"), report.printed_at);
    page.pair(words("paper.staff"), report.staff);
    if (!report.shifts.empty()) page.pair(words("paper.shifts"), fmt::format("{}", fmt::join(report.shifts, ", ")));
    page.rule();
}

void print_sums(Page& page, const Takings& takings, const WordOf& words)
{
    page.pair(words("paper.turnover"), text_of(takings.turnover));
    page.pair(words("paper.order_turnover"), text_of(takings.order_turnover));
    page.pair(words("paper.tickets"), std::to_string(takings.tickets));
    page.pair(words("paper.pieces"), std::to_string(takings.pieces));
    if (takings.tickets > 0) page.pair(words("paper.per_ticket"), text_of(takings.turnover.scaled(1, takings.tickets)));
    page.pair(words("paper.discounts"), text_of(takings.discounts));
    page.pair(words("paper.refunds"), text_of(takings.refunds));
    page.pair(words("paper.tax"), text_of(takings.tax));
    if (!takings.fees.is_zero()) page.pair(words("paper.fees"), text_of(takings.fees));
    page.rule();
    for (const TenderTotal& tender : takings.tenders) {
        page.pair(words("tender." + tender.tender), text_of(tender.amount));
    }
    page.rule();
}

void print_drawer(Page& page, const Report& report, const WordOf& words)
{
    // A day may hold several drawers: each was opened and counted on its own shift's report.
    const bool one_drawer{report.kind != ReportKind::day};
    if (one_drawer) page.pair(words("paper.float"), text_of(report.float_amount));
    page.pair(words("paper.cash_taken"), text_of(report.takings.cash_taken));
    page.pair(words("paper.paid_in"), text_of(report.takings.paid_in));
    page.pair(words("paper.paid_out"), text_of(-report.takings.paid_out));
    page.pair(words("paper.drops"), text_of(-report.takings.drops));
    if (one_drawer) page.pair(words("paper.expected_cash"), text_of(report.expected_cash));
    if (report.kind == ReportKind::x) return;
    if (one_drawer) page.pair(words("paper.counted_cash"), text_of(report.counted_cash));
    page.pair(words("paper.variance"), text_of(report.variance));
    if (!report.variance_reason.empty()) page.pair(words("paper.variance_reason"), report.variance_reason);
    if (!report.approved_by.empty()) page.pair(words("paper.approved_by"), report.approved_by);
}

void print_misses(Page& page, const Report& report, const WordOf& words)
{
    if (report.takings.misses == 0) return;
    page.rule();
    page.pair(words("paper.misses"), fmt::format("{} / {}", report.takings.rescued, report.takings.misses));
    for (const Report::MissCause& cause : report.misses) {
        page.pair("  " + words(fmt::format("miss.{}", word_of(cause.reason))),
                  fmt::format("{} / {}", cause.rescued, cause.misses));
    }
}

// Of all customers of the day, however many told.
void print_feelings(Page& page, const Report& report, const WordOf& words)
{
    std::int64_t told{0};
    for (const std::int64_t count : report.feelings) told += count;
    if (told == 0) return;
    page.rule();
    page.pair(words("paper.feelings"), std::to_string(told));
    for (const Feeling feeling : {Feeling::good, Feeling::fair, Feeling::bad}) {
        page.pair("  " + words(fmt::format("feeling.{}", word_of(feeling))),
                  std::to_string(report.feelings[static_cast<std::size_t>(feeling)]));
    }
}

void print_funnel(Page& page, const Report& report, const WordOf& words)
{
    if (report.funnel.front() == 0) return;
    page.rule();
    page.pair(words("paper.talks"), std::to_string(report.funnel.front()));
    for (std::size_t step{0}; step < report.funnel.size(); ++step) {
        page.pair(fmt::format("  {} {}", step + 1, words(fmt::format("talk.step.{}", step + 1))),
                  std::to_string(report.funnel[step]));
    }
}

// What it cost the customer besides money.
void print_cost(Page& page, const Report& report, const WordOf& words)
{
    constexpr std::int64_t ms_a_minute{60'000};
    if (report.served == 0) return;
    page.rule();
    page.pair(words("paper.minutes"), average_text(report.serving_ms, report.served * ms_a_minute));
    if (report.member_sales == 0) return;
    page.pair(words("paper.member_taps"), average_text(report.member_taps, report.member_sales));
}

void print_complaints(Page& page, const Report& report, const WordOf& words)
{
    if (report.complaints_due == 0) return;
    page.rule();
    page.pair(words("paper.complaints_due"), std::to_string(report.complaints_due));
    page.pair("  " + words("paper.complaints_late"), std::to_string(report.complaints_late));
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
    print_feelings(page, report, words);
    print_funnel(page, report, words);
    print_cost(page, report, words);
    print_complaints(page, report, words);
    print_list(page, words("paper.open_orders"), report.open_orders);
    print_list(page, words("paper.parked"), report.parked);
    if (!report.chain_head.empty()) {
        page.rule();
        page.text(words("paper.chain_head"));
        page.text(report.chain_head);
    }
    return page.str();
}

} // namespace guitai
