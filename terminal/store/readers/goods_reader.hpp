// The catalogue as the till asks for it. Every question is answered from an
// index, whatever the size of the catalogue.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/store/identity.hpp"

namespace guitai {

class GoodsReader final : public CatalogueReader {
public:
    GoodsReader(database::Connection& connection, TillIdentity self) : m_connection{connection}, m_self{std::move(self)}
    {
    }

    // Neither finds what is withdrawn: it is not sold any more.
    [[nodiscard]] std::optional<Product> find_code(std::string_view digits) const override;
    // Finds what is withdrawn too, and says so.
    [[nodiscard]] std::optional<Product> find(const Sku& sku) const override;
    // Styles that match share the list: many styles show one item each, one style shows all its items.
    [[nodiscard]] std::vector<FoundProduct> search(std::string_view text, std::int64_t limit) const override;
    [[nodiscard]] std::vector<std::string> categories() const override;
    [[nodiscard]] std::int64_t count_styles(std::string_view category) const override;
    [[nodiscard]] std::vector<StyleTile> tiles(std::string_view category, std::int64_t first,
                                               std::int64_t limit) const override;
    [[nodiscard]] std::optional<StyleTile> tile(const StyleId& style) const override;
    [[nodiscard]] GridView grid(const StyleId& style) const override;
    [[nodiscard]] std::vector<FarStock> stock_elsewhere(const Sku& sku) const override;
    [[nodiscard]] std::string characters() const override;

private:
    struct GridItem {
        std::string colour, size, picture;
        CellView cell;
        Money was_price;
    };

    [[nodiscard]] Product product_of(std::int64_t item) const;
    [[nodiscard]] std::int64_t item_of_code(std::string_view code) const; // 0: none.
    [[nodiscard]] StyleTile tile_of(const database::Statement& row) const; // id, style, name, name_en, category
    void fill_tile(std::int64_t style, StyleTile& tile) const;
    void fill_cell(CellView& cell) const;
    [[nodiscard]] std::vector<GridItem> grid_items(std::int64_t style) const;
    static void lay_out(std::vector<GridItem> items, GridView& grid);
    [[nodiscard]] FoundProduct found(std::int64_t item) const;

    database::Connection& m_connection;
    TillIdentity m_self;
};

} // namespace guitai
