// The promotion form is read whole or not at all, and says where it is wrong.
#include "sync/pricing/read_promotions.hpp"

#include "tests/pricing/counter.hpp"

using namespace guitai;
using guitai::test::offer;

namespace {

std::string form(const std::string& promotions)
{
    return R"({"format": "guitai.promotions", "version": 1, "revision": 7, "promotions": [)" + promotions + "]}";
}

// "code detail", or "read".
std::string answer(const std::string& text)
{
    const auto book = pricing::read_promotions(text);
    return book ? "read" : book.error().code + " " + book.error().detail;
}

std::string answer_to(const std::string& rest)
{
    return answer(form(offer("A", rest)));
}

} // namespace

TEST_CASE("a promotion form is read with its defaults")
{
    const auto book = pricing::read_promotions(form(
        offer("A", R"("kind": "order", "code": true, "steps": [{"quantity": 2, "off": {"percent": 12.5}}])")));

    REQUIRE(book.has_value());
    CHECK(book->revision == 7);
    const pricing::Promotion& promotion{book->promotions.at(0)};
    CHECK(promotion.cls == pricing::class_coupon);
    CHECK(promotion.stacks ==
          (pricing::class_price | pricing::class_line | pricing::class_order | pricing::class_points));
    CHECK(promotion.measure == pricing::Measure::order);
    CHECK(promotion.steps.at(0).off.value == 1'250);
    CHECK(promotion.earns_points);
}

TEST_CASE("percentages are exact to two decimals and never finer")
{
    const auto with = [](const char* percent) {
        return answer_to(R"("kind": "unit", "off": {"percent": )" + std::string{percent} + "}");
    };
    const std::string refused{"promotion.bad_value promotions[0].off.percent"};

    for (const char* good : {"0", "33.33", "100", "12.50", "99.990", "0.07"}) CHECK(with(good) == "read");
    for (const char* bad : {"1.005", "101", "-1", "100.01", "\"10\"", "1e1", "true"}) CHECK(with(bad) == refused);
}

TEST_CASE("an unknown field, kind or class is refused with its place")
{
    CHECK(answer_to(R"("kind": "unit", "off": {"percent": 1}, "colour": 1)") ==
          "promotion.unknown_field promotions[0].colour");
    CHECK(answer_to(R"("kind": "order", "steps": [{"amount_minor": 1, "off": {"percent": 1}, "of": 1}])") ==
          "promotion.unknown_field promotions[0].steps[0].of");
    CHECK(answer_to(R"("kind": "magic")") == "promotion.unknown_kind promotions[0].kind");
    CHECK(answer_to(R"("kind": "unit", "class": "order", "off": {"percent": 1})") ==
          "promotion.unknown_class promotions[0].class");
    CHECK(answer_to(R"("kind": "unit", "off": {"percent": 1}, "stacks_with": ["price", "gift"])") ==
          "promotion.unknown_class promotions[0].stacks_with[1]");
    CHECK(answer_to(R"("kind": "points", "multiplier": 200, "limit": {"per_ticket": 1})") ==
          "promotion.unknown_field promotions[0].limit");
}

TEST_CASE("a newer form, a doubled id and a doubled key are refused")
{
    const std::string one{offer("A", R"("kind": "unit", "off": {"percent": 1})")};

    CHECK(answer(R"({"format": "guitai.promotions", "version": 2, "promotions": []})") ==
          "promotion.newer_version version 2");
    CHECK(answer(R"({"format": "guitai.tickets", "version": 1, "promotions": []})") == "promotion.not_a_form format");
    CHECK(answer(form(one + "," + one)) == "promotion.repeated_id promotions[1].id");
    CHECK(answer_to(R"("kind": "unit", "kind": "set", "off": {"percent": 1})") == "document.repeated_key kind");
    CHECK(answer("{\"format\": ") == "document.unreadable byte 12");
}

TEST_CASE("amounts, counts and depth have limits")
{
    const auto amount = [](const char* minor) {
        return answer_to(R"("kind": "unit", "off": {"amount_minor": )" + std::string{minor} + "}");
    };

    CHECK(amount("1000000000000") == "read");
    CHECK(amount("1000000000001") == "promotion.bad_value promotions[0].off.amount_minor");
    CHECK(amount("-1") == "promotion.bad_value promotions[0].off.amount_minor");
    CHECK(amount("1.0") == "promotion.bad_value promotions[0].off.amount_minor");
    CHECK(answer(std::string(40, '[') + std::string(40, ']')) == "document.too_large more than 16 deep");
}

TEST_CASE("rewards that contradict themselves are refused")
{
    const std::string steps{"promotion.bad_value promotions[0]."};

    CHECK(answer_to(R"("kind": "unit", "off": {"percent": 1, "amount_minor": 1})") == steps + "off");
    CHECK(answer_to(R"("kind": "set", "parts": [{"quantity": 2}])") == steps + "parts");
    CHECK(answer_to(R"("kind": "set", "parts": [{"quantity": 2}], "ranks": [50, 0])") == steps + "ranks");
    CHECK(answer_to(R"("kind": "set", "parts": [{"quantity": 3}], "ranks": [0, 50])") == steps + "ranks");
    CHECK(answer_to(R"("kind": "order", "repeat": true, "steps": [{"amount_minor": 0, "off": {"amount_minor": 1}}])") ==
          steps + "repeat");
    CHECK(answer_to(R"("kind": "order", "steps": [{"amount_minor": 5, "off": {"percent": 1}},)"
                    R"({"amount_minor": 5, "off": {"percent": 2}}])") == steps + "steps[1]");
    CHECK(answer_to(R"("kind": "order", "on_return": "share", )"
                    R"("steps": [{"amount_minor": 5, "off": {"percent": 1}}])") ==
          steps + "on_return");
}

TEST_CASE("a coupon to be issued must be on file")
{
    const std::string issue{
        offer("I", R"("kind": "issue", "min_amount_minor": 100, "coupon": "K", "valid_days": 30)")};
    const std::string coupon{
        offer("K", R"("kind": "order", "code": true, "steps": [{"amount_minor": 1, "off": {"percent": 1}}])")};

    const auto alone = pricing::read_promotions(form(issue));
    const auto both = pricing::read_promotions(form(issue + "," + coupon));

    REQUIRE(alone.has_value());
    REQUIRE(both.has_value());
    CHECK(pricing::check_coupons(*alone).error().detail == "promotions[0].coupon");
    CHECK(pricing::check_coupons(*both).has_value());
}
