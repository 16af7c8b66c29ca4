#include "terminal/ui/play.hpp"

#include "terminal/ui/play_eyes.hpp"
#include "terminal/ui/screens/shift_screen.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

using Step = PlayStep;
using Steps = std::vector<PlayStep>;
using What = PlayStep::What;

constexpr std::int64_t float_yuan{500};

Step tap(std::string widget)
{
    return {.what = What::tap, .text = std::move(widget)};
}
Step press(Key key)
{
    return {.what = What::key, .text = {}, .key = key};
}
Step type(std::string text)
{
    return {.what = What::type, .text = std::move(text)};
}
Step picture(std::string name)
{
    return {.what = What::picture, .text = std::move(name)};
}
Step wait(std::string what, std::function<bool(const TillView&)> until)
{
    return {.what = What::wait, .text = std::move(what), .key = Key::none, .until = std::move(until)};
}
Step plan(std::function<Steps(const TillView&, const Ui&)> more)
{
    return {.what = What::plan, .text = {}, .key = Key::none, .until = {}, .more = std::move(more)};
}

} // namespace

Play::Play(PlayPlan plan_of_day) : m_plan{std::move(plan_of_day)}
{
    sign_in();
    open_shift();
    sell_for_cash();
    sell_by_card();
    order_missing_size();
    park_and_recall();
    look_around();
    close();
}

PlayInput Play::wait_for(const std::string& what)
{
    if (++m_patience > patience_max) {
        m_trouble = what;
        return {PlayInput::What::done};
    }
    return {};
}

void Play::put_first(Steps steps)
{
    m_steps.insert(m_steps.begin(), std::make_move_iterator(steps.begin()), std::make_move_iterator(steps.end()));
}

PlayInput Play::next(const TillView& view, const Ui& ui)
{
    while (!m_steps.empty() && m_trouble.empty()) {
        const Step step{m_steps.front()};
        if (step.what == What::wait && !step.until(view)) return wait_for(step.text);
        if (step.what == What::tap && !on_glass(ui, step.text)) return wait_for(step.text);
        m_steps.pop_front();
        m_patience = 0;
        switch (step.what) {
        case What::wait: break;
        case What::plan: put_first(step.more(view, ui)); break;
        case What::tap: return {PlayInput::What::tap, ui.seen.find(step.text)->second.box.middle()};
        case What::key: return {PlayInput::What::key, {}, step.key};
        case What::type: return {PlayInput::What::type, {}, Key::none, step.text};
        case What::scan: return {PlayInput::What::scan, {}, Key::none, step.text};
        case What::picture: return {PlayInput::What::picture, {}, Key::none, step.text};
        }
    }
    return {PlayInput::What::done};
}

Play::Steps Play::digits(std::string_view pad, std::string_view pin) const
{
    Steps steps;
    for (const char digit : pin) steps.push_back(tap(std::string{pad} + "/" + digit));
    return steps;
}

void Play::sign_in()
{
    m_steps.push_back(picture("01_sign_in"));
    m_steps.push_back(plan([this](const TillView&, const Ui& ui) {
        const std::string person{"sign_in.person/" + m_plan.name};
        return on_glass(ui, person) ? Steps{tap(person)} : Steps{tap("sign_in.who"), tap(person)};
    }));
    m_steps.push_back(plan([this](const TillView&, const Ui&) {
        Steps steps{digits("sign_in.pad", m_plan.pin)};
        steps.push_back(tap("sign_in.go"));
        return steps;
    }));
    m_steps.push_back(wait("signed in", [](const TillView& view) { return view.session.staff.has_value(); }));
}

void Play::open_shift()
{
    m_steps.push_back(plan([this](const TillView& view, const Ui&) {
        if (view.session.shift != 0) return Steps{};
        m_cash = Money::from_minor(float_yuan * 100);
        return Steps{picture("02_open_shift"), tap("open.quick/" + std::to_string(float_yuan)), tap("open.go")};
    }));
    m_steps.push_back(wait("shift open", [](const TillView& view) { return view.session.shift != 0; }));
    m_steps.push_back(wait("goods", [](const TillView& view) { return !view.catalogue.tiles.empty(); }));
    m_steps.push_back(picture("03_sale_empty"));
}

// Looks a style up as a clerk would and reads the barcode of one that is here; then scans it.
Play::Steps Play::find_goods(std::size_t number)
{
    return {plan([this, number](const TillView& view, const Ui&) {
        const std::string style{style_in_stock(view, number)};
        if (style.empty()) return Steps{};
        Steps steps{type(style), wait("search " + style, [style](const TillView& now) { return found(now, style); })};
        if (number == 0) steps.push_back(picture("04_search"));
        steps.push_back(plan([this](const TillView& now, const Ui&) {
            m_code.clear();
            for (const FoundProduct& product : now.catalogue.products) {
                if (product.here <= 0) continue;
                m_code = product.first_barcode.empty() ? product.sku.text : product.first_barcode;
                break;
            }
            Steps then{press(Key::escape), wait("search closed", [](const TillView& later) {
                           return later.catalogue.searched.empty();
                       })};
            if (!m_code.empty()) then.push_back({.what = What::scan, .text = m_code});
            return then;
        }));
        return steps;
    })};
}

