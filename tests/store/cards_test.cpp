// What the books say of a charge that nobody has settled yet.
#include "terminal/domain/card_reference.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::OpenTill;

namespace {

constexpr const char* key{"S01-71-C00001-6926b3a0"};

CardAsked asked(const std::string& about, Money amount)
{
    CardAsked event;
    event.key = about;
    event.amount = amount;
    event.shift = 1;
    event.staff = {"王芳"};
    return event;
}

CardAnswered answered(const std::string& about, CardOutcome outcome)
{
    CardAnswered event;
    event.key = about;
    event.outcome = outcome;
    return event;
}

} // namespace

TEST_CASE("a charge stays open until it was declined, given back, or stands in a sale")
{
    OpenTill till;
    till.did(asked(key, 12900_fen));
    till.did(asked("declined", 100_fen));
    till.did(asked("given back", -200_fen));
    const auto open = [&] { return till.store().days().open_cards(); };
    REQUIRE(open().size() == 3);
    CHECK(open()[0].key == key);
    CHECK(open()[0].amount == 12900_fen);
    CHECK(open()[0].asked_at_ms == till.clock.at_ms);
    CHECK_FALSE(open()[0].approved);
    CHECK(open()[2].amount == -200_fen);

    till.did(answered("declined", CardOutcome::declined));
    till.did(answered("given back", CardOutcome::given_back));
    till.did(answered(key, CardOutcome::approved));
    till.reopen();
    REQUIRE(open().size() == 1);
    CHECK(open()[0].approved);

    SaleCompleted sale{test::sale("S01-71-000001", 1, {test::sale_line("A", 1, 12900)}, TenderKind::card)};
    sale.tenders[0].reference = card_reference("000123", key);
    till.did(sale);
    CHECK(open().empty());
    CHECK(till.store().days().counts().cards == 3);
}

TEST_CASE("a reference typed by hand settles no charge")
{
    CHECK(card_key_in("000123").empty());
    CHECK(card_key_in(typed_reference(card_reference("000123", key))).empty());
    CHECK(card_key_in(card_reference("slip #7", key)) == key);
    CHECK(card_key_in(card_reference("", key)) == key);
}
