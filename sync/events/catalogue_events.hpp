// What the head office sells and for how much. A shop without a head office is
// its own: it writes these events itself under the office's number.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// A larger catalogue is listed by several events.
inline constexpr std::size_t items_per_event_max{200};

// One thing on the shelf: one colour and size of one style.
struct CatalogueItem {
    Sku sku;
    StyleId style; // Style number, 款号: all colours and sizes of one style share it.
    std::string name; // Of the style, in the shop's language.
    std::string name_en;
    std::string colour;
    std::string size;
    std::string category;
    std::string note; // Composition, filling: one line for the customer.
    Money price;
    Money was_price; // Zero where it never cost more.
    Money member_price; // Zero where members pay the same.
    BasisPoints tax_rate;
    std::vector<std::string> barcodes;
    std::string picture; // A file name or address; may be empty.
    std::int64_t position{0}; // Order of colours and sizes in the grid, as the file had them.
    bool withdrawn{false}; // True: no longer sold; old receipts still name it.
    std::vector<std::string> tags{}; // What promotions may ask for, beside style and category.
    std::vector<std::string> collections{};
    bool discountable{true}; // False: bags, gift cards, fees; no promotion touches them.
    bool weighed{false}; // Sold by weight or length: never a piece.
    bool needs_serial{false}; // No piece leaves without its serial number …
    bool needs_lot{false};    // … or its lot.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("sku", &CatalogueItem::sku),
                     field("style", &CatalogueItem::style),
                     field("name", &CatalogueItem::name),
                     field("name_en", &CatalogueItem::name_en),
                     field("colour", &CatalogueItem::colour),
                     field("size", &CatalogueItem::size),
                     field("category", &CatalogueItem::category),
                     field("note", &CatalogueItem::note),
                     field("price", &CatalogueItem::price),
                     field("was_price", &CatalogueItem::was_price),
                     field("member_price", &CatalogueItem::member_price),
                     field("tax_rate", &CatalogueItem::tax_rate),
                     field("barcodes", &CatalogueItem::barcodes),
                     field("picture", &CatalogueItem::picture),
                     field("position", &CatalogueItem::position),
                     field("withdrawn", &CatalogueItem::withdrawn),
                     later_field("tags", &CatalogueItem::tags),
                     later_field("collections", &CatalogueItem::collections),
                     later_field("discountable", &CatalogueItem::discountable),
                     later_field("weighed", &CatalogueItem::weighed),
                     later_field("needs_serial", &CatalogueItem::needs_serial),
                     later_field("needs_lot", &CatalogueItem::needs_lot));
    }

    bool operator==(const CatalogueItem&) const = default;
};

// Down: these items are sold from now on, each replacing what was said of its SKU.
// At most items_per_event_max items, so that a catalogue travels in slices.
struct ItemsListed {
    static constexpr std::string_view kind{"items_listed"};

    std::vector<CatalogueItem> items;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("items", &ItemsListed::items));
    }

    bool operator==(const ItemsListed&) const = default;
};

// A longer file of promotions travels in several parts.
inline constexpr std::size_t promotion_part_bytes_max{200'000};

// Down: the promotions of this revision, as their author wrote them. They are in
// force once every part is here; older revisions stay readable for returns.
struct PromotionsSet {
    static constexpr std::string_view kind{"promotions_set"};

    std::int64_t revision{0}; // Rises with every import.
    std::int64_t part{1};
    std::int64_t parts{1};
    std::string text; // A part of the form's JSON.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("revision", &PromotionsSet::revision),
                     field("part", &PromotionsSet::part),
                     field("parts", &PromotionsSet::parts),
                     field("text", &PromotionsSet::text));
    }

    bool operator==(const PromotionsSet&) const = default;
};

} // namespace guitai
