#include "sync/catalogue/stock_csv.hpp"

#include "sync/catalogue/csv.hpp"
#include "sync/catalogue/problems.hpp"
#include "sync/catalogue/text.hpp"

#include <fmt/format.h>

#include <string>
#include <unordered_map>

namespace guitai {
namespace {

using Column = std::optional<std::size_t>;

struct Columns {
    explicit Columns(const CsvTable& table)
        : place{table.column({"location", "place", "store"})},
          sku{table.column({"sku", "variant sku"})},
          quantity{table.column({"quantity", "qty"})}
    {
    }

    [[nodiscard]] std::string_view missing() const
    {
        if (!place) return "location";
        if (!sku) return "sku";
        return quantity ? std::string_view{} : "quantity";
    }

    Column place, sku, quantity;
};

StockLine read_line(const CsvTable& table, const Columns& columns, const CsvRecord& record, Problems& problems)
{
    StockLine read{
        {one_line(cell(record, columns.place))}, {one_line(unguarded(cell(record, columns.sku)))}, {}, record.line};
    for (const Column column : {columns.place, columns.sku}) {
        if (!cell(record, column).empty()) continue;
        problems.add(record.line, table.heading(column), {"stock.missing_value", "it is empty"});
    }
    const std::string_view text{cell(record, columns.quantity)};
    const auto quantity = read_quantity(text);
    if (!quantity || quantity->milli() < 0) {
        problems.add(record.line, table.heading(columns.quantity),
                     {"stock.bad_quantity", fmt::format("\"{}\" is no quantity", shortened(one_line(text), 40))});
    } else {
        read.quantity = *quantity;
    }
    return read;
}

} // namespace

Result<std::vector<StockLine>> read_stock(std::string_view bytes, Encoding encoding)
{
    const auto text = utf8_of(bytes, encoding);
    if (!text) return refuse(text.error());
    auto table = CsvTable::open(*text);
    if (!table) return refuse(std::move(table.error()));
    const Columns columns{*table};
    if (!columns.missing().empty()) {
        return refuse("csv.missing_column",
                      fmt::format("line 1: no column \"{}\"; expected location, sku, quantity", columns.missing()));
    }

    Problems problems;
    std::vector<StockLine> lines;
    std::unordered_map<std::string, std::int64_t> first_lines;
    CsvRecord record;
    while (true) {
        const auto more = table->next(record);
        if (!more) return refuse(more.error());
        if (!*more) break;
        StockLine line{read_line(*table, columns, record, problems)};
        const auto [known, is_first] = first_lines.emplace(line.place.text + '\n' + line.sku.text, line.line);
        if (!is_first) {
            problems.add(line.line, {},
                         {"stock.duplicate_row", fmt::format("{} in {} was counted on line {} already", line.sku.text,
                                                             line.place.text, known->second)});
        }
        lines.push_back(std::move(line));
    }
    if (problems.any()) return refuse(problems.refusal());
    return lines;
}

} // namespace guitai
