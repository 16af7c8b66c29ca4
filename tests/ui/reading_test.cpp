// What a page says: every text of it is heard as it is drawn, so that a test
// reads what a clerk reads.
#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"
#include "tests/support/sample_views.hpp"

#include "terminal/ui/app_screen.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/shift_screen.hpp"

#include <algorithm>

using namespace guitai;
using namespace guitai::ui;

namespace {

constexpr std::int64_t hour_ms{60 * test::minute_ms};

// All texts of one frame.
std::vector<std::string> read(const TillView& view, AppScreens memory, const test::HeadlessLook& look)
{
    test::HeadlessUi screen{look};
    memory.look.language = look.language;
    memory.pieces_seen = view.cart.pieces;
    screen.set_now_ms(view.now_ms);
    std::vector<std::string> heard;
    Commands ignored;
    const auto draw = [&](Ui& ui) {
        heard.clear();
        ui.canvas.listen(&heard);
        draw_app(view, memory, ui, ignored);
        (void)ignored.take();
    };
    screen.settle(draw);
    screen.ui().canvas.listen(nullptr);
    return heard;
}

std::vector<std::string> read(const TillView& view, Go page, const test::HeadlessLook& look)
{
    AppScreens memory;
    memory.page = page;
    memory.member.finding = false;
    return read(view, memory, look);
}

bool says(const std::vector<std::string>& heard, std::string_view part)
{
    return std::any_of(heard.begin(), heard.end(),
                       [&](const std::string& text) { return text.find(part) != std::string::npos; });
}

// Texts that begin or end with the dot that stands between two things.
std::vector<std::string> lone_dots(const std::vector<std::string>& heard)
{
    std::vector<std::string> found;
    for (const std::string& text : heard) {
        if (text.starts_with(" ·") || text.ends_with("· ")) found.push_back(text);
    }
    return found;
}

TillView with_member()
{
    TillView view{test::at_work()};
    view.member = test::lin_xiaomei();
    return view;
}

const std::vector<test::HeadlessLook> widths{{.width = 1280.0F, .height = 800.0F},
                                             {.width = 1024.0F, .height = 768.0F},
                                             {.width = 1920.0F, .height = 1080.0F},
                                             {.width = 1280.0F, .height = 800.0F,
                                              .look = {.text_size = TextSize::largest}}};

} // namespace

TEST_CASE("points that expire in another year say which, in every width", "[ui][reading]")
{
    TillView view{with_member()};
    view.member->points.next_expiry_on = "2027-12-31";

    for (test::HeadlessLook look : widths) {
        INFO(look.width);
        CHECK(says(read(view, Go::members, look), "2027年12月31日"));
        look.language = Language::english;
        CHECK(says(read(view, Go::members, look), "31 Dec 2027"));
    }
}

TEST_CASE("this year's dates leave their year out", "[ui][reading]")
{
    CHECK_FALSE(says(read(with_member(), Go::members, {}), "2026年12月31日"));
}

TEST_CASE("what has neither colour nor size leaves no dot behind", "[ui][reading]")
{
    TillView view{with_member()};
    view.member->last_purchases = {{{}, "TOTE", {}, {}, test::yuan(99), view.now_ms - hour_ms}};
    view.catalogue.searched = "tote";
    view.catalogue.products = {{{"TOTE-1"}, {"TOTE"}, "托特包", "Tote", "", "690", test::yuan(99), 3}};
    AppScreens searching;
    searching.page = Go::sell;
    searching.sale.catalogue.active = true;
    searching.sale.catalogue.search.set("tote");

    const auto bought = read(view, Go::members, {});
    const auto found = read(view, searching, {});

    CHECK(says(found, "TOTE-1"));
    CHECK(lone_dots(bought).empty());
    CHECK(lone_dots(found).empty());
}

TEST_CASE("a colour is called the same among the purchases as on the ticket", "[ui][reading]")
{
    TillView view{with_member()};
    view.member->last_purchases = {{{}, "针织衫", "Red S", {}, test::yuan(99), view.now_ms - hour_ms}};

    const auto chinese = read(view, Go::members, {});
    const auto english = read(view, Go::members, {.language = Language::english});

    CHECK(says(chinese, "红色 S"));
    CHECK(says(english, "Red S"));
}

TEST_CASE("a variant is taken apart at the end of its colour's name", "[ui][reading]")
{
    const ui::Words words{ui::Words::load(test::source_root() + "/assets/words")};

    CHECK(colour_of("Dark grey US 8") == "Dark grey");
    CHECK(colour_of("枫红 165/88A") == "枫红");
    CHECK(colour_of("Ocean mist M") == "Ocean mist");
    CHECK(colour_of("M") == "M");
    CHECK(colour_of("").empty());
    CHECK(variant_in(words, "Dark grey US 8") == "深灰 US 8");
    CHECK(variant_in(words, "Ocean mist M") == "Ocean mist M");
    CHECK(variant_in(words, "").empty());
}

