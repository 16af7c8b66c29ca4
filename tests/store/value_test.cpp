#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_till.hpp"

using namespace guitai;
using namespace guitai::literals;
using test::OpenTill;

namespace {

constexpr const char* purse{"value/M1"};

ValueLoaded loaded(Money amount, Money bonus, bool kept = false)
{
    ValueLoaded load;
    load.load = 1;
    load.account = purse;
    load.member = {"M1"};
    load.store = {"S01"};
    load.shift = 1;
    load.business_date = "2026-11-22";
    load.taken.amount = amount;
    load.taken.given = amount;
    LotEarned lot;
    lot.account = purse;
    lot.unit = LotUnit::fen;
    lot.lot_kind = LotKind::principal;
    lot.amount = amount.minor();
    lot.earned_on = "2026-11-22";
    lot.kept = kept;
    load.lots = {lot};
    if (bonus.is_zero()) return load;
    lot.n = 2;
    lot.lot_kind = LotKind::bonus;
    lot.amount = bonus.minor();
    lot.expires_on = "2026-12-31";
    load.lots.push_back(lot);
    return load;
}

SaleCompleted spending(const std::string& receipt, std::vector<LotPart> parts)
{
    SaleCompleted sale{test::sale(receipt, 1, {test::sale_line("RED", 1, 10'000)}, TenderKind::stored_value)};
    ValueSpent spent;
    spent.account = purse;
    for (const LotPart& part : parts) spent.amount += Money::from_minor(part.amount);
    spent.lots = std::move(parts);
    sale.value_spent = {spent};
    return sale;
}

Money seen(OpenTill& till, std::string_view today = "2026-11-22")
{
    return till.store().points().value(purse, today);
}

} // namespace

TEST_CASE("what is in a purse is what was paid in, less what was spent and what is past its day")
{
    OpenTill till;
    till.did(loaded(50000_fen, 3000_fen));
    CHECK(seen(till) == 53000_fen);
    CHECK(seen(till, "2026-12-31") == 53000_fen);
    CHECK(seen(till, "2027-01-01") == 50000_fen);

    till.did(spending("S01-71-000001", {{"S01-71-V00001/2", "", 3'000, "2026-12-31"},
                                        {"S01-71-V00001/1", "", 7'000, ""}}));

    CHECK(seen(till) == 43000_fen);
    CHECK(seen(till, "2027-01-01") == 43000_fen);
    CHECK(till.store().days().counts().loads == 1);
}

TEST_CASE("what another till did with a purse is heard once, and one's own is not counted again")
{
    OpenTill till;
    const std::int64_t number{till.did(loaded(50000_fen, {}))};

    till.told(ValuePosted{purse, 50000_fen, "", ValueReason::loaded, "S01-71-V00001", "", test::own_till, number});
    CHECK(seen(till) == 50000_fen);
    till.told(ValuePosted{purse, Money::from_minor(-2'000), "", ValueReason::spent, "S02-2-000004", "", 2, 9});
    CHECK(seen(till) == 48000_fen);
    till.told(ValuePosted{purse, 500_fen, "", ValueReason::restored, "S02-2-000005", "S02-2-000004/2", 2, 10});
    CHECK(seen(till) == 48500_fen);
    CHECK(till.store().points().restored("S02-2-000004/2") == 500_fen);
}

TEST_CASE("money paid in without a line is one lease of both its lots, and goes down as it is spent")
{
    OpenTill till;
    till.did(loaded(5000_fen, 300_fen, true));

    const auto lease = till.store().points().lease("S01-71-V00001");
    REQUIRE(lease);
    REQUIRE(lease->lots.size() == 2);
    CHECK(lease->lots[0].lot_kind == LotKind::bonus); // It expires.
    till.did(spending("S01-71-000001", {{"S01-71-V00001/2", "S01-71-V00001", 300, "2026-12-31"},
                                        {"S01-71-V00001/1", "S01-71-V00001", 5'000, ""}}));
    CHECK_FALSE(till.store().points().lease("S01-71-V00001"));
}

TEST_CASE("purses of money are worked out again from the journal to the same rows")
{
    OpenTill till;
    till.did(loaded(50000_fen, 3000_fen));
    till.did(spending("S01-71-000001", {{"S01-71-V00001/1", "", 7'000, ""}}));
    till.told(GiftKeySet{test::own_till, "9f2c"});

    till.close();

    const auto verified = verify_folder(till.path());
    REQUIRE(verified);
    CHECK(verified->ok);
}
