// What a screen says once the till has answered: done, refused, or a second
// person asked first. Nothing is said to be done that was only asked for.
#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"
#include "tests/support/sample_views.hpp"

#include "terminal/ui/app_screen.hpp"

#include <functional>

using namespace guitai;
using namespace guitai::ui;

namespace {

// The screens over a view that `answer` changes, as a till does between two frames.
struct Answered {
    explicit Answered(TillView shown) : view{std::move(shown)}
    {
        memory.pieces_seen = view.cart.pieces;
        screen.set_now_ms(view.now_ms);
    }
    void tap(std::string_view widget) { screen.tap(widget, draw); }
    void type(std::string_view text)
    {
        screen.type(text, draw);
        screen.settle(draw);
    }
    [[nodiscard]] bool shows(std::string_view widget)
    {
        screen.settle(draw);
        return screen.shows(widget);
    }
    template <typename Kind> [[nodiscard]] std::vector<Kind> pushed() const
    {
        std::vector<Kind> found;
        for (const Command& command : asked) {
            if (const Kind* one{std::get_if<Kind>(&command)}; one != nullptr) found.push_back(*one);
        }
        return found;
    }

    TillView view;
    AppScreens memory;
    std::function<void(const Command&, TillView&)> answer{[](const Command&, TillView&) {}};
    std::vector<Command> asked;
    Commands commands;
    test::HeadlessUi screen;
    Draw draw{[this](Ui& ui) {
        draw_app(view, memory, ui, commands);
        for (const Command& command : commands.take()) {
            asked.push_back(command);
            answer(command, view);
        }
    }};
};

void type_cash_movement(Answered& till)
{
    till.tap("rail.shift");
    till.tap("shift.cash");
    till.type("200");
    till.tap("cash.reason/1");
    till.tap("cash.go");
}

} // namespace

TEST_CASE("a ticket that was put aside is taken back by the toast", "[ui][answers]")
{
    Answered till{test::selling()};
    till.answer = [](const Command& command, TillView& view) {
        if (!std::holds_alternative<Park>(command)) return;
        view.cart.lines.clear();
        view.parked_ticket = 3;
    };

    till.tap("ticket.park");
    till.tap("toast.undo");

    REQUIRE(till.pushed<Recall>().size() == 1);
    CHECK(till.pushed<Recall>()[0].ticket == 3);
    CHECK(till.pushed<UndoRemove>().empty());
}

TEST_CASE("a ticket that the till would not put aside is not said to be", "[ui][answers]")
{
    Answered till{test::selling()};
    till.answer = [](const Command& command, TillView& view) {
        if (std::holds_alternative<Park>(command)) view.banner = {"park.has_orders", "", true};
    };

    till.tap("ticket.park");

    CHECK(till.memory.toast.text.empty());
}

TEST_CASE("an exact count closes the shift without one more tap", "[ui][answers]")
{
    Answered till{test::at_work()};
    till.memory.page = Go::shift;
    till.memory.shift.step = ShiftStep::count;
    till.memory.shift.counts[0] = 5;
    till.answer = [](const Command& command, TillView& view) {
        if (std::holds_alternative<CountCash>(command)) {
            view.close.counted = true;
            view.close.expected_cash = view.close.counted_cash = test::yuan(500);
        }
        if (!std::holds_alternative<CloseShift>(command)) return;
        view.session.shift = 0;
        view.close.report.emplace();
        view.close.report->kind = ReportView::Kind::shift;
        view.close.report->by_hour.resize(24);
    };

    till.tap("close.counted");

    REQUIRE(till.pushed<CloseShift>().size() == 1);
    CHECK(till.pushed<CloseShift>()[0].counted == test::yuan(500));
    CHECK(till.shows("report.close_day"));
}

TEST_CASE("a shift is not counted over an open ticket", "[ui][answers]")
{
    Answered till{test::selling()};

    till.tap("rail.shift");

    CHECK_FALSE(till.screen.seen("shift.count").enabled);
}

