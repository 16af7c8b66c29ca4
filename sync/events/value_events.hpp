// Money that customers leave with the firm before they buy: a member's stored value
// (储值) and gift cards (礼品卡). It is owed to them, and nobody's turnover until it is
// spent. Like points it lies in lots, and a till spends only what it has a lease of.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/points_events.hpp"
#include "sync/events/sale_events.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// Up: money was paid in. A gift card is sold by paying into it.
struct ValueLoaded {
    static constexpr std::string_view kind{"value_loaded"};

    std::int64_t load{0}; // The how-many-th of this till.
    std::string account;
    MemberId member; // Empty: a gift card, which is whoever's holds it.
    PlaceCode store;
    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    TenderTaken taken; // What was paid for it, above zero.
    std::vector<LotEarned> lots; // In fen: what was paid, and what the firm gave on top.
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("load", &ValueLoaded::load),
                     field("account", &ValueLoaded::account),
                     field("member", &ValueLoaded::member),
                     field("store", &ValueLoaded::store),
                     field("shift", &ValueLoaded::shift),
                     field("staff", &ValueLoaded::staff),
                     field("business_date", &ValueLoaded::business_date),
                     field("taken", &ValueLoaded::taken),
                     field("lots", &ValueLoaded::lots),
                     field("test", &ValueLoaded::test));
    }

    bool operator==(const ValueLoaded&) const = default;
};

enum class ValueReason { loaded, spent, restored };
template<>
struct Words<ValueReason> {
    static constexpr std::array<std::pair<ValueReason, std::string_view>, 3> all{{
        {ValueReason::loaded, "loaded"},
        {ValueReason::spent, "spent"},
        {ValueReason::restored, "restored"},
    }};
};

// Down: what an account has changed by, for the screens of all tills but the one that did it.
// Never a right to spend.
struct ValuePosted {
    static constexpr std::string_view kind{"value_posted"};

    std::string account;
    Money amount; // Below zero: spent.
    std::string expires_on; // Of that part; empty: it stays.
    ValueReason reason{ValueReason::loaded};
    std::string subject; // The receipt or slip.
    std::string redemption; // What is given back, where it is.
    std::int64_t source_origin{0}; // The till that did it; it has counted it already.
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("account", &ValuePosted::account),
                     field("amount", &ValuePosted::amount),
                     field("expires_on", &ValuePosted::expires_on),
                     field("reason", &ValuePosted::reason),
                     field("subject", &ValuePosted::subject),
                     field("redemption", &ValuePosted::redemption),
                     field("source_origin", &ValuePosted::source_origin),
                     field("source_number", &ValuePosted::source_number));
    }

    bool operator==(const ValuePosted&) const = default;
};

// Down: the key that names gift cards, the same for the whole chain, sealed for this till's own device key.
struct GiftKeySet {
    static constexpr std::string_view kind{"gift_key_set"};

    TillNumber till{0};
    std::string sealed_key; // Hex. No other till can open it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &GiftKeySet::till),
                     field("sealed_key", &GiftKeySet::sealed_key));
    }

    bool operator==(const GiftKeySet&) const = default;
};

} // namespace guitai
