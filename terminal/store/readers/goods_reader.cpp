#include "terminal/store/readers/goods_reader.hpp"

#include "sync/database/joined_words.hpp"
#include "terminal/store/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace guitai {
namespace {

std::size_t index_of(const std::vector<std::string>& names, const std::string& name)
{
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// Takes the sizes of one colour into the sizes of all, so that S stands before M
// even where the first colour was never made in S.
void merge_sizes(std::vector<std::string>& sizes, const std::vector<std::string>& of_colour)
{
    auto place = sizes.end();
    for (auto size = of_colour.rbegin(); size != of_colour.rend(); ++size) {
        const auto known = std::find(sizes.begin(), sizes.end(), *size);
        place = known != sizes.end() ? known : sizes.insert(place, *size);
    }
}

// What of it is spoken for by orders that have not left yet; of a row of `stock` called st.
constexpr std::string_view promised_milli{"coalesce((SELECT sum(o.milli) FROM orders o WHERE o.reserved = 1"
                                          " AND o.sku = st.sku AND o.source = st.place), 0)"};
// What may be promised of it to somebody else; with `sending_places` called sp.
const std::string free_milli{fmt::format("iif(coalesce(sp.sends, 1), st.milli - {} - coalesce(sp.ring_fence, 0), 0)",
                                         promised_milli)};

} // namespace

Product GoodsReader::product_of(std::int64_t item) const
{
    database::Statement find{m_connection,
                             "SELECT i.sku, s.style, s.name, s.name_en, i.colour, i.size, s.category, s.note, i.price,"
                             " i.was_price, i.member_price, i.tax_rate, i.picture, i.position, i.withdrawn,"
                             " i.needs_serial, i.needs_lot, i.tags, i.collections, i.discountable, i.weighed"
                             " FROM items i JOIN styles s ON s.id = i.style WHERE i.id = ?1"};
    find.bind(1, item);
    Product product;
    if (!find.step()) return product;
    read_id(find, 0, product.sku);
    read_id(find, 1, product.style);
    product.name = find.text(2);
    product.name_en = find.text(3);
    product.colour = find.text(4);
    product.size = find.text(5);
    product.category = find.text(6);
    product.note = find.text(7);
    product.price = money_at(find, 8);
    product.was_price = money_at(find, 9);
    product.member_price = money_at(find, 10);
    product.tax_rate = BasisPoints{find.integer(11)};
    product.picture = find.text(12);
    product.position = find.integer(13);
    product.withdrawn = find.flag(14);
    product.needs_serial = find.flag(15);
    product.needs_lot = find.flag(16);
    product.tags = database::parted(find.text(17));
    product.collections = database::parted(find.text(18));
    product.discountable = find.flag(19);
    product.weighed = find.flag(20);

    database::Statement codes{m_connection, "SELECT barcode FROM barcodes WHERE item = ?1 ORDER BY n"};
    codes.bind(1, item);
    while (codes.step()) product.barcodes.push_back(codes.text(0));
    return product;
}

std::int64_t GoodsReader::item_of_code(std::string_view code) const
{
    // Where two items claim one barcode, the one listed later holds.
    database::Statement by_barcode{m_connection,
                                   "SELECT b.item FROM barcodes b JOIN items i ON i.id = b.item"
                                   " WHERE b.barcode = ?1 AND i.withdrawn = 0 ORDER BY b.item DESC LIMIT 1"};
    by_barcode.bind(1, code);
    if (by_barcode.step()) return by_barcode.integer(0);
    database::Statement by_sku{m_connection, "SELECT id FROM items WHERE sku = ?1 AND withdrawn = 0"};
    by_sku.bind(1, code);
    return by_sku.step() ? by_sku.integer(0) : 0;
}

std::optional<Product> GoodsReader::find_code(std::string_view digits) const
{
    const std::int64_t item{item_of_code(digits)};
    if (item == 0) return std::nullopt;
    return product_of(item);
}

std::optional<Product> GoodsReader::find(const Sku& sku) const
{
    database::Statement find{m_connection, "SELECT id FROM items WHERE sku = ?1"};
    find.bind(1, sku.text);
    if (!find.step()) return std::nullopt;
    return product_of(find.integer(0));
}

std::vector<std::string> GoodsReader::categories() const
{
    database::Statement find{m_connection,
                             "SELECT category FROM categories c WHERE EXISTS (SELECT 1 FROM styles s"
                             " WHERE s.category = c.category AND s.items_sold > 0) AND category <> '' ORDER BY id"};
    std::vector<std::string> names;
    while (find.step()) names.push_back(find.text(0));
    return names;
}

std::int64_t GoodsReader::count_styles(std::string_view category) const
{
    database::Statement count{m_connection, category.empty() ? "SELECT count(*) FROM styles WHERE items_sold > 0"
                                                             : "SELECT count(*) FROM styles"
                                                               " WHERE items_sold > 0 AND category = ?1"};
    if (!category.empty()) count.bind(1, category);
    return count.step() ? count.integer(0) : 0;
}

std::vector<StyleTile> GoodsReader::tiles(std::string_view category, std::int64_t first, std::int64_t limit) const
{
    database::Statement find{
        m_connection, category.empty()
                          ? "SELECT id, style, name, name_en, category FROM styles WHERE items_sold > 0"
                            " ORDER BY id LIMIT ?1 OFFSET ?2"
                          : "SELECT id, style, name, name_en, category FROM styles WHERE items_sold > 0"
                            " AND category = ?3 ORDER BY id LIMIT ?1 OFFSET ?2"};
    find.bind(1, limit).bind(2, first);
    if (!category.empty()) find.bind(3, category);
    const OneReading reading{m_connection};
    std::vector<StyleTile> tiles;
    while (find.step()) tiles.push_back(tile_of(find));
    return tiles;
}

std::optional<StyleTile> GoodsReader::tile(const StyleId& style) const
{
    database::Statement find{m_connection, "SELECT id, style, name, name_en, category FROM styles"
                                           " WHERE style = ?1 AND items_sold > 0"};
    find.bind(1, style.text);
    if (!find.step()) return std::nullopt;
    return tile_of(find);
}

StyleTile GoodsReader::tile_of(const database::Statement& row) const
{
    StyleTile tile;
    read_id(row, 1, tile.style);
    tile.name = row.text(2);
    tile.name_en = row.text(3);
    tile.category = row.text(4);
    fill_tile(row.integer(0), tile);
    return tile;
}

void GoodsReader::fill_tile(std::int64_t style, StyleTile& tile) const
{
    database::Statement find{m_connection,
                             "SELECT i.sku, i.colour, i.price, i.was_price, i.member_price, i.picture,"
                             " coalesce(st.milli, 0) FROM items i"
                             " LEFT JOIN stock st ON st.sku = i.sku AND st.place = ?2"
                             " WHERE i.style = ?1 AND i.withdrawn = 0 ORDER BY i.position, i.id"};
    find.bind(1, style).bind(2, m_self.store.text);
    std::int64_t items{0};
    std::int64_t empty{0};
    while (find.step()) {
        if (items == 0) {
            read_id(find, 0, tile.only_sku);
            tile.first_colour = find.text(1);
        }
        if (items == 0 || money_at(find, 2) < tile.price) {
            tile.price = money_at(find, 2);
            tile.was_price = money_at(find, 3);
            tile.member_price = money_at(find, 4);
        }
        if (tile.picture.empty()) tile.picture = find.text(5);
        const std::int64_t here{pieces_at(find, 6)};
        tile.here += here;
        if (here == 0) ++empty;
        ++items;
    }
    if (items != 1) tile.only_sku = {};
    tile.broken_sizes = empty > 0 && empty < items;
}

void GoodsReader::fill_cell(CellView& cell) const
{
    static const std::string sql{fmt::format("SELECT st.place, {}, p.kind, st.milli - {} FROM stock st"
                                             " LEFT JOIN places p ON p.place = st.place"
                                             " LEFT JOIN sending_places sp ON sp.place = st.place WHERE st.sku = ?1",
                                             free_milli, promised_milli)};
    database::Statement find{m_connection, sql};
    find.bind(1, cell.sku.text);
    while (find.step()) {
        const std::int64_t pieces{pieces_at(find, 1)};
        // Nobody here keeps anything from the people who come in.
        if (find.text(0) == m_self.store.text) cell.here += pieces_at(find, 3);
        else if (find.is_null(2)) continue; // A place nobody has told of yet can send nothing.
        else if (word_at<PlaceKind>(find, 2) == PlaceKind::warehouse) cell.warehouse += pieces;
        else cell.shops += pieces;
    }
}

std::vector<GoodsReader::GridItem> GoodsReader::grid_items(std::int64_t style) const
{
    database::Statement find{m_connection,
                             "SELECT sku, colour, size, price, was_price, member_price, picture FROM items"
                             " WHERE style = ?1 AND withdrawn = 0 ORDER BY position, id"};
    find.bind(1, style);
    std::vector<GridItem> items;
    while (find.step()) {
        GridItem& item{items.emplace_back()};
        read_id(find, 0, item.cell.sku);
        item.colour = find.text(1);
        item.size = find.text(2);
        item.cell.price = money_at(find, 3);
        item.was_price = money_at(find, 4);
        item.cell.member_price = money_at(find, 5);
        item.picture = find.text(6);
        fill_cell(item.cell);
    }
    return items;
}

GridView GoodsReader::grid(const StyleId& style) const
{
    GridView grid;
    database::Statement named{m_connection, "SELECT id, name, name_en, note, category FROM styles WHERE style = ?1"};
    named.bind(1, style.text);
    if (!named.step()) return grid;
    std::vector<GridItem> items{grid_items(named.integer(0))};
    if (items.empty()) return grid;

    grid.style = style;
    grid.name = named.text(1);
    grid.name_en = named.text(2);
    grid.note = named.text(3);
    grid.category = named.text(4);
    const auto cheapest = std::min_element(items.begin(), items.end(), [](const GridItem& a, const GridItem& b) {
        return a.cell.price < b.cell.price;
    });
    grid.price = cheapest->cell.price;
    grid.was_price = cheapest->was_price;
    grid.member_price = cheapest->cell.member_price;
    lay_out(std::move(items), grid);

    database::Statement news{m_connection, "SELECT at_ms FROM stock_news"};
    if (news.step()) grid.as_of_ms = news.integer(0);
    return grid;
}

void GoodsReader::lay_out(std::vector<GridItem> items, GridView& grid)
{
    std::vector<std::vector<std::string>> sizes_by_colour;
    std::size_t empty{0};
    for (const GridItem& item : items) {
        const std::size_t colour{index_of(grid.colours, item.colour)};
        if (colour == grid.colours.size()) {
            grid.colours.push_back(item.colour);
            sizes_by_colour.emplace_back();
        }
        sizes_by_colour[colour].push_back(item.size);
        if (grid.picture.empty()) grid.picture = item.picture;
        if (item.cell.here == 0) ++empty;
    }
    for (const auto& sizes : sizes_by_colour) merge_sizes(grid.sizes, sizes);
    grid.broken_sizes = empty > 0 && empty < items.size();

    grid.cells.resize(grid.colours.size() * grid.sizes.size());
    for (GridItem& item : items) {
        const std::size_t row{index_of(grid.colours, item.colour)};
        grid.cells[row * grid.sizes.size() + index_of(grid.sizes, item.size)] = std::move(item.cell);
    }
}

std::vector<CatalogueReader::FarStock> GoodsReader::stock_elsewhere(const Sku& sku) const
{
    static const std::string sql{fmt::format("SELECT p.place, p.name, p.kind, {} AS free"
                                             " FROM stock st JOIN places p ON p.place = st.place"
                                             " LEFT JOIN sending_places sp ON sp.place = st.place"
                                             " WHERE st.sku = ?1 AND st.place <> ?2 AND free >= 1000"
                                             " ORDER BY p.kind, free DESC, p.place",
                                             free_milli)};
    database::Statement find{m_connection, sql};
    bind_all(find, sku, m_self.store);
    std::vector<FarStock> found;
    while (find.step()) {
        FarStock& far{found.emplace_back()};
        read_id(find, 0, far.place);
        far.name = find.text(1);
        far.kind = word_at<PlaceKind>(find, 2);
        far.pieces = pieces_at(find, 3);
    }
    return found;
}

std::string GoodsReader::characters() const
{
    database::Statement find{m_connection,
                             "SELECT name || note FROM (SELECT name, note FROM styles LIMIT 500)"
                             " UNION ALL SELECT category FROM categories"
                             " UNION ALL SELECT DISTINCT colour || size"
                             " FROM (SELECT colour, size FROM items LIMIT 2000)"
                             " UNION ALL SELECT name FROM places UNION ALL SELECT name FROM staff"};
    std::set<std::string, std::less<>> seen;
    std::string all;
    while (find.step()) {
        const std::string text{find.text(0)};
        for (std::size_t at{0}; at < text.size();) {
            std::size_t end{at + 1};
            while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
            const std::string_view character{std::string_view{text}.substr(at, end - at)};
            if (seen.find(character) == seen.end()) all += *seen.emplace(character).first;
            at = end;
        }
    }
    return all;
}

} // namespace guitai
