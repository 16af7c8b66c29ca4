// Comma-separated values as RFC 4180 has them and as spreadsheets write them:
// quoted fields over several lines, "" for a quote, CRLF, LF or CR. Works on text
// that is in memory and already UTF-8; knows no column by meaning.
#pragma once

#include "sync/events/result.hpp"

#include <cstdint>
#include <deque>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// A field longer than this is a quote that nobody closed.
inline constexpr std::size_t csv_field_bytes_max{1'000'000};
inline constexpr std::size_t csv_columns_max{1'000};
inline constexpr std::int64_t csv_rows_max{2'000'000};

// One row. Its views live as long as the text that was read and this record.
struct CsvRecord {
    std::int64_t line{0}; // Where it begins, from 1.
    std::vector<std::string_view> fields;
    std::deque<std::string> unquoted; // Fields that had to be rewritten because a quote stood inside.
};

// What stands in `column` of this row, trimmed; empty where the table has no such column.
[[nodiscard]] std::string_view cell(const CsvRecord& record, std::optional<std::size_t> column);

class CsvReader {
public:
    explicit CsvReader(std::string_view text) : m_text{text} {}

    // True: `record` is the next row. False: there is none. Refuses, with the line:
    // csv.open_quote, csv.stray_quote, csv.field_too_long, csv.too_many_columns.
    [[nodiscard]] Result<bool> next(CsvRecord& record);

private:
    [[nodiscard]] Result<std::string_view> quoted_field(CsvRecord& record);
    [[nodiscard]] std::string_view plain_field();
    void end_line();

    std::string_view m_text;
    std::size_t m_at{0};
    std::int64_t m_line{1};
};

// Rows under a heading: columns are found by their names, in any order.
class CsvTable {
public:
    // Reads the heading. Refuses with csv.empty where there is none. `text` must outlive the table.
    [[nodiscard]] static Result<CsvTable> open(std::string_view text);

    // The first column called one of `names` (lower case; the heading's case and
    // spaces at its ends do not matter).
    [[nodiscard]] std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
    // As written, trimmed; "?" for a column that is not there.
    [[nodiscard]] std::string_view heading(std::optional<std::size_t> column) const;
    [[nodiscard]] const std::vector<std::string>& headings() const { return m_headings; }

    // As CsvReader::next, but passes over rows with nothing in them. Refuses also with
    // csv.column_count (a row does not fit the heading: half a file ends so),
    // csv.too_many_rows, and csv.no_rows at the end of a table that had none.
    [[nodiscard]] Result<bool> next(CsvRecord& record);

private:
    explicit CsvTable(std::string_view text) : m_reader{text} {}

    CsvReader m_reader;
    std::vector<std::string> m_headings;
    std::vector<std::string> m_lower_headings;
    std::int64_t m_rows{0};
};

} // namespace guitai
