#include "tests/ui/counter_states.hpp"

#include "tests/support/sample_views.hpp"

namespace guitai::test {
namespace {

SuggestionView suggestion(const char* style, const char* name, const char* name_en, const char* colour,
                          const char* size, std::int64_t price, const char* why, const char* about,
                          const char* about_en)
{
    SuggestionView one;
    one.style = {style};
    one.sku = {std::string{style} + "-01"};
    one.name = name;
    one.name_en = name_en;
    one.colour = colour;
    one.size = size;
    one.category = "短款";
    one.price = yuan(price);
    one.here = 6;
    one.why = why;
    one.about = about;
    one.about_en = about_en;
    return one;
}

ScreenState advised(std::string name)
{
    ScreenState state{std::move(name), selling(), {}};
    state.memory.page = ui::Go::sell;
    state.memory.pieces_seen = state.view.cart.pieces;
    state.view.talk.step = 4;
    SuggestionsView& view{state.view.suggestions};
    view.worked_out = true;
    view.budget = yuan(800);
    view.budgets = {yuan(400), yuan(700), yuan(1'400), yuan(2'800)};
    view.items = {suggestion("SJ2210", "远山长款羽绒服", "Yuanshan Long Down", "墨黑", "170/92A", 1'099,
                             "suggest.same_size", "170/92A", "170/92A"),
                  suggestion("YL2201", "云岭轻薄连帽羽绒服", "Yunling Light Hooded Down", "雾蓝", "170/92A", 299,
                             "suggest.goes_with", "松径短款羽绒服", "Songjing Short Down")};
    view.items[1].in_budget = true;
    return state;
}

ScreenState asking(std::string name)
{
    ScreenState state{advised(std::move(name))};
    state.view.talk.step = 3;
    state.view.suggestions.items.clear();
    state.view.suggestions.ask_budget = true;
    return state;
}

ScreenState just_begun()
{
    ScreenState state{"b_talk_begun", at_work(), {}};
    state.memory.page = ui::Go::sell;
    state.view.talk.step = 1;
    return state;
}

ScreenState service_report()
{
    ScreenState state{"h_report_service", at_work(), {}};
    state.memory.page = ui::Go::shift;
    state.memory.shift.step = ui::ShiftStep::report;
    state.memory.shift.service = true;
    state.view.session.shift = 0;
    ReportView report;
    report.kind = ReportView::Kind::day;
    report.number = 318;
    report.business_date = "2026-11-21";
    report.staff = {"王芳"};
    report.takings.tickets = 37;
    report.takings.turnover = yuan(18'642);
    report.service.feelings = {2, 5, 21};
    report.service.funnel = {52, 49, 44, 39, 37};
    report.service.served = 37;
    report.service.serving_ms = 37 * 200'000;
    report.service.member_sales = 22;
    report.service.member_taps = 220;
    state.view.close.report = report;
    return state;
}

// A missing size that is nowhere, and another style that lies here.
ScreenState substitute()
{
    ScreenState state{"c_ways_substitute", with_ways(), {}};
    state.memory.page = ui::Go::sell;
    WayView other;
    other.kind = WayKind::substitute;
    other.name = "远山长款羽绒服";
    other.name_en = "Yuanshan Long Down";
    other.alternatives = {"墨黑 165/88A"};
    other.alternative_sku = {"SJ2210-01"};
    other.price = yuan(1'099);
    other.pieces = 6;
    other.ready_on = "2026-11-21";
    WayView nowhere;
    nowhere.kind = WayKind::ship_home;
    nowhere.possible = false;
    nowhere.reason = "way.nowhere";
    state.view.grid.ways = {other, nowhere};
    return state;
}

} // namespace

std::vector<ScreenState> counter_states()
{
    std::vector<ScreenState> states{advised("b_advice"), asking("b_advice_asks"), just_begun(), service_report(),
                                    substitute()};
    states.push_back(advised("b_advice_budget"));
    states.back().memory.sale.advice.asking = true;
    return states;
}

} // namespace guitai::test
