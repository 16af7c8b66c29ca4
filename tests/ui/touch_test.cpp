#include "terminal/ui/widgets/kit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"

using namespace guitai;
using namespace guitai::ui;

namespace {

// Forty tall buttons in a list that scrolls, and one main button below it.
struct ListPage {
    int fired{0}, paid{0};
    float offset{0.0F};
    KineticScroll scroll;

    Draw draw()
    {
        return [this](Ui& ui) {
            Rect page{ui.page};
            const Rect foot{page.cut_bottom(100.0F)};
            if (button(ui, "pay", foot.inset(16.0F), {.kind = Kind::main, .label = "pay"})) ++paid;
            offset = scroll.update(ui, page, 40.0F * 80.0F);
            const Clip clip{page};
            for (int i{0}; i < 40; ++i) {
                const Rect row{page.x, page.y + 80.0F * static_cast<float>(i) - offset, page.w, 72.0F};
                if (button(ui, "row/" + std::to_string(i), row, {.label = "row"})) ++fired;
            }
        };
    }
};

} // namespace

TEST_CASE("a tap fires once, when the finger lifts", "[ui][touch]")
{
    ListPage page;
    test::HeadlessUi ui;
    ui.frame(page.draw());
    const ImVec2 middle{ui.seen("row/3").box.middle()};

    ui.press(middle, page.draw());
    const int while_down{page.fired};
    ui.lift(page.draw());
    ui.settle(page.draw());

    CHECK(while_down == 0);
    CHECK(page.fired == 1);
}

TEST_CASE("a finger that wanders four pixels still taps", "[ui][touch]")
{
    ListPage page;
    test::HeadlessUi ui;

    ui.drag("row/3", {0.0F, -4.0F}, 2, page.draw());

    CHECK(page.fired == 1);
    CHECK(page.offset == 0.0F);
}

TEST_CASE("a drag of 108 pixels scrolls, glides to rest and taps nothing", "[ui][touch]")
{
    ListPage page;
    test::HeadlessUi ui;

    ui.drag("row/3", {0.0F, -108.0F}, 9, page.draw());
    const float lifted_at{page.offset};
    const int frames{ui.settle(page.draw())};

    CHECK(page.fired == 0);
    CHECK(lifted_at >= 90.0F);
    CHECK(page.offset > lifted_at);
    CHECK(frames > 5);
    CHECK(frames < 120);
}

TEST_CASE("a list stops at both ends", "[ui][touch]")
{
    ListPage page;
    test::HeadlessUi ui;

    ui.drag("row/3", {0.0F, 300.0F}, 5, page.draw());
    ui.settle(page.draw());
    const float at_top{page.offset};
    for (int i{0}; i < 10; ++i) ui.key(Key::page_down, page.draw());

    CHECK(at_top == 0.0F);
    CHECK(page.offset == 40.0F * 80.0F - 700.0F);
}

TEST_CASE("what is scrolled out of sight can not be tapped", "[ui][touch]")
{
    ListPage page;
    test::HeadlessUi ui;
    ui.frame(page.draw());

    CHECK(ui.shows("row/0"));
    CHECK_FALSE(ui.shows("row/30"));
    CHECK_THROWS_AS(ui.tap("row/30", page.draw()), std::logic_error);
}

TEST_CASE("Enter presses the main button, and Tab gives Enter to what has the ring", "[ui][keyboard]")
{
    ListPage page;
    test::HeadlessUi ui;

    ui.key(Key::enter, page.draw());
    const int paid_by_enter{page.paid};
    ui.key(Key::tab, page.draw()); // The main button is drawn first.
    ui.key(Key::tab, page.draw());
    ui.key(Key::enter, page.draw());

    CHECK(paid_by_enter == 1);
    CHECK(page.paid == 1);
    CHECK(page.fired == 1);
    CHECK(ui.ui().focus.on("row/0"));
}

TEST_CASE("an arrow moves the ring to the neighbour in that direction", "[ui][keyboard]")
{
    test::HeadlessUi ui;
    const Draw draw{[](Ui& u) {
        for (int i{0}; i < 9; ++i)
            (void)button(u, std::to_string(i), u.page.cell(i % 3, 3, i / 3, 3, 8.0F), {.label = "x"});
    }};
    ui.key(Key::tab, draw);

    ui.key(Key::right, draw);
    ui.key(Key::down, draw);

    CHECK(ui.ui().focus.on("4"));
    ui.key(Key::up, draw);
    ui.key(Key::left, draw);
    CHECK(ui.ui().focus.on("0"));
}

