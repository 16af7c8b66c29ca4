// GoodsReader::search: what a person types into the one box, looked up as a code
// first and as a name after.
#include "terminal/store/readers/goods_reader.hpp"

#include "terminal/store/rows.hpp"
#include "terminal/store/search_words.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::size_t barcode_digits_min{4}; // Fewer digits begin too many barcodes to help.

// The first text that no longer begins with `prefix`: an index is read between the two.
std::string past(std::string_view prefix) { return std::string{prefix} + "\xF4\x8F\xBF\xBF"; }

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

bool is_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_code(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// Row ids, each once, no more than wanted.
class Hits {
public:
    explicit Hits(std::int64_t limit) : m_limit{static_cast<std::size_t>(std::max<std::int64_t>(limit, 0))} {}

    void add(std::int64_t row)
    {
        if (!full() && std::find(m_rows.begin(), m_rows.end(), row) == m_rows.end()) m_rows.push_back(row);
    }
    void add_all(database::Statement& find)
    {
        while (!full() && find.step()) add(find.integer(0));
        find.reset();
    }
    [[nodiscard]] bool full() const { return m_rows.size() >= m_limit; }
    [[nodiscard]] std::size_t left() const { return m_limit - m_rows.size(); }
    [[nodiscard]] const std::vector<std::int64_t>& rows() const { return m_rows; }

private:
    std::size_t m_limit;
    std::vector<std::int64_t> m_rows;
};

void find_styles(database::Connection& connection, std::string_view text, std::int64_t limit, Hits& styles)
{
    if (is_code(text)) {
        database::Statement by_code{connection,
                                    "SELECT id FROM styles WHERE style COLLATE NOCASE >= ?1"
                                    " AND style COLLATE NOCASE < ?2 AND items_sold > 0"
                                    " ORDER BY style COLLATE NOCASE LIMIT ?3"};
        by_code.bind(1, text).bind(2, past(text)).bind(3, limit);
        styles.add_all(by_code);
    }
    const std::string match{match_for(text)};
    if (match.empty() || styles.full()) return;
    // In the order of the catalogue, not of relevance: a list that stays where it was is found faster.
    database::Statement by_words{connection,
                                 "SELECT w.rowid FROM style_words w JOIN styles s ON s.id = w.rowid"
                                 " WHERE style_words MATCH ?1 AND s.items_sold > 0 ORDER BY w.rowid LIMIT ?2"};
    by_words.bind(1, match).bind(2, limit);
    styles.add_all(by_words);
}

void find_items_by_code(database::Connection& connection, std::string_view text, std::int64_t limit, Hits& items)
{
    database::Statement by_sku{connection, "SELECT id FROM items WHERE sku COLLATE NOCASE >= ?1"
                                           " AND sku COLLATE NOCASE < ?2 AND withdrawn = 0"
                                           " ORDER BY sku COLLATE NOCASE LIMIT ?3"};
    by_sku.bind(1, text).bind(2, past(text)).bind(3, limit);
    items.add_all(by_sku);
    if (!is_digits(text) || text.size() < barcode_digits_min) return;
    database::Statement by_barcode{connection, "SELECT b.item FROM barcodes b JOIN items i ON i.id = b.item"
                                               " WHERE b.barcode >= ?1 AND b.barcode < ?2 AND i.withdrawn = 0"
                                               " ORDER BY b.barcode LIMIT ?3"};
    by_barcode.bind(1, text).bind(2, past(text)).bind(3, limit);
    items.add_all(by_barcode);
}

// The items of `style` that fit its share of the list, those that lie here first.
void add_items_of(database::Connection& connection, std::int64_t style, const PlaceCode& store, std::size_t share,
                  Hits& items)
{
    database::Statement find{connection,
                             "SELECT i.id, coalesce(st.milli, 0) > 0 FROM items i"
                             " LEFT JOIN stock st ON st.sku = i.sku AND st.place = ?2"
                             " WHERE i.style = ?1 AND i.withdrawn = 0 ORDER BY i.position, i.id"};
    bind_all(find, style, store);
    std::vector<std::int64_t> here;
    std::vector<std::int64_t> elsewhere;
    while (here.size() < share && find.step()) {
        std::vector<std::int64_t>& kind{find.flag(1) ? here : elsewhere};
        if (kind.size() < share) kind.push_back(find.integer(0));
    }
    here.insert(here.end(), elsewhere.begin(), elsewhere.end());
    for (std::size_t at{0}; at < std::min(share, here.size()); ++at) items.add(here[at]);
}

} // namespace

std::vector<FoundProduct> GoodsReader::search(std::string_view text, std::int64_t limit) const
{
    text = trimmed(text);
    std::vector<FoundProduct> products;
    if (text.empty() || limit <= 0) return products;

    const OneReading reading{m_connection};
    Hits items{limit};
    if (const std::int64_t item = item_of_code(text); item != 0) items.add(item);
    Hits styles{limit};
    find_styles(m_connection, text, limit, styles);
    if (!styles.rows().empty()) {
        const std::size_t share{std::max<std::size_t>(items.left() / styles.rows().size(), 1)};
        for (const std::int64_t style : styles.rows()) add_items_of(m_connection, style, m_self.store, share, items);
    }
    if (is_code(text) && !items.full()) find_items_by_code(m_connection, text, limit, items);

    for (const std::int64_t item : items.rows()) products.push_back(found(item));
    return products;
}

FoundProduct GoodsReader::found(std::int64_t item) const
{
    database::Statement find{m_connection,
                             "SELECT i.sku, s.style, s.name, s.name_en, i.colour, i.size, i.price,"
                             " coalesce((SELECT barcode FROM barcodes WHERE item = i.id ORDER BY n LIMIT 1), ''),"
                             " coalesce((SELECT milli FROM stock WHERE sku = i.sku AND place = ?2), 0)"
                             " FROM items i JOIN styles s ON s.id = i.style WHERE i.id = ?1"};
    bind_all(find, item, m_self.store);
    FoundProduct found;
    if (!find.step()) return found;
    read_id(find, 0, found.sku);
    read_id(find, 1, found.style);
    found.name = find.text(2);
    found.name_en = find.text(3);
    found.variant = find.text(4);
    const std::string size{find.text(5)};
    if (!found.variant.empty() && !size.empty()) found.variant += ' ';
    found.variant += size;
    found.price = money_at(find, 6);
    found.first_barcode = find.text(7);
    found.here = pieces_at(find, 8);
    return found;
}

} // namespace guitai
