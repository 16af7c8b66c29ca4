#include "sync/catalogue/shopify.hpp"

#include "sync/catalogue/axes.hpp"
#include "sync/catalogue/listing.hpp"
#include "sync/catalogue/text.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_map>

namespace guitai {
namespace {

using Column = std::optional<std::size_t>;

// The admin's export has said "Variant Price" for ten years and says "Price" since its
// new template; both are out there.
struct Columns {
    explicit Columns(const CsvTable& table)
        : handle{table.column({"handle", "url handle"})},
          title{table.column({"title"})},
          title_en{table.column({"title en", "title (en)", "name en"})},
          body{table.column({"body (html)", "body", "description"})},
          type{table.column({"type"})},
          product_category{table.column({"product category", "standard product type", "custom product type"})},
          tags{table.column({"tags"})},
          status{table.column({"status"})},
          sku{table.column({"variant sku", "sku"})},
          barcode{table.column({"variant barcode", "barcode"})},
          price{table.column({"variant price", "price"})},
          was_price{table.column({"variant compare at price", "compare-at price", "compare at price"})},
          taxable{table.column({"variant taxable", "charge tax"})},
          quantity{table.column({"variant inventory qty", "inventory quantity"})},
          variant_picture{table.column({"variant image", "variant image url"})},
          picture{table.column({"image src", "product image url"})},
          member_price{table.column({"member price"})},
          tax_rate{table.column({"tax rate"})},
          needs_serial{table.column({"requires serial"})},
          needs_lot{table.column({"requires lot"})},
          collection{table.column({"collection", "collections"})},
          discountable{table.column({"discountable"})},
          weighed{table.column({"weighed"})}
    {
        option_names = {table.column({"option1 name"}), table.column({"option2 name"}), table.column({"option3 name"})};
        option_values = {table.column({"option1 value"}), table.column({"option2 value"}),
                         table.column({"option3 value"})};
    }

    Column handle, title, title_en, body, type, product_category, tags, status, sku, barcode, price, was_price, taxable,
        quantity, variant_picture, picture, member_price, tax_rate, needs_serial, needs_lot, collection, discountable,
        weighed;
    std::array<Column, 3> option_names, option_values;
};

// What the first row of a product says for all its variants.
struct Style {
    std::string handle;
    std::string name;
    std::string name_en;
    std::string category;
    std::string note;
    std::string picture;
    std::string tax_rate;
    std::string needs_serial;
    std::string needs_lot;
    std::string tags;
    std::string collections;
    std::string discountable;
    std::string weighed;
    std::array<std::string, 3> option_names;
    bool for_sale{true};
};

std::string last_of_path(std::string_view path)
{
    const std::size_t at{path.rfind('>')};
    return one_line(at == std::string_view::npos ? path : path.substr(at + 1));
}

// "冬季, 新品" as Shopify writes several tags into one cell.
std::vector<std::string> words_between_commas(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t comma{text.find(',')};
        if (std::string word{one_line(text.substr(0, comma))}; !word.empty()) words.push_back(std::move(word));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return words;
}

class Reader {
public:
    Reader(CsvTable table, CatalogueOptions options)
        : m_table{std::move(table)}, m_columns{m_table}, m_options{std::move(options)}
    {
    }

    Result<Catalogue> read()
    {
        CsvRecord record;
        while (true) {
            const auto more = m_table.next(record);
            if (!more) return refuse(more.error());
            if (!*more) break;
            read_row(record);
        }
        return finish();
    }

private:
    struct Variant {
        std::size_t style{0};
        ListedItem listed;
    };

    void read_row(const CsvRecord& record)
    {
        const std::string_view handle{unguarded(cell(record, m_columns.handle))};
        if (handle.empty()) {
            m_problems.add(record.line, m_table.heading(m_columns.handle), {"catalogue.missing_value", "it is empty"});
            return;
        }
        const std::size_t style{style_of(handle)};
        read_style(record, m_styles[style]);
        if (is_variant(record)) read_variant(record, style);
    }

    std::size_t style_of(std::string_view handle)
    {
        // Rows of one product stand together; the map is for files that somebody has sorted.
        if (!m_styles.empty() && m_styles.back().handle == handle) return m_styles.size() - 1;
        const auto [known, is_first] = m_by_handle.emplace(handle, m_styles.size());
        if (is_first) m_styles.emplace_back().handle = handle;
        return known->second;
    }

