#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/report_service.hpp"
#include "terminal/ui/screens/shift_screen.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float card_height{108.0F};

std::string title_words(const Scene& scene, const ReportView& report)
{
    const std::string date{date_text(scene.ui.words, report.business_date)};
    switch (report.kind) {
    case ReportView::Kind::x: return std::string{scene.ui.word("report.x")} + " · " + date;
    case ReportView::Kind::shift: return scene.ui.word("report.shift", report.number) + " · " + date;
    case ReportView::Kind::day: break;
    }
    return scene.ui.word("report.z", fmt::format("{:04}", report.number)) + " · " + date;
}

struct Figure {
    std::string_view name;
    std::string figure, line;
    ImU32 ink{0};
};

void draw_figure(Scene& scene, const Rect& box, const Figure& figure)
{
    Canvas& c{scene.canvas()};
    c.card(box);
    Rect in{box.inset(gap_m, gap_tile)};
    c.text(in.cut_top(24.0F), Type::caption, scene.colour().ink_soft, figure.name);
    const Type type{c.width(Type::headline, figure.figure) > in.w ? Type::title : Type::headline};
    c.text(in.cut_top(36.0F), type, scene.colour().ink, figure.figure);
    c.text(in.cut_top(24.0F), Type::caption, figure.ink, figure.line);
}

void draw_figures(Scene& scene, const ReportView& report, const Rect& row)
{
    const Palette& p{scene.colour()};
    const Takings& t{report.takings};
    const Money each{t.tickets > 0 ? t.turnover.scaled(1, t.tickets) : Money{}};
    draw_figure(scene, row.cell(0, 4, 0, 1, gap_tile),
                {scene.ui.word("report.net"), money_text(t.turnover),
                 t.order_turnover.is_zero() ? std::string{}
                                            : scene.ui.word("report.order_part", money_short(t.order_turnover)),
                 p.ink_soft});
    draw_figure(scene, row.cell(1, 4, 0, 1, gap_tile),
                {scene.ui.word("report.tickets"), count_text(t.tickets),
                 scene.ui.word("report.each", money_text(each)), p.ink_soft});
    const std::string share{t.misses > 0 ? scene.ui.word("report.share", t.rescued * 100 / t.misses)
                                         : std::string{scene.ui.word("report.no_misses")}};
    draw_figure(scene, row.cell(2, 4, 0, 1, gap_tile),
                {scene.ui.word("report.rescued"), std::to_string(t.rescued) + " / " + std::to_string(t.misses), share,
                 t.misses > 0 ? p.primary : p.ink_soft});
    if (report.kind == ReportView::Kind::x) {
        // Before the count nobody is told what the drawer should hold.
        draw_figure(scene, row.cell(3, 4, 0, 1, gap_tile),
                    {scene.ui.word("report.refunds"), money_text(t.refunds),
                     t.discounts.is_zero() ? std::string{}
                                           : scene.ui.word("report.saved", money_short(t.discounts)),
                     p.ink_soft});
        return;
    }
    const bool fine{report.variance.is_zero()};
    draw_figure(scene, row.cell(3, 4, 0, 1, gap_tile),
                {scene.ui.word("report.variance"), money_text(report.variance),
                 std::string{scene.ui.word(fine ? "close.none" : "report.variance_noted")},
                 fine ? p.primary : p.danger});
}

std::vector<ChartPoint> points_of(const ReportView& report, const HoursShown& shown)
{
    std::vector<ChartPoint> points;
    for (std::size_t hour{shown.first}; hour < shown.end; ++hour) {
        const Money taken{report.by_hour[hour]};
        const bool named{(hour - shown.first) % 2 == 0};
        points.push_back({named ? std::to_string(hour) + ":00" : std::string{},
                          static_cast<float>(taken.minor()) / 100.0F, money_short(taken)});
    }
    return points;
}

