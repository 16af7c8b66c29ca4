#include "tests/support/catch.hpp"
#include "tests/support/fake_ports.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::Counter;

namespace {

struct WithScarf : Counter {
    WithScarf()
    {
        open();
        must(ScanBarcode{"6900000000059"});
    }
    std::string discount(std::int64_t basis_points)
    {
        return refusal(DiscountLine{1, BasisPoints{basis_points}, {}, "线头"});
    }
    [[nodiscard]] Money total() const { return view().cart.total; }
};

} // namespace

TEST_CASE("a clerk takes ten percent off and not a fen more")
{
    WithScarf counter;

    CHECK(counter.discount(1'000).empty());
    CHECK(counter.total() == 11610_fen);
    CHECK(counter.refusal(DiscountLine{1, {}, 1290_fen, "线头"}).empty());
    CHECK(counter.refusal(DiscountLine{1, {}, 1291_fen, "线头"}) == "discount.needs_approval");
    CHECK(counter.total() == 11610_fen);
}

TEST_CASE("beyond the cap the owner allows it by PIN, in place, and it is written down")
{
    WithScarf counter;

    REQUIRE(counter.discount(3'000) == "discount.needs_approval");
    CHECK(counter.view().approval.code == "discount.needs_approval");
    CHECK(counter.total() == 12900_fen);
    counter.must(Approve{"陈店长", "8642"});

    CHECK(counter.total() == 9030_fen);
    CHECK(counter.view().approval.code.empty());
    CHECK(counter.view().session.staff->name.text == "王芳");
    const OverrideGiven given{counter.books.all<OverrideGiven>().back()};
    CHECK(given.asked_by.text == "王芳");
    CHECK(given.approved_by.text == "陈店长");
    CHECK(given.action == "discount.line");
    CHECK(given.reason == "线头");
    CHECK(given.amount == 3870_fen);
}

TEST_CASE("neither the clerk nor another clerk can allow it")
{
    WithScarf counter;
    REQUIRE(counter.discount(3'000) == "discount.needs_approval");

    CHECK(counter.refusal(Approve{"王芳", "2468"}) == "approval.wrong_person");
    CHECK(counter.refusal(Approve{"李雪", "1357"}) == "approval.wrong_person");

    CHECK(counter.total() == 12900_fen);
    CHECK(counter.books.all<OverrideGiven>().empty());
    CHECK(counter.refusal(Approve{"陈店长", "8642"}).empty());
}

TEST_CASE("a wrong PIN on an approval counts as a try and leaves the question open")
{
    WithScarf counter;
    REQUIRE(counter.discount(3'000) == "discount.needs_approval");

    CHECK(counter.handle(Approve{"陈店长", "0000"}).error() == Refusal{"sign_in.wrong", "4"});
    CHECK(counter.total() == 12900_fen);
    CHECK(counter.view().approval.code == "discount.needs_approval");
    for (int n{0}; n < 4; ++n) (void)counter.handle(Approve{"陈店长", "0000"});
    CHECK(counter.refusal(Approve{"陈店长", "8642"}) == "sign_in.locked");
}

TEST_CASE("approvals do not use up the approver's tries")
{
    WithScarf counter;

    for (int n{0}; n < 8; ++n) {
        REQUIRE(counter.discount(3'000 + n) == "discount.needs_approval");
        REQUIRE(counter.refusal(Approve{"陈店长", "8642"}).empty());
    }
}

TEST_CASE("half price is the most that anybody may give")
{
    WithScarf counter;

    CHECK(counter.discount(5'001) == "discount.above_cap");
    counter.must(SignIn{"陈店长", "8642"});
    CHECK(counter.discount(5'000).empty());
    CHECK(counter.total() == 6450_fen);
    CHECK(counter.discount(5'001) == "discount.above_cap");
}

TEST_CASE("an approval is for the one thing that was asked")
{
    WithScarf counter;
    REQUIRE(counter.discount(3'000) == "discount.needs_approval");
    counter.must(ScanBarcode{"6900000000001"});

    CHECK(counter.refusal(Approve{"陈店长", "8642"}) == "approval.nothing_waits");
    CHECK(counter.refusal(GiveUpApproval{}).empty());
}

TEST_CASE("an amount off many pieces is asked about again when few are left")
{
    WithScarf counter;
    counter.must(SetQuantity{1, Quantity::pieces(10)});
    counter.must(DiscountLine{1, {}, 12900_fen, "一起买"});

    CHECK(counter.refusal(SetQuantity{1, Quantity::pieces(2)}) == "discount.needs_approval");
    CHECK(counter.view().cart.pieces == 10);
    counter.must(Approve{"陈店长", "8642"});
    CHECK(counter.view().cart.pieces == 2);
    CHECK(counter.refusal(SetQuantity{1, Quantity::pieces(1)}) == "discount.above_cap");
}

TEST_CASE("a discount of nothing takes the discount off again")
{
    WithScarf counter;
    counter.must(DiscountLine{1, BasisPoints{1'000}, {}, "线头"});

    counter.must(DiscountLine{1, {}, {}, ""});

    CHECK(counter.total() == 12900_fen);
    CHECK(counter.view().cart.lines[0].why.empty());
}

TEST_CASE("an ill-formed discount is refused")
{
    WithScarf counter;

    CHECK(counter.refusal(DiscountLine{1, BasisPoints{-1}, {}, ""}) == "discount.bad_amount");
    CHECK(counter.refusal(DiscountLine{1, BasisPoints{10'001}, {}, ""}) == "discount.bad_amount");
    CHECK(counter.refusal(DiscountLine{1, {}, -(1_fen), ""}) == "discount.bad_amount");
    CHECK(counter.refusal(DiscountLine{1, BasisPoints{100}, 1_fen, ""}) == "discount.bad_amount");
    CHECK(counter.refusal(DiscountLine{7, BasisPoints{100}, {}, ""}) == "cart.no_such_line");
}

TEST_CASE("an approval that the disk could not keep takes nothing off the ticket")
{
    WithScarf counter;
    REQUIRE(counter.discount(3'000) == "discount.needs_approval");
    counter.books.disk_full = true;

    CHECK_THROWS(counter.handle(Approve{"陈店长", "8642"}));

    CHECK(counter.total() == 12900_fen);
    counter.books.disk_full = false;
    counter.must(Approve{"陈店长", "8642"});
    CHECK(counter.total() == 9030_fen);
}
