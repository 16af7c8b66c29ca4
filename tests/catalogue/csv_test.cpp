#include "sync/catalogue/csv.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <vector>

using namespace guitai;

namespace {

struct Row {
    std::int64_t line{0};
    std::vector<std::string> fields;

    bool operator==(const Row&) const = default;
};

std::vector<Row> rows_of(std::string_view text)
{
    std::vector<Row> rows;
    CsvReader reader{text};
    CsvRecord record;
    while (true) {
        const auto more = reader.next(record);
        REQUIRE(more);
        if (!*more) return rows;
        rows.push_back({record.line, {record.fields.begin(), record.fields.end()}});
    }
}

// The refusal that reading all of `text` ends in; an empty one if it does not.
Refusal refusal_of(std::string_view text)
{
    CsvReader reader{text};
    CsvRecord record;
    while (true) {
        const auto more = reader.next(record);
        if (!more) return more.error();
        if (!*more) return {};
    }
}

Refusal table_refusal_of(std::string_view text)
{
    auto table = CsvTable::open(text);
    if (!table) return table.error();
    CsvRecord record;
    while (true) {
        const auto more = table->next(record);
        if (!more) return more.error();
        if (!*more) return {};
    }
}

} // namespace

TEST_CASE("a quoted field may hold commas, quotes and line breaks", "[catalogue][csv]")
{
    const auto rows = rows_of("a,\"b,c\",\"say \"\"hi\"\"\"\n\"two\nlines\",,\"\"\n");

    CHECK(rows == std::vector<Row>{{1, {"a", "b,c", "say \"hi\""}}, {2, {"two\nlines", "", ""}}});
}

TEST_CASE("CRLF, LF and CR each end a line and are counted once", "[catalogue][csv]")
{
    const auto rows = rows_of("a\r\n\"b\r\nb\"\rc\nd");

    CHECK(rows == std::vector<Row>{{1, {"a"}}, {2, {"b\r\nb"}}, {4, {"c"}}, {5, {"d"}}});
}

TEST_CASE("a file that ends in a comma ends in an empty field", "[catalogue][csv]")
{
    CHECK(rows_of("a,b,") == std::vector<Row>{{1, {"a", "b", ""}}});
}

TEST_CASE("a quote inside an unquoted field is a letter like any other", "[catalogue][csv]")
{
    CHECK(rows_of("5\" pipe,x") == std::vector<Row>{{1, {"5\" pipe", "x"}}});
}

TEST_CASE("a quote that is never closed is refused with the line that opened it", "[catalogue][csv]")
{
    const Refusal refusal{refusal_of("a,b\nc,\"half\na\nfile")};

    CHECK(refusal.code == "csv.open_quote");
    CHECK(refusal.detail.substr(0, 7) == "line 2:");
}

TEST_CASE("text behind a closing quote is refused", "[catalogue][csv]")
{
    CHECK(refusal_of("\"a\"b,c").code == "csv.stray_quote");
}

TEST_CASE("a field may be as long as the limit and no longer", "[catalogue][csv]")
{
    CHECK(refusal_of(std::string(csv_field_bytes_max, 'x')).code.empty());
    CHECK(refusal_of(std::string(csv_field_bytes_max + 1, 'x')).code == "csv.field_too_long");
}

TEST_CASE("a row may have as many columns as the limit and no more", "[catalogue][csv]")
{
    CHECK(refusal_of(std::string(csv_columns_max - 1, ',')).code.empty());
    CHECK(refusal_of(std::string(csv_columns_max, ',')).code == "csv.too_many_columns");
}

TEST_CASE("columns are found by name whatever their case", "[catalogue][csv]")
{
    const auto table = CsvTable::open(" Handle ,TITLE\nx,y\n");

    REQUIRE(table);
    CHECK(table->column({"title"}) == 1U);
    CHECK(table->column({"name", "handle"}) == 0U);
    CHECK_FALSE(table->column({"price"}));
}

TEST_CASE("blank rows and rows of empty cells are passed over", "[catalogue][csv]")
{
    auto table = CsvTable::open("\na,b\n\n , \n1,2\n\n");
    REQUIRE(table);
    CsvRecord record;

    REQUIRE(table->next(record).value());
    CHECK(record.line == 5);
    CHECK_FALSE(table->next(record).value());
}

TEST_CASE("cells padded beyond the heading are forgiven only while they are empty", "[catalogue][csv]")
{
    CHECK(table_refusal_of("a,b\n1,2,,\n").code.empty());
    CHECK(table_refusal_of("a,b\n1,2,,3\n").code == "csv.column_count");
}

TEST_CASE("a row that is cut short is refused with its line", "[catalogue][csv]")
{
    const Refusal refusal{table_refusal_of("a,b,c\n1,2,3\n4,5")};

    CHECK(refusal.code == "csv.column_count");
    CHECK(refusal.detail == "line 3: 2 columns where the heading has 3");
}

TEST_CASE("a file without a heading and one without rows are told apart", "[catalogue][csv]")
{
    CHECK(table_refusal_of("").code == "csv.empty");
    CHECK(table_refusal_of("\r\n \r\n").code == "csv.empty");
    CHECK(table_refusal_of("a,b\n").code == "csv.no_rows");
}
