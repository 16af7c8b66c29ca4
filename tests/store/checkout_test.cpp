// Swaps, serial numbers, debts paid back and codes by telephone, in a till's own books.
#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using test::OpenTill;

namespace {

SaleLine swap_line(LineKind kind, const std::string& sku, const std::string& receipt)
{
    SaleLine line{test::sale_line(sku, 1, 0)};
    line.line_kind = kind;
    line.swapped_receipt = {receipt};
    line.swapped_line = 1;
    return line;
}

SaleLine return_of(const std::string& sku, const std::string& receipt, std::int64_t minor)
{
    SaleLine line{test::sale_line(sku, 1, -minor)};
    line.line_kind = LineKind::return_;
    line.returned_receipt = {receipt};
    line.returned_line = 1;
    return line;
}

} // namespace

TEST_CASE("a till knows as what its pieces are out after a swap and a return, and moves the stock")
{
    OpenTill till;
    till.did(test::sale("S01-71-000001", 1, {test::sale_line("RED", 2, 20'000)}));
    till.did(test::sale("S01-71-000002", 1, {swap_line(LineKind::return_, "RED", "S01-71-000001"),
                                             swap_line(LineKind::sale, "BLACK", "S01-71-000001")}));

    const auto moved = till.store().days().pieces_moved({"S01-71-000001"});
    REQUIRE(moved.size() == 2);
    CHECK(moved[0].sku.text == "BLACK");
    CHECK(moved[0].milli == 1'000);
    CHECK(moved[1].milli == -1'000);
    CHECK(till.store().days().visits({"S01-71-000001"}).empty()); // Nothing came back.

    till.did(test::sale("S01-71-000003", 1, {return_of("BLACK", "S01-71-000001", 10'000)}));
    CHECK(till.store().days().pieces_moved({"S01-71-000001"})[0].milli == 0);
    CHECK(till.store().days().visits({"S01-71-000001"}).size() == 1);
}

TEST_CASE("a serial number is out from its sale to its return")
{
    OpenTill till;
    SaleLine watch{test::sale_line("WATCH", 1, 10'000)};
    watch.serial = "SN-1";
    till.did(test::sale("S01-71-000001", 1, {watch}));
    CHECK(till.store().days().sold_serial({"WATCH"}, "SN-1").text == "S01-71-000001");
    CHECK(till.store().days().sold_serial({"OTHER"}, "SN-1").empty());
    CHECK(till.store().days().sold_serial({"WATCH"}, "SN-2").empty());

    SaleLine back{return_of("WATCH", "S01-71-000001", 10'000)};
    back.serial = "SN-1";
    till.did(test::sale("S01-71-000002", 1, {back}));
    CHECK(till.store().days().sold_serial({"WATCH"}, "SN-1").empty());
}

TEST_CASE("goods say in the till's books which piece they are")
{
    OpenTill till;
    CatalogueItem watch{test::item("WATCH", "W", "手表", 10'000)};
    watch.needs_serial = true;
    till.told(ItemsListed{{watch}});
    CHECK(till.store().catalogue().find({"WATCH"})->needs_serial);
    watch.needs_serial = false;
    watch.needs_lot = true;
    till.told(ItemsListed{{watch}});
    CHECK_FALSE(till.store().catalogue().find({"WATCH"})->needs_serial);
    CHECK(till.store().catalogue().find({"WATCH"})->needs_lot);
}

TEST_CASE("a debt paid back here is less at once, one paid elsewhere when it is heard of")
{
    OpenTill till;
    till.told(MemberSet{test::member("M1", "13800000001", "林晓梅"), 0, 0});
    SaleCompleted sale{test::sale("S01-71-000001", 1, {test::sale_line("RED", 1, 10'000)}, TenderKind::on_account)};
    sale.member = {"M1"};
    till.did(sale);
    AccountPaid paid;
    paid.payment = 1;
    paid.member = {"M1"};
    paid.store = {"S01"};
    paid.business_date = "2026-11-22";
    paid.taken.amount = Money::from_minor(4'000);
    paid.taken.given = paid.taken.amount;
    const std::int64_t number{till.did(paid)};
    CHECK(till.store().members().owed({"M1"}).minor() == 6'000);
    CHECK(till.store().days().counts().payments == 1);

    till.told(AccountPosted{{"M1"}, Money::from_minor(-4'000), "S01-71-R00001", test::own_till, number});
    CHECK(till.store().members().owed({"M1"}).minor() == 6'000);
    till.told(AccountPosted{{"M1"}, Money::from_minor(-1'000), "S02-2-R00001", 2, 7});
    CHECK(till.store().members().owed({"M1"}).minor() == 5'000);
}

TEST_CASE("wrong codes by telephone are remembered until one was right, and no request is used twice")
{
    OpenTill till;
    for (int n{0}; n < 3; ++n) till.did(PhoneCodeTried{"48213307", {"王芳"}});
    CHECK(till.store().staff().phone_tries().failed_tries == 3);
    till.reopen();
    CHECK(till.store().staff().phone_tries().failed_tries == 3);
    CHECK_FALSE(till.store().staff().phone_request_used("48213307"));

    OverrideGiven given;
    given.action = "discount.line";
    given.phone_request = "48213307";
    till.did(given);
    CHECK(till.store().staff().phone_tries().failed_tries == 0);
    CHECK(till.store().staff().phone_request_used("48213307"));
}

TEST_CASE("what the checkout keeps is worked out again from the journal to the same rows")
{
    OpenTill till;
    SaleLine watch{test::sale_line("WATCH", 1, 10'000)};
    watch.serial = "SN-1";
    till.did(test::sale("S01-71-000001", 1, {watch}));
    till.did(test::sale("S01-71-000002", 1, {swap_line(LineKind::return_, "WATCH", "S01-71-000001"),
                                             swap_line(LineKind::sale, "CLOCK", "S01-71-000001")}));
    till.did(PhoneCodeTried{"48213307", {"王芳"}});
    till.told(PhoneKeySet{test::own_till, "9f2c"});
    till.close();

    const auto verified = verify_folder(till.path());
    REQUIRE(verified);
    CHECK(verified->ok);
}
