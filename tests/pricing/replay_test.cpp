// Worked tickets, through the engine.
#include "sync/pricing/replay_tickets.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace guitai;

namespace {

std::string text_of_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void check_agrees(const std::filesystem::path& path)
{
    INFO(path.string());
    const auto report = pricing::replay_tickets(text_of_file(path));
    REQUIRE(report.has_value());
    CHECK(report->cases > 0);
    for (const pricing::DifferingCase& one : report->differing) {
        for (const std::string& difference : one.differences) UNSCOPED_INFO(one.id << ": " << difference);
    }
    CHECK(report->differing.empty());
}

} // namespace

TEST_CASE("every worked ticket of the design agrees to the fen", "[pricing]")
{
    const std::filesystem::path file{test::source_root() + "/../shared/promotions/golden_tickets.json"};
    if (!std::filesystem::exists(file)) {
        WARN("skipped: no tickets of the design lie beside the sources");
        return;
    }
    check_agrees(file);
}

namespace {

// Two cups at 10.00 with 20 % off, bought and one of them brought back; `due` and `cart` as the file says.
std::string tickets(const std::string& due, const std::string& cart)
{
    return R"({"format": "guitai.tickets", "version": 1, "shop": {"now": "2026-10-01T12:00"},
        "catalogue": [{"sku": "CUP", "style": "CUP", "price_minor": 1000, "tax_bp": 1300}],
        "promotions": [{"id": "FIFTH", "name": {"zh_CN": "八折", "en": "20 % off"}, "kind": "unit",
                        "off": {"percent": 20}}],
        "tickets": [{"id": "T1", "promotions": ["FIFTH"], "cart": {)" +
           cart + R"(}, "expect": {"priced": {"lines": [{"line": 1, "sku": "CUP", "quantity": 2, "unit_minor": 1000,
            "discount_minor": 400, "total_minor": 1600, "tax_minor": 184, "prices_minor": [800, 800],
            "why": [{"layer": "line", "promotion": "FIFTH", "key": "why.unit.percent", "quantity": 2,
                     "amount_minor": 400}]}],
            "goods_minor": 1600, "discount_minor": 400, "delivery_minor": 0, "tax_minor": 184, "total_minor": 1600,
            "points_redeemed_minor": 0, "due_minor": )" +
           due + R"(, "points_earned": 0, "coupons_used": [], "coupons_issued": [], "approximate": false,
            "unlock": [], "not_applied": []}}}]})";
}

const std::string two_cups{R"("lines": [{"line": 1, "sku": "CUP", "quantity": 2}])"};

} // namespace

TEST_CASE("a ticket that agrees is counted, and one that does not is named with the place", "[pricing]")
{
    const auto right = pricing::replay_tickets(tickets("1600", two_cups));
    const auto wrong = pricing::replay_tickets(tickets("1599", two_cups));

    REQUIRE(right.has_value());
    CHECK(right->cases == 1);
    CHECK(right->differing.empty());
    REQUIRE(wrong.has_value());
    REQUIRE(wrong->differing.size() == 1);
    CHECK(wrong->differing[0].id == "T1");
    CHECK(wrong->differing[0].differences == std::vector<std::string>{"priced.due_minor: expected 1599, got 1600"});
}

TEST_CASE("a cart that can not be is refused with its place, and never ends the program", "[pricing]")
{
    const auto place_of = [](const std::string& cart) {
        const auto report = pricing::replay_tickets(tickets("1600", cart));
        return report ? std::string{"read"} : report.error().code + " " + report.error().detail;
    };
    const std::string lines{"tickets.bad_value tickets[0].cart.lines"};

    CHECK(place_of("") == lines);
    CHECK(place_of(R"("lines": 7)") == lines);
    CHECK(place_of(R"("lines": [{"line": 1, "quantity": 2}])") == lines + "[0].sku");
    CHECK(place_of(R"("lines": [{"line": 1, "sku": "CUP", "quantity": 0}])") == lines + "[0].quantity");
    CHECK(place_of(R"("lines": [{"line": 1, "sku": "CUP", "quantity": 1}, )"
                   R"({"line": 1, "sku": "CUP", "quantity": 1}])") == lines + "[1].line");
    CHECK(place_of(R"("lines": [{"line": 1, "sku": "CUP", "quantity": 100000}, {"line": 2, "sku": "CUP", )"
                   R"("quantity": 100000}, {"line": 3, "sku": "CUP", "quantity": 1}])") == lines + "[2].quantity");
    CHECK(place_of(two_cups + R"(, "cash_rounding": {"unit_minor": 10, "mode": "nearest"})") ==
          "tickets.bad_value tickets[0].cart.cash_rounding.mode");
}

TEST_CASE("a file that is no file of tickets is refused with the reason", "[pricing]")
{
    CHECK(pricing::replay_tickets("").error().code == "document.unreadable");
    CHECK(pricing::replay_tickets("[]").error().code == "tickets.not_a_file");
    CHECK(pricing::replay_tickets(R"({"format":"guitai.tickets","format":"x"})").error().code ==
          "document.repeated_key");
}
