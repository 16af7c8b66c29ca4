#include "terminal/store/projections/goods.hpp"

#include "terminal/store/rows.hpp"
#include "terminal/store/search_words.hpp"

#include <set>

namespace guitai {
namespace {

std::int64_t id_of(database::Connection& connection, std::string_view sql, const std::string& code)
{
    database::Statement find{connection, sql};
    find.bind(1, code);
    return find.step() ? find.integer(0) : 0;
}

void set_words(database::Connection& connection, std::int64_t style, const CatalogueItem& item)
{
    run(connection, "DELETE FROM style_words WHERE rowid = ?1", style);
    run(connection, "INSERT INTO style_words (rowid, name, initials) VALUES (?1, ?2, ?3)", style,
        words_of(item.name + ' ' + item.name_en), initial_words_of(item.name));
}

// The style's row, made or brought up to date: what the last item says of it holds.
std::int64_t set_style(database::Connection& connection, const CatalogueItem& item)
{
    database::Statement find{connection, "SELECT id, name, name_en, category, note FROM styles WHERE style = ?1"};
    find.bind(1, item.style.text);
    if (!find.step()) {
        run(connection, "INSERT INTO categories (category) VALUES (?1) ON CONFLICT DO NOTHING", item.category);
        run(connection,
            "INSERT INTO styles (style, name, name_en, category, note, items_sold) VALUES (?1, ?2, ?3, ?4, ?5, 0)",
            item.style, item.name, item.name_en, item.category, item.note);
        const std::int64_t style{id_of(connection, "SELECT id FROM styles WHERE style = ?1", item.style.text)};
        set_words(connection, style, item);
        return style;
    }

    const std::int64_t style{find.integer(0)};
    const bool same_words{find.text(1) == item.name && find.text(2) == item.name_en};
    if (same_words && find.text(3) == item.category && find.text(4) == item.note) return style;
    find.reset();
    run(connection, "INSERT INTO categories (category) VALUES (?1) ON CONFLICT DO NOTHING", item.category);
    run(connection, "UPDATE styles SET name = ?2, name_en = ?3, category = ?4, note = ?5 WHERE id = ?1", style,
        item.name, item.name_en, item.category, item.note);
    if (!same_words) set_words(connection, style, item);
    return style;
}

void set_barcodes(database::Connection& connection, std::int64_t item, const std::vector<std::string>& barcodes)
{
    run(connection, "DELETE FROM barcodes WHERE item = ?1", item);
    std::int64_t n{0};
    for (const std::string& barcode : barcodes) {
        run(connection, "INSERT INTO barcodes (item, n, barcode) VALUES (?1, ?2, ?3)", item, ++n, barcode);
    }
}

void set_item(database::Connection& connection, const CatalogueItem& item, std::set<std::int64_t>& touched_styles)
{
    const std::int64_t style{set_style(connection, item)};
    touched_styles.insert(style);
    // An item may move to another style, which leaves its old one with less.
    const std::int64_t style_before{id_of(connection, "SELECT style FROM items WHERE sku = ?1", item.sku.text)};
    if (style_before != 0) touched_styles.insert(style_before);

    run(connection,
        "INSERT INTO items (sku, style, colour, size, price, was_price, member_price, tax_rate, picture, position,"
        " withdrawn) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        " ON CONFLICT (sku) DO UPDATE SET style = ?2, colour = ?3, size = ?4, price = ?5, was_price = ?6,"
        " member_price = ?7, tax_rate = ?8, picture = ?9, position = ?10, withdrawn = ?11",
        item.sku, style, item.colour, item.size, item.price, item.was_price, item.member_price, item.tax_rate,
        item.picture, item.position, item.withdrawn);
    set_barcodes(connection, id_of(connection, "SELECT id FROM items WHERE sku = ?1", item.sku.text), item.barcodes);
}

} // namespace

void GoodsProjection::apply(database::Connection& connection, const Event& event)
{
    const auto* listed = std::get_if<ItemsListed>(&event.body);
    if (listed == nullptr) return;
    std::set<std::int64_t> touched_styles;
    for (const CatalogueItem& item : listed->items) set_item(connection, item, touched_styles);
    for (const std::int64_t style : touched_styles) {
        run(connection,
            "UPDATE styles SET items_sold = (SELECT count(*) FROM items WHERE style = ?1 AND withdrawn = 0)"
            " WHERE id = ?1",
            style);
    }
}

} // namespace guitai
