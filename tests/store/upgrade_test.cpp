// A till's folder outlives the program that made it.
#include "sync/database/migrations.hpp"
#include "terminal/store/verify_folder.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"
#include "tests/support/open_till.hpp"

#include <fstream>
#include <iterator>

using namespace guitai;
using namespace guitai::test;

namespace {

namespace fs = std::filesystem;

// What the first program had.
constexpr std::array<std::string_view, 8> first_names{"till",    "people", "goods", "stock",
                                                      "members", "orders", "sales", "shifts"};

void migrate_as_the_first_program(database::Connection& connection)
{
    std::vector<std::string> texts;
    std::vector<database::Migration> migrations;
    texts.reserve(first_names.size());
    for (const auto name : first_names) {
        const int number{static_cast<int>(texts.size()) + 1};
        std::ifstream file{fs::path{source_root()} / "terminal/store/schema" /
                           ("000" + std::to_string(number) + "_" + std::string{name} + ".sql")};
        texts.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
        REQUIRE(!texts.back().empty());
        migrations.push_back({number, name, texts.back()});
    }
    REQUIRE(Journal::migrate(connection));
    REQUIRE(database::migrate(connection, store_schema_name, migrations));
}

// Its journal knew of nothing that is worked out later.
void take_back_later_migrations(database::Connection& connection)
{
    connection.run("DROP TABLE folded");
    connection.run("ALTER TABLE journal_heads DROP COLUMN folded");
    connection.run("DELETE FROM schema_migrations WHERE schema = 'journal' AND number > 1");
}

SaleCompleted sale_with_points()
{
    SaleCompleted sold{sale("S01-71-000001", 1, {sale_line("A1", 2, 39'801)})};
    sold.member = {"M71-000001"};
    sold.points_earned = 398;
    sold.points_expire_on = "2028-12-31";
    return sold;
}

// Rows that refer to each other, as the first program had worked them out.
void fold_goods_as_the_first_program(database::Connection& connection)
{
    connection.run("INSERT INTO styles (id, style, name, name_en, category, note, items_sold)"
                   " VALUES (1, 'A', '轻薄羽绒服', '', '羽绒服', '', 1)");
    connection.run("INSERT INTO items (id, sku, style, colour, size, price, was_price, member_price, tax_rate,"
                   " picture, position, withdrawn) VALUES (1, 'A1', 1, '', '', 19900, 0, 0, 1300, '', 0, 0)");
}

// Its journal whole; what stood in its tables is worked out again.
void make_first_folder(const fs::path& folder)
{
    REQUIRE(key_for_folder(folder));
    const auto connection = database::open(database_url(folder));
    migrate_as_the_first_program(*connection);
    write_device(*connection, {own_till, {"S01"}, {}, {}, false});
    ShiftOpened opened;
    opened.shift = 1;
    opened.business_date = "2026-11-22";
    Books books{*connection, {}};
    const MemberEnrolled enrolled{member("M71-000001", "13800000001", "林晓"), {"S01"}, {"王芳"}};
    books.write(office_origin, 1'000, {ItemsListed{{item("A1", "A", "轻薄羽绒服", 19'900)}}});
    books.write(own_till, 1'000, {enrolled, opened, sale_with_points()});
    fold_goods_as_the_first_program(*connection);
    take_back_later_migrations(*connection);
}

} // namespace

TEST_CASE("a folder of the first program opens, and all that was in it is in the new tables")
{
    const TempFolder temp;
    make_first_folder(temp.path());
    const FakeClock clock;
    CHECK(verify_folder(temp.path(), {}).error().code == "folder.older");

    {
        auto folder = DataFolder::open(temp.path());
        REQUIRE(folder);
        TillStore store{std::move(*folder), clock};
        CHECK(store.days().takings_of_shift(1).turnover == Money::from_minor(39'801));
        CHECK(store.members().points({"M71-000001"}, "2026-11-23").balance == 398);
        CHECK(store.members().search("linx", 5).size() + store.members().search("林晓", 5).size() > 0);
        CHECK(store.days().sale({"S01-71-000001"}).has_value());
        CHECK(store.catalogue().find({"A1"})->price == Money::from_minor(19'900));
    }

    const auto verdict = verify_folder(temp.path(), {});
    REQUIRE(verdict);
    CHECK(verdict->ok);
}
