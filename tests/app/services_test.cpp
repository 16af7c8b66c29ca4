#include "tests/support/catch.hpp"
#include "tests/support/points_counter.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Office;
using test::PointsCounter;

namespace {

Service service(std::string name, std::int64_t points, std::vector<ServiceNeed> needs)
{
    Service made;
    made.service = name;
    made.name = "烹饪课";
    made.name_en = "Cooking class";
    made.points = points;
    made.needs = std::move(needs);
    return made;
}

// A class wants the scarf PS01, a course something that the member did not buy.
void offer(PointsCounter& counter)
{
    CatalogueItem pan;
    pan.sku = {"PAN"};
    pan.style = {"PAN"};
    pan.name = "炒锅";
    pan.category = "厨具/锅";
    pan.tags = {"食材"};
    pan.price = 9900_fen;
    counter.books.told(ItemsListed{{pan}});
    Service often{service("often", 10, {{"食材", "", {}}})};
    often.per_ticket = 2;
    counter.books.told(ServicesSet{{service("class", 200, {{"", "", {"PS01"}}}),
                                    service("course", 100, {{"", "厨具", {}}}), often}});
    counter.till->refresh();
}

std::int64_t balance(PointsCounter& counter)
{
    counter.must(AttachMember{"13800000001"});
    return counter.view().cart.member->points.balance;
}

const ServiceOfferView& offered(const PointsCounter& counter, std::string_view name)
{
    for (const ServiceOfferView& one : counter.view().services) {
        if (one.service == name) return one;
    }
    throw std::logic_error{"no such service"};
}

} // namespace

TEST_CASE("a service costs points and no money, earns nothing, and stands on the ticket and the receipt")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.serve();

    counter.must(AddService{"class"});

    CHECK(counter.view().cart.services == std::vector<ServiceLineView>{{"class", "烹饪课", "Cooking class", 200}});
    CHECK(counter.view().cart.total == 12900_fen);
    CHECK(counter.view().cart.points_earned == 129);
    const SaleCompleted sale{counter.pay()};
    CHECK(sale.total == 12900_fen);
    REQUIRE(sale.services.size() == 1);
    CHECK(sale.services[0].spent.n == first_service_n);
    CHECK(sale.services[0].spent.amount == 200);
    CHECK(sale.services[0].spent.worth.is_zero());
    CHECK(sale.spent.empty());
    CHECK(counter.view().payment.done->text.find("烹饪课") != std::string::npos);
    CHECK(counter.view().payment.done->points_balance == 5'000 - 200 + 129);
    CHECK(balance(counter) == 5'000 - 200 + 129);
}

TEST_CASE("without its goods on the ticket a service is refused by their name")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.serve();

    const auto refused = counter.handle(AddService{"course"});

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "service.needs_purchase");
    CHECK(refused.error().detail == "厨具");
    CHECK(offered(counter, "course").refusal == "service.needs_purchase");
    CHECK(offered(counter, "class").refusal.empty());
    CHECK(offered(counter, "class").needs == std::vector<std::string>{"羊毛围巾"});
    counter.must(AddProduct{{"PAN"}, Quantity::pieces(1)}); // By its category.
    counter.must(AddService{"course"});
    CHECK(counter.refusal(AddService{"moon"}) == "service.unknown");
    CHECK(counter.refusal(RemoveService{"class"}) == "service.not_on_ticket");
}

TEST_CASE("goods that come back, or are taken off again, answer no need")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.serve();
    counter.must(AddProduct{{"PAN"}, Quantity::pieces(1)});
    counter.must(AddService{"class"});

    counter.must(RemoveLine{counter.view().cart.lines.front().line});

    CHECK(counter.refusal(Pay{TenderKind::cash, counter.view().cart.due}) == "service.needs_purchase");
    counter.must(RemoveService{"class"});
    CHECK(counter.pay().services.empty());
    counter.must(ReturnGoods{{"PS01"}, Quantity::pieces(1), "不合适", ""});
    counter.must(AttachMember{"13800000001"});
    CHECK(counter.refusal(AddService{"class"}) == "service.needs_purchase");
}

TEST_CASE("one point too few is refused with how many there are, and enough leaves the rest")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.books.told(PointsPosted{{"M1"}, -4'801, "2027-12-31", PointsReason::reversed, "", 0, 0, {}});
    counter.till->refresh();
    counter.serve();

    const auto refused = counter.handle(AddService{"class"});

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "service.not_enough_points");
    CHECK(refused.error().detail == "199 / 200");
    CHECK(offered(counter, "class").detail == "199 / 200");
    counter.must(ClearTicket{});
    counter.books.told(PointsPosted{{"M1"}, 101, "2027-12-31", PointsReason::imported, "", 0, 0, {}});
    counter.till->refresh();
    counter.serve();
    counter.must(AddService{"class"});
    const SaleCompleted sale{counter.pay()};
    CHECK(balance(counter) == 100 + sale.points_earned);
}

