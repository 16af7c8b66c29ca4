// Goods on shelves that are a vector.
#pragma once

#include "tests/support/fake_clock.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace guitai::test {

// One colour and size of a style; the stock beside it by place.
inline CatalogueItem make_item(std::string sku, std::string style, std::string colour, std::string size,
                               std::int64_t price_minor, std::string barcode)
{
    CatalogueItem item;
    item.sku = {std::move(sku)};
    item.style = {std::move(style)};
    item.colour = std::move(colour);
    item.size = std::move(size);
    item.price = Money::from_minor(price_minor);
    item.tax_rate = BasisPoints{1'300};
    item.barcodes = {std::move(barcode)};
    return item;
}

struct FakeCatalogue final : CatalogueReader {
    std::vector<Product> goods;
    std::map<Sku, std::map<std::string, std::int64_t>> stock; // "S01" is this shop, "W01" the warehouse.
    std::int64_t as_of_ms{morning_ms - 2 * minute_ms};
    mutable std::int64_t tiles_read{0};

    [[nodiscard]] std::int64_t pieces(const Sku& sku, const std::string& place) const
    {
        const auto of = stock.find(sku);
        if (of == stock.end() || of->second.count(place) == 0) return 0;
        return of->second.at(place);
    }
    [[nodiscard]] std::optional<Product> find_code(std::string_view digits) const override
    {
        for (const Product& product : goods) {
            if (std::count(product.barcodes.begin(), product.barcodes.end(), digits) > 0) return product;
        }
        return find({std::string{digits}});
    }
    [[nodiscard]] std::optional<Product> find(const Sku& sku) const override
    {
        for (const Product& product : goods) {
            if (product.sku == sku) return product;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::vector<FoundProduct> search(std::string_view text, std::int64_t limit) const override
    {
        std::vector<FoundProduct> found;
        for (const Product& product : goods) {
            const bool matches{product.name.find(text) != std::string::npos || product.sku.text == text ||
                               product.style.text == text};
            if (!matches || static_cast<std::int64_t>(found.size()) == limit) continue;
            FoundProduct one;
            one.sku = product.sku;
            one.style = product.style;
            one.name = product.name;
            one.variant = product.colour + " " + product.size;
            one.price = product.price;
            one.here = pieces(product.sku, "S01");
            found.push_back(std::move(one));
        }
        return found;
    }
    [[nodiscard]] std::vector<std::string> categories() const override { return {"外套", "配饰"}; }
    [[nodiscard]] std::int64_t count_styles(std::string_view category) const override
    {
        return static_cast<std::int64_t>(tiles(category, 0, 1'000'000).size());
    }
    [[nodiscard]] std::vector<StyleTile> tiles(std::string_view category, std::int64_t first,
                                               std::int64_t limit) const override
    {
        ++tiles_read;
        return tiles_of(category, first, limit);
    }
    [[nodiscard]] std::vector<StyleTile> tiles_of(std::string_view category, std::int64_t first,
                                                  std::int64_t limit) const
    {
        std::vector<StyleTile> tiles;
        for (const Product& product : goods) {
            if (!category.empty() && product.category != category) continue;
            auto tile = std::find_if(tiles.begin(), tiles.end(),
                                     [&](const StyleTile& known) { return known.style == product.style; });
            if (tile == tiles.end()) {
                StyleTile made;
                made.style = product.style;
                made.name = product.name;
                made.name_en = product.name_en;
                made.category = product.category;
                made.price = product.price;
                made.member_price = product.member_price;
                made.first_colour = product.colour;
                made.only_sku = product.sku;
                tile = tiles.insert(tiles.end(), made);
            } else {
                tile->only_sku = {};
            }
            tile->here += pieces(product.sku, "S01");
        }
        tiles.erase(tiles.begin(), tiles.begin() + std::min<std::ptrdiff_t>(first, std::ssize(tiles)));
        if (std::ssize(tiles) > limit) tiles.resize(static_cast<std::size_t>(limit));
        return tiles;
    }
    [[nodiscard]] std::optional<StyleTile> tile(const StyleId& style) const override
    {
        for (StyleTile& one : tiles_of("", 0, 1'000'000)) {
            if (one.style == style) return std::move(one);
        }
        return std::nullopt;
    }
    [[nodiscard]] GridView grid(const StyleId& style) const override
    {
        GridView grid;
        for (const Product& product : goods) {
            if (product.style != style) continue;
            grid.style = style;
            grid.name = product.name;
            grid.category = product.category;
            grid.price = product.price;
            grid.as_of_ms = as_of_ms;
            const auto note = [](std::vector<std::string>& list, const std::string& text) {
                if (std::count(list.begin(), list.end(), text) == 0) list.push_back(text);
            };
            note(grid.colours, product.colour);
            note(grid.sizes, product.size);
        }
        for (const std::string& colour : grid.colours) {
            for (const std::string& size : grid.sizes) grid.cells.push_back(cell(style, colour, size));
        }
        return grid;
    }
    [[nodiscard]] CellView cell(const StyleId& style, const std::string& colour, const std::string& size) const
    {
        CellView made;
        for (const Product& product : goods) {
            if (product.style != style || product.colour != colour || product.size != size) continue;
            made.sku = product.sku;
            made.price = product.price;
            made.member_price = product.member_price;
            made.here = pieces(product.sku, "S01");
            made.shops = pieces(product.sku, "S02");
            made.warehouse = pieces(product.sku, "W01");
        }
        return made;
    }
    [[nodiscard]] std::vector<FarStock> stock_elsewhere(const Sku& sku) const override
    {
        return {{{"S02"}, "文化路店", PlaceKind::shop, pieces(sku, "S02")},
                {{"W01"}, "总仓", PlaceKind::warehouse, pieces(sku, "W01")}};
    }
    [[nodiscard]] std::string characters() const override { return "松径短款羽绒服"; }
};

} // namespace guitai::test
