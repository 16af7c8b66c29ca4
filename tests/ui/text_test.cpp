#include "terminal/ui/text_entry.hpp"
#include "terminal/ui/widgets/kit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"

using namespace guitai;
using namespace guitai::ui;

TEST_CASE("a line that does not fit ends in an ellipsis between two characters", "[ui][text]")
{
    test::HeadlessUi ui;
    const Canvas& c{ui.ui().canvas};
    constexpr std::string_view name{"云岭轻薄连帽羽绒服"};
    const float wide{c.width(Type::strong, name)};

    const std::string whole{c.fitted(Type::strong, name, wide)};
    const std::string cut{c.fitted(Type::strong, name, wide * 0.6F)};

    CHECK(whole == name);
    CHECK(cut.ends_with("…"));
    CHECK(name.starts_with(cut.substr(0, cut.size() - 3)));
    CHECK((cut.size() - 3) % 3 == 0);
    CHECK(c.width(Type::strong, cut) <= wide * 0.6F);
    CHECK(c.fitted(Type::strong, name, 2.0F) == "…");
    CHECK(c.fitted(Type::strong, "", 2.0F).empty());
}

TEST_CASE("a character that is not drawn yet stands as a dot, and never as a question mark", "[ui][text]")
{
    test::HeadlessUi ui;
    const Canvas& c{ui.ui().canvas};

    const float rare{c.width(Type::strong, "\u9f98")}; // It is in no text of ours.

    CHECK(rare == c.width(Type::strong, "·"));
    CHECK(rare != c.width(Type::strong, "?"));
}

TEST_CASE("a paragraph breaks between hanzi and between words, never inside a word", "[ui][text]")
{
    test::HeadlessUi ui;
    const Canvas& c{ui.ui().canvas};
    const float word{c.width(Type::body, "confirmed")};

    CHECK(paragraph_lines(c, Type::body, "confirmed confirmed", word * 1.5F) == 2);
    CHECK(paragraph_lines(c, Type::body, "confirmed confirmed", word * 2.5F) == 1);
    CHECK(paragraph_lines(c, Type::body, "总部确认后生效", c.width(Type::body, "总部确认") + 1.0F) == 2);
    CHECK(paragraph_lines(c, Type::body, "", 100.0F) == 0);
    CHECK(paragraph_lines(c, Type::body, "one\ntwo", 1000.0F) == 2);
    // A word longer than the line is broken rather than lost, and the loop ends.
    CHECK(paragraph_lines(c, Type::body, "confirmedconfirmed", word * 0.5F) >= 3);
    CHECK(paragraph_lines(c, Type::body, "总部", 1.0F) == 2);
}

TEST_CASE("figures stand in columns up to the size of a key", "[ui][text]")
{
    test::HeadlessUi ui;
    const Canvas& c{ui.ui().canvas};

    for (const Type type :
         {Type::caption, Type::body, Type::strong, Type::title, Type::headline, Type::figure, Type::key}) {
        CHECK(c.width(type, "1111") == c.width(type, "8888"));
    }
}

TEST_CASE("bytes that are no text are drawn as something and harm nothing", "[ui][text]")
{
    test::HeadlessUi ui;
    const std::string broken{"ok\xE4\xB8 \xFF\xF0\x9F end"};

    ui.frame([&](Ui& u) {
        u.canvas.text(u.page, Type::body, u.colour().ink, broken);
        u.canvas.text({0.0F, 0.0F, 20.0F, 20.0F}, Type::body, u.colour().ink, broken);
        u.canvas.paragraph({0.0F, 0.0F, 30.0F, 200.0F}, Type::body, u.colour().ink, broken, 5);
    });

    CHECK(paragraph_lines(ui.ui().canvas, Type::body, broken, 30.0F) > 0);
}

TEST_CASE("a character that is missing is noticed and then drawn", "[ui][text]")
{
    test::HeadlessUi ui;
    const Draw draw{[](Ui& u) { u.canvas.text(u.page, Type::headline, u.colour().ink, "龘"); }};

    ui.frame(draw);
    const bool missing_at_first{!ui.ui().canvas.take_missing().empty()};
    ui.frame(draw);
    (void)ui.picture(draw);
    (void)ui.ui().canvas.take_missing();
    ui.frame(draw);

    CHECK(missing_at_first);
    CHECK(ui.ui().canvas.take_missing().empty());
}

TEST_CASE("a field takes whole characters and gives them back whole", "[ui][text]")
{
    TextEntry entry;
    entry.set("𠮷田");

    entry.append("😀ok\xFF");
    const std::string full{entry.text()};
    for (int i{0}; i < 3; ++i) entry.backspace();

    CHECK(full == "𠮷田😀ok");
    CHECK(entry.text() == "𠮷田");
    entry.backspace();
    CHECK(entry.text() == "𠮷");
    for (int i{0}; i < 3; ++i) entry.backspace();
    CHECK(entry.empty());
}

TEST_CASE("showing stored text in a field does not edit it", "[ui][text]")
{
    test::HeadlessUi ui;
    TextEntry entry;
    entry.set("𠮷田😀ok");
    const Draw draw{
        [&](Ui& u) { (void)entry_field(u, "field", u.page.centred(400.0F, 52.0F), entry, {.active = true}); }};

    ui.tap("field", draw);

    CHECK(entry.text() == "𠮷田😀ok");
    CHECK_FALSE(entry.edited());
    ui.type("!", draw);
    CHECK(entry.text() == "𠮷田😀ok!");
    CHECK(entry.edited());
}

TEST_CASE("an amount takes two decimals and one point, a number only digits", "[ui][text]")
{
    TextEntry amount{Accepts::amount};
    TextEntry digits{Accepts::digits, 11};

    amount.append("1a2.3.456");
    digits.append("138 0000-41278888");

    CHECK(amount.text() == "12.34");
    CHECK(digits.text() == "13800004127");
}

TEST_CASE("the on-screen keyboard hands out what was tapped", "[ui][keyboard]")
{
    test::HeadlessUi ui;
    std::string typed;
    int candidate{-1};
    const std::array<std::string, 2> candidates{"休宁", "修宁"};
    const Draw draw{[&](Ui& u) {
        Rect page{u.page};
        const KeyboardTap tap{
            keyboard(u, page.cut_bottom(keyboard_height), {.spelling = "xiu'ning", .candidates = candidates})};
        if (tap.key == KeyboardKey::character) typed += tap.character;
        if (tap.key == KeyboardKey::done) typed += '!';
        if (tap.candidate >= 0) candidate = tap.candidate;
    }};

    ui.tap("key/h", draw);
    ui.tap("key/i", draw);
    ui.tap("candidate/1", draw);
    ui.tap("key/done", draw);

    CHECK(typed == "hi!");
    CHECK(candidate == 1);
    for (const auto& [id, seen] : ui.ui().seen) {
        INFO(id);
        CHECK(seen.box.h >= touch_min);
    }
}
