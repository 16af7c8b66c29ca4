#include "sync/catalogue/magento.hpp"

#include "sync/catalogue/attributes.hpp"
#include "sync/catalogue/axes.hpp"
#include "sync/catalogue/listing.hpp"
#include "sync/catalogue/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace guitai {
namespace {

using Column = std::optional<std::size_t>;

struct Columns {
    explicit Columns(const CsvTable& table)
        : sku{table.column({"sku"})},
          store_view{table.column({"store_view_code"})},
          type{table.column({"product_type"})},
          categories{table.column({"categories"})},
          name{table.column({"name"})},
          description{table.column({"description"})},
          short_description{table.column({"short_description"})},
          online{table.column({"product_online"})},
          tax_class{table.column({"tax_class_name"})},
          price{table.column({"price"})},
          special_price{table.column({"special_price"})},
          special_from{table.column({"special_price_from_date", "special_from_date"})},
          special_to{table.column({"special_price_to_date", "special_to_date"})},
          picture{table.column({"base_image"})},
          attributes{table.column({"additional_attributes"})},
          quantity{table.column({"qty"})},
          variations{table.column({"configurable_variations"})}
    {
    }

    Column sku, store_view, type, categories, name, description, short_description, online, tax_class, price,
        special_price, special_from, special_to, picture, attributes, quantity, variations;
};

// A configurable product. `for_sale` false takes its children along.
struct Parent {
    CatalogueItem item; // Its style, names, category, note and picture.
    bool for_sale{true};
    std::int64_t line{0};
};

struct Child {
    std::size_t parent{0};
    Axes axes;
    bool seen{false};
};

struct Simple {
    ListedItem listed;
    bool for_sale{true};
};

// "Default Category/Men/Tops,Default Category/Sale": the name that says most.
std::string category_of(std::string_view categories)
{
    std::string_view deepest;
    std::ptrdiff_t deepest_depth{-1};
    for (std::size_t begin{0}; begin < categories.size();) {
        const std::size_t end{std::min(categories.find(',', begin), categories.size())};
        const std::string_view path{categories.substr(begin, end - begin)};
        const std::ptrdiff_t depth{std::count(path.begin(), path.end(), '/')};
        if (depth > deepest_depth) {
            deepest = path;
            deepest_depth = depth;
        }
        begin = end + 1;
    }
    const std::size_t slash{deepest.rfind('/')};
    return one_line(slash == std::string_view::npos ? deepest : deepest.substr(slash + 1));
}

Axes own_axes(const Attributes& attributes)
{
    Axes axes;
    for (const auto& [code, value] : attributes) {
        const auto ends_in = [name = std::string_view{code}](std::string_view end) {
            return name == end || (name.size() > end.size() && name.substr(name.size() - end.size() - 1, 1) == "_" &&
                                   name.substr(name.size() - end.size()) == end);
        };
        if (axes.colour.empty() && (ends_in("color") || ends_in("colour"))) axes.colour = one_line(value);
        if (axes.size.empty() && ends_in("size")) axes.size = one_line(value);
    }
    return axes;
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
    void read_row(const CsvRecord& record)
    {
        const std::string sku{one_line(unguarded(cell(record, m_columns.sku)))};
        if (sku.empty()) {
            m_problems.add(record.line, m_table.heading(m_columns.sku), {"catalogue.missing_value", "it is empty"});
            return;
        }
        if (const auto view = lower_ascii(cell(record, m_columns.store_view)); !view.empty()) {
            const bool is_english{view == "en" || view.substr(0, 3) == "en_" ||
                                  (view.size() > 3 && view.substr(view.size() - 3) == "_en")};
            if (is_english) m_english.emplace(sku, one_line(cell(record, m_columns.name)));
            return;
        }
        const std::string type{lower_ascii(cell(record, m_columns.type))};
        if (type == "configurable")
            read_parent(record, sku);
        else if (type == "simple" || type == "virtual")
            read_simple(record, sku);
        else
            m_problems.warn(record.line, "catalogue.other_kind", fmt::format("{} is a {} product", sku, type));
    }

    // What a style and a thing on the shelf have in common.
    CatalogueItem read_item(const CsvRecord& record) const
    {
        CatalogueItem item;
        item.name = one_line(cell(record, m_columns.name));
        item.category = category_of(cell(record, m_columns.categories));
        item.note = text_of_html(cell(record, m_columns.short_description));
        if (item.note.empty()) item.note = text_of_html(cell(record, m_columns.description));
        item.picture = one_line(cell(record, m_columns.picture));
        if (item.picture == "no_selection") item.picture.clear();
        return item;
    }

    // 1 is enabled, 2 disabled; an empty cell means that nobody switched it off.
    bool is_for_sale(const CsvRecord& record) const { return cell(record, m_columns.online) != "2"; }

    void read_parent(const CsvRecord& record, const std::string& sku)
    {
        Parent parent{read_item(record), is_for_sale(record), record.line};
        parent.item.style.text = sku;
        for (const Attributes& variation : read_variations(cell(record, m_columns.variations))) {
            std::vector<std::pair<std::string_view, std::string_view>> named;
            for (const auto& [code, value] : variation) {
                if (code != "sku") named.emplace_back(code, value);
            }
            m_children.emplace(std::string{value_of(variation, "sku")}, Child{m_parents.size(), axes_of(named), false});
        }
        m_parents.push_back(std::move(parent));
    }

    void read_simple(const CsvRecord& record, const std::string& sku)
    {
        Simple simple{{read_item(record), std::nullopt, record.line}, is_for_sale(record)};
        CatalogueItem& item{simple.listed.item};
        item.sku.text = sku;
        item.style.text = sku;
        const Attributes attributes{read_attributes(cell(record, m_columns.attributes))};
        const Axes axes{own_axes(attributes)};
        item.colour = axes.colour;
        item.size = axes.size;
        const std::string tax_class{lower_ascii(cell(record, m_columns.tax_class))};
        item.tax_rate = tax_class == "none" ? BasisPoints{} : m_options.default_tax_rate;
        if (simple.for_sale) {
            read_amounts(record, item);
            read_codes_and_stock(record, attributes, simple.listed);
        }
        m_simples.push_back(std::move(simple));
    }

    void read_amounts(const CsvRecord& record, CatalogueItem& item)
    {
        auto price = read_price(cell(record, m_columns.price));
        if (cell(record, m_columns.price).empty()) price = refuse("catalogue.missing_value", "it is empty");
        if (!price) {
            m_problems.add(record.line, m_table.heading(m_columns.price), std::move(price.error()));
            return;
        }
        item.price = *price;
        if (cell(record, m_columns.special_price).empty()) return;
        auto special = read_price(cell(record, m_columns.special_price));
        if (!special) {
            m_problems.add(record.line, m_table.heading(m_columns.special_price), std::move(special.error()));
        } else if (*special < item.price && special_holds(record)) {
            item.was_price = item.price;
            item.price = *special;
        }
    }

    // A special price whose days can not be read, or are not known to be now, does
    // not hold: rather the full price on a label than a loss on every sale.
    bool special_holds(const CsvRecord& record)
    {
        const std::string_view from{cell(record, m_columns.special_from)};
        const std::string_view to{cell(record, m_columns.special_to)};
        const auto first = read_date(from);
        const auto last = read_date(to);
        if ((!from.empty() && !first) || (!to.empty() && !last)) {
            m_problems.warn(record.line, "catalogue.special_price_dates",
                            "its days can not be read; it was passed over");
            return false;
        }
        if (!first && !last) return true;
        if (m_options.today.empty()) return false;
        return (!first || *first <= m_options.today) && (!last || m_options.today <= *last);
    }

    void read_codes_and_stock(const CsvRecord& record, const Attributes& attributes, ListedItem& listed)
    {
        // Magento has no barcode of its own; shops add one under one of these names.
        constexpr std::array<std::string_view, 5> codes{"barcode", "ean", "ean13", "gtin", "upc"};
        for (const std::string_view code : codes) {
            auto barcode = read_barcode(value_of(attributes, code));
            if (!barcode)
                m_problems.add(record.line, code, std::move(barcode.error()));
            else if (!barcode->empty())
                listed.item.barcodes.push_back(std::move(*barcode));
        }
        const std::string_view quantity{cell(record, m_columns.quantity)};
        if (quantity.empty()) return;
        listed.quantity = read_quantity(quantity);
        if (!listed.quantity) {
            m_problems.add(
                record.line, m_table.heading(m_columns.quantity),
                {"catalogue.bad_quantity", fmt::format("\"{}\" is no quantity", shortened(one_line(quantity), 40))});
        }
    }

    // Lets a child take the words of its style. False: the style is not for sale.
    bool join_parent(CatalogueItem& item)
    {
        const auto child = m_children.find(item.sku.text);
        if (child == m_children.end()) return true;
        const Parent& parent{m_parents[child->second.parent]};
        item.style = parent.item.style;
        item.name = parent.item.name;
        item.category = parent.item.category.empty() ? item.category : parent.item.category;
        item.note = parent.item.note.empty() ? item.note : parent.item.note;
        item.picture = item.picture.empty() ? parent.item.picture : item.picture;
        if (!child->second.axes.colour.empty()) item.colour = one_line(child->second.axes.colour);
        if (!child->second.axes.size.empty()) item.size = one_line(child->second.axes.size);
        child->second.seen = true;
        return parent.for_sale;
    }

    Result<Catalogue> finish()
    {
        Listing listing;
        for (Simple& simple : m_simples) {
            CatalogueItem& item{simple.listed.item};
            const bool is_style_for_sale{join_parent(item)};
            if (!simple.for_sale || !is_style_for_sale) {
                m_problems.warn(simple.listed.line, "catalogue.left_out", fmt::format("{} is disabled", item.sku.text));
                listing.leave_out(std::move(item.sku));
                continue;
            }
            if (item.name.empty()) {
                m_problems.warn(simple.listed.line, "catalogue.no_title", fmt::format("{} has no name", item.sku.text));
                item.name = item.style.text;
            }
            const auto english = m_english.find(item.style.text);
            if (english != m_english.end()) item.name_en = english->second;
            listing.add(std::move(simple.listed), m_problems);
        }
        warn_of_missing_children();
        return listing.finish(CatalogueFormat::magento, m_problems);
    }

    void warn_of_missing_children()
    {
        for (const auto& [sku, child] : m_children) {
            if (child.seen) continue;
            const Parent& parent{m_parents[child.parent]};
            m_problems.warn(parent.line, "catalogue.missing_child",
                            fmt::format("{} names {}, which is not in the file", parent.item.style.text, sku));
        }
    }

    CsvTable m_table;
    Columns m_columns;
    CatalogueOptions m_options;
    Problems m_problems;
    std::vector<Parent> m_parents;
    std::vector<Simple> m_simples;
    std::unordered_map<std::string, Child> m_children;
    std::unordered_map<std::string, std::string> m_english;
};

} // namespace

std::string_view missing_for_magento(const CsvTable& table)
{
    const Columns columns{table};
    if (!columns.sku) return "sku";
    if (!columns.type) return "product_type";
    if (!columns.name) return "name";
    if (!columns.price) return "price";
    return {};
}

Result<Catalogue> read_magento(CsvTable table, const CatalogueOptions& options)
{
    return Reader{std::move(table), options}.read();
}

} // namespace guitai
