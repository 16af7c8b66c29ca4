#include "tests/support/catch.hpp"
#include "tests/support/glass_over_view.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/states.hpp"

#include <cstdlib>

using namespace guitai;
using namespace guitai::ui;
using test::GlassOverView;

namespace {

TillView with_purse(Money stored)
{
    TillView view{test::paying()};
    view.cart.member->stored = stored;
    view.payment.takes_gift_cards = true;
    return view;
}

// Where the sheet of all categories lies at 1280 by 800, in px.
constexpr int sheet_left{300};
constexpr int sheet_right{980};
constexpr int sheet_top{140};
constexpr int sheet_bottom{660};
constexpr int shade{32}; // Of 255.

test::Picture categories_over(TillView view)
{
    for (int i{0}; i < 40; ++i) view.catalogue.categories.push_back("系列 " + std::to_string(i));
    AppScreens memory;
    memory.page = Go::sell;
    memory.pieces_seen = view.cart.pieces;
    memory.sale.catalogue.all_categories = true;
    memory.look.language = Language::chinese;
    Commands ignored;
    test::HeadlessUi screen;
    screen.set_now_ms(view.now_ms);
    return screen.picture([&](Ui& ui) { draw_app(view, memory, ui, ignored); });
}

} // namespace

TEST_CASE("stored value is offered to a member who has some, and to nobody else", "[ui][screens]")
{
    GlassOverView rich{with_purse(test::yuan(2'000))};
    rich.tap("sale.pay");
    GlassOverView poor{with_purse({})};
    poor.tap("sale.pay");

    CHECK(rich.shows("pay.tender/stored_value"));
    CHECK_FALSE(poor.shows("pay.tender/stored_value"));
    rich.tap("pay.tender/stored_value");
    rich.tap("pay.go");
    REQUIRE(rich.pushed<Pay>().size() == 1);
    CHECK(rich.pushed<Pay>()[0].tender == TenderKind::stored_value);
    CHECK(rich.pushed<Pay>()[0].amount == rich.view.cart.due);
}

TEST_CASE("a purse that holds less than is due is asked for what it holds", "[ui][screens]")
{
    GlassOverView glass{with_purse(test::yuan(200))};
    glass.tap("sale.pay");
    glass.tap("pay.tender/stored_value");
    glass.tap("pay.go");

    REQUIRE(glass.pushed<Pay>().size() == 1);
    CHECK(glass.pushed<Pay>()[0].amount == test::yuan(200));
}

TEST_CASE("a gift card asks for its number before anything is paid", "[ui][screens]")
{
    GlassOverView glass{with_purse({})};
    glass.tap("sale.pay");
    glass.tap("pay.tender/gift_card");
    glass.tap("pay.go");
    const bool at_once{!glass.pushed<Pay>().empty()};

    glass.type("HAPPY2026");
    glass.tap("gift.go");

    CHECK_FALSE(at_once);
    REQUIRE(glass.pushed<Pay>().size() == 1);
    CHECK(glass.pushed<Pay>()[0].tender == TenderKind::gift_card);
    CHECK(glass.pushed<Pay>()[0].reference == "HAPPY2026");
}

TEST_CASE("notes are offered for cash only, so that no tap on one books what was not taken", "[ui][screens]")
{
    GlassOverView glass{test::paying()};
    glass.tap("sale.pay");
    const bool for_cash{glass.shows("pay.quick/0")};
    glass.tap("pay.tender/card");

    CHECK(for_cash);
    CHECK_FALSE(glass.shows("pay.quick/0"));
}

TEST_CASE("the sheet of all categories lies over the ticket", "[ui][screens]")
{
    TillView empty{test::selling()};
    empty.cart.lines.clear();
    const test::Picture over_lines{categories_over(test::selling())};
    const test::Picture over_none{categories_over(std::move(empty))};

    int different{0};
    for (int y{sheet_top}; y < sheet_bottom; ++y) {
        for (int x{sheet_left}; x < sheet_right; ++x) {
            const auto a = over_lines.at(x, y);
            const auto b = over_none.at(x, y);
            // The edges of characters are a shade apart where other ones were drawn before them.
            const bool apart{std::abs(a[0] - b[0]) > shade || std::abs(a[1] - b[1]) > shade ||
                             std::abs(a[2] - b[2]) > shade};
            different += apart ? 1 : 0;
        }
    }
    CHECK(different == 0);
}
