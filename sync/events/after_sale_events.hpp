// What is said of a sale after it was written down: who sold it after all, what came back, and what it did with offers.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Up: who sold a line is set right after the sale (导购更正).
struct GuidesChanged {
    static constexpr std::string_view kind{"guides_changed"};

    ReceiptNumber receipt;
    std::int64_t line{0}; // From 1.
    std::vector<GuideShare> guides;
    StaffName staff;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &GuidesChanged::receipt),
                     field("line", &GuidesChanged::line),
                     field("guides", &GuidesChanged::guides),
                     field("staff", &GuidesChanged::staff),
                     field("reason", &GuidesChanged::reason));
    }

    bool operator==(const GuidesChanged&) const = default;
};

// Down: what a ticket did with coupons and with offers that have a limit per member,
// so that every till counts it. The till that wrote the ticket has counted it already.
struct OffersMoved {
    static constexpr std::string_view kind{"offers_moved"};

    ReceiptNumber receipt;
    MemberId member; // Empty for a stranger.
    std::vector<PromotionUse> uses;
    std::vector<CouponMoved> coupons_used;
    std::vector<CouponMoved> coupons_issued;
    std::vector<CouponMoved> coupons_back;
    std::vector<CouponMoved> coupons_void;
    std::int64_t source_origin{0};
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &OffersMoved::receipt),
                     field("member", &OffersMoved::member),
                     field("uses", &OffersMoved::uses),
                     field("coupons_used", &OffersMoved::coupons_used),
                     field("coupons_issued", &OffersMoved::coupons_issued),
                     field("coupons_back", &OffersMoved::coupons_back),
                     field("coupons_void", &OffersMoved::coupons_void),
                     field("source_origin", &OffersMoved::source_origin),
                     field("source_number", &OffersMoved::source_number));
    }

    bool operator==(const OffersMoved&) const = default;
};

// Down: goods of a receipt came back at another till, so that its own till refuses them a second time without a line.
struct ReturnNoted {
    static constexpr std::string_view kind{"return_noted"};

    ReceiptNumber receipt;
    std::int64_t line{0}; // From 1.
    Quantity quantity;
    std::int64_t source_origin{0}; // The till where it came back; it has counted it already.
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &ReturnNoted::receipt),
                     field("line", &ReturnNoted::line),
                     field("quantity", &ReturnNoted::quantity),
                     field("source_origin", &ReturnNoted::source_origin),
                     field("source_number", &ReturnNoted::source_number));
    }

    bool operator==(const ReturnNoted&) const = default;
};

} // namespace guitai
