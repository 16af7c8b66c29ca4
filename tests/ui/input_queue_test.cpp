#include "terminal/ui/input_queue.hpp"
#include "terminal/ui/widgets/kit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"

using namespace guitai;
using namespace guitai::ui;

namespace {

// What the window does in one turn, without a window.
void deal_out(InputQueue& queue, test::HeadlessUi& ui, const Draw& draw)
{
    ui.settle(draw); // The page is on the glass before it is tapped.
    guitai::ui::deal_out(queue, {.frame = [&](const FrameInput& input) {
                             ui.stage().frame({1280.0F, 800.0F}, 1.0F, {0.001F, 0}, input, draw);
                         },
                         .unsettled = [&] { return ui.stage().unsettled(); }});
}

} // namespace

TEST_CASE("twelve taps in twelve places with no gap fire twelve times", "[ui][input]")
{
    test::HeadlessUi ui;
    std::vector<int> fired;
    const Draw draw{[&](Ui& u) {
        for (int i{0}; i < 12; ++i) {
            if (button(u, std::to_string(i), u.page.cell(i % 4, 4, i / 4, 3, 8.0F), {.label = "x"})) fired.push_back(i);
        }
    }};
    InputQueue queue;
    for (int i{0}; i < 12; ++i) {
        const ImVec2 at{Rect{0.0F, 0.0F, 1280.0F, 800.0F}.cell(i % 4, 4, i / 4, 3, 8.0F).middle()};
        queue.move(at);
        queue.press(at);
        queue.lift(at);
    }

    deal_out(queue, ui, draw);

    CHECK(fired == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
}

TEST_CASE("twelve taps on one button fire twelve times", "[ui][input]")
{
    test::HeadlessUi ui;
    int fired{0};
    const Draw draw{[&](Ui& u) {
        if (button(u, "b", u.page, {.label = "x"})) ++fired;
    }};
    InputQueue queue;
    for (int i{0}; i < 12; ++i) {
        queue.press({600.0F, 400.0F});
        queue.lift({600.0F, 400.0F});
    }

    deal_out(queue, ui, draw);

    CHECK(fired == 12);
}

TEST_CASE("a burst of digits keeps its order and its Enter", "[ui][input]")
{
    test::HeadlessUi ui;
    TextEntry entry;
    std::string entered;
    const Draw draw{[&](Ui& u) {
        (void)entry_field(u, "field", u.page.centred(400.0F, 52.0F), entry, {.active = true});
        if (button(u, "go", {0.0F, 0.0F, 200.0F, 64.0F}, {.kind = Kind::main, .label = "go"})) entered = entry.text();
    }};
    InputQueue queue;
    for (const char digit : std::string_view{"6901234567892"}) queue.type(static_cast<char32_t>(digit));
    queue.key(Key::enter);

    deal_out(queue, ui, draw);

    CHECK(entered == "6901234567892");
}

TEST_CASE("a tap on what a tap opened meets the sheet and not the page", "[ui][input]")
{
    test::HeadlessUi ui;
    bool open{false};
    int on_page{0};
    int on_sheet{0};
    const Draw draw{[&](Ui& u) {
        if (button(u, "page", u.page.centred(200.0F, 80.0F), {.label = "page"})) {
            ++on_page;
            open = true;
        }
        if (!open) return;
        const Sheet sheet{u, "sheet", {400.0F, 400.0F}};
        if (button(u, "sheet/go", u.page.centred(200.0F, 80.0F), {.label = "go"})) {
            ++on_sheet;
            open = false;
        }
    }};
    InputQueue queue;
    for (int i{0}; i < 6; ++i) {
        queue.press({640.0F, 400.0F});
        queue.lift({640.0F, 400.0F});
    }

    deal_out(queue, ui, draw);

    CHECK(on_page == 3);
    CHECK(on_sheet == 3);
}

TEST_CASE("what a tap opened is on the glass though finger and frame were equally quick", "[ui][input]")
{
    test::HeadlessUi ui;
    bool open{false};
    bool drawn_open{false};
    const Draw draw{[&](Ui& u) {
        drawn_open = open;
        if (button(u, "b", u.page, {.label = "x"})) open = true;
    }};
    InputQueue queue;
    queue.press({600.0F, 400.0F});
    queue.lift({600.0F, 400.0F});

    deal_out(queue, ui, draw);

    CHECK(drawn_open);
}

TEST_CASE("moves that follow each other are one, and a finger that hovers is none", "[ui][input]")
{
    InputQueue queue;

    queue.move({1.0F, 1.0F});
    const bool hover_is_nothing{queue.empty()};
    queue.press({1.0F, 1.0F});
    for (int i{2}; i < 50; ++i) queue.move({1.0F, static_cast<float>(i)});
    queue.lift({1.0F, 49.0F});
    const FrameInput down{queue.next()};
    const FrameInput moved{queue.next()};
    const FrameInput up{queue.next()};

    CHECK(hover_is_nothing);
    CHECK(down.pointer_down);
    CHECK(down.pointer.y == 1.0F);
    CHECK(moved.pointer_down);
    CHECK(moved.pointer.y == 49.0F);
    CHECK_FALSE(up.pointer_down);
    CHECK(queue.empty());
}

TEST_CASE("a space is a letter and a key in one frame", "[ui][input]")
{
    InputQueue queue;

    queue.type(U' ');
    const FrameInput input{queue.next()};

    CHECK(input.key == Key::space);
    CHECK(input.typed == U' ');
}

TEST_CASE("what it cost whoever works here is counted: fingers lifted, keys and characters, and no hovering",
          "[ui][input]")
{
    InputQueue queue;
    queue.move({10.0F, 10.0F});
    queue.press({10.0F, 10.0F});
    queue.move({40.0F, 10.0F});
    queue.lift({40.0F, 10.0F});
    queue.lift({40.0F, 10.0F}); // Of a finger that was not down.
    queue.key(Key::enter);
    queue.key(Key::none);
    queue.type(U'7');
    queue.wheel(1.0F);

    CHECK(queue.take_taps() == 3);
    CHECK(queue.take_taps() == 0);
}
