#include "tests/ui/states.hpp"

#include "tests/support/sample_views.hpp"
#include "tests/ui/club_states.hpp"
#include "tests/ui/counter_states.hpp"
#include "tests/ui/member_states.hpp"
#include "tests/ui/order_states.hpp"
#include "tests/ui/privacy_states.hpp"
#include "tests/ui/trade_states.hpp"
#include "tests/ui/value_states.hpp"

#include <functional>

namespace guitai::test {
namespace {

using ui::AppScreens;
using ui::Go;

class States {
public:
    using Change = std::function<void(TillView&, AppScreens&)>;

    void add(std::string name, TillView view, const Change& change = {})
    {
        ScreenState state{std::move(name), std::move(view), {}};
        state.memory.page = Go::sell;
        state.memory.pieces_seen = state.view.cart.pieces;
        if (change) change(state.view, state.memory);
        m_all.push_back(std::move(state));
    }
    [[nodiscard]] std::vector<ScreenState> take() { return std::move(m_all); }

private:
    std::vector<ScreenState> m_all;
};

void add_sign_in(States& states)
{
    states.add("a_sign_in", signed_out(), [](TillView&, AppScreens& memory) {
        memory.sign_in.name = "王芳";
        memory.sign_in.pin = "2468";
    });
    states.add("a_sign_in_wrong", signed_out(), [](TillView& view, AppScreens& memory) {
        memory.sign_in.name = "王芳";
        memory.sign_in.wrong = true;
        view.session.people[0].tries_left = 3;
    });
    states.add("a_sign_in_locked", signed_out(), [](TillView& view, AppScreens& memory) {
        memory.sign_in.name = "王芳";
        view.session.people[0].locked_until_ms = view.now_ms + 9 * minute_ms;
        view.shop.test = true;
        view.sync.reached = false;
    });
    states.add("a_sign_in_many", signed_out(), [](TillView& view, AppScreens& memory) {
        for (const char* name : {"孙玲", "周航", "何静", "郑国强", "吴海", "钱多"})
            view.session.people.push_back(person(name, Role::clerk));
        memory.sign_in.searching = true;
    });
    states.add("a_open_shift", at_work(), [](TillView& view, AppScreens& memory) {
        view.session.shift = 0;
        memory.open_shift.digits = "500";
    });
    states.add("a_first_sync", at_work(), [](TillView& view, AppScreens&) {
        view.sync.cursor = 6'200;
        view.catalogue.styles = 0;
        view.catalogue.tiles.clear();
    });
}

void add_sale(States& states)
{
    states.add("b_sale", selling());
    states.add("b_sale_empty", at_work());
    states.add("b_sale_left", selling(), [](TillView&, AppScreens& memory) { memory.look.hand = ui::Hand::left; });
    states.add("b_sale_offline_unknown", selling(), [](TillView& view, AppScreens&) {
        view.sync.reached = false;
        view.shop.test = true;
        view.banner = {"scan.unknown", "6901234567892", true};
    });
    states.add("b_sale_found", selling(), [](TillView& view, AppScreens& memory) {
        memory.sale.catalogue.active = true;
        memory.sale.catalogue.search.set("4127");
        view.catalogue.searched = "4127";
        view.catalogue.members = {{{"M-1-7"}, "单晓梅", "Shàn", "女士", "13800004127", "gold"}};
        view.catalogue.products = {
            {{"SJ2207-01"}, {"SJ2207"}, "松径短款羽绒服", "Songjing Short Down", "枫红 165/88A", "690", yuan(699), 0},
            {{"YL2201-02"}, {"YL2201"}, "云岭轻薄连帽羽绒服", "Yunling Light", "雾蓝 170/92A", "691", yuan(299), 7}};
    });
    states.add("b_sale_search_glass", at_work(), [](TillView& view, AppScreens& memory) {
        memory.sale.catalogue.active = true;
        memory.sale.catalogue.on_glass = true;
        memory.sale.catalogue.search.set("13900001234");
        view.catalogue.searched = "13900001234";
        memory.writing.layout = ui::KeyLayout::symbols;
    });
    states.add("b_sale_discount", selling(), [](TillView&, AppScreens& memory) {
        memory.sale.sheet.show(ui::SaleSheet::discount, 2);
        memory.sale.sheet.percent = 10;
    });
    states.add("b_sale_discount_amount", selling(), [](TillView&, AppScreens& memory) {
        memory.sale.sheet.show(ui::SaleSheet::discount, 2);
        memory.sale.sheet.by_amount = true;
        memory.sale.sheet.digits = "30";
        memory.sale.sheet.reason = 1;
    });
    states.add("b_sale_quantity", selling(),
               [](TillView&, AppScreens& memory) { memory.sale.sheet.show(ui::SaleSheet::quantity, 1); });
    states.add("b_sale_recall", at_work(),
               [](TillView&, AppScreens& memory) { memory.sale.sheet.show(ui::SaleSheet::recall, 0); });
    states.add("b_sale_more", selling(),
               [](TillView&, AppScreens& memory) { memory.sale.sheet.show(ui::SaleSheet::more, 1); });
    states.add("b_sale_approval", selling(), [](TillView& view, AppScreens& memory) {
        view.approval = {"discount.needs_approval", "", Role::owner, {}};
        memory.approval.pin = "86";
    });
    states.add("b_sale_person", selling(), [](TillView&, AppScreens& memory) { memory.person_open = true; });
}

void add_grid_and_order(States& states)
{
    states.add("c_grid", with_grid());
    states.add("c_grid_ways", with_ways());
    states.add("c_grid_nowhere", with_ways(), [](TillView& view, AppScreens&) {
        view.grid.as_of_ms = view.now_ms - 5 * 60 * minute_ms;
        for (std::size_t i{0}; i < 3; ++i) {
            view.grid.ways[i].possible = false;
            view.grid.ways[i].reason = i == 0 ? "way.no_other_shop" : "way.nowhere";
        }
    });
    states.add("c_grid_miss", with_ways(), [](TillView&, AppScreens& memory) { memory.sale.grid.asking_why = true; });
    const auto capture = [](TillView& view, AppScreens& memory) {
        memory.capture.begin_order(view, view.grid.ways[1]);
        memory.capture.form.last = {"单晓梅", "13800004127", "安徽省黄山市休宁县海阳镇迎宾大道16号3幢"};
        memory.capturing = true;
    };
    states.add("e_order", with_ways(), [&](TillView& view, AppScreens& memory) {
        capture(view, memory);
        memory.capture.form.active = ui::AddressForm::province;
    });
    states.add("e_order_offline", with_ways(), [&](TillView& view, AppScreens& memory) {
        view.sync.reached = false;
        capture(view, memory);
        auto& entries{memory.capture.form.entries};
        entries[ui::AddressForm::province].set("安徽省");
        entries[ui::AddressForm::city].set("黄山市");
        entries[ui::AddressForm::county].set("休宁县");
        entries[ui::AddressForm::street].set("海阳镇迎宾大道16号");
        memory.capture.form.active = ui::AddressForm::street;
        memory.capture.plan = ui::PayPlan::deposit;
    });
    states.add("e_order_collect", with_ways(), [](TillView& view, AppScreens& memory) {
        memory.capture.begin_order(view, view.grid.ways[0]);
        memory.capturing = true;
    });
}

void add_payment(States& states)
{
    const auto pay = [](TillView&, AppScreens& memory) { memory.paying = true; };
    states.add("d_payment", paying(), [&](TillView& view, AppScreens& memory) {
        pay(view, memory);
        memory.payment.amount = "1600";
    });
    states.add("d_payment_too_little", paying(), [&](TillView& view, AppScreens& memory) {
        pay(view, memory);
        memory.payment.amount = "500";
    });
    states.add("d_payment_card", paying(), [&](TillView& view, AppScreens& memory) {
        pay(view, memory);
        memory.payment.tender = TenderKind::card;
        memory.payment.plan = ui::PayPlan::deposit;
    });
    states.add("d_payment_cod", selling(), [&](TillView& view, AppScreens& memory) {
        pay(view, memory);
        memory.payment.tender = TenderKind::cod;
    });
    states.add("d_payment_done", paid());
    states.add("d_payment_done_no_paper", paid(), [](TillView& view, AppScreens&) {
        view.payment.done->printed = false;
        view.payment.done->change = Money{};
    });
}

void add_members(States& states)
{
    const auto page = [](AppScreens& memory) { memory.page = Go::members; };
    states.add("f_member_find", at_work(), [&](TillView&, AppScreens& memory) { page(memory); });
    states.add("f_member_found", at_work(), [&](TillView& view, AppScreens& memory) {
        page(memory);
        memory.member.digits = "4127";
        view.catalogue.searched = "4127";
        view.catalogue.members = {{{"M-1-7"}, "单晓梅", "Shàn", "女士", "13800004127", "金卡"},
                                  {{"M-1-9"}, "周航", "", "先生", "13911114127", "银卡"}};
    });
    states.add("f_member_new", at_work(), [&](TillView& view, AppScreens& memory) {
        page(memory);
        memory.member.digits = "13900001234";
        view.member_not_found = "13900001234";
    });
    states.add("f_member", at_work(), [&](TillView& view, AppScreens& memory) {
        page(memory);
        view.member = lin_xiaomei();
        memory.member.finding = false;
    });
    states.add("f_member_form", at_work(), [&](TillView&, AppScreens& memory) {
        page(memory);
        memory.member.begin_new("13900001234");
        memory.member.form.address_form = 0;
    });
}

ReportView day_report(ReportView::Kind kind)
{
    ReportView report;
    report.kind = kind;
    report.number = 318;
    report.business_date = "2026-11-21";
    report.staff = {"王芳"};
    report.takings = {.tickets = 37, .pieces = 52, .turnover = yuan(18'642), .order_turnover = yuan(4'893),
                      .discounts = yuan(912, 50), .refunds = yuan(399),
                      .tenders = {{"cash", yuan(1560)}, {"card", yuan(12'490)}, {"cod", yuan(4592)}},
                      .misses = 11, .rescued = 7};
    report.expected_cash = yuan(2060);
    report.counted_cash = yuan(2054, 50);
    report.variance = -yuan(5, 50);
    report.by_hour.resize(24);
    for (std::size_t hour{9}; hour < 20; ++hour)
        report.by_hour[hour] = yuan(static_cast<std::int64_t>(400 + (hour * 733) % 2700));
    report.misses = {{MissReason::size, 6, 5}, {MissReason::colour, 3, 2}, {MissReason::style, 2, 0}};
    for (int day{15}; day < 22; ++day)
        report.week.push_back({"2026-11-" + std::to_string(day), yuan(9'000 + (day * 3'777) % 11'000)});
    report.week.back().turnover = report.takings.turnover;
    return report;
}

void add_shift(States& states)
{
    const auto page = [](AppScreens& memory) { memory.page = Go::shift; };
    states.add("h_shift", at_work(), [&](TillView& view, AppScreens& memory) {
        page(memory);
        view.close.open_orders = some_orders();
        view.sync.pending = 4;
    });
    states.add("h_count", at_work(), [&](TillView&, AppScreens& memory) {
        page(memory);
        memory.shift.step = ui::ShiftStep::count;
        memory.shift.counts = {14, 6, 11, 9, 4, 23, 3, 0};
        memory.shift.row = 1;
    });
    const auto counted = [](TillView& view, AppScreens& memory, Money variance) {
        memory.page = Go::shift;
        memory.shift.step = ui::ShiftStep::variance;
        view.close.counted = true;
        view.close.expected_cash = yuan(2060);
        view.close.counted_cash = yuan(2060) + variance;
        view.close.variance = variance;
        view.close.variance_limit = yuan(5);
    };
    states.add("h_variance", at_work(), [&](TillView& view, AppScreens& memory) {
        counted(view, memory, -yuan(5, 50));
        memory.shift.reason = 1;
    });
    states.add("h_variance_exact", at_work(),
               [&](TillView& view, AppScreens& memory) { counted(view, memory, Money{}); });
    const auto report = [](ReportView::Kind kind) {
        return [kind](TillView& view, AppScreens& memory) {
            memory.page = Go::shift;
            memory.shift.step = ui::ShiftStep::report;
            memory.shift.pending_at_close = 40;
            view.close.report = day_report(kind);
            if (kind != ReportView::Kind::x) view.session.shift = 0;
            if (kind == ReportView::Kind::day) view.sync.pending = 12;
        };
    };
    states.add("h_report_day", at_work(), report(ReportView::Kind::day));
    states.add("h_report_shift", at_work(), report(ReportView::Kind::shift));
    states.add("h_report_x", at_work(), report(ReportView::Kind::x));
    states.add("h_cash", at_work(), [&](TillView&, AppScreens& memory) {
        page(memory);
        memory.shift.movement_open = true;
        memory.shift.movement_digits = "200";
        memory.shift.movement_reason = 0;
    });
}

void add_settings(States& states)
{
    states.add("j_settings", at_work(), [](TillView&, AppScreens& memory) { memory.page = Go::settings; });
    states.add("j_settings_resting", at_work(), [](TillView& view, AppScreens& memory) {
        memory.page = Go::settings;
        view.leases.dormant = {"0/4711", "0/4720"};
    });
    states.add("j_settings_trouble", at_work(), [](TillView& view, AppScreens& memory) {
        memory.page = Go::settings;
        view.printer_ok = false;
        view.printer_trouble = PrinterTrouble::no_paper;
        view.print_jobs = 3;
        view.sync.reached = false;
        view.sync.pending = 27;
    });
}

} // namespace

std::vector<ScreenState> all_states()
{
    States states;
    add_sign_in(states);
    add_sale(states);
    add_grid_and_order(states);
    add_payment(states);
    add_members(states);
    add_shift(states);
    add_settings(states);
    std::vector<ScreenState> all{states.take()};
    for (ScreenState& state : order_states()) all.push_back(std::move(state));
    for (ScreenState& state : trade_states()) all.push_back(std::move(state));
    for (ScreenState& state : counter_states()) all.push_back(std::move(state));
    for (ScreenState& state : value_states()) all.push_back(std::move(state));
    for (ScreenState& state : club_states()) all.push_back(std::move(state));
    for (ScreenState& state : member_states()) all.push_back(std::move(state));
    for (ScreenState& state : privacy_states()) all.push_back(std::move(state));
    return all;
}

} // namespace guitai::test
