// Names of things that cross the wire. Each is its own type, so a member can
// not be passed where an order is meant.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace guitai {

template<typename Tag>
struct Id {
    std::string text;

    [[nodiscard]] bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

using MemberId = Id<struct MemberTag>;
using NoteId = Id<struct NoteTag>;         // Of what is remembered of a member.
using ComplaintId = Id<struct ComplaintTag>;
using OrderId = Id<struct OrderTag>;
using Sku = Id<struct SkuTag>;
using StyleId = Id<struct StyleTag>;
using PlaceCode = Id<struct PlaceTag>;     // A shop or a warehouse: S01, W01.
using ReceiptNumber = Id<struct ReceiptTag>;
using StaffName = Id<struct StaffTag>;     // Unique within a shop; it is what a person types.

// Given by the head office when a till enrols; an integer, for it leads every
// key. The head office itself writes as number 0.
using TillNumber = std::int64_t;
inline constexpr TillNumber office_origin{0};

// Ids that a till makes at the counter are unique by construction, offline too:
// its number, which nobody else has, and a count of its own.
[[nodiscard]] OrderId make_order_id(const PlaceCode& store, TillNumber till, std::int64_t count);
[[nodiscard]] MemberId make_member_id(TillNumber till, std::int64_t count);
[[nodiscard]] NoteId make_note_id(TillNumber till, std::int64_t count);
[[nodiscard]] ComplaintId make_complaint_id(TillNumber till, std::int64_t count);
[[nodiscard]] ReceiptNumber make_receipt_number(const PlaceCode& store, TillNumber till, std::int64_t count);

// Of a place: 1 to place_code_max letters, digits, - or _. It leads every receipt number.
inline constexpr std::size_t place_code_max{12};
[[nodiscard]] bool is_place_code(std::string_view text);

} // namespace guitai

template<typename Tag>
struct std::hash<guitai::Id<Tag>> {
    std::size_t operator()(const guitai::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text); }
};