TEST_CASE("goods are drawn as what their category or name says, in either language", "[ui][reading]")
{
    CHECK(cut_of("Bags", "Canvas Tote") == Cut::bag);
    CHECK(cut_of("包", "帆布托特包") == Cut::bag);
    CHECK(cut_of("", "Canvas Tote") == Cut::bag);
    CHECK(cut_of("裤装", "直筒牛仔裤") == Cut::trousers);
    CHECK(cut_of("", "Straight Jeans") == Cut::trousers);
    CHECK(cut_of("", "Long Sleeve Tee") == Cut::top);
    CHECK(cut_of("羽绒服", "云岭轻薄连帽羽绒服") == Cut::short_jacket);
    CHECK(cut_of("马甲", "晨雾羽绒马甲") == Cut::vest);
    CHECK(cut_of("", "面包服") == Cut::short_jacket);
    CHECK(cut_of("配件", "羊绒围巾") == Cut::folded);
    CHECK(cut_of("配件", "羽绒清洗剂") == Cut::other);
    CHECK(cut_of("", "Something new") == Cut::other);
    CHECK(look_of({}, "裤装", "直筒牛仔裤", "蓝色").make == Make::plain);
    CHECK(look_of({}, "裤装", "暖川羽绒裤", "藏青").make == Make::quilted);
}

TEST_CASE("hours that have not come yet are no hours without sales", "[ui][reading]")
{
    ReportView report;
    report.business_date = "2026-11-21";
    report.by_hour.resize(24);
    const std::int64_t offset{480};
    const std::int64_t half_past_five{test::saturday_ms - 4 * hour_ms + 2 * test::minute_ms};

    const HoursShown early{hours_shown(report, half_past_five, offset)};
    report.by_hour[5] = test::yuan(99);
    const HoursShown sold{hours_shown(report, half_past_five, offset)};
    const HoursShown later{hours_shown(report, half_past_five + 24 * hour_ms, offset)};

    CHECK(early.first == 9);
    CHECK(early.known == early.first);
    CHECK(early.end == 22);
    CHECK(sold.first == 5);
    CHECK(sold.known == 6);
    CHECK(sold.end == 22);
    CHECK(later.known == later.end);
}

TEST_CASE("a report says nothing of parts that are nothing", "[ui][reading]")
{
    TillView view{test::at_work()};
    view.close.report.emplace();
    view.close.report->business_date = view.session.business_date;
    view.close.report->by_hour.resize(24);
    AppScreens memory;
    memory.page = Go::shift;
    memory.shift.step = ShiftStep::report;

    const auto heard = read(view, memory, {.language = Language::english});

    CHECK_FALSE(says(heard, "of it orders"));
    CHECK_FALSE(says(heard, "in discounts"));
}

TEST_CASE("the goods of the settings are counted by the category they are counted in", "[ui][reading]")
{
    TillView view{test::at_work()};
    view.catalogue.styles = 600;
    view.catalogue.category = "羽绒服";
    const auto down = read(view, Go::settings, {});
    view.catalogue.category.clear();
    const auto all = read(view, Go::settings, {.language = Language::english});

    CHECK(says(down, "羽绒服 · 600 款"));
    CHECK(says(all, "All · 600 styles"));
}

TEST_CASE("a test shop is known on pages without a rail as well", "[ui][reading]")
{
    AppScreens paying;
    paying.page = Go::sell;
    paying.paying = true;
    AppScreens enrolling;
    enrolling.page = Go::sell;
    enrolling.member.begin_new("13900001234");
    for (const bool test_shop : {true, false}) {
        TillView selling{test::paying()};
        TillView done{test::paid()};
        selling.shop.test = done.shop.test = test_shop;

        CHECK(says(read(selling, paying, {}), "演练") == test_shop);
        CHECK(says(read(selling, enrolling, {}), "演练") == test_shop);
        CHECK(says(read(done, Go::sell, {}), "演练") == test_shop);
    }
}

TEST_CASE("nothing is recalled where nothing is parked, and no zero says so on the ticket", "[ui][reading]")
{
    TillView view{test::at_work()};
    view.cart.parked.clear();

    const auto heard = read(view, Go::sell, {});

    CHECK(std::count(heard.begin(), heard.end(), "取单 0") <= 1);
}

TEST_CASE("one is said as one", "[ui][reading]")
{
    ui::Words words{ui::Words::load(test::source_root() + "/assets/words")};
    words.choose(Language::english);

    CHECK(words.fill("count.pieces", 1) == "1 item");
    CHECK(words.fill("count.pieces", std::size_t{2}) == "2 items");
    CHECK(words.fill("orders.late", std::string{"1"}) == "1 day late");
    CHECK(words.fill("quantity.go", 1) == "Change to 1");
}