TEST_CASE("cash that the till refuses to move stays written in its sheet", "[ui][answers]")
{
    Answered till{test::at_work()};
    till.answer = [](const Command& command, TillView& view) {
        if (std::holds_alternative<MoveCash>(command)) view.banner = {"cash.not_enough", "¥200.00", true};
    };

    type_cash_movement(till);

    CHECK(till.shows("cash.go"));
    CHECK(till.memory.shift.movement_digits == "200");
    CHECK(till.memory.toast.text.empty());
}

TEST_CASE("cash that was moved is said to be, and the sheet is gone", "[ui][answers]")
{
    Answered till{test::at_work()};

    type_cash_movement(till);

    REQUIRE(till.pushed<MoveCash>().size() == 1);
    CHECK(till.pushed<MoveCash>()[0].amount == test::yuan(200));
    CHECK_FALSE(till.shows("cash.go"));
    CHECK_FALSE(till.memory.toast.text.empty());
    CHECK(till.memory.shift.movement_digits.empty());
}

TEST_CASE("the bar of a first sync stays until all is here", "[ui][answers]")
{
    Answered till{test::at_work()};
    till.view.sync.office_head = 258;
    till.view.sync.cursor = 11;
    (void)till.shows("sale.search");
    const bool begun{till.memory.catching_up};

    till.view.sync.cursor = 200;
    (void)till.shows("sale.search");
    const bool near_the_end{till.memory.catching_up};
    till.view.sync.cursor = 258;
    (void)till.shows("sale.search");

    CHECK(begun);
    CHECK(near_the_end);
    CHECK_FALSE(till.memory.catching_up);
}

TEST_CASE("figures typed while the ring stands somewhere go to the pad, and Enter to the main button",
          "[ui][answers]")
{
    Answered till{test::signed_out()};
    till.screen.key(Key::tab, till.draw);

    till.type("2468");
    till.screen.key(Key::enter, till.draw);

    REQUIRE(till.pushed<SignIn>().size() == 1);
    CHECK(till.pushed<SignIn>()[0].pin == "2468");
}

namespace {

SoldView a_scarf_sold()
{
    SoldView sold;
    sold.receipt = {"S01-1-000128"};
    SoldLineView line;
    line.line = 1;
    line.name = "羊毛围巾";
    line.quantity = line.returnable = Quantity::pieces(1);
    line.total = test::yuan(199);
    sold.lines = {line};
    return sold;
}

} // namespace

TEST_CASE("what it cost to send goods back is a usual amount or any other, and goes with one parcel", "[ui][answers]")
{
    Answered till{test::selling()};
    till.view.returns.sales = {a_scarf_sold()};
    const auto freight_taken = [&till] {
        till.tap("returns.take/1");
        return till.pushed<ReturnLine>().back().freight;
    };
    till.tap("returns.reason/3");
    till.tap("returns.freight");
    till.tap("freight.usual/15");
    CHECK(freight_taken() == test::yuan(15));
    CHECK(freight_taken() == Money{});

    till.tap("returns.freight");
    for (const char* key : {"freight.pad/1", "freight.pad/3", "freight.pad/.", "freight.pad/5"}) till.tap(key);
    till.tap("freight.go");
    CHECK(freight_taken() == Money::from_minor(1'350));

    till.tap("returns.freight");
    till.tap("returns/close"); // Of the amount: the receipt is still there.
    CHECK(till.pushed<CloseSale>().empty());
    CHECK(till.memory.sale.sheet.open == SaleSheet::returns);
}

TEST_CASE("who is through with a receipt is back at the ticket, not at another search", "[ui][answers]")
{
    Answered till{test::selling()};
    till.view.returns.sales = {a_scarf_sold()};
    till.answer = [](const Command& command, TillView& view) {
        if (std::holds_alternative<CloseSale>(command)) view.returns = {};
    };

    till.tap("returns.done");

    CHECK(till.pushed<CloseSale>().size() == 1);
    CHECK(till.memory.sale.sheet.open == SaleSheet::none);
}