TEST_CASE("a service is taken as often as the chain says, by members alone")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.must(AddProduct{{"PAN"}, Quantity::pieces(1)});
    CHECK(counter.refusal(AddService{"often"}) == "service.needs_member");
    counter.must(AttachMember{"13800000001"});

    counter.must(AddService{"often"});
    counter.must(AddService{"often"});

    CHECK(counter.refusal(AddService{"often"}) == "service.per_ticket");
    counter.must(DetachMember{});
    CHECK(counter.view().cart.services.empty());
}

TEST_CASE("points that pay and points of services come out of the same lots, each once")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.books.told(PointsPosted{{"M1"}, -4'700, "2027-12-31", PointsReason::reversed, "", 0, 0, {}});
    counter.till->refresh();
    counter.serve();
    counter.must(AddService{"class"});

    CHECK(counter.refusal(RedeemPoints{101}) == "points.not_enough");
    counter.must(RedeemPoints{100}); // All that is left beside the class.

    const SaleCompleted sale{counter.pay()};
    std::int64_t drawn{0};
    for (const LotPart& part : sale.spent.at(0).lots) drawn += part.amount;
    for (const LotPart& part : sale.services.at(0).spent.lots) drawn += part.amount;
    CHECK(drawn == 300);
    CHECK(balance(counter) == sale.points_earned);
}

TEST_CASE("a service that is given back restores its very lots, once; its goods coming back do not")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.serve();
    counter.must(AddService{"class"});
    const SaleCompleted sale{counter.pay()};

    counter.must(ReturnLine{sale.receipt, 1, Quantity::pieces(1), "不合适"});
    counter.must(Pay{TenderKind::cash, counter.view().cart.due});
    CHECK(balance(counter) == 4'800);
    counter.must(ClearTicket{});
    CHECK(counter.refusal(ReturnService{sale.receipt, "class", ""}) == "return.needs_reason");
    CHECK(counter.refusal(ReturnService{sale.receipt, "course", "不去了"}) == "service.not_on_receipt");
    counter.must(FindSale{sale.receipt, {}});
    CHECK_FALSE(counter.view().returns.sales.at(0).services.at(0).returned);
    counter.must(ReturnService{sale.receipt, "class", "不去了"});

    CHECK(counter.view().returns.sales.at(0).services.at(0).returned);
    const ServiceReturned back{counter.all<ServiceReturned>().at(0)};
    CHECK(back.restored.amount == 200);
    CHECK(back.restored.lots.at(0).lot == sale.services[0].spent.lots.at(0).lot);
    CHECK(counter.view().payment.service_back->points == 200);
    CHECK(counter.refusal(ReturnService{sale.receipt, "class", "不去了"}) == "service.returned_already");
    CHECK(balance(counter) == 5'000);
}

TEST_CASE("what the hand lacks for a service is asked for, and without a line the hand is all there is")
{
    PointsCounter counter;
    offer(counter);
    counter.line.arm();
    counter.sync.seen.reached = true;
    counter.serve();

    SECTION("at once")
    {
        counter.must(AddService{"class"});
        CHECK(counter.line.asked.back().amount == 200);
        CHECK(counter.pay().services.at(0).spent.lots == std::vector<LotPart>{{"lot", "0/101", 200, "2027-12-31"}});
    }
    SECTION("later")
    {
        counter.line.at_once = false;
        counter.must(AddService{"class"});
        CHECK(counter.view().cart.asking_service);
        CHECK(counter.refusal(AddService{"class"}) == "service.asking");
        counter.line.grant("M1", 200, counter.line.asked.back().ask);
        CHECK_FALSE(counter.view().cart.asking_service);
        CHECK(counter.view().cart.services.size() == 1);
    }
    SECTION("taken off again, its points go home")
    {
        counter.must(AddService{"class"});
        counter.must(RemoveService{"class"});
        REQUIRE(counter.all<LeaseReturned>().size() == 1);
        CHECK(counter.all<LeaseReturned>()[0].lots.at(0).amount == 200);
    }
    SECTION("the line is down")
    {
        counter.line.reached = false;
        counter.sync.seen.reached = false;
        counter.restart("nonce-2");
        counter.serve();
        CHECK(counter.refusal(AddService{"class"}) == "points.only_offline");
        CHECK(counter.pay().services.empty());
    }
    SECTION("there are too few")
    {
        counter.line.has = 10;
        CHECK(counter.refusal(AddService{"class"}) == "service.not_enough_points");
        CHECK(counter.view().cart.services.empty());
    }
}

TEST_CASE("a ticket that was put aside takes its services up again, or says that one is gone")
{
    PointsCounter counter{Office::none};
    offer(counter);
    counter.serve();
    counter.must(AddService{"class"});
    counter.must(Park{});
    const std::int64_t ticket{counter.view().parked_ticket};

    SECTION("still to be had")
    {
        counter.must(Recall{ticket});
        CHECK(counter.pay().services.size() == 1);
    }
    SECTION("not any more")
    {
        counter.books.told(ServicesSet{});
        counter.till->refresh();
        counter.must(Recall{ticket});
        CHECK(counter.view().banner.code == "service.gone");
        CHECK(counter.pay().services.empty());
    }
}
