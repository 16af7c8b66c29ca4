#include "sync/events/promise.hpp"

#include "tests/support/catch.hpp"

using namespace guitai;

TEST_CASE("a warehouse takes two days to a door and three to a shop", "[events]")
{
    CHECK(promised_by(Delivery::ship, PlaceKind::warehouse, "2026-11-22") == "2026-11-24");
    CHECK(promised_by(Delivery::ship_to_shop, PlaceKind::warehouse, "2026-11-29") == "2026-12-02");
}

TEST_CASE("another shop packs a day later, and what lies there is collected today", "[events]")
{
    CHECK(promised_by(Delivery::ship, PlaceKind::shop, "2026-11-22") == "2026-11-25");
    CHECK(promised_by(Delivery::ship_to_shop, PlaceKind::shop, "2026-11-22") == "2026-11-26");
    CHECK(promised_by(Delivery::collect, PlaceKind::shop, "2026-11-22") == "2026-11-22");
}

TEST_CASE("a delivery slot is over when its end has passed", "[events]")
{
    const std::string slot{"2026-11-27 14:00-18:00"};
    CHECK_FALSE(is_slot_over(slot, "2026-11-27 18:00"));
    CHECK(is_slot_over(slot, "2026-11-27 18:01"));
    CHECK(is_slot_over(slot, "2026-11-28 09:00"));
    CHECK_FALSE(is_slot_over(slot, "2026-11-26 23:59"));
    CHECK_FALSE(is_slot_over("", "2026-11-27 18:01"));
    CHECK_FALSE(is_slot_over("afternoon", "2026-11-27 18:01"));
}

TEST_CASE("goods are late after the day they were promised for, or their slot where that is over first", "[events]")
{
    CHECK(late_after("2026-11-28", "2026-11-27 14:00-18:00") == "2026-11-27 18:00");
    CHECK(late_after("2026-11-26", "2026-11-27 14:00-18:00") == "2026-11-26 24:00");
    CHECK(late_after("2026-11-26", "") < std::string{"2026-11-27 00:00"});
    CHECK(late_after("2026-11-26", "") > std::string{"2026-11-26 23:59"});
    CHECK(late_after("", "").empty());
}
