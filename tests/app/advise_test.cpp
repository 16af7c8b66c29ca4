#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;
using test::make_item;

namespace {

void shelve(Counter& counter, const std::string& style, const std::string& category, std::int64_t price_yuan,
            std::int64_t here, const std::string& size = "170")
{
    CatalogueItem item{make_item(style + "-1", style, "墨黑", size, price_yuan * 100, "88" + style)};
    item.name = style + "的名字";
    item.name_en = style + " in English";
    item.category = category;
    counter.catalogue.stock[item.sku] = {{"S01", here}};
    counter.catalogue.goods.push_back(std::move(item));
}

// Beside the jacket (¥699) and the scarf (¥129) of every test shop.
void fill_shelves(Counter& counter)
{
    shelve(counter, "VEST", "外套", 399, 9);
    shelve(counter, "COAT", "外套", 1'299, 4);
    shelve(counter, "PARKA", "外套", 899, 6);
    shelve(counter, "GONE", "外套", 500, 0);
    shelve(counter, "GLOVES", "配饰", 99, 12, "");
    shelve(counter, "HAT", "配饰", 159, 3, "");
}

std::vector<std::string> styles_in(const SuggestionsView& view)
{
    std::vector<std::string> styles;
    for (const SuggestionView& one : view.items) styles.push_back(one.style.text);
    return styles;
}

} // namespace

TEST_CASE("for a budget of 800 exactly two are suggested, one inside it, each with its reason")
{
    Counter counter;
    fill_shelves(counter);
    counter.open();
    counter.must(AddProduct{{"SJ2207-2"}});

    counter.must(AskSuggestions{80000_fen});

    const SuggestionsView& view{counter.view().suggestions};
    REQUIRE(view.items.size() == 2);
    CHECK_FALSE(view.ask_budget);
    CHECK((view.items[0].price <= 80000_fen || view.items[1].price <= 80000_fen));
    for (const SuggestionView& one : view.items) {
        CHECK(one.here > 0);
        CHECK(one.why == "suggest.same_kind");
        CHECK(one.about == "松径短款羽绒服");
    }
    CHECK(counter.view().talk.step == 4);
}

TEST_CASE("with one candidate nothing is suggested, and another budget is asked for")
{
    Counter counter;
    shelve(counter, "VEST", "外套", 399, 9);
    counter.open();
    counter.must(AddProduct{{"SJ2207-2"}});

    counter.must(AskSuggestions{80000_fen});

    CHECK(counter.view().suggestions.items.empty());
    CHECK(counter.view().suggestions.ask_budget);
    CHECK(counter.view().suggestions.budgets.size() >= 2);
    CHECK(counter.view().talk.step == 3);
    CHECK(counter.refusal(AskSuggestions{-100_fen}) == "suggest.bad_budget");
}

TEST_CASE("what others bought with it is suggested with its name, and what is gone never is")
{
    Counter counter;
    fill_shelves(counter);
    counter.service.told = {9'835, {{{"SJ2207"}, {"GLOVES"}, 160, 1'072, 69}, {{"SJ2207"}, {"GONE"}, 160, 200, 68}}};
    counter.open();
    counter.must(AddProduct{{"SJ2207-2"}});

    counter.must(AskSuggestions{10000_fen});

    const SuggestionsView& view{counter.view().suggestions};
    REQUIRE(view.items.size() == 2);
    CHECK(view.items[1].style.text == "GLOVES");
    CHECK(view.items[1].why == "suggest.goes_with");
    CHECK(view.items[1].about == "松径短款羽绒服");
    CHECK(styles_in(view)[0] != "GONE");
}

TEST_CASE("two members who bought different things are offered different things, with their own facts")
{
    Counter counter;
    fill_shelves(counter);
    counter.open();
    counter.must(AttachMember{"13800000001"});
    counter.must(AddProduct{{"SJ2207-2"}});
    counter.must(Pay{TenderKind::card, counter.view().cart.due, ""});
    counter.must(AttachMember{"13800000002"});
    counter.must(AddProduct{{"PS01"}});
    counter.must(Pay{TenderKind::card, counter.view().cart.due, ""});

    counter.must(AttachMember{"13800000001"});
    counter.must(AskSuggestions{150000_fen});
    const SuggestionsView first{counter.view().suggestions};
    counter.must(AttachMember{"13800000002"});
    counter.must(AskSuggestions{150000_fen});
    const SuggestionsView second{counter.view().suggestions};

    REQUIRE(first.items.size() == 2);
    REQUIRE(second.items.size() == 2);
    CHECK(styles_in(first) != styles_in(second));
    CHECK(first.items[0].category == "外套");
    CHECK(first.items[0].why == "suggest.same_size");
    CHECK(first.items[0].about == "170");
    CHECK(second.items[0].category == "配饰");
    CHECK(second.items[0].why == "suggest.likes_category");
}

