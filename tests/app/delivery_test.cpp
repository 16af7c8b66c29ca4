#include "tests/support/catch.hpp"
#include "tests/support/offer_tickets.hpp"

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

const Recipient lin{"林晓梅", "13800000001", "人民路 1 号"};
constexpr const char* free_from_300{R"({"id": "BAOYOU", "name": {"zh_CN": "满300包邮", "en": "Free delivery"},
    "kind": "delivery", "min_amount_minor": 30000, "fee_minor": 0})"};

struct WithCoat : Counter {
    explicit WithCoat(Money fee)
    {
        shop.delivery_fee = fee;
        restart();
        open();
        must(AddProduct{{"SJ2207-2"}});
    }
    [[nodiscard]] const CartLineView& line() const { return view().cart.lines.at(0); }
};

} // namespace

TEST_CASE("goods on the ticket are sent home for the shop's fee, and taken along again for none")
{
    WithCoat counter{1200_fen};

    counter.must(SetDelivery{counter.line().line, Delivery::ship, {}, lin, {}});
    CHECK(counter.line().kind == LineKind::order);
    CHECK(counter.line().fee == 1200_fen);
    CHECK(counter.view().cart.delivery == 1200_fen);
    CHECK(counter.view().cart.total == 71100_fen);

    counter.must(SetDelivery{counter.line().line, {}, {}, {}, {}});
    CHECK(counter.line().kind == LineKind::sale);
    CHECK(counter.view().cart.total == 69900_fen);
    CHECK(counter.refusal(SetDelivery{counter.line().line, {}, 500_fen, {}, {}}) == "delivery.no_fee");
    CHECK(counter.refusal(SetDelivery{99, Delivery::ship, {}, lin, {}}) == "cart.no_such_line");
}

TEST_CASE("a fee may be raised by anybody, and lowered by a second person")
{
    WithCoat counter{1200_fen};
    const LineNumber line{counter.line().line};

    counter.must(SetDelivery{line, Delivery::ship, 2000_fen, lin, {}});
    CHECK(counter.view().cart.total == 71900_fen);
    CHECK(counter.refusal(SetDelivery{line, Delivery::ship, -(1_fen), {}, {}}) == "delivery.bad_fee");
    CHECK(counter.refusal(SetDelivery{line, Delivery::ship, 500_fen, {}, {}}) == "delivery.needs_approval");
    counter.must(Approve{"陈店长", "8642"});

    CHECK(counter.view().cart.total == 70400_fen);
    CHECK(counter.line().recipient.address == lin.address); // Who gets it need not be said again.
    CHECK(counter.books.all<OverrideGiven>().back().amount == 700_fen);
    counter.must(SetDelivery{line, Delivery::ship_to_shop, {}, {}, {}});
    CHECK(counter.view().cart.total == 69900_fen);
}

TEST_CASE("a home needs an address, and what comes back is not delivered")
{
    WithCoat counter{{}};

    CHECK(counter.refusal(SetDelivery{counter.line().line, Delivery::ship, {}, {"林", "13800000001", ""}, {}}) ==
          "order.incomplete");
    CHECK(counter.line().kind == LineKind::sale);
    counter.must(Pay{TenderKind::cash, 69900_fen});
    counter.must(ReturnLine{counter.view().payment.done->receipt, 1, Quantity::pieces(1), "不想要了"});
    CHECK(counter.refusal(SetDelivery{counter.line().line, Delivery::ship, {}, lin, {}}) ==
          "delivery.not_for_returns");
}

TEST_CASE("an offer of free delivery takes the fee off and says so on line and paper")
{
    WithCoat counter{1200_fen};
    counter.offers.set(7, free_from_300);

    counter.must(SetDelivery{counter.line().line, Delivery::ship, {}, lin, {}});

    CHECK(counter.view().cart.total == 69900_fen);
    REQUIRE(counter.line().why.size() == 2);
    CHECK(counter.line().why[0].code == "delivery.fee");
    CHECK(counter.line().why[0].amount == -(1200_fen));
    CHECK(counter.line().why[1].code == "why.delivery");
    CHECK(counter.line().why[1].amount == 1200_fen);
    CHECK(counter.line().why[1].promotion == "BAOYOU");
    CHECK(counter.line().fee.is_zero());
    counter.must(Pay{TenderKind::card, 69900_fen});
    const OrderPlaced placed{counter.books.all<OrderPlaced>().back()};
    CHECK(placed.total == 69900_fen);
    CHECK(placed.recipient == lin);
    CHECK(counter.books.printed.back().text.find("why.delivery") != std::string::npos);
}
