// The key that names gift cards, from the head office's database to two tills with
// device keys of their own: a card is known in every shop by one name.
#include "sync/client/request_signer.hpp"
#include "sync/events/purse_account.hpp"
#include "sync/office/stored_value.hpp"
#include "terminal/store/till_secrets.hpp"
#include "tests/office/fresh_office.hpp"
#include "tests/support/open_till.hpp"

#include <optional>

using namespace guitai;
using namespace guitai::office;
using namespace guitai::office::tests;

namespace {

// A till that the head office knows by that number and by its own device key.
struct KnownTill {
    KnownTill(FreshOffice& office, TillNumber number) : enrolled_as{number}
    {
        const auto seed = key_for_folder(till.path());
        REQUIRE(seed);
        office.say(TillEnrolled{number, {"S01"}, RequestSigner{*seed}.public_key(), false});
        key.emplace(*seed, till.store().folder().connection(), test::own_till, SharedKeyUse::gift);
    }
    void hear(GiftKeySet set)
    {
        set.till = test::own_till; // As its own books call it.
        till.told(set);
    }

    TillNumber enrolled_as{0};
    test::OpenTill till;
    std::optional<TillSharedKey> key;
};

void share(FreshOffice& fresh, TillNumber till)
{
    database::Transaction open{*fresh.connection};
    share_gift_key(*fresh.office, open, till);
    open.commit();
}

} // namespace

TEST_CASE("two tills know a gift card by one name, and each was told the key once")
{
    FreshOffice fresh{"sqlite::memory:"};
    furnish(fresh);
    KnownTill one{fresh, 71};
    KnownTill two{fresh, 72};
    CHECK_FALSE(one.key->mac_of("anything")); // Nothing was heard yet.
    for (const TillNumber till : {one.enrolled_as, two.enrolled_as, one.enrolled_as}) share(fresh, till);

    const auto told = fresh.news_of<GiftKeySet>();
    REQUIRE(told.size() == 2);
    CHECK(told[0].sealed_key != told[1].sealed_key);
    one.hear(told[0]);
    two.hear(told[1]);

    const std::string card{signed_gift_code("GIFT20260007")};
    REQUIRE(one.key->mac_of(card));
    CHECK(one.key->mac_of(card) == two.key->mac_of(card));
    CHECK(one.key->mac_of(card) != one.key->mac_of(signed_gift_code("GIFT20260008")));
}

TEST_CASE("a gift key that was sealed for another till names no card here")
{
    FreshOffice fresh{"sqlite::memory:"};
    furnish(fresh);
    KnownTill one{fresh, 71};
    const KnownTill two{fresh, 72};
    share(fresh, two.enrolled_as);

    one.hear(fresh.news_of<GiftKeySet>().at(0));

    CHECK_FALSE(one.key->mac_of(signed_gift_code("GIFT20260007")));
}
