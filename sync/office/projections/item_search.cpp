#include "sync/office/projections/item_search.hpp"

#include "sync/office/projections/search_words.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::string_view all_words{
    "lower(i.sku || ' ' || i.style || ' ' || i.name || ' ' || i.name_en || ' ' || i.barcodes || ' ' || i.category ||"
    " ' ' || i.colour || ' ' || i.size)"};

// From ?first.
std::string words_where(std::size_t words, int first)
{
    std::string where{"1 = 1"};
    for (std::size_t each{0}; each < words; ++each) {
        where += fmt::format(" AND {} LIKE ?{} ESCAPE '!'", all_words, static_cast<std::size_t>(first) + each);
    }
    return where;
}

int bind_words(database::Statement& find, const std::vector<std::string>& words, int first)
{
    for (const std::string& word : words) find.bind(first++, word);
    return first;
}

constexpr std::string_view is_stocked{
    "EXISTS (SELECT 1 FROM stock_levels l WHERE l.sku = i.sku AND (?1 = '' OR l.place = ?1))"};

} // namespace

std::vector<StyleRow> found_styles(database::Connection& connection, const std::string& text, const PlaceCode& place,
                                   int limit, std::int64_t skip)
{
    const auto words = like_patterns(text, item_words_max);
    const std::size_t next{words.size() + 2};
    // Stock is added up for the rows that are shown, not for the whole catalogue.
    database::Statement find{
        connection,
        fmt::format("SELECT s.style, s.name, s.name_en, s.category, s.variants, s.lowest, s.highest, s.gone,"
                    " (SELECT COALESCE(SUM(l.on_hand_milli), 0) FROM items j JOIN stock_levels l ON l.sku = j.sku"
                    " WHERE j.style = s.style AND (?1 = '' OR l.place = ?1)) FROM ("
                    "SELECT i.style AS style, MIN(i.name) AS name, MIN(i.name_en) AS name_en,"
                    " MIN(i.category) AS category, COUNT(*) AS variants, MIN(i.price_minor) AS lowest,"
                    " MAX(i.price_minor) AS highest, MIN(i.withdrawn) AS gone FROM items i WHERE {}"
                    " GROUP BY i.style ORDER BY i.style LIMIT ?{} OFFSET ?{}) AS s ORDER BY s.style",
                    words_where(words.size(), 2), next, next + 1)};
    find.bind(1, place.text);
    const int after{bind_words(find, words, 2)};
    find.bind(after, limit).bind(after + 1, skip);
    std::vector<StyleRow> styles;
    while (find.step()) {
        styles.push_back({{find.text(0)}, find.text(1), find.text(2), find.text(3), find.integer(4), find.integer(5),
                          find.integer(6), find.integer(8), find.flag(7)});
    }
    return styles;
}

std::int64_t count_styles(database::Connection& connection, const std::string& text)
{
    const auto words = like_patterns(text, item_words_max);
    database::Statement find{connection, fmt::format("SELECT COUNT(DISTINCT i.style) FROM items i WHERE {}",
                                                     words_where(words.size(), 1))};
    bind_words(find, words, 1);
    return find.step() ? find.integer(0) : 0;
}

std::vector<Sku> found_stocked(database::Connection& connection, const std::string& text, const PlaceCode& place,
                               int limit, std::int64_t skip)
{
    const auto words = like_patterns(text, item_words_max);
    const std::size_t next{words.size() + 2};
    database::Statement find{connection,
                             fmt::format("SELECT i.sku FROM items i WHERE {} AND {} ORDER BY i.style, i.place_in_file,"
                                         " i.sku LIMIT ?{} OFFSET ?{}",
                                         is_stocked, words_where(words.size(), 2), next, next + 1)};
    find.bind(1, place.text);
    const int after{bind_words(find, words, 2)};
    find.bind(after, limit).bind(after + 1, skip);
    std::vector<Sku> skus;
    while (find.step()) skus.push_back({find.text(0)});
    return skus;
}

std::int64_t count_stocked(database::Connection& connection, const std::string& text, const PlaceCode& place)
{
    const auto words = like_patterns(text, item_words_max);
    database::Statement find{connection, fmt::format("SELECT COUNT(*) FROM items i WHERE {} AND {}", is_stocked,
                                                     words_where(words.size(), 2))};
    find.bind(1, place.text);
    bind_words(find, words, 2);
    return find.step() ? find.integer(0) : 0;
}

std::vector<CatalogueItem> items_of_style(database::Connection& connection, const StyleId& style)
{
    database::Statement find{connection, "SELECT sku FROM items WHERE style = ?1 ORDER BY place_in_file, sku"};
    find.bind(1, style.text);
    std::vector<CatalogueItem> items;
    while (find.step()) {
        if (auto item = find_item(connection, {find.text(0)})) items.push_back(std::move(*item));
    }
    return items;
}

} // namespace guitai::office
