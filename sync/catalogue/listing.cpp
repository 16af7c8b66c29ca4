#include "sync/catalogue/listing.hpp"

#include "sync/catalogue/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace guitai {
namespace {

bool is_all_digits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A scanner may send a UPC-A with or without the nought that makes it an EAN-13.
std::string as_scanned(std::string_view barcode)
{
    return barcode.size() == 12 && is_all_digits(barcode) ? "0" + std::string{barcode} : std::string{barcode};
}

bool is_same_but_for_place(CatalogueItem a, const CatalogueItem& b)
{
    a.position = b.position;
    return a == b;
}

void check_lengths(const ListedItem& listed, Problems& problems)
{
    const CatalogueItem& item{listed.item};
    const auto check = [&](std::string_view what, std::string_view text, std::size_t bytes_max) {
        if (text.size() <= bytes_max) return;
        problems.add(listed.line, what, {"catalogue.too_long", fmt::format("more than {} bytes", bytes_max)});
    };
    check("SKU", item.sku.text, Listing::code_bytes_max);
    check("style", item.style.text, Listing::code_bytes_max);
    check("name", item.name, Listing::text_bytes_max);
    check("English name", item.name_en, Listing::text_bytes_max);
    check("colour", item.colour, Listing::text_bytes_max);
    check("size", item.size, Listing::text_bytes_max);
    check("category", item.category, Listing::text_bytes_max);
    check("picture", item.picture, Listing::text_bytes_max);
}

} // namespace

void Listing::add(ListedItem listed, Problems& problems)
{
    CatalogueItem& item{listed.item};
    item.note = shortened(std::move(item.note), note_characters_max);
    item.position = static_cast<std::int64_t>(m_catalogue.items.size()) + 1;
    check_lengths(listed, problems);
    if (!is_new(listed, problems)) return;

    check_barcodes(listed, problems);
    if (item.price.is_zero()) {
        problems.warn(listed.line, "catalogue.free", fmt::format("{} costs nothing", item.sku.text));
    }
    if (!item.member_price.is_zero() && item.member_price > item.price) {
        problems.warn(listed.line, "catalogue.member_pays_more",
                      fmt::format("{} has a member price above its price; it was dropped", item.sku.text));
        item.member_price = {};
    }
    if (item.was_price <= item.price) item.was_price = {};
    if (listed.quantity) m_catalogue.quantities.push_back({item.sku, *listed.quantity});
    m_lines.push_back(listed.line);
    m_catalogue.items.push_back(std::move(item));
}

// False for a repeat, right or wrong.
bool Listing::is_new(const ListedItem& listed, Problems& problems)
{
    const auto [known, is_first] = m_by_sku.emplace(listed.item.sku.text, m_catalogue.items.size());
    if (is_first) return true;
    const std::int64_t first_line{m_lines[known->second]};
    if (is_same_but_for_place(listed.item, m_catalogue.items[known->second])) {
        problems.warn(listed.line, "catalogue.repeated_row",
                      fmt::format("{} says the same as line {}", listed.item.sku.text, first_line));
    } else {
        problems.add(listed.line, "SKU",
                     {"catalogue.duplicate_sku",
                      fmt::format("{} is another thing on line {}", listed.item.sku.text, first_line)});
    }
    return false;
}

void Listing::check_barcodes(const ListedItem& listed, Problems& problems)
{
    if (listed.item.barcodes.size() > barcodes_max) {
        problems.add(listed.line, "barcode", {"catalogue.bad_barcode", fmt::format("more than {}", barcodes_max)});
    }
    for (const std::string& barcode : listed.item.barcodes) {
        const auto [known, is_first] = m_by_barcode.emplace(as_scanned(barcode), m_catalogue.items.size());
        if (is_first || known->second == m_catalogue.items.size()) continue;
        problems.add(listed.line, "barcode",
                     {"catalogue.duplicate_barcode",
                      fmt::format("{} of {} belongs to {} on line {}", barcode, listed.item.sku.text,
                                  m_catalogue.items[known->second].sku.text, m_lines[known->second])});
    }
}

Result<Catalogue> Listing::finish(CatalogueFormat format, Problems& problems)
{
    // A SKU can be scanned too; it must not be another item's barcode.
    for (std::size_t at{0}; at < m_catalogue.items.size(); ++at) {
        const CatalogueItem& item{m_catalogue.items[at]};
        const auto other = m_by_barcode.find(as_scanned(item.sku.text));
        if (other == m_by_barcode.end() || other->second == at) continue;
        problems.add(m_lines[at], "SKU",
                     {"catalogue.duplicate_barcode",
                      fmt::format("{} is the barcode of {} on line {}", item.sku.text,
                                  m_catalogue.items[other->second].sku.text, m_lines[other->second])});
    }
    if (problems.any()) return refuse(problems.refusal());
    if (m_catalogue.items.empty()) return refuse("catalogue.nothing_for_sale", "no row of the file is for sale");

    std::unordered_set<std::string_view> styles;
    for (const CatalogueItem& item : m_catalogue.items) styles.insert(item.style.text);
    m_catalogue.style_count = styles.size();
    m_catalogue.format = format;
    m_catalogue.warnings = problems.take_warnings();
    return std::move(m_catalogue);
}

Result<std::string> read_barcode(std::string_view text)
{
    const std::string_view barcode{unguarded(text)};
    const bool looks_rounded{barcode.find_first_of("eE") != std::string_view::npos &&
                             barcode.find('+') != std::string_view::npos &&
                             barcode.find_first_not_of("0123456789.eE+") == std::string_view::npos};
    if (looks_rounded) {
        return refuse("catalogue.bad_barcode",
                      fmt::format("{} was rounded by a spreadsheet; format the column as text", barcode));
    }
    const bool is_printable{std::all_of(barcode.begin(), barcode.end(), [](char c) { return c > ' ' && c < '\x7F'; })};
    if (!is_printable || barcode.size() > Listing::barcode_bytes_max) {
        return refuse("catalogue.bad_barcode", fmt::format("\"{}\" can not be scanned",
                                                           shortened(one_line(barcode), Listing::barcode_bytes_max)));
    }
    return std::string{barcode};
}

} // namespace guitai
