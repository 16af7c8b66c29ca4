#include "terminal/store/pins.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::test;

TEST_CASE("only the active people of this shop may sign in, the powerful last")
{
    OpenTill till;
    till.told(StaffSet{{"李敏"}, {"S01"}, Role::owner, "h1", true});
    till.told(StaffSet{{"王芳"}, {"S01"}, Role::clerk, "h2", true});
    till.told(StaffSet{{"赵强"}, {"S02"}, Role::clerk, "h3", true});
    till.told(StaffSet{{"陈静"}, {"S01"}, Role::adviser, "h4", true});
    till.told(StaffSet{{"陈静"}, {"S01"}, Role::adviser, "h4", false});

    const auto people = till.store().staff().people();

    REQUIRE(people.size() == 2);
    CHECK(people[0].name.text == "王芳");
    CHECK(people[1].name.text == "李敏");
    CHECK(!till.store().staff().find({"赵强"}));
    CHECK(!till.store().staff().find({"陈静"}));
}

TEST_CASE("tries are counted until the PIN is right, and news of a person forgives none")
{
    OpenTill till;
    till.told(StaffSet{{"王芳"}, {"S01"}, Role::clerk, "h2", true});
    till.did(SignInTried{{"王芳"}});
    till.clock.at_ms += minute_ms;
    till.did(SignInTried{{"王芳"}});
    till.told(StaffSet{{"王芳"}, {"S01"}, Role::adviser, "h5", true});
    till.reopen();

    auto person = till.store().staff().find({"王芳"});
    CHECK(person->failed_tries == 2);
    CHECK(person->last_try_at_ms == till.clock.at_ms);
    CHECK(person->pin_hash == "h5");

    till.did(SignedIn{{"王芳"}, Role::adviser});
    CHECK(till.store().staff().find({"王芳"})->failed_tries == 0);
}

TEST_CASE("the shop is as its head office set it")
{
    OpenTill till{test::Office::far_away};
    CHECK(till.store().shop().name == "S01");
    PlaceSet place;
    place.place = {"S01"};
    place.name = "人民路店";
    place.tax_included = false;
    place.delivery_fee = Money::from_minor(1'200);
    till.told(place);

    const ShopView shop{till.store().shop()};

    CHECK(shop.name == "人民路店");
    CHECK(shop.till == own_till);
    CHECK(!shop.tax_included);
    CHECK(shop.delivery_fee == Money::from_minor(1'200));
    CHECK(shop.has_office);
    OpenTill alone{test::Office::none};
    CHECK_FALSE(alone.store().shop().has_office);
}

TEST_CASE("a PIN matches its own hash and no other")
{
    const std::string hash{hash_pin("2468", PinCost::least)};

    CHECK(Argon2Pins{}.matches(hash, "2468"));
    CHECK(!Argon2Pins{}.matches(hash, "2469"));
    CHECK(!Argon2Pins{}.matches("no hash at all", "2468"));
    CHECK(hash != hash_pin("2468", PinCost::least));
    CHECK(random_pin().size() == 6);
    CHECK(check_pin("1234"));
    CHECK(check_pin("123").error().code == "staff.bad_pin");
    CHECK(check_pin("12a4").error().code == "staff.bad_pin");
}