TEST_CASE("the first arrow lands where the page says, and Tab still begins at the top", "[ui][keyboard]")
{
    const Draw draw{[](Ui& u) {
        for (int i{0}; i < 9; ++i)
            (void)button(u, std::to_string(i), u.page.cell(i % 3, 3, i / 3, 3, 8.0F), {.label = "x"});
        u.focus.home("4");
        u.focus.home("8"); // The first word counts.
    }};
    test::HeadlessUi by_arrow;
    by_arrow.frame(draw);
    by_arrow.key(Key::down, draw);
    test::HeadlessUi by_tab;
    by_tab.frame(draw);
    by_tab.key(Key::tab, draw);

    CHECK(by_arrow.ui().focus.on("4"));
    CHECK(by_tab.ui().focus.on("0"));
    by_arrow.key(Key::right, draw);
    CHECK(by_arrow.ui().focus.on("5"));
}

TEST_CASE("a list follows the ring down to its last row and back", "[ui][keyboard]")
{
    ListPage page;
    test::HeadlessUi ui;
    ui.key(Key::tab, page.draw());
    ui.key(Key::tab, page.draw());

    for (int i{0}; i < 39; ++i) ui.key(Key::down, page.draw());
    const bool at_the_end{ui.ui().focus.on("row/39")};
    const Rect last{ui.seen("row/39").box};
    for (int i{0}; i < 39; ++i) ui.key(Key::up, page.draw());

    CHECK(at_the_end);
    CHECK(last.bottom() <= 700.0F);
    CHECK(ui.ui().focus.on("row/0"));
    CHECK(page.offset == 0.0F);
}

TEST_CASE("when the page under the ring is gone, Enter is the green button's again", "[ui][keyboard]")
{
    test::HeadlessUi ui;
    bool first_page{true};
    int paid{0};
    const Draw draw{[&](Ui& u) {
        if (first_page && button(u, "goods", u.page.cell(0, 2, 0, 1, 8.0F), {.label = "goods"})) first_page = false;
        if (button(u, "pay", u.page.cell(1, 2, 0, 1, 8.0F), {.kind = Kind::main, .label = "pay"})) ++paid;
    }};
    ui.key(Key::tab, draw);
    ui.key(Key::enter, draw);
    ui.settle(draw);

    ui.key(Key::enter, draw);

    CHECK_FALSE(first_page);
    CHECK(paid == 1);
}

TEST_CASE("whoever types is not at the ring", "[ui][keyboard]")
{
    ListPage page;
    test::HeadlessUi ui;
    ui.key(Key::tab, page.draw());
    ui.key(Key::tab, page.draw());

    ui.type("5", page.draw());
    ui.key(Key::enter, page.draw());

    CHECK(page.paid == 1);
    CHECK(page.fired == 0);
}

TEST_CASE("buttons show their keys while a keyboard is in use, and no more after a tap", "[ui][keyboard]")
{
    test::HeadlessUi ui;
    const Draw draw{[](Ui& u) {
        (void)button(u, "park", u.page.cell(0, 2, 0, 1, 8.0F), {.label = "park", .shortcut = Key::f8});
    }};
    ui.frame(draw);
    const bool before{ui.ui().show_shortcuts};
    ui.key(Key::tab, draw);
    const bool typing{ui.ui().show_shortcuts};
    ui.tap("park", draw);

    CHECK_FALSE(before);
    CHECK(typing);
    CHECK_FALSE(ui.ui().show_shortcuts);
    CHECK(cap_of(Key::f8) == "F8");
    CHECK(cap_of(Key::f12) == "F12");
    CHECK(cap_of(Key::alt_5) == "Alt 5");
    CHECK(cap_of(Key::tab).empty());
}

TEST_CASE("under a sheet nothing answers finger, ring or Enter", "[ui][sheet]")
{
    test::HeadlessUi ui;
    int below{0};
    int above{0};
    bool open{false};
    const Draw draw{[&](Ui& u) {
        if (button(u, "below", u.page.centred(200.0F, 80.0F), {.kind = Kind::main, .label = "below"})) ++below;
        if (!open) return;
        const Sheet sheet{u, "sheet", {400.0F, 400.0F}};
        if (button(u, "above", u.page.centred(200.0F, 80.0F), {.kind = Kind::main, .label = "above"})) ++above;
    }};
    ui.frame(draw);
    open = true;

    ui.tap("above", draw);
    ui.key(Key::enter, draw);

    CHECK(above == 2);
    CHECK(below == 0);
    CHECK_THROWS_AS(ui.tap("below", draw), std::logic_error);
    open = false;
    ui.settle(draw);
    ui.tap("below", draw);
    CHECK(below == 1);
}