    void read_style(const CsvRecord& record, Style& style)
    {
        const auto keep_first = [](std::string& kept, std::string_view text) {
            if (kept.empty() && !text.empty()) kept = one_line(text);
        };
        keep_first(style.name, cell(record, m_columns.title));
        keep_first(style.name_en, cell(record, m_columns.title_en));
        keep_first(style.picture, cell(record, m_columns.picture));
        keep_first(style.tax_rate, cell(record, m_columns.tax_rate));
        keep_first(style.needs_serial, cell(record, m_columns.needs_serial));
        keep_first(style.needs_lot, cell(record, m_columns.needs_lot));
        keep_first(style.tags, cell(record, m_columns.tags));
        keep_first(style.collections, cell(record, m_columns.collection));
        keep_first(style.discountable, cell(record, m_columns.discountable));
        keep_first(style.weighed, cell(record, m_columns.weighed));
        if (style.note.empty()) style.note = text_of_html(cell(record, m_columns.body));
        if (style.category.empty()) style.category = category_of(record);
        for (std::size_t at{0}; at < style.option_names.size(); ++at) {
            keep_first(style.option_names[at], cell(record, m_columns.option_names[at]));
        }
        const std::string status{lower_ascii(cell(record, m_columns.status))};
        if (status == "draft" || status == "archived") style.for_sale = false;
    }

    std::string category_of(const CsvRecord& record) const
    {
        if (const auto type = cell(record, m_columns.type); !type.empty()) return one_line(type);
        if (const auto path = cell(record, m_columns.product_category); !path.empty()) return last_of_path(path);
        const std::string_view tags{cell(record, m_columns.tags)};
        return one_line(tags.substr(0, tags.find(',')));
    }

    // Rows that only add a picture name no option, no SKU and no price.
    bool is_variant(const CsvRecord& record) const
    {
        return !cell(record, m_columns.option_values[0]).empty() || !cell(record, m_columns.sku).empty() ||
               !cell(record, m_columns.price).empty();
    }

    void read_variant(const CsvRecord& record, std::size_t style_at)
    {
        const Style& style{m_styles[style_at]};
        Variant variant{style_at, {}};
        variant.listed.line = record.line;
        CatalogueItem& item{variant.listed.item};
        item.style.text = style.handle;
        read_options(record, style, item);
        if (const auto sku = unguarded(cell(record, m_columns.sku)); !sku.empty()) item.sku.text = one_line(sku);
        item.picture = one_line(cell(record, m_columns.variant_picture));
        read_amounts(record, item);
        read_tax(record, style, item);
        read_codes_and_stock(record, variant.listed);
        m_variants.push_back(std::move(variant));
    }

    // Sets colour, size and, for want of a better one, the SKU.
    void read_options(const CsvRecord& record, const Style& style, CatalogueItem& item) const
    {
        std::vector<std::pair<std::string_view, std::string_view>> named;
        item.sku.text = style.handle;
        for (std::size_t at{0}; at < m_columns.option_values.size(); ++at) {
            const std::string_view value{unguarded(cell(record, m_columns.option_values[at]))};
            // "Title: Default Title" is how Shopify says that there is nothing to choose.
            if (value.empty() || value == "Default Title") continue;
            named.emplace_back(style.option_names[at], value);
            item.sku.text.append("/").append(one_line(value));
        }
        Axes axes{axes_of(named)};
        item.colour = one_line(axes.colour);
        item.size = one_line(axes.size);
    }

    void read_amounts(const CsvRecord& record, CatalogueItem& item)
    {
        if (cell(record, m_columns.price).empty()) {
            m_problems.add(record.line, m_table.heading(m_columns.price), {"catalogue.missing_value", "it is empty"});
        }
        read_amount(record, m_columns.price, item.price);
        read_amount(record, m_columns.was_price, item.was_price);
        read_amount(record, m_columns.member_price, item.member_price);
    }

    void read_amount(const CsvRecord& record, Column column, Money& into)
    {
        const std::string_view text{cell(record, column)};
        if (text.empty()) return;
        if (auto amount = read_price(text))
            into = *amount;
        else
            m_problems.add(record.line, m_table.heading(column), std::move(amount.error()));
    }

