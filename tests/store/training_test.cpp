#include "terminal/store/training.hpp"
#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

TEST_CASE("practice books know what the head office said and nothing that was sold", "[store]")
{
    OpenTill till;
    CatalogueItem item;
    item.sku = {"A1"};
    item.name = "羊毛围巾";
    item.price = Money::from_minor(19'900);
    till.told(ItemsListed{{item}});
    till.did(sale("S01-71-000001", 1, {sale_line("A1", 1, 19'900)}));

    REQUIRE(make_training(till.path()));

    auto folder = DataFolder::open(training_path(till.path()));
    REQUIRE(folder);
    CHECK(folder->device().office_url.empty());
    CHECK(folder->device().test);
    const FakeClock clock;
    const TillStore practice{std::move(*folder), clock};
    CHECK(practice.shop().training);
    CHECK_FALSE(till.store().shop().training);
    CHECK(practice.catalogue().find({"A1"})->name == "羊毛围巾");
    CHECK(!practice.days().sale({"S01-71-000001"}));
    CHECK(practice.days().counts().receipts == 0);
}

TEST_CASE("practice goes on where it ended, and its books hold", "[store]")
{
    OpenTill till;
    till.told(ItemsListed{{}});
    REQUIRE(make_training(till.path()));
    {
        const FakeClock clock;
        TillStore practice{*DataFolder::open(training_path(till.path())), clock};
        (void)practice.ledger().write({sale("S01-999999-000001", 1, {})});
    }
    till.told(ItemsListed{{}}); // What is said later does not disturb it.

    REQUIRE(make_training(till.path()));

    const FakeClock clock;
    const TillStore practice{*DataFolder::open(training_path(till.path())), clock};
    CHECK(practice.days().counts().receipts == 1);
}

TEST_CASE("where there is no till there is nothing to practise on", "[store]")
{
    const TempFolder temp;

    CHECK(make_training(temp / "nothing").error().code == "folder.not_a_till");
    CHECK(!std::filesystem::exists(training_path(temp / "nothing")));
}