TEST_CASE("of a stranger with an empty ticket nothing is known, and nothing is suggested or asked")
{
    Counter counter;
    fill_shelves(counter);
    counter.open();

    counter.must(AskSuggestions{});

    CHECK(counter.view().suggestions.worked_out);
    CHECK(counter.view().suggestions.items.empty());
    CHECK_FALSE(counter.view().suggestions.ask_budget);
}

TEST_CASE("a changed ticket is to be advised on anew, and a budget that was said stays until she leaves")
{
    Counter counter;
    fill_shelves(counter);
    counter.open();
    counter.must(AddProduct{{"SJ2207-2"}});
    counter.must(AskSuggestions{50000_fen});
    REQUIRE(counter.view().suggestions.worked_out);

    counter.must(AddProduct{{"VEST-1"}});
    CHECK_FALSE(counter.view().suggestions.worked_out);
    CHECK(counter.view().suggestions.budget == 50000_fen);

    counter.must(ClearTicket{});
    CHECK(counter.view().suggestions.budget.is_zero());
    CHECK(counter.view().suggestions.items.empty());
}

TEST_CASE("four ways are offered for a missing size, another style among them, and the one taken is stored")
{
    Counter counter;
    counter.catalogue.stock[{"SJ2207-1"}] = {{"S01", 0}, {"S02", 0}, {"W01", 0}};
    shelve(counter, "PARKA", "外套", 899, 6, "165");
    shelve(counter, "COAT", "外套", 1'299, 4, "165");
    counter.open();
    counter.must(OpenGrid{{"SJ2207"}});
    counter.must(ChooseCell{{"SJ2207-1"}});

    const auto& ways = counter.view().grid.ways;
    REQUIRE(ways.size() == 4);
    CHECK(ways[0].kind == WayKind::other_cell);
    CHECK(ways[0].pieces > 0);
    CHECK(ways[1].kind == WayKind::substitute);
    CHECK(ways[1].name == "PARKA的名字"); // The nearest in price.
    CHECK(ways[1].pieces == 6);
    CHECK_FALSE(ways[1].ready_on.empty());
    CHECK_FALSE(ways[2].possible);

    counter.must(TakeInstead{{"SJ2207-1"}, ways[1].alternative_sku});
    counter.must(Pay{TenderKind::card, 89900_fen, ""});

    const MissRecorded miss{counter.books.all<MissRecorded>().back()};
    CHECK(miss.chosen == MissChoice::substitute);
    CHECK(miss.chosen_sku.text == "PARKA-1");
    CHECK(miss.style.text == "SJ2207");
    CHECK(miss.size == "165");
    CHECK(counter.books.takings_of_shift(1).rescued == 1);
}

TEST_CASE("another size that was taken instead is stored too, and one that was put back is not")
{
    Counter counter;
    counter.open();
    counter.must(TakeInstead{{"SJ2207-1"}, {"SJ2207-2"}});
    counter.must(RemoveLine{counter.view().cart.lines[0].line});
    counter.must(AddProduct{{"PS01"}});
    counter.must(Pay{TenderKind::card, 12900_fen, ""});
    CHECK(counter.books.all<MissRecorded>().empty());

    counter.must(TakeInstead{{"SJ2207-1"}, {"SJ2207-2"}});
    counter.must(Pay{TenderKind::card, 69900_fen, ""});
    REQUIRE(counter.books.all<MissRecorded>().size() == 1);
    CHECK(counter.books.all<MissRecorded>()[0].chosen == MissChoice::other_cell);
    CHECK(counter.refusal(TakeInstead{{"PS01"}, {"PS01"}}) == "miss.same_goods");
    CHECK(counter.refusal(TakeInstead{{"NO"}, {"PS01"}}) == "cart.unknown_sku");
}

TEST_CASE("an order that saves a sale says which way the customer chose")
{
    Counter counter;
    counter.open();
    counter.must(OrderItem{{"SJ2207-1"}, Quantity::pieces(1), Delivery::ship_to_shop, {"", "13800000001", ""}, {}});
    counter.must(Pay{TenderKind::card, counter.view().cart.due, ""});

    const MissRecorded miss{counter.books.all<MissRecorded>().back()};
    CHECK(miss.chosen == MissChoice::ship_to_shop);
    CHECK(miss.chosen_sku.text == "SJ2207-1");
}
