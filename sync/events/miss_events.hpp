// What a customer wanted and did not get, with or without an order that saved it.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/talk_events.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace guitai {

// Why nothing was bought.
enum class MissReason { size, colour, style, price, other };
template<>
struct Words<MissReason> {
    static constexpr std::array<std::pair<MissReason, std::string_view>, 5> all{{
        {MissReason::size, "size"},
        {MissReason::colour, "colour"},
        {MissReason::style, "style"},
        {MissReason::price, "price"},
        {MissReason::other, "other"},
    }};
};

// What the customer took instead of what was not here, of the choices she was offered.
enum class MissChoice { none, other_cell, collect_elsewhere, substitute, ship_home, ship_to_shop };
template<>
struct Words<MissChoice> {
    static constexpr std::array<std::pair<MissChoice, std::string_view>, 6> all{{
        {MissChoice::none, "none"},
        {MissChoice::other_cell, "other_cell"},
        {MissChoice::collect_elsewhere, "collect_elsewhere"},
        {MissChoice::substitute, "substitute"},
        {MissChoice::ship_home, "ship_home"},
        {MissChoice::ship_to_shop, "ship_to_shop"},
    }};
};

// Up: asked for, not here (流单).
struct MissRecorded {
    static constexpr std::string_view kind{"miss_recorded"};

    std::int64_t miss{0};
    PlaceCode store;
    StaffName staff;
    MemberId member;
    std::string business_date;
    StyleId style;
    std::string colour;
    std::string size;
    MissReason reason{MissReason::size};
    OrderId rescued_by; // The order that saved the sale; empty: none did.
    MissChoice chosen{MissChoice::none}; // None: lost.
    Sku chosen_sku; // What was taken.
    Talk talk;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("miss", &MissRecorded::miss),
                     field("store", &MissRecorded::store),
                     field("staff", &MissRecorded::staff),
                     field("member", &MissRecorded::member),
                     field("business_date", &MissRecorded::business_date),
                     field("style", &MissRecorded::style),
                     field("colour", &MissRecorded::colour),
                     field("size", &MissRecorded::size),
                     field("reason", &MissRecorded::reason),
                     field("rescued_by", &MissRecorded::rescued_by),
                     later_field("chosen", &MissRecorded::chosen),
                     later_field("chosen_sku", &MissRecorded::chosen_sku),
                     later_field("talk", &MissRecorded::talk));
    }

    bool operator==(const MissRecorded&) const = default;
};

// Whether the customer took something after all.
[[nodiscard]] inline bool was_rescued(const MissRecorded& miss)
{
    return !miss.rescued_by.empty() || miss.chosen != MissChoice::none;
}

} // namespace guitai
