#include "sync/events/purse_account.hpp"
#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("points and money of one member are in two purses")
{
    CHECK(value_account({"M1"}) == "value/M1");
    CHECK(unit_of("M1") == LotUnit::points);
    CHECK(unit_of(value_account({"M1"})) == LotUnit::fen);
    CHECK(value_tender(value_account({"M1"})) == TenderKind::stored_value);
    CHECK(shown_account(value_account({"M1"})).empty());
}

TEST_CASE("a gift card's number is taken as people type it, and what is none is none")
{
    CHECK(gift_code(" gift 2026-0007 ") == "GIFT20260007");
    CHECK(gift_code("12345678") == "12345678");
    for (const char* wrong : {"", "1234567", "123456789012345678901234567890123", "GIFT_2026", "礼品卡12345678"}) {
        INFO(wrong);
        CHECK(gift_code(wrong).empty());
    }
}

TEST_CASE("an account shows the last four of its card and nothing else of it")
{
    const std::string account{gift_account("GIFT20260007", "0123456789abcdef0123456789abcdef0123456789abcdef")};

    CHECK(account == "gift/0007/0123456789abcdef0123456789abcdef");
    CHECK(is_gift_account(account));
    CHECK(unit_of(account) == LotUnit::fen);
    CHECK(value_tender(account) == TenderKind::gift_card);
    CHECK(shown_account(account) == "…0007");
}