void draw_curves(Scene& scene, const ReportView& report, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const bool week{report.week.size() > 1};
    Rect upper{week ? in.cut_top(in.h * 0.52F, gap_s) : in};
    c.text(upper.cut_top(26.0F), Type::strong, scene.colour().ink, scene.ui.word("report.hours"));
    const HoursShown hours{hours_shown(report, scene.view.now_ms, scene.view.shop.utc_offset_minutes)};
    line_chart(c, upper, points_of(report, hours), {}, hours.known - hours.first);
    if (!week) return;
    c.text(in.cut_top(26.0F), Type::strong, scene.colour().ink, scene.ui.word("report.week"));
    std::vector<ChartPoint> days;
    for (const ReportView::DayTotal& day : report.week)
        days.push_back({date_text(scene.ui.words, day.date), static_cast<float>(day.turnover.minor()) / 100.0F,
                        money_short(day.turnover)});
    bar_chart(c, in, days, static_cast<int>(days.size()) - 1);
}

void draw_tenders(Scene& scene, const ReportView& report, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    c.text(in.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink, scene.ui.word("report.tenders"));
    // In the tenders below, and no part of the turnover above.
    if (const Money fees{report.takings.fees}; !fees.is_zero()) {
        figure_row(c, in.cut_bottom(28.0F), scene.ui.word("report.fees"), money_text(fees), scene.colour().ink_soft);
    }
    std::vector<ChartPoint> points;
    for (const TenderTotal& tender : report.takings.tenders) {
        const std::string key{"tender." + tender.tender};
        points.push_back({scene.ui.words.has(key) ? std::string{scene.ui.word(key)} : tender.tender,
                          static_cast<float>(std::max<std::int64_t>(tender.amount.minor(), 0)) / 100.0F,
                          money_text(tender.amount)});
    }
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    if (points.empty())
        c.text(in.cut_top(32.0F), Type::body, scene.colour().ink_faint, scene.ui.word("report.nothing_taken"));
    else
        rank_chart(c, {in.x, in.y, in.w, std::min(in.h, 60.0F * static_cast<float>(points.size()))}, points,
                   Tone::primary);
}

void draw_causes(Scene& scene, const ReportView& report, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    c.text(in.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink,
           scene.ui.word("report.causes_count", report.takings.misses));
    std::vector<ChartPoint> points;
    for (const ReportView::MissCause& cause : report.misses) {
        if (cause.misses == 0) continue;
        points.push_back({std::string{scene.ui.word("miss." + std::string{word_of(cause.reason)})},
                          static_cast<float>(cause.misses),
                          scene.ui.word("report.cause", cause.misses, cause.rescued)});
    }
    std::sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    if (points.empty())
        c.text(in.cut_top(32.0F), Type::body, scene.colour().ink_faint, scene.ui.word("report.no_misses"));
    else
        rank_chart(c, {in.x, in.y, in.w, std::min(in.h, 60.0F * static_cast<float>(points.size()))}, points,
                   Tone::info);
}

// After the day is closed: how much of its news the head office has.
void draw_sending(Scene& scene, const ShiftMemory& memory, const Rect& box)
{
    const std::int64_t pending{scene.view.sync.pending};
    Canvas& c{scene.canvas()};
    c.card(box);
    Rect in{box.inset(gap_m, gap_tile)};
    const std::int64_t most{std::max({memory.pending_at_close, pending, std::int64_t{1}})};
    const std::string line{pending == 0      ? std::string{scene.ui.word("report.sent")}
                           : scene.online() ? scene.ui.word("report.sending", count_text(pending))
                                            : scene.ui.word("report.waits", count_text(pending))};
    c.text(in.cut_top(26.0F), Type::caption, scene.colour().ink_soft, line);
    progress(c, {in.x, in.bottom() - 12.0F, in.w, 8.0F},
             1.0F - static_cast<float>(pending) / static_cast<float>(most), Tone::primary);
}

