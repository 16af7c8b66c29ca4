// A whole day at the counter without touching the glass: only keys, through the
// real screens, over a till in memory.
#include "terminal/ui/app_screen.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/headless_ui.hpp"

#include <stdexcept>

using namespace guitai;
using namespace guitai::literals;
using ui::Key;

namespace {

// A clerk whose glass is broken. Tab finds what has no key of its own.
struct KeyClerk {
    test::Counter counter;
    test::HeadlessUi screen;
    ui::AppScreens memory;
    Commands commands;
    ui::Draw draw{[this](ui::Ui& ui) {
        ui::draw_app(counter.view(), memory, ui, commands);
        for (const Command& command : commands.take()) (void)counter.handle(command);
    }};

    void key(Key pressed)
    {
        screen.key(pressed, draw);
        screen.settle(draw);
    }
    void type(std::string_view text)
    {
        screen.type(text, draw);
        screen.settle(draw);
    }
    // Tabs on until the ring stands on it, and presses Enter.
    void use(std::string_view widget)
    {
        constexpr int stops_max{200};
        screen.settle(draw);
        for (int stop{0}; stop < stops_max; ++stop) {
            if (screen.ui().focus.on(widget)) return key(Key::enter);
            screen.key(Key::tab, draw);
        }
        throw std::logic_error{"no Tab leads to " + std::string{widget}};
    }
    void pay_in_cash()
    {
        key(Key::f1);
        use("pay.go");
    }
    void start_work()
    {
        use("sign_in.person/王芳");
        type("2468");
        key(Key::enter);
        type("500");
        key(Key::enter);
    }
    [[nodiscard]] const TillView& view() const { return counter.view(); }
};

} // namespace

TEST_CASE("a clerk signs in, opens the shift and sells for cash by keys only", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    REQUIRE(clerk.view().session.staff);
    REQUIRE(clerk.view().session.shift == 1);

    clerk.type("PS01");
    clerk.key(Key::enter);
    REQUIRE(clerk.view().cart.lines.size() == 1);
    clerk.pay_in_cash();

    REQUIRE(clerk.view().payment.done);
    CHECK(clerk.view().payment.done->total == 12900_fen);
    clerk.use("done.next");
    CHECK_FALSE(clerk.view().payment.done);
}

TEST_CASE("goods come back by keys only", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    clerk.type("PS01");
    clerk.key(Key::enter);
    clerk.pay_in_cash();
    clerk.use("done.next");

    clerk.use("ticket.more");
    clerk.use("more.returns");
    clerk.type("1");
    clerk.key(Key::enter);
    REQUIRE(clerk.view().returns.sales.size() == 1);
    clerk.use("returns.reason/0");
    clerk.use("returns.take/1");
    REQUIRE(clerk.view().cart.due == -12900_fen);
    clerk.use("returns.done");
    clerk.pay_in_cash();

    REQUIRE(clerk.view().payment.done);
    CHECK(clerk.view().payment.done->total == -12900_fen);
}

TEST_CASE("a missing size is ordered for a member by keys only", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    clerk.type("13800000001");
    clerk.key(Key::enter);
    REQUIRE(clerk.view().cart.member);

    clerk.type("SJ2207");
    clerk.use("sale.found/SJ2207-1"); // Not here: its grid opens.
    if (clerk.view().grid.chosen.empty()) clerk.use("grid.cell/SJ2207-1");
    REQUIRE(clerk.view().grid.ways.size() == 4);
    std::size_t way{0};
    while (clerk.view().grid.ways[way].kind != WayKind::ship_to_shop) ++way;
    clerk.use("grid.way/" + std::to_string(way));
    clerk.use("capture.go");
    REQUIRE(clerk.view().cart.lines.size() == 1);
    CHECK(clerk.view().cart.lines[0].kind == LineKind::order);
    clerk.pay_in_cash();

    REQUIRE(clerk.view().payment.done);
    CHECK(clerk.view().payment.done->orders.size() == 1);
}

TEST_CASE("a suggestion, a discount and a parked ticket are had by keys only", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    clerk.type("PS01");
    clerk.key(Key::enter);
    clerk.use("ticket.discount");
    clerk.use("discount.percent/10");
    clerk.use("discount.reason/0");
    clerk.use("discount.go");
    CHECK(clerk.view().cart.due == 11610_fen);

    clerk.key(Key::f8);
    REQUIRE(clerk.view().cart.parked.size() == 1);
    clerk.key(Key::f9);
    clerk.key(Key::down); // Onto the first ticket, and not the cross before it.
    clerk.key(Key::enter);
    CHECK(clerk.view().cart.lines.size() == 1);
}

TEST_CASE("what was refused on one page is not said on the next", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    clerk.type("PS01");
    clerk.key(Key::enter);
    clerk.key(Key::f4);
    clerk.type("13900000000");
    clerk.key(Key::enter);
    REQUIRE(clerk.view().banner.code == "member.not_found");

    clerk.use("rail.sell");

    CHECK(clerk.view().banner.code.empty());
    REQUIRE_FALSE(clerk.counter.refusal(ScanBarcode{"4006381333931"}).empty());
    clerk.key(Key::f1);
    CHECK(clerk.view().banner.code.empty());
    CHECK(clerk.memory.paying);
}

TEST_CASE("what something costs is asked by keys only, and nothing is sold", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    clerk.key(Key::f7);
    clerk.type("PS01");
    clerk.key(Key::enter);
    CHECK(clerk.view().price_check.product.sku.text == "PS01");
    CHECK(clerk.memory.price_check.typed.empty());

    clerk.type("NONE");
    clerk.key(Key::enter);
    CHECK(clerk.view().banner.code == "scan.unknown");
    clerk.key(Key::escape);
    CHECK_FALSE(clerk.view().price_check.on);
    CHECK(clerk.view().cart.lines.empty());
}

TEST_CASE("the drawer is counted and the day closed by keys only", "[ui][keyboard]")
{
    KeyClerk clerk;
    clerk.start_work();
    clerk.type("PS01");
    clerk.key(Key::enter);
    clerk.pay_in_cash();
    clerk.use("done.next");

    clerk.use("rail.shift");
    clerk.use("shift.count");
    for (const char* row : {"6", "0", "1", "0", "1", "4"}) { // 600 + 20 + 5 + 4: ¥500 and ¥129.
        clerk.type(row);
        clerk.type("+");
    }
    clerk.use("close.counted");
    REQUIRE(clerk.view().close.report);
    CHECK(clerk.view().close.report->variance.is_zero());
    CHECK(clerk.view().close.report->kind == ReportView::Kind::shift);
    clerk.use("report.close_day");

    CHECK(clerk.view().close.report->kind == ReportView::Kind::day);
    clerk.use("report.tab/1");
    CHECK(clerk.memory.shift.service);
    clerk.use("report.done");
    CHECK_FALSE(clerk.view().session.staff);
}