Play::Steps Play::take_cash(const std::string& picture_of_done)
{
    Steps steps{plan([](const TillView&, const Ui& ui) {
        // A note where one is offered, so that there is change to give; else exact money.
        const bool note{on_glass(ui, "pay.quick/1")};
        return note ? Steps{tap("pay.quick/1"), tap("pay.go")} : Steps{tap("pay.go")};
    })};
    steps.push_back(wait("paid", [](const TillView& view) { return view.payment.done.has_value(); }));
    steps.push_back(plan([this, picture_of_done](const TillView& view, const Ui&) {
        m_cash += view.payment.done->total;
        Steps then;
        if (!picture_of_done.empty()) then.push_back(picture(picture_of_done));
        then.push_back(tap("done.next"));
        return then;
    }));
    return steps;
}

// She is found by her phone, or enrolled with it.
Play::Steps Play::member_steps(const TillView& view) const
{
    if (view.cart.member) return {};
    const std::string phone{m_plan.member_phone};
    Steps steps{type(phone), wait("search " + phone, [phone](const TillView& now) { return found(now, phone); })};
    steps.push_back(plan([](const TillView& now, const Ui&) {
        if (!now.catalogue.members.empty())
            return Steps{tap("sale.member/" + now.catalogue.members.front().member.text)};
        return Steps{tap("sale.new_member"), type("linxiaomei "), tap("new_member.address/0"),
                     picture("05_new_member"), tap("new_member.go")};
    }));
    steps.push_back(wait("member", [](const TillView& now) { return now.cart.member.has_value() || now.member; }));
    steps.push_back(plan([](const TillView& now, const Ui& ui) {
        if (now.cart.member || !on_glass(ui, "member.use")) return Steps{};
        return Steps{tap("member.use")};
    }));
    return steps;
}

void Play::greet_member()
{
    m_steps.push_back(plan([this](const TillView& view, const Ui&) { return member_steps(view); }));
}

void Play::sell_for_cash()
{
    for (const std::size_t number : {std::size_t{0}, std::size_t{1}}) {
        for (Step& step : find_goods(number)) m_steps.push_back(std::move(step));
    }
    greet_member();
    m_steps.push_back(picture("06_sale"));
    m_steps.push_back(tap("sale.pay"));
    m_steps.push_back(picture("07_payment"));
    for (Step& step : take_cash("08_paid")) m_steps.push_back(std::move(step));
}

void Play::sell_by_card()
{
    for (Step& step : find_goods(2)) m_steps.push_back(std::move(step));
    m_steps.push_back(press(Key::f3));
    m_steps.push_back(picture("09_card"));
    m_steps.push_back(tap("pay.go"));
    m_steps.push_back(wait("paid", [](const TillView& view) { return view.payment.done.has_value(); }));
    m_steps.push_back(press(Key::enter));
}

// Letters become hanzi on the way where the keyboard spells them.
Play::Steps Play::write_address(const TillView& view) const
{
    Steps steps;
    if (!view.cart.member) {
        steps.push_back(tap("address.name"));
        steps.push_back(type("linxiaomei "));
        steps.push_back(tap("address.phone"));
        steps.push_back(type(m_plan.member_phone));
    }
    steps.push_back(tap("address.province"));
    // Shanghai is province and city: tapped, it fills both.
    steps.push_back(plan([](const TillView&, const Ui& ui) {
        const std::string shanghai{"address.province/上海市"};
        if (on_glass(ui, shanghai)) return Steps{tap(shanghai)};
        return Steps{type("shanghaishi "), tap("address.city"), type("shanghaishi ")};
    }));
    const std::array<std::pair<std::string_view, std::string_view>, 2> parts{
        {{"address.county", "pudongxinqu "}, {"address.street", "shijidadao 88"}}};
    for (const auto& [field, words] : parts) {
        steps.push_back(tap(std::string{field}));
        steps.push_back(type(std::string{words}));
    }
    return steps;
}

void Play::order_missing_size()
{
    greet_member();
    m_steps.push_back(plan([](const TillView& view, const Ui&) {
        const std::string style{style_with_gaps(view)};
        if (style.empty()) return Steps{};
        return Steps{tap("sale.tile/" + style),
                     wait("grid of " + style, [style](const TillView& now) { return now.grid.style.text == style; }),
                     plan([](const TillView& now, const Ui&) {
                         const Sku empty{empty_cell(now)};
                         if (empty.empty()) return Steps{press(Key::escape)};
                         return Steps{tap("grid.cell/" + empty.text),
                                      wait("ways for " + empty.text,
                                           [](const TillView& then) { return !then.grid.chosen.empty(); })};
                     })};
    }));
    m_steps.push_back(plan([this](const TillView& view, const Ui&) {
        if (view.grid.chosen.empty()) return Steps{};
        Steps steps{picture("10_grid")};
        for (std::size_t i{0}; i < view.grid.ways.size(); ++i) {
            if (view.grid.ways[i].kind != WayKind::ship_home || !view.grid.ways[i].possible) continue;
            steps.push_back(tap("grid.way/" + std::to_string(i)));
            for (Step& step : write_address(view)) steps.push_back(std::move(step));
            steps.push_back(picture("11_order"));
            steps.push_back(tap("capture.go"));
            steps.push_back(wait("order line", [](const TillView& now) { return !now.cart.lines.empty(); }));
            steps.push_back(picture("12_order_on_ticket"));
            steps.push_back(tap("sale.pay"));
            for (Step& step : take_cash({})) steps.push_back(std::move(step));
            return steps;
        }
        steps.push_back(tap("grid.none"));
        steps.push_back(tap("miss.size"));
        return steps;
    }));
}