Go draw_next(Scene& scene, ShiftMemory& memory, const ReportView& report, Rect foot)
{
    Ui& ui{scene.ui};
    const bool shift_open{scene.view.session.shift != 0};
    const Rect go{foot.cut_near(ui.hand, 280.0F, gap_m)};
    const Rect back{foot.cut_near(ui.hand, 220.0F, gap_m)};
    if (report.kind == ReportView::Kind::day && scene.view.shop.has_office)
        draw_sending(scene, memory, {foot.x, foot.y, foot.w, 72.0F});
    if (button(ui, "report.back", back, {.icon = icon::arrow_back, .label = ui.word("action.back"),
                                         .shortcut = Key::escape})) {
        memory = {};
        return Go::stay;
    }
    if (report.kind == ReportView::Kind::shift && !shift_open) {
        if (button(ui, "report.close_day", go,
                   {.kind = Kind::main, .icon = icon::print, .label = ui.word("shift.close_day"),
                    .type = Type::title})) {
            memory.pending_at_close = scene.view.sync.pending;
            scene.push(CloseDay{});
        }
        return Go::stay;
    }
    const bool day{report.kind == ReportView::Kind::day};
    if (button(ui, "report.done", go,
               {.kind = Kind::main, .icon = day ? icon::logout : icon::point_of_sale,
                .label = ui.word(day ? "settings.sign_out" : "report.sell"), .type = Type::title})) {
        memory = {};
        return day ? Go::back : Go::sell;
    }
    return Go::stay;
}

void draw_trade(Scene& scene, const ReportView& report, Rect page)
{
    Rect right{page.cut_near(scene.ui.hand, std::min(page.w * 0.4F, 460.0F), gap_m)};
    draw_curves(scene, report, page);
    draw_tenders(scene, report, right.cut_top((right.h - gap_m) * 0.52F, gap_m));
    draw_causes(scene, report, right);
}

} // namespace

HoursShown hours_shown(const ReportView& report, std::int64_t now_ms, std::int64_t utc_offset_minutes)
{
    HoursShown shown;
    const LocalTime now{local_time(now_ms, utc_offset_minutes)};
    const bool today{report.business_date == iso_date(now_ms, utc_offset_minutes)};
    std::size_t sold_until{0};
    for (std::size_t hour{0}; hour < report.by_hour.size(); ++hour) {
        if (report.by_hour[hour].is_zero()) continue;
        shown.first = std::min(shown.first, hour);
        sold_until = hour + 1;
    }
    shown.end = std::min(std::max(shown.end, sold_until), report.by_hour.size());
    shown.first = std::min(shown.first, shown.end);
    const std::size_t come{today ? std::max(static_cast<std::size_t>(now.hour) + 1, sold_until) : shown.end};
    shown.known = std::clamp(come, shown.first, shown.end);
    return shown;
}

Go draw_report(Scene& scene, ShiftMemory& memory, Rect page)
{
    const ReportView& report{*scene.view.close.report};
    const bool lamp{draw_head(scene, page, title_words(scene, report), report.staff.text)};
    page.cut_bottom(page_margin);
    draw_banner(scene, page);
    const Rect foot{page.cut_bottom(72.0F, gap_m)};
    draw_figures(scene, report, page.cut_top(card_height, gap_m));
    const std::array<std::string_view, 2> tabs{scene.ui.word("report.tab_trade"), scene.ui.word("report.tab_service")};
    Rect row{page.cut_top(52.0F, gap_m)};
    const int tab{segmented(scene.ui, "report.tab", row.cut_left(std::min(row.w, 320.0F)), tabs,
                            memory.service ? 1 : 0)};
    if (tab >= 0) memory.service = tab == 1;
    if (memory.service) draw_service(scene, report.service, page);
    else draw_trade(scene, report, page);
    const Go go{draw_next(scene, memory, report, foot)};
    return go == Go::stay && lamp ? Go::settings : go;
}

} // namespace guitai::ui
