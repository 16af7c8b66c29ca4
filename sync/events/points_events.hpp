// The parts of a sale that move points: the lot it earns, what was paid with
// points, and what of that came back. A lot is what was earned at once; it is
// named after its receipt, which one till writes once: "S01-71-000012/1".
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

enum class LotUnit { points, fen };
template<>
struct Words<LotUnit> {
    static constexpr std::array<std::pair<LotUnit, std::string_view>, 2> all{{
        {LotUnit::points, "points"},
        {LotUnit::fen, "fen"},
    }};
};

enum class LotKind { points, principal, bonus };
template<>
struct Words<LotKind> {
    static constexpr std::array<std::pair<LotKind, std::string_view>, 3> all{{
        {LotKind::points, "points"},
        {LotKind::principal, "principal"},
        {LotKind::bonus, "bonus"},
    }};
};

// A lot is born with its ticket.
struct LotEarned {
    std::int64_t n{1}; // The how manieth of its ticket.
    std::string account; // Whose purse it goes into: a member's, or a family's.
    MemberId member; // Who earned it.
    LotUnit unit{LotUnit::points};
    LotKind lot_kind{LotKind::points};
    std::int64_t amount{0}; // Above zero.
    std::string earned_on; // ISO dates.
    std::string expires_on; // The last day it is good; empty: it stays.
    std::string matures_on; // The first day it may be spent; empty: at once.
    bool kept{false}; // Born inside a lease of this till, named after the receipt.
    Money sale; // What was paid for it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("n", &LotEarned::n),
                     field("account", &LotEarned::account),
                     field("member", &LotEarned::member),
                     field("unit", &LotEarned::unit),
                     field("kind", &LotEarned::lot_kind),
                     field("amount", &LotEarned::amount),
                     field("earned_on", &LotEarned::earned_on),
                     field("expires_on", &LotEarned::expires_on),
                     field("matures_on", &LotEarned::matures_on),
                     field("kept", &LotEarned::kept),
                     field("sale_minor", &LotEarned::sale));
    }

    bool operator==(const LotEarned&) const = default;
};

// A part of a lot on its way from one place to another.
struct LotPart {
    std::string lot;
    std::string lease; // It was in; empty: in none, for a shop of its own needs no lease.
    std::int64_t amount{0}; // Above zero.
    std::string expires_on; // Of the lot.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("lot", &LotPart::lot),
                     field("lease", &LotPart::lease),
                     field("amount", &LotPart::amount),
                     field("expires_on", &LotPart::expires_on));
    }

    bool operator==(const LotPart&) const = default;
};

// Points paid a part of the ticket. Its id is the receipt and `n`, as a lot's is.
struct PointsRedeemed {
    std::int64_t n{1};
    std::string account;
    MemberId member;
    std::int64_t amount{0}; // Of points; the sum of `lots`.
    Money worth; // What they paid.
    std::vector<LotPart> lots; // In the order in which they were drawn.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("n", &PointsRedeemed::n),
                     field("account", &PointsRedeemed::account),
                     field("member", &PointsRedeemed::member),
                     field("amount", &PointsRedeemed::amount),
                     field("worth_minor", &PointsRedeemed::worth),
                     field("lots", &PointsRedeemed::lots));
    }

    bool operator==(const PointsRedeemed&) const = default;
};

// Goods paid with points came back: so do the points, last drawn first restored.
struct PointsRestored {
    std::string redemption;
    std::string account;
    MemberId member;
    std::int64_t amount{0}; // The sum of `lots`.
    std::vector<LotPart> lots; // As the till knows them; each unit comes back once, whoever says so.
    std::string good_until; // The firm's grace for a lot past its day; empty: none.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("redemption", &PointsRestored::redemption),
                     field("account", &PointsRestored::account),
                     field("member", &PointsRestored::member),
                     field("amount", &PointsRestored::amount),
                     field("lots", &PointsRestored::lots),
                     field("good_until", &PointsRestored::good_until));
    }

    bool operator==(const PointsRestored&) const = default;
};

// Money out of a purse that paid a part of a ticket. Its lots name the leases that they were in.
struct ValueSpent {
    std::int64_t n{2}; // The how manieth of what the ticket took out of purses; points are the first.
    std::string account;
    Money amount; // The sum of `lots`.
    std::vector<LotPart> lots; // In fen, in the order in which they were drawn.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("n", &ValueSpent::n),
                     field("account", &ValueSpent::account),
                     field("amount", &ValueSpent::amount),
                     field("lots", &ValueSpent::lots));
    }

    bool operator==(const ValueSpent&) const = default;
};

// What was paid out of a purse goes back into it, into the very lots, the last drawn first.
struct ValueRestored {
    std::string redemption; // The receipt and the place of what is given back: "S01-1-00042/2".
    std::string account;
    Money amount; // The sum of `lots`.
    std::vector<LotPart> lots;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("redemption", &ValueRestored::redemption),
                     field("account", &ValueRestored::account),
                     field("amount", &ValueRestored::amount),
                     field("lots", &ValueRestored::lots));
    }

    bool operator==(const ValueRestored&) const = default;
};

// Points of a receipt that went back with its goods, out of the lot they were in.
struct PointsBack {
    MemberId member; // Who had earned them.
    ReceiptNumber receipt;
    std::int64_t points{0}; // Above zero.
    std::string expires_on; // Of that lot.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("member", &PointsBack::member),
                     field("receipt", &PointsBack::receipt),
                     field("points", &PointsBack::points),
                     field("expires_on", &PointsBack::expires_on));
    }

    bool operator==(const PointsBack&) const = default;
};

// The name of the `n`th lot, or redemption, of a receipt or of a slip.
[[nodiscard]] inline std::string part_id(const std::string& paper, std::int64_t n)
{
    return paper + "/" + std::to_string(n);
}
[[nodiscard]] inline std::string part_id(const ReceiptNumber& receipt, std::int64_t n)
{
    return part_id(receipt.text, n);
}

} // namespace guitai
