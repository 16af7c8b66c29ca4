// Taps on the glass and the commands they make, screen by screen, over views
// written by hand: no till behind it.
#include "tests/support/catch.hpp"
#include "tests/support/glass_over_view.hpp"
#include "tests/support/sample_views.hpp"
#include "tests/ui/states.hpp"

using namespace guitai;
using namespace guitai::ui;
using test::GlassOverView;

TEST_CASE("a name, four digits and the green button sign a person in", "[ui][screens]")
{
    GlassOverView glass{test::signed_out()};

    glass.tap("sign_in.person/陈立");
    for (const char* digit : {"2", "4", "6", "8"}) glass.tap(std::string{"sign_in.pad/"} + digit);
    glass.tap("sign_in.go");

    const auto asked = glass.pushed<SignIn>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].name == "陈立");
    CHECK(asked[0].pin == "2468");
}

TEST_CASE("of many people one is found by the first letters of how the name is read", "[ui][screens]")
{
    GlassOverView glass{test::signed_out()};
    for (const char* name : {"孙玲", "周航", "何静", "郑国强", "吴海", "钱多"})
        glass.view.session.people.push_back({{name}, Role::clerk});
    glass.tap("sign_in.who");
    const bool all{glass.shows("sign_in.person/孙玲")};

    glass.type("zgq");

    CHECK(all);
    CHECK_FALSE(glass.shows("sign_in.person/孙玲"));
    glass.tap("sign_in.person/郑国强");
    CHECK(glass.memory.sign_in.name == "郑国强");
    CHECK_FALSE(glass.shows("sign_in.search"));
}

TEST_CASE("a PIN is typed on the keyboard as well, and three digits are not enough", "[ui][screens]")
{
    GlassOverView glass{test::signed_out()};

    glass.type("246");
    glass.key(Key::enter);
    const bool early{!glass.pushed<SignIn>().empty()};
    glass.type("8");
    glass.key(Key::enter);

    CHECK_FALSE(early);
    REQUIRE(glass.pushed<SignIn>().size() == 1);
    CHECK(glass.pushed<SignIn>()[0].pin == "2468");
}

TEST_CASE("a wrong PIN shows crosses until the next digit", "[ui][screens]")
{
    GlassOverView glass{test::signed_out()};
    glass.type("1111");
    glass.key(Key::enter);

    glass.view.session.people[0].tries_left = 4;
    (void)glass.shows("sign_in.go");
    const bool crosses{glass.memory.sign_in.wrong};
    glass.type("2");

    CHECK(crosses);
    CHECK_FALSE(glass.memory.sign_in.wrong);
    CHECK(glass.memory.sign_in.pin == "2");
}

TEST_CASE("the float is keyed in and opens the shift", "[ui][screens]")
{
    TillView view{test::at_work()};
    view.session.shift = 0;
    GlassOverView glass{std::move(view)};

    glass.tap("open.pad/3");
    glass.tap("open.pad/d");
    glass.tap("open.go");

    REQUIRE(glass.pushed<OpenShift>().size() == 1);
    CHECK(glass.pushed<OpenShift>()[0].float_amount == test::yuan(300));
}

TEST_CASE("a tile of one item sells it, a tile of many opens its grid", "[ui][screens]")
{
    TillView view{test::at_work()};
    view.catalogue.tiles[1].only_sku = {"ONE-1"};
    GlassOverView glass{std::move(view)};

    glass.tap("sale.tile/YS2118");
    glass.tap("sale.tile/YL2201");

    REQUIRE(glass.pushed<AddProduct>().size() == 1);
    CHECK(glass.pushed<AddProduct>()[0].sku.text == "ONE-1");
    REQUIRE(glass.pushed<OpenGrid>().size() == 1);
    CHECK(glass.pushed<OpenGrid>()[0].style.text == "YL2201");
}

TEST_CASE("typing anywhere on the sale searches, and Escape ends it", "[ui][screens]")
{
    GlassOverView glass{test::at_work()};

    glass.type("sj22");
    const auto searched = glass.pushed<SearchFor>();
    glass.key(Key::escape);

    REQUIRE(searched.size() == 4);
    CHECK(searched.back().text == "sj22");
    CHECK(glass.pushed<SearchFor>().back().text.empty());
    CHECK_FALSE(glass.memory.sale.catalogue.active);
}

TEST_CASE("a number that nothing was found for is tried as a code", "[ui][screens]")
{
    GlassOverView glass{test::at_work()};
    glass.view.catalogue.searched = "6901234567892";

    glass.type("6901234567892");
    glass.key(Key::enter);

    REQUIRE(glass.pushed<ScanBarcode>().size() == 1);
    CHECK(glass.pushed<ScanBarcode>()[0].digits == "6901234567892");
}

TEST_CASE("a line's tools change its quantity and take it away with a way back", "[ui][screens]")
{
    GlassOverView glass{test::selling()};

    glass.tap("sale.line/1/quantity/more");
    glass.tap("sale.line/1/quantity/less");
    glass.tap("sale.line/1/remove");
    glass.tap("toast.undo");

    const auto set = glass.pushed<SetQuantity>();
    REQUIRE(set.size() == 2);
    CHECK(set[0].quantity == Quantity::pieces(3));
    CHECK(set[1].quantity == Quantity::pieces(1));
    REQUIRE(glass.pushed<RemoveLine>().size() == 1);
    CHECK(glass.pushed<RemoveLine>()[0].line == 1);
    CHECK(glass.pushed<UndoRemove>().size() == 1);
}