void Play::park_and_recall()
{
    for (Step& step : find_goods(3)) m_steps.push_back(std::move(step));
    m_steps.push_back(wait("goods on the ticket", [](const TillView& view) { return !view.cart.lines.empty(); }));
    m_steps.push_back(press(Key::f8));
    m_steps.push_back(wait("parked", [](const TillView& view) { return !view.cart.parked.empty(); }));
    m_steps.push_back(press(Key::f9));
    m_steps.push_back(picture("13_recall"));
    m_steps.push_back(plan([](const TillView& view, const Ui&) {
        return Steps{tap("recall/" + std::to_string(view.cart.parked.front().ticket))};
    }));
    m_steps.push_back(wait("recalled", [](const TillView& view) { return !view.cart.lines.empty(); }));
    m_steps.push_back(press(Key::f1));
    for (Step& step : take_cash({})) m_steps.push_back(std::move(step));
}

void Play::look_around()
{
    m_steps.push_back(tap("rail.orders"));
    m_steps.push_back(plan([](const TillView& view, const Ui&) {
        if (view.orders.orders.empty()) return Steps{};
        return Steps{tap("orders.row/" + view.orders.orders.front().order.text)};
    }));
    m_steps.push_back(picture("14_orders"));
    m_steps.push_back(tap("rail.members"));
    m_steps.push_back(plan([this](const TillView&, const Ui&) {
        Steps steps{digits("member.pad", m_plan.member_phone)};
        steps.push_back(tap("member.go"));
        return steps;
    }));
    m_steps.push_back(wait("member shown", [](const TillView& view) { return view.member.has_value(); }));
    m_steps.push_back(picture("15_member"));
    for (Step& step : Steps{tap("rail.shift"), tap("shift.x_report"), picture("16_x_report"), tap("report.back"),
                            tap("rail.more"), picture("17_settings"), tap("settings.language/1"), tap("rail.sell"),
                            picture("18_sale_english"), tap("rail.more"), tap("settings.theme/1"), tap("rail.sell"),
                            picture("19_sale_dark"), tap("rail.more"), tap("settings.theme/0"),
                            tap("settings.language/0")})
        m_steps.push_back(std::move(step));
}

// Notes and coins that make up what this player took: he has counted along.
Play::Steps Play::count_steps() const
{
    Steps steps;
    std::int64_t rest{m_cash.minor()};
    for (const std::int64_t note : denominations_fen) {
        const std::int64_t count{rest / note};
        rest -= count * note;
        if (count == 0) continue;
        steps.push_back(tap("close.row/" + std::to_string(note)));
        for (Step& step : digits("close.pad", std::to_string(count))) steps.push_back(std::move(step));
    }
    return steps;
}

void Play::close()
{
    m_steps.push_back(tap("rail.shift"));
    m_steps.push_back(tap("shift.count"));
    m_steps.push_back(plan([this](const TillView&, const Ui&) { return count_steps(); }));
    m_steps.push_back(picture("20_count"));
    m_steps.push_back(tap("close.counted"));
    m_steps.push_back(wait("counted", [](const TillView& view) { return view.close.counted; }));
    // An exact count closes the shift by itself.
    m_steps.push_back(plan([](const TillView& view, const Ui&) {
        if (view.close.variance.is_zero()) return Steps{};
        return Steps{tap("close.reason/1"), picture("21_variance"), tap("close.shift")};
    }));
    m_steps.push_back(wait("shift closed", [](const TillView& view) {
        return view.session.shift == 0 || !view.approval.code.empty();
    }));
    m_steps.push_back(plan([this](const TillView& view, const Ui&) {
        if (view.approval.code.empty()) return Steps{};
        Steps steps{tap("approval.person/" + m_plan.second_name)};
        for (Step& step : digits("approval.pad", m_plan.second_pin)) steps.push_back(std::move(step));
        steps.push_back(tap("approval.go"));
        return steps;
    }));
    m_steps.push_back(wait("shift closed", [](const TillView& view) { return view.session.shift == 0; }));
    m_steps.push_back(picture("22_shift_report"));
    m_steps.push_back(tap("report.close_day"));
    m_steps.push_back(wait("day closed", [](const TillView& view) {
        return view.close.report && view.close.report->kind == ReportView::Kind::day;
    }));
    m_steps.push_back(picture("23_day_report"));
}

} // namespace guitai::ui
