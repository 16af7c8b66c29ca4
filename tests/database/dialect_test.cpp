#include "sync/database/dialect.hpp"
#include "sync/database/text.hpp"

#include "tests/support/catch.hpp"

using namespace guitai::database;

TEST_CASE("statements of the house are put into PostgreSQL's words")
{
    struct Row {
        std::string house;
        std::string postgres;
    };
    const std::vector<Row> rows{
        {"SELECT a FROM t WHERE b = ?1 AND c = ?12", "SELECT a FROM t WHERE b = $1 AND c = $12"},
        {"SELECT '?1', \"?1\" FROM t -- ?1\n WHERE a = ?1", "SELECT '?1', \"?1\" FROM t -- ?1\n WHERE a = $1"},
        {"SELECT 'it''s ?1', ?2", "SELECT 'it''s ?1', $2"},
        {"SELECT 'open ?1", "SELECT 'open ?1"},
        {"CREATE TABLE t (text TEXT NOT NULL, n INTEGER, b BLOB) STRICT",
         "CREATE TABLE t (text TEXT COLLATE \"C\" NOT NULL, n BIGINT, b BYTEA) "},
        {"CREATE TABLE t (a TEXT) STRICT, WITHOUT ROWID; SELECT CAST(?1 AS TEXT)",
         "CREATE TABLE t (a TEXT COLLATE \"C\")  ; SELECT CAST($1 AS TEXT)"},
        {"CREATE TABLE t (a TEXT) WITHOUT ROWID, STRICT;", "CREATE TABLE t (a TEXT COLLATE \"C\")  ;"},
        {"CREATE TABLE IF NOT EXISTS t (a TEXT) STRICT", "CREATE TABLE IF NOT EXISTS t (a TEXT COLLATE \"C\") "},
        {"ALTER TABLE t ADD COLUMN text TEXT NOT NULL DEFAULT ''",
         "ALTER TABLE t ADD COLUMN text TEXT COLLATE \"C\" NOT NULL DEFAULT ''"},
        {"SELECT INTEGERS, a_INTEGER FROM STRICT_t", "SELECT INTEGERS, a_INTEGER FROM STRICT_t"},
        {"", ""},
    };

    for (const auto& [house, postgres] : rows) CHECK(to_postgres(house).sql == postgres);
    CHECK(to_postgres("SELECT ?3, ?1").parameters == 3);
    CHECK(to_postgres("SELECT '?3'").parameters == 0);
}

TEST_CASE("only whole characters are clean text")
{
    for (const char* clean :
         {"", "a", "eight888", "nine99999", "羽绒服", "\u00E9", "😀", "12345678羽12345678", "\xF4\x8F\xBF\xBF"}) {
        CHECK(is_clean_text(clean));
        CHECK(clean_text(clean) == clean);
    }
    for (const char* broken : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF0\x9F\x98",
                               "12345678\xFF", "\xC3"}) {
        CHECK_FALSE(is_clean_text(broken));
        CHECK(is_clean_text(clean_text(broken)));
    }
    for (std::size_t at{0}; at < 20; ++at) {
        std::string text(20, 'a');
        text[at] = '\0';
        CHECK_FALSE(is_clean_text(text));
        CHECK(clean_text(text).size() == 22);
    }
}
