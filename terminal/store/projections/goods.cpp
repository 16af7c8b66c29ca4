#include "terminal/store/projections/goods.hpp"

#include "sync/database/joined_words.hpp"
#include "terminal/store/rows.hpp"
#include "terminal/store/search_words.hpp"

#include <set>
#include <string>
#include <vector>

namespace guitai {
namespace {

using database::joined;

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

std::vector<std::string> barcodes_of(database::Connection& connection, std::int64_t item)
{
    database::Statement find{connection, "SELECT barcode FROM barcodes WHERE item = ?1 ORDER BY n"};
    find.bind(1, item);
    std::vector<std::string> barcodes;
    while (find.step()) barcodes.push_back(find.text(0));
    return barcodes;
}

// New prices are the usual news: what stays as it is costs a look, not a write.
void set_barcodes(database::Connection& connection, std::int64_t item, const std::vector<std::string>& barcodes)
{
    if (barcodes_of(connection, item) == barcodes) return;
    run(connection, "DELETE FROM barcodes WHERE item = ?1", item);
    std::int64_t n{0};
    for (const std::string& barcode : barcodes) {
        run(connection, "INSERT INTO barcodes (item, n, barcode) VALUES (?1, ?2, ?3)", item, ++n, barcode);
    }
}

// Where an item stands now.
struct Place {
    std::int64_t item{0}; // 0: nowhere yet.
    std::int64_t style{0};
    std::int64_t position{0};
    bool withdrawn{false};
};

Place place_of(database::Connection& connection, const Sku& sku)
{
    database::Statement find{connection, "SELECT id, style, position, withdrawn FROM items WHERE sku = ?1"};
    find.bind(1, sku.text);
    if (!find.step()) return {};
    return {find.integer(0), find.integer(1), find.integer(2), find.flag(3)};
}

void add_item(database::Connection& connection, const CatalogueItem& item, std::int64_t style)
{
    run(connection,
        "INSERT INTO items (sku, style, colour, size, price, was_price, member_price, tax_rate, picture, position,"
        " withdrawn, needs_serial, needs_lot, tags, collections, discountable, weighed)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        item.sku, style, item.colour, item.size, item.price, item.was_price, item.member_price, item.tax_rate,
        item.picture, item.position, item.withdrawn, item.needs_serial, item.needs_lot, joined(item.tags),
        joined(item.collections), item.discountable, item.weighed);
}

void set_item(database::Connection& connection, const CatalogueItem& item, std::set<std::int64_t>& to_count)
{
    const std::int64_t style{set_style(connection, item)};
    const Place before{place_of(connection, item.sku)};
    if (before.item == 0) {
        add_item(connection, item, style);
        to_count.insert(style);
        const std::int64_t id{id_of(connection, "SELECT id FROM items WHERE sku = ?1", item.sku.text)};
        set_barcodes(connection, id, item.barcodes);
        return;
    }

    run(connection,
        "UPDATE items SET colour = ?2, size = ?3, price = ?4, was_price = ?5, member_price = ?6, tax_rate = ?7,"
        " picture = ?8, withdrawn = ?9, needs_serial = ?10, needs_lot = ?11, tags = ?12, collections = ?13,"
        " discountable = ?14, weighed = ?15 WHERE id = ?1",
        before.item, item.colour, item.size, item.price, item.was_price, item.member_price, item.tax_rate,
        item.picture, item.withdrawn, item.needs_serial, item.needs_lot, joined(item.tags),
        joined(item.collections), item.discountable, item.weighed);
    if (before.style != style || before.position != item.position) {
        run(connection, "UPDATE items SET style = ?2, position = ?3 WHERE id = ?1", before.item, style, item.position);
    }
    if (before.style != style || before.withdrawn != item.withdrawn) {
        to_count.insert(style);
        to_count.insert(before.style); // It is one less there.
    }
    set_barcodes(connection, before.item, item.barcodes);
}

} // namespace

void GoodsProjection::apply(database::Connection& connection, const Event& event)
{
    const auto* listed = std::get_if<ItemsListed>(&event.body);
    if (listed == nullptr) return;
    std::set<std::int64_t> to_count;
    for (const CatalogueItem& item : listed->items) set_item(connection, item, to_count);
    for (const std::int64_t style : to_count) {
        run(connection,
            "UPDATE styles SET items_sold = (SELECT count(*) FROM items WHERE style = ?1 AND withdrawn = 0)"
            " WHERE id = ?1",
            style);
    }
}

} // namespace guitai