TEST_CASE("a discount wants a size and a reason", "[ui][screens]")
{
    GlassOverView glass{test::selling()};

    glass.tap("ticket.discount");
    glass.tap("discount.percent/10");
    glass.tap("discount.reason/0");
    glass.tap("discount.go");

    REQUIRE(glass.pushed<DiscountLine>().size() == 1);
    const DiscountLine asked{glass.pushed<DiscountLine>()[0]};
    CHECK(asked.line == 1);
    CHECK(asked.percent.value == 1'000);
    CHECK(asked.amount.is_zero());
    CHECK(asked.reason == "小瑕疵");
}

TEST_CASE("a star opens the quantity and the digits go to its pad", "[ui][screens]")
{
    GlassOverView glass{test::selling()};

    glass.type("*12");
    glass.key(Key::enter);

    REQUIRE(glass.pushed<SetQuantity>().size() == 1);
    CHECK(glass.pushed<SetQuantity>()[0].quantity == Quantity::pieces(12));
    CHECK(glass.pushed<SearchFor>().empty());
}

TEST_CASE("F8 parks, F9 recalls one of the parked tickets", "[ui][screens]")
{
    GlassOverView glass{test::selling()};

    glass.key(Key::f8);
    glass.key(Key::f9);
    glass.tap("recall/2");

    CHECK(glass.pushed<Park>().size() == 1);
    REQUIRE(glass.pushed<Recall>().size() == 1);
    CHECK(glass.pushed<Recall>()[0].ticket == 2);
}

TEST_CASE("exact money settles with the one key, a note shows its change first", "[ui][screens]")
{
    GlassOverView exact{test::paying()};
    exact.tap("sale.pay");
    exact.tap("pay.quick/0");

    GlassOverView note{test::paying()};
    note.tap("sale.pay");
    note.tap("pay.quick/4");
    const bool at_once{!note.pushed<Pay>().empty()};
    note.key(Key::enter);

    REQUIRE(exact.pushed<Pay>().size() == 1);
    CHECK(exact.pushed<Pay>()[0].amount == test::yuan(1505, 50));
    CHECK_FALSE(at_once);
    REQUIRE(note.pushed<Pay>().size() == 1);
    CHECK(note.pushed<Pay>()[0].amount == test::yuan(1600));
    CHECK(note.pushed<Pay>()[0].tender == TenderKind::cash);
}

TEST_CASE("F3 from the sale takes the whole amount by card", "[ui][screens]")
{
    GlassOverView glass{test::selling()};

    glass.key(Key::f3);
    glass.key(Key::enter);

    REQUIRE(glass.pushed<Pay>().size() == 1);
    CHECK(glass.pushed<Pay>()[0].tender == TenderKind::card);
    CHECK(glass.pushed<Pay>()[0].amount == test::yuan(2505, 50));
}

TEST_CASE("digits typed while paying are the amount and nothing else", "[ui][screens]")
{
    GlassOverView glass{test::paying()};
    glass.tap("sale.pay");

    glass.type("2000");
    glass.tap("pay.go");

    REQUIRE(glass.pushed<Pay>().size() == 1);
    CHECK(glass.pushed<Pay>()[0].amount == test::yuan(2000));
    CHECK(glass.pushed<SearchFor>().empty());
}

TEST_CASE("an empty cell, ship to home and the last address make an order in five taps", "[ui][screens]")
{
    GlassOverView glass{test::with_grid()};
    glass.memory.capture.last_of["M-1-7"] = {"单晓梅", "13800004127", "安徽省黄山市休宁县迎宾大道16号"};

    glass.tap("grid.cell/SJ2207-01");
    REQUIRE(glass.pushed<ChooseCell>().size() == 1);
    glass.view = test::with_ways();
    glass.tap("grid.way/1");
    glass.tap("address.use_last");
    glass.tap("capture.go");

    REQUIRE(glass.pushed<OrderItem>().size() == 1);
    const OrderItem order{glass.pushed<OrderItem>()[0]};
    CHECK(order.sku.text == "SJ2207-01");
    CHECK(order.delivery == Delivery::ship);
    CHECK(order.recipient.phone == "13800004127");
    CHECK(order.recipient.address == "安徽省黄山市休宁县迎宾大道16号");
    CHECK(glass.pushed<CloseGrid>().size() == 1);
}

TEST_CASE("an order that the till refuses leaves the form as it was written", "[ui][screens]")
{
    GlassOverView glass{test::with_ways()};
    glass.tap("grid.way/0");

    glass.view.banner = {"order.needs_phone", "", true};
    glass.tap("capture.go");

    CHECK(glass.shows("capture.go"));
    CHECK(glass.pushed<CloseGrid>().empty());
    CHECK(glass.memory.capture.form.entries[AddressForm::name].text() == "单晓梅");
}

TEST_CASE("a lost sale is noted in three taps", "[ui][screens]")
{
    GlassOverView glass{test::with_ways()};

    glass.tap("grid.none");
    glass.tap("miss.size");

    REQUIRE(glass.pushed<RecordMiss>().size() == 1);
    CHECK(glass.pushed<RecordMiss>()[0].colour == "枫红");
    CHECK(glass.pushed<RecordMiss>()[0].size == "165/88A");
    CHECK(glass.pushed<RecordMiss>()[0].reason == MissReason::size);
}

TEST_CASE("a second person's PIN answers what waits for approval", "[ui][screens]")
{
    TillView view{test::selling()};
    view.approval = {"discount.needs_approval", "", Role::owner};
    GlassOverView glass{std::move(view)};
    (void)glass.shows("approval.go");

    glass.type("8642");
    glass.key(Key::enter);

    REQUIRE(glass.pushed<Approve>().size() == 1);
    CHECK(glass.pushed<Approve>()[0].name == "赵敏");
    CHECK(glass.pushed<Approve>()[0].pin == "8642");
}

TEST_CASE("the drawer is counted blind and the count is handed over whole", "[ui][screens]")
{
    TillView view{test::at_work()};
    view.close.expected_cash = test::yuan(123'456);
    GlassOverView glass{std::move(view)};

    glass.tap("rail.shift");
    glass.tap("shift.count");
    glass.type("5");
    glass.tap("close.pad/n");
    glass.type("12");
    glass.tap("close.counted");

    REQUIRE(glass.pushed<CountCash>().size() == 1);
    const CountCash counted{glass.pushed<CountCash>()[0]};
    CHECK(counted.counted == test::yuan(1100));
    REQUIRE(counted.denominations.size() == 2);
    CHECK(counted.denominations[1].count == 12);
}

TEST_CASE("a variance wants a reason before the shift closes", "[ui][screens]")
{
    TillView view{test::at_work()};
    view.close.counted = true;
    view.close.variance = -test::yuan(3);
    GlassOverView glass{std::move(view)};
    glass.memory.page = Go::shift;
    glass.memory.shift.step = ShiftStep::variance;
    glass.memory.shift.counts[0] = 5;

    glass.key(Key::enter);
    const bool early{!glass.pushed<CloseShift>().empty()};
    glass.tap("close.reason/0");
    glass.tap("close.shift");

    CHECK_FALSE(early);
    REQUIRE(glass.pushed<CloseShift>().size() == 1);
    CHECK(glass.pushed<CloseShift>()[0].counted == test::yuan(500));
    CHECK(glass.pushed<CloseShift>()[0].variance_reason == "找错钱");
}

TEST_CASE("a member found by four digits goes on the ticket", "[ui][screens]")
{
    GlassOverView glass{test::at_work()};

    glass.tap("rail.members");
    glass.type("4127");
    const auto searched = glass.pushed<SearchFor>();
    glass.view.catalogue.searched = "4127";
    glass.view.catalogue.members = {{{"M-1-7"}, "单晓梅", "Shàn", "女士", "13800004127", "gold"}};
    glass.tap("member.found/M-1-7");
    glass.view.member = test::lin_xiaomei();
    glass.tap("member.use");

    CHECK(searched.back().text == "4127");
    REQUIRE(glass.pushed<ShowMember>().size() == 1);
    REQUIRE(glass.pushed<AttachMember>().size() == 1);
    CHECK(glass.pushed<AttachMember>()[0].phone_or_card == "M-1-7");
    CHECK(glass.memory.page == Go::sell);
}

TEST_CASE("goods scanned while another page stood there bring the sale back", "[ui][screens]")
{
    GlassOverView glass{test::at_work()};
    glass.tap("rail.orders");

    glass.view = test::selling();
    (void)glass.shows("sale.pay");

    CHECK(glass.memory.page == Go::sell);
    CHECK(glass.shows("sale.pay"));
}

TEST_CASE("the language changes between two frames and stays with the settings", "[ui][screens]")
{
    GlassOverView glass{test::at_work()};

    glass.tap("rail.more");
    glass.tap("settings.language/1");
    glass.tap("settings.theme/1");

    CHECK(glass.memory.look.language == Language::english);
    CHECK(glass.memory.look.theme == ThemeChoice::dark);
    CHECK(glass.memory.look.look_at(12).theme == Theme::dark);
}

TEST_CASE("a fistful of coupons leaves the goods and the payment on the screen", "[ui][screens]")
{
    GlassOverView glass{test::selling_by_offers()};
    CartView& cart{glass.view.cart};
    for (int more{0}; more < 18; ++more) {
        cart.coupons.push_back(cart.coupons.front());
        cart.coupons.back().code = "C" + std::to_string(more);
    }

    CHECK(glass.shows("sale.line/1/quantity/more"));
    glass.tap("ticket.coupon/C17");

    REQUIRE(glass.pushed<RemoveCoupon>().size() == 1);
    CHECK(glass.pushed<RemoveCoupon>()[0].code == "C17");
    CHECK(glass.shows("sale.pay"));
}
