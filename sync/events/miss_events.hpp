// What a customer wanted and did not get, with or without an order that saved it.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"

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
    OrderId rescued_by; // The order that saved the sale, or empty: lost.

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
                     field("rescued_by", &MissRecorded::rescued_by));
    }

    bool operator==(const MissRecorded&) const = default;
};

} // namespace guitai