TEST_CASE("Escape and a tap beside a sheet dismiss it, a tap on it does not", "[ui][sheet]")
{
    test::HeadlessUi ui;
    int dismissed{0};
    const Draw draw{[&](Ui& u) {
        const Sheet sheet{u, "sheet", {400.0F, 400.0F}};
        if (sheet.dismissed()) ++dismissed;
    }};
    ui.settle(draw);

    ui.press({640.0F, 400.0F}, draw);
    ui.lift(draw);
    const int after_tap_on_it{dismissed};
    ui.press({20.0F, 20.0F}, draw);
    ui.lift(draw);
    ui.key(Key::escape, draw);

    CHECK(after_tap_on_it == 0);
    CHECK(dismissed == 2);
}

TEST_CASE("a disabled button answers nobody and says so", "[ui][touch]")
{
    test::HeadlessUi ui;
    int fired{0};
    const Draw draw{[&](Ui& u) {
        if (button(u, "b", u.page.centred(200.0F, 80.0F), {.kind = Kind::main, .label = "b", .enabled = false}))
            ++fired;
    }};
    ui.frame(draw);

    ui.press({640.0F, 400.0F}, draw);
    ui.lift(draw);
    ui.key(Key::enter, draw);

    CHECK(fired == 0);
    CHECK_FALSE(ui.seen("b").enabled);
    CHECK_THROWS_AS(ui.tap("b", draw), std::logic_error);
}

TEST_CASE("a key taken by one widget is gone for the others", "[ui][keyboard]")
{
    test::HeadlessUi ui;
    int first{0};
    int second{0};
    const Draw draw{[&](Ui& u) {
        const Rect box{u.page.centred(200.0F, 80.0F)};
        if (button(u, "first", box, {.label = "1", .shortcut = Key::f8})) ++first;
        if (button(u, "second", {box.x, box.y + 100.0F, box.w, box.h}, {.label = "2", .shortcut = Key::f8})) ++second;
    }};

    ui.key(Key::f8, draw);

    CHECK(first == 1);
    CHECK(second == 0);
}

TEST_CASE("the number pad answers the glass and the hardware in the same keys", "[ui][keyboard]")
{
    test::HeadlessUi ui;
    std::string keys;
    const Draw draw{[&](Ui& u) {
        const char key{number_pad(u, "pad", u.page.centred(300.0F, 400.0F), {.corner = PadCorner::decimal})};
        if (key != 0) keys += key;
    }};

    ui.tap("pad/7", draw);
    ui.tap("pad/.", draw);
    ui.type("05", draw);
    ui.key(Key::backspace, draw);
    ui.tap("pad/<", draw);

    CHECK(keys == "7.05<<");
}

TEST_CASE("the page mirrors for the left hand", "[ui]")
{
    Rect right_page{0.0F, 0.0F, 1280.0F, 800.0F};
    Rect left_page{right_page};

    const Rect ticket_right{right_page.cut_near(Hand::right, 424.0F)};
    const Rect ticket_left{left_page.cut_near(Hand::left, 424.0F)};
    const Rect rail_left{left_page.cut_far(Hand::left, 88.0F)};

    CHECK(ticket_right.x == 856.0F);
    CHECK(ticket_left.x == 0.0F);
    CHECK(rail_left.right() == 1280.0F);
    CHECK(left_page.w == 768.0F);
}

TEST_CASE("a toast asks for one frame when it ends and is gone then", "[ui]")
{
    test::HeadlessUi ui;
    ToastState toast;
    bool seen{false};
    const Draw draw{[&](Ui& u) { seen = toast.visible(u); }};
    ui.frame(draw);

    toast.show(ui.ui(), icon::delete_icon, "gone", "undo");
    ui.frame(draw);
    const bool at_first{seen};
    const std::int64_t wake_ms{ui.ui().wake_ms};
    ui.advance_ms(4000);
    ui.frame(draw);

    CHECK(at_first);
    CHECK(wake_ms > 3900);
    CHECK(wake_ms <= 4000);
    CHECK_FALSE(seen);
    CHECK(ui.ui().wake_ms == Ui::wake_never);
}
