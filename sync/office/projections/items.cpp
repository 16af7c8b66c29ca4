#include "sync/office/projections/items.hpp"

#include "sync/database/joined_words.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

using database::joined;
using database::parted;

constexpr std::string_view item_columns{
    "sku, style, name, name_en, colour, size, category, note, price_minor, was_price_minor, member_price_minor,"
    " tax_rate, barcodes, picture, place_in_file, withdrawn, tags, collections, discountable, weighed,"
    " needs_serial, needs_lot"};

CatalogueItem item_from(const database::Statement& row)
{
    CatalogueItem item;
    item.sku = {row.text(0)};
    item.style = {row.text(1)};
    item.name = row.text(2);
    item.name_en = row.text(3);
    item.colour = row.text(4);
    item.size = row.text(5);
    item.category = row.text(6);
    item.note = row.text(7);
    item.price = Money::from_minor(row.integer(8));
    item.was_price = Money::from_minor(row.integer(9));
    item.member_price = Money::from_minor(row.integer(10));
    item.tax_rate = {row.integer(11)};
    item.barcodes = parted(row.text(12));
    item.picture = row.text(13);
    item.position = row.integer(14);
    item.withdrawn = row.flag(15);
    item.tags = parted(row.text(16));
    item.collections = parted(row.text(17));
    item.discountable = row.flag(18);
    item.weighed = row.flag(19);
    item.needs_serial = row.flag(20);
    item.needs_lot = row.flag(21);
    return item;
}

} // namespace

void Items::fold(database::Connection& connection, const Event& event)
{
    const auto* listed = std::get_if<ItemsListed>(&event.body);
    if (!listed) return;
    database::Statement put{
        connection,
        fmt::format("INSERT INTO items ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
                    " ?16, ?17, ?18, ?19, ?20, ?21, ?22) ON CONFLICT (sku) DO UPDATE SET"
                    " style = excluded.style, name = excluded.name,"
                    " name_en = excluded.name_en, colour = excluded.colour, size = excluded.size,"
                    " category = excluded.category, note = excluded.note, price_minor = excluded.price_minor,"
                    " was_price_minor = excluded.was_price_minor, member_price_minor = excluded.member_price_minor,"
                    " tax_rate = excluded.tax_rate, barcodes = excluded.barcodes, picture = excluded.picture,"
                    " place_in_file = excluded.place_in_file, withdrawn = excluded.withdrawn,"
                    " tags = excluded.tags, collections = excluded.collections,"
                    " discountable = excluded.discountable, weighed = excluded.weighed,"
                    " needs_serial = excluded.needs_serial, needs_lot = excluded.needs_lot",
                    item_columns)};
    for (const CatalogueItem& item : listed->items) {
        put.bind(1, item.sku.text).bind(2, item.style.text).bind(3, item.name).bind(4, item.name_en);
        put.bind(5, item.colour).bind(6, item.size).bind(7, item.category).bind(8, item.note);
        put.bind(9, item.price.minor()).bind(10, item.was_price.minor()).bind(11, item.member_price.minor());
        put.bind(12, item.tax_rate.value).bind(13, joined(item.barcodes)).bind(14, item.picture);
        put.bind(15, item.position).bind(16, item.withdrawn).bind(17, joined(item.tags));
        put.bind(18, joined(item.collections)).bind(19, item.discountable).bind(20, item.weighed);
        put.bind(21, item.needs_serial).bind(22, item.needs_lot).run();
    }
}

std::optional<CatalogueItem> find_item(database::Connection& connection, const Sku& sku)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM items WHERE sku = ?1", item_columns)};
    find.bind(1, sku.text);
    if (!find.step()) return std::nullopt;
    return item_from(find);
}

StyleId style_of(database::Connection& connection, const Sku& sku)
{
    database::Statement find{connection, "SELECT style FROM items WHERE sku = ?1"};
    find.bind(1, sku.text);
    return find.step() ? StyleId{find.text(0)} : StyleId{};
}

bool is_listed(database::Connection& connection, const Sku& sku)
{
    database::Statement find{connection, "SELECT 1 FROM items WHERE sku = ?1"};
    find.bind(1, sku.text);
    return find.step();
}

std::vector<CatalogueItem> all_items(database::Connection& connection)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM items ORDER BY sku", item_columns)};
    std::vector<CatalogueItem> items;
    while (find.step()) items.push_back(item_from(find));
    return items;
}

} // namespace guitai::office