    void read_tax(const CsvRecord& record, const Style& style, CatalogueItem& item)
    {
        item.tax_rate = m_options.default_tax_rate;
        if (lower_ascii(cell(record, m_columns.taxable)) == "false") item.tax_rate = {};
        const std::string_view own{cell(record, m_columns.tax_rate)};
        const std::string_view text{own.empty() ? std::string_view{style.tax_rate} : own};
        if (text.empty()) return;
        if (const auto rate = read_percent(text))
            item.tax_rate = *rate;
        else {
            m_problems.add(
                record.line, m_table.heading(m_columns.tax_rate),
                {"catalogue.bad_tax_rate", fmt::format("\"{}\" is no percentage", shortened(one_line(text), 40))});
        }
    }

    bool read_flag(std::int64_t line, Column column, const std::string& text, bool otherwise = false)
    {
        const std::string word{lower_ascii(text)};
        if (word.empty()) return otherwise;
        if (word == "no" || word == "false" || word == "0" || word == "否") return false;
        if (word == "yes" || word == "true" || word == "1" || word == "是") return true;
        m_problems.add(line, m_table.heading(column),
                       {"catalogue.bad_flag", fmt::format("\"{}\" is neither yes nor no", shortened(text, 40))});
        return false;
    }

    void read_codes_and_stock(const CsvRecord& record, ListedItem& listed)
    {
        auto barcode = read_barcode(cell(record, m_columns.barcode));
        if (!barcode)
            m_problems.add(record.line, m_table.heading(m_columns.barcode), std::move(barcode.error()));
        else if (!barcode->empty())
            listed.item.barcodes.push_back(std::move(*barcode));

        const std::string_view quantity{cell(record, m_columns.quantity)};
        if (quantity.empty()) return;
        listed.quantity = read_quantity(quantity);
        if (!listed.quantity) {
            m_problems.add(
                record.line, m_table.heading(m_columns.quantity),
                {"catalogue.bad_quantity", fmt::format("\"{}\" is no quantity", shortened(one_line(quantity), 40))});
        }
    }

    Result<Catalogue> finish()
    {
        Listing listing;
        for (Variant& variant : m_variants) {
            const Style& style{m_styles[variant.style]};
            CatalogueItem& item{variant.listed.item};
            if (!style.for_sale) {
                m_problems.warn(variant.listed.line, "catalogue.left_out",
                                fmt::format("{} is a draft or archived", style.handle));
                listing.leave_out(std::move(item.sku));
                continue;
            }
            if (style.name.empty()) {
                m_problems.warn(variant.listed.line, "catalogue.no_title",
                                fmt::format("{} has no title", style.handle));
            }
            item.name = style.name.empty() ? style.handle : style.name;
            item.name_en = style.name_en;
            item.category = style.category;
            item.note = style.note;
            if (item.picture.empty()) item.picture = style.picture;
            item.needs_serial = read_flag(variant.listed.line, m_columns.needs_serial, style.needs_serial);
            item.needs_lot = read_flag(variant.listed.line, m_columns.needs_lot, style.needs_lot);
            item.tags = words_between_commas(style.tags);
            item.collections = words_between_commas(style.collections);
            item.discountable = read_flag(variant.listed.line, m_columns.discountable, style.discountable, true);
            item.weighed = read_flag(variant.listed.line, m_columns.weighed, style.weighed);
            listing.add(std::move(variant.listed), m_problems);
        }
        return listing.finish(CatalogueFormat::shopify, m_problems);
    }

    CsvTable m_table;
    Columns m_columns;
    CatalogueOptions m_options;
    Problems m_problems;
    std::vector<Style> m_styles;
    std::vector<Variant> m_variants;
    std::unordered_map<std::string, std::size_t> m_by_handle;
};

} // namespace

std::string_view missing_for_shopify(const CsvTable& table)
{
    const Columns columns{table};
    if (!columns.handle) return "Handle";
    if (!columns.title) return "Title";
    if (!columns.price) return "Variant Price";
    return {};
}

Result<Catalogue> read_shopify(CsvTable table, const CatalogueOptions& options)
{
    return Reader{std::move(table), options}.read();
}

} // namespace guitai
