#include "terminal/device/scanner_wedge.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace guitai;

namespace {

// What came out of the wedge, in order: typed characters as they are, Enter as ⏎, scans in brackets.
class Keyboard {
public:
    void press(WedgeStroke::Kind kind, char32_t character, std::int64_t at_ms)
    {
        look(at_ms);
        const WedgeStroke stroke{kind, character, 0, at_ms};
        if (!m_wedge.take(stroke)) show(stroke);
        collect(at_ms);
    }

    // A key that came while the window was busy with a frame: nobody asked in between.
    void press_behind_frame(WedgeStroke::Kind kind, char32_t character, std::int64_t at_ms)
    {
        m_now_ms = at_ms;
        const WedgeStroke stroke{kind, character, 0, at_ms};
        if (!m_wedge.take(stroke)) show(stroke);
        collect(at_ms);
    }

    // Keys that were pressed while the window was busy: seen together, without a look in between.
    void type_unseen(std::string_view text, std::int64_t at_ms)
    {
        for (const char c : text) {
            static_cast<void>(m_wedge.take({WedgeStroke::Kind::character, static_cast<char32_t>(c), 0, at_ms}));
        }
        collect(at_ms);
    }

    // The next key at `at_ms`, then one every `gap_ms`; gives back when the next one would come.
    std::int64_t type(std::string_view text, std::int64_t at_ms, std::int64_t gap_ms)
    {
        for (const char c : text) {
            if (c == '\n') press(WedgeStroke::Kind::enter, 0, at_ms);
            else if (c == '\t') press(WedgeStroke::Kind::tab, 0, at_ms);
            else press(WedgeStroke::Kind::character, static_cast<char32_t>(c), at_ms);
            at_ms += gap_ms;
        }
        return at_ms;
    }

    [[nodiscard]] std::string at_rest(std::int64_t now_ms)
    {
        look(now_ms);
        return m_seen;
    }
    [[nodiscard]] ScannerWedge& wedge() { return m_wedge; }

private:
    // A window that sleeps until it is wanted, as the real one does.
    void look(std::int64_t now_ms)
    {
        for (std::int64_t wait{m_wedge.held_for_ms(m_now_ms)}; wait >= 0 && m_now_ms + wait < now_ms;) {
            m_now_ms += wait;
            collect(m_now_ms);
            wait = m_wedge.held_for_ms(m_now_ms);
        }
        m_now_ms = now_ms;
    }
    void collect(std::int64_t now_ms)
    {
        for (const WedgeStroke& stroke : m_wedge.give_back(now_ms)) show(stroke);
        for (const std::string& scan : m_wedge.take_scans()) m_seen += "[" + scan + "]";
    }
    void show(const WedgeStroke& stroke)
    {
        if (stroke.kind == WedgeStroke::Kind::character) m_seen += static_cast<char>(stroke.character);
        else if (stroke.kind == WedgeStroke::Kind::enter) m_seen += "⏎";
        else m_seen += "·";
    }

    ScannerWedge m_wedge;
    std::string m_seen;
    std::int64_t m_now_ms{0};
};

} // namespace

