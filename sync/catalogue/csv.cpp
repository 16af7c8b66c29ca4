#include "sync/catalogue/csv.hpp"

#include "sync/catalogue/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai {
namespace {

bool ends_field(char c)
{
    return c == ',' || c == '\n' || c == '\r';
}

bool is_blank(const CsvRecord& record)
{
    return std::all_of(record.fields.begin(), record.fields.end(),
                       [](std::string_view field) { return trimmed(field).empty(); });
}

} // namespace

std::string_view cell(const CsvRecord& record, std::optional<std::size_t> column)
{
    return column && *column < record.fields.size() ? trimmed(record.fields[*column]) : std::string_view{};
}

Result<bool> CsvReader::next(CsvRecord& record)
{
    if (m_at == m_text.size()) return false;
    record.line = m_line;
    record.fields.clear();
    record.unquoted.clear();

    while (true) {
        if (record.fields.size() == csv_columns_max) {
            return refuse("csv.too_many_columns",
                          fmt::format("line {}: more than {} columns", record.line, csv_columns_max));
        }
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            auto field = quoted_field(record);
            if (!field) return refuse(std::move(field.error()));
            record.fields.push_back(*field);
        } else {
            record.fields.push_back(plain_field());
        }
        if (record.fields.back().size() > csv_field_bytes_max) {
            return refuse("csv.field_too_long",
                          fmt::format("line {}: a field of more than {} bytes", record.line, csv_field_bytes_max));
        }
        if (m_at == m_text.size()) return true;
        if (m_text[m_at] != ',') break;
        ++m_at;
    }
    end_line();
    return true;
}

// From its opening quote to just behind its closing one.
Result<std::string_view> CsvReader::quoted_field(CsvRecord& record)
{
    const std::int64_t opened_on{m_line};
    std::string* rewritten{nullptr};
    std::size_t begin{++m_at};
    while (m_at < m_text.size()) {
        const char c{m_text[m_at]};
        if (c == '\n' || c == '\r') {
            end_line();
        } else if (c != '"') {
            ++m_at;
        } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == '"') {
            if (rewritten == nullptr) rewritten = &record.unquoted.emplace_back();
            rewritten->append(m_text.substr(begin, m_at + 1 - begin));
            begin = m_at += 2;
        } else {
            const std::string_view rest{m_text.substr(begin, m_at - begin)};
            ++m_at;
            if (m_at < m_text.size() && !ends_field(m_text[m_at])) {
                return refuse("csv.stray_quote", fmt::format("line {}: text behind a closing quote", m_line));
            }
            if (rewritten == nullptr) return rest;
            return std::string_view{rewritten->append(rest)};
        }
        if (m_at - begin > csv_field_bytes_max) break;
    }
    return refuse("csv.open_quote",
                  fmt::format("line {}: a quote is opened and never closed; is this half a file?", opened_on));
}

std::string_view CsvReader::plain_field()
{
    const std::size_t begin{m_at};
    while (m_at < m_text.size() && !ends_field(m_text[m_at])) ++m_at;
    return m_text.substr(begin, m_at - begin);
}

void CsvReader::end_line()
{
    const bool is_pair{m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n'};
    m_at += is_pair ? 2 : 1;
    ++m_line;
}

Result<CsvTable> CsvTable::open(std::string_view text)
{
    CsvTable table{text};
    CsvRecord record;
    do {
        const auto read = table.m_reader.next(record);
        if (!read) return refuse(read.error());
        if (!*read) return refuse("csv.empty", "the file is empty");
    } while (is_blank(record));

    for (const std::string_view field : record.fields) {
        table.m_headings.emplace_back(trimmed(field));
        table.m_lower_headings.push_back(lower_ascii(trimmed(field)));
    }
    return table;
}

std::optional<std::size_t> CsvTable::column(std::initializer_list<std::string_view> names) const
{
    for (const std::string_view name : names) {
        const auto found = std::find(m_lower_headings.begin(), m_lower_headings.end(), name);
        if (found != m_lower_headings.end()) return static_cast<std::size_t>(found - m_lower_headings.begin());
    }
    return std::nullopt;
}

std::string_view CsvTable::heading(std::optional<std::size_t> column) const
{
    return column && *column < m_headings.size() ? std::string_view{m_headings[*column]} : "?";
}

Result<bool> CsvTable::next(CsvRecord& record)
{
    do {
        auto read = m_reader.next(record);
        if (!read) return read;
        if (!*read) {
            if (m_rows == 0) return refuse("csv.no_rows", "the file has a heading and no rows");
            return false;
        }
    } while (is_blank(record));

    // Spreadsheets pad rows with empty cells; those say nothing.
    while (record.fields.size() > m_headings.size() && trimmed(record.fields.back()).empty()) record.fields.pop_back();
    if (record.fields.size() != m_headings.size()) {
        return refuse("csv.column_count", fmt::format("line {}: {} columns where the heading has {}", record.line,
                                                      record.fields.size(), m_headings.size()));
    }
    if (++m_rows > csv_rows_max) {
        return refuse("csv.too_many_rows", fmt::format("line {}: more than {} rows", record.line, csv_rows_max));
    }
    return true;
}

} // namespace guitai
