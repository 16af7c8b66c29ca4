#include "terminal/ui/font_shelf.hpp"
#include "tests/support/catch.hpp"

using namespace guitai::ui;

namespace {

bool holds(const FontShelf& shelf, ImWchar character, Type type = Type::body)
{
    return shelf.fonts()[type].font->FindGlyphNoFallback(character) != nullptr;
}

} // namespace

TEST_CASE("the first type holds the characters of the words, and the next one all that are common")
{
    FontShelf shelf{{}, "收款 Café", "鼎"};
    shelf.take_first(1.0F);
    CHECK(holds(shelf, 0x6536)); // 收
    CHECK(holds(shelf, 0xA5));   // ¥
    CHECK(holds(shelf, 0xE9));   // é, of the words
    CHECK_FALSE(holds(shelf, 0xE0));
    CHECK_FALSE(holds(shelf, 0x9F0E)); // 鼎

    REQUIRE(shelf.wait_ready());
    CHECK(holds(shelf, 0x6536));
    CHECK(holds(shelf, 0x9F0E));
    CHECK(holds(shelf, 0x1D4)); // ǔ, of a reading
    CHECK_FALSE(holds(shelf, 0x9F0E, Type::headline));
    CHECK_FALSE(shelf.wait_ready());
}

TEST_CASE("type that was begun for another size than the window turns out to have is made anew")
{
    FontShelf shelf{{}, "收款", ""};
    shelf.begin_first(1.0F);
    shelf.take_first(1.5F);
    CHECK(shelf.scale() == 1.5F);
    CHECK(holds(shelf, 0x6536));
    CHECK_FALSE(shelf.wait_ready());
}

TEST_CASE("a character that was missing on the glass is in the next type, and asked for once")
{
    FontShelf shelf{{}, "收款", ""};
    shelf.begin_first(1.0F);
    shelf.take_first(1.0F);
    shelf.want({0x9F0E, 0xE0});
    REQUIRE(shelf.wait_ready());
    CHECK(holds(shelf, 0x9F0E));
    CHECK(holds(shelf, 0xE0));
    shelf.want({0x9F0E});
    CHECK_FALSE(shelf.wait_ready());
}