TEST_CASE("a burst is a scan, typing is typing")
{
    struct Row {
        std::string_view keys;
        std::int64_t gap_ms;
        std::string seen;
    };
    const std::vector<Row> table{
        {"6901234567801\n", 0, "[6901234567801]"},  // A scanner as fast as it gets …
        {"6901234567801\n", 10, "[6901234567801]"}, // … a usual one …
        {"6901234567801\n", 35, "[6901234567801]"}, // … and the slowest.
        {"6901234567801\t", 5, "[6901234567801]"},
        {"YR2401-BK-M\n", 5, "[YR2401-BK-M]"},
        {"123456\n", 5, "[123456]"},
        {"6901234567801", 5, "[6901234567801]"}, // Without an Enter it ends by itself.
        {"12345\n", 5, "12345⏎"},                // Too short for a code.
        {"399\n", 90, "399⏎"},
        {"6901234567801\n", 90, "6901234567801⏎"}, // A person types a code.
        {"6901234567801\n", 50, "6901234567801⏎"},
        {"0000000000", 30, "0000000000"}, // A finger that rests on a key.
        {"shushanqu ", 0, "shushanqu "},  // A person, seen late by a window that was busy.
        {"shushanqu\n", 0, "shushanqu⏎"},
        {"changjianglu 88", 5, "changjianglu 88"},
        {"https://m.example/c?2900000000018\n", 2, "[https://m.example/c?2900000000018]"},
        {"\n", 5, "⏎"},
        {"", 5, ""},
    };

    for (const Row& row : table) {
        INFO(row.keys << " every " << row.gap_ms << " ms");
        Keyboard keyboard;
        const std::int64_t end{keyboard.type(row.keys, 1'000, row.gap_ms)};
        CHECK(keyboard.at_rest(end + 500) == row.seen);
        CHECK(keyboard.wedge().held_for_ms(end + 500) == -1);
    }
}

TEST_CASE("no digit of a scan gets out, and typing around it stays in order")
{
    Keyboard keyboard;
    std::int64_t at_ms{keyboard.type("39", 1'000, 120)};
    at_ms = keyboard.type("6901234567801\n", at_ms, 8);
    at_ms = keyboard.type("9\n", at_ms + 200, 120);

    CHECK(keyboard.at_rest(at_ms + 500) == "39[6901234567801]9⏎");
}

TEST_CASE("two scans behind each other are two")
{
    Keyboard keyboard;
    std::int64_t at_ms{keyboard.type("6901234567801\n", 1'000, 3)};
    at_ms = keyboard.type("6901234567802\n", at_ms + 2, 3);

    CHECK(keyboard.at_rest(at_ms + 500) == "[6901234567801][6901234567802]");
}

TEST_CASE("keys that a busy window sees late are still one scan")
{
    Keyboard keyboard;
    keyboard.type_unseen("690", 1'000);
    keyboard.type_unseen("123456", 1'060); // One slow frame later.
    keyboard.type_unseen("7801", 1'070);
    keyboard.press(WedgeStroke::Kind::enter, 0, 1'080);

    CHECK(keyboard.at_rest(2'000) == "[6901234567801]");
}

TEST_CASE("typing is held back no longer than a blink")
{
    ScannerWedge wedge;

    CHECK(wedge.take({WedgeStroke::Kind::character, U'5', 0, 1'000}));
    CHECK(wedge.held_for_ms(1'000) <= 40);
    CHECK(wedge.give_back(1'010).empty());
    CHECK(wedge.give_back(1'040).size() == 1);
}

TEST_CASE("keys that are no matter for scanners pass, behind those before them")
{
    ScannerWedge wedge;
    const WedgeStroke arrow{WedgeStroke::Kind::other, 0, 7, 1'000};
    CHECK(!wedge.take(arrow));
    CHECK(!wedge.take({WedgeStroke::Kind::character, U'羽', 0, 1'000}));

    CHECK(wedge.take({WedgeStroke::Kind::character, U'5', 0, 1'000}));
    CHECK(wedge.take(arrow));
    const auto back = wedge.give_back(1'001);
    REQUIRE(back.size() == 2);
    CHECK(back[0].character == U'5');
    CHECK(back[1].other == 7);
}

TEST_CASE("a burst that never ends is cut into pieces, none lost")
{
    Keyboard keyboard;
    const std::string keys(ScannerWedge::scan_keys_max + 40, '1');
    std::string mixed{keys};
    mixed[3] = '2';
    const std::int64_t end{keyboard.type(mixed, 1'000, 1)};

    std::string seen{keyboard.at_rest(end + 500)};
    seen.erase(std::remove(seen.begin(), seen.end(), '['), seen.end());
    seen.erase(std::remove(seen.begin(), seen.end(), ']'), seen.end());
    CHECK(seen == mixed);
}

namespace {

// The same every time: a failure is named by its round.
class Chance {
public:
    explicit Chance(std::uint32_t seed) : m_state{seed * 2'654'435'761U + 1U} {}

    // From 0 to `most`.
    [[nodiscard]] std::int64_t up_to(std::int64_t most)
    {
        m_state = m_state * 1'664'525U + 1'013'904'223U;
        return static_cast<std::int64_t>((m_state >> 8U) % static_cast<std::uint32_t>(most + 1));
    }
    [[nodiscard]] std::string code(std::size_t characters)
    {
        constexpr std::string_view letters{"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz-./$+%():;,?_ \x1D"};
        std::string text;
        while (text.size() < characters) {
            text += letters[static_cast<std::size_t>(up_to(static_cast<std::int64_t>(letters.size()) - 1))];
        }
        return text;
    }

private:
    std::uint32_t m_state;
};

} // namespace

TEST_CASE("FNC1 is part of a scan and never typed")
{
    Keyboard keyboard;
    const std::int64_t end{keyboard.type("]C10106901234567892\x1D" "21A-7\n", 1'000, 12)};
    CHECK(keyboard.at_rest(end + 500) == "[]C10106901234567892\x1D" "21A-7]");

    Keyboard person;
    person.press(WedgeStroke::Kind::character, 0x1D, 1'000);
    person.press(WedgeStroke::Kind::character, U'5', 1'400);
    CHECK(person.at_rest(2'000) == "5");
}

TEST_CASE("no scan is lost whatever its letters, its length and its rhythm")
{
    for (std::uint32_t round{0}; round < 3'000; ++round) {
        INFO("round " << round);
        Chance chance{round};
        const auto length = static_cast<std::size_t>(6 + chance.up_to(144));
        std::string code{chance.code(length)};
        if (std::all_of(code.begin(), code.end(), [&](char c) { return c == code.front(); })) code[0] = '#';
        const std::int64_t slowest{1 + chance.up_to(30)};
        const std::int64_t busy_frame_ms{chance.up_to(45)};
        Keyboard keyboard;
        std::int64_t at_ms{1'000};
        std::int64_t seen_ms{at_ms};
        for (const char c : code) {
            at_ms += chance.up_to(slowest);
            // A busy window sees keys only when its frame is over.
            const bool busy{at_ms <= seen_ms || chance.up_to(3) == 0};
            if (at_ms > seen_ms) seen_ms = at_ms + (busy ? chance.up_to(busy_frame_ms) : 0);
            const auto character = static_cast<char32_t>(static_cast<unsigned char>(c));
            if (busy) keyboard.press_behind_frame(WedgeStroke::Kind::character, character, seen_ms);
            else keyboard.press(WedgeStroke::Kind::character, character, seen_ms);
        }
        const bool tab{chance.up_to(1) == 0};
        keyboard.press(tab ? WedgeStroke::Kind::tab : WedgeStroke::Kind::enter, 0, seen_ms + chance.up_to(slowest));
        CHECK(keyboard.at_rest(seen_ms + 1'000) == "[" + code + "]");
    }
}

TEST_CASE("no typing is mistaken for a scan, and none of it is lost")
{
    for (std::uint32_t round{0}; round < 3'000; ++round) {
        INFO("round " << round);
        Chance chance{round};
        std::string text{chance.code(static_cast<std::size_t>(1 + chance.up_to(30)))};
        text.erase(std::remove(text.begin(), text.end(), '\x1D'), text.end());
        const std::int64_t fastest{60 + chance.up_to(60)}; // Sixteen keys a second, as nobody types.
        Keyboard keyboard;
        std::int64_t at_ms{1'000};
        for (const char c : text) {
            keyboard.press(WedgeStroke::Kind::character, static_cast<char32_t>(static_cast<unsigned char>(c)), at_ms);
            at_ms += fastest + chance.up_to(200);
        }
        keyboard.press(WedgeStroke::Kind::enter, 0, at_ms);
        CHECK(keyboard.at_rest(at_ms + 1'000) == text + "⏎");
    }
}
