#include "terminal/app/grid_ways.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using test::Counter;

namespace {

std::vector<WayKind> kinds(const std::vector<WayView>& ways)
{
    std::vector<WayKind> list;
    for (const WayView& way : ways) list.push_back(way.kind);
    return list;
}

const WayView& way_of(const Counter& counter, WayKind kind)
{
    const auto& ways = counter.view().grid.ways;
    return *std::find_if(ways.begin(), ways.end(), [&](const WayView& way) { return way.kind == kind; });
}

struct WithGrid : Counter {
    WithGrid()
    {
        open();
        must(OpenGrid{{"SJ2207"}});
    }
};

} // namespace

TEST_CASE("an empty cell offers four ways, the soonest in her hands first")
{
    WithGrid counter;

    counter.must(ChooseCell{{"SJ2207-1"}});

    REQUIRE(kinds(counter.view().grid.ways) == std::vector<WayKind>{WayKind::collect_elsewhere, WayKind::ship_home,
                                                                    WayKind::ship_to_shop, WayKind::other_cell});
    const WayView& collect{way_of(counter, WayKind::collect_elsewhere)};
    CHECK(collect.place_name == "文化路店");
    CHECK(collect.pieces == 3);
    CHECK(collect.ready_on == "2026-11-22");
    CHECK(way_of(counter, WayKind::ship_home).ready_on == "2026-11-24");
    CHECK(way_of(counter, WayKind::ship_home).pieces == 36);
    CHECK(way_of(counter, WayKind::ship_to_shop).ready_on == "2026-11-25");
    CHECK(way_of(counter, WayKind::other_cell).alternatives == std::vector<std::string>{"枫红 170", "墨黑 165"});
    CHECK(way_of(counter, WayKind::other_cell).alternative_sku.text == "SJ2207-2");
}

TEST_CASE("where no other shop has it, that way stands last with its reason")
{
    WithGrid counter;
    counter.catalogue.stock[{"SJ2207-1"}]["S02"] = 0;

    counter.must(ChooseCell{{"SJ2207-1"}});

    CHECK(kinds(counter.view().grid.ways).front() == WayKind::ship_home);
    const WayView& last{counter.view().grid.ways.back()};
    CHECK(last.kind == WayKind::collect_elsewhere);
    CHECK_FALSE(last.possible);
    CHECK(last.reason == "way.no_other_shop");
}

TEST_CASE("from another shop a parcel is a day later than from the warehouse")
{
    WithGrid counter;
    counter.catalogue.stock[{"SJ2207-1"}]["W01"] = 0;

    counter.must(ChooseCell{{"SJ2207-1"}});

    CHECK(way_of(counter, WayKind::ship_home).ready_on == "2026-11-25");
    CHECK(way_of(counter, WayKind::ship_home).place.text == "S02");
}

TEST_CASE("what is nowhere at all leaves only what lies beside it")
{
    WithGrid counter;
    counter.catalogue.stock[{"SJ2207-1"}] = {};

    counter.must(ChooseCell{{"SJ2207-1"}});

    CHECK(kinds(counter.view().grid.ways).front() == WayKind::other_cell);
    CHECK(way_of(counter, WayKind::ship_home).reason == "way.nowhere");
    CHECK(way_of(counter, WayKind::ship_to_shop).ready_on.empty());
}

TEST_CASE("where no far stock was ever heard of the head office is asked to find it, and no date is promised")
{
    WithGrid counter;
    counter.catalogue.stock[{"SJ2207-1"}] = {};
    counter.catalogue.as_of_ms = 0;
    counter.must(OpenGrid{{"SJ2207"}});

    counter.must(ChooseCell{{"SJ2207-1"}});

    for (const WayKind kind : {WayKind::ship_home, WayKind::ship_to_shop}) {
        CHECK(way_of(counter, kind).possible);
        CHECK(way_of(counter, kind).ready_on.empty());
        CHECK(way_of(counter, kind).place.empty());
    }
    CHECK_FALSE(way_of(counter, WayKind::collect_elsewhere).possible);
}

TEST_CASE("a style of one empty item offers no other cell")
{
    WithGrid counter;
    counter.catalogue.stock[{"PS01"}]["S01"] = 0;
    counter.must(OpenGrid{{"PS01"}});

    counter.must(ChooseCell{{"PS01"}});

    CHECK(way_of(counter, WayKind::other_cell).reason == "way.none_here");
}

TEST_CASE("the grid says how old its news of far stock is, and what of it is on the ticket")
{
    WithGrid counter;
    counter.must(AddProduct{{"SJ2207-2"}, Quantity::pieces(2)});

    CHECK(counter.view().grid.as_of_ms == counter.catalogue.as_of_ms);
    CHECK(counter.view().grid.cells[1].in_cart == 2);
}

TEST_CASE("a style or a cell that is not there is refused")
{
    WithGrid counter;

    CHECK(counter.refusal(OpenGrid{{"XX"}}) == "grid.unknown_style");
    CHECK(counter.view().grid.style.text == "SJ2207");
    CHECK(counter.refusal(ChooseCell{{"PS01"}}) == "grid.no_such_cell");
    CHECK(counter.refusal(ChooseCell{{""}}) == "grid.no_such_cell");
    counter.must(CloseGrid{});
    CHECK(counter.view().grid.style.empty());
}

TEST_CASE("news of stock changes the ways of the cell that is open")
{
    WithGrid counter;
    counter.must(ChooseCell{{"SJ2207-1"}});
    counter.catalogue.stock[{"SJ2207-1"}]["S02"] = 0;

    counter.till->refresh();

    CHECK(kinds(counter.view().grid.ways).front() == WayKind::ship_home);
    CHECK(counter.view().grid.chosen.text == "SJ2207-1");
}
