// Membership fees (会费): money that makes somebody a paying member for so many months and
// brings her one lot of points at once. It is takings of the drawer, and no turnover of goods.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/points_events.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Up.
struct MembershipPaid {
    static constexpr std::string_view kind{"membership_paid"};

    std::int64_t fee{0}; // The how-many-th of this till.
    MemberId member;
    PlaceCode store;
    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    TenderTaken taken; // The whole fee.
    LotEarned lot; // What it brings; its last day is the membership's.
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("fee", &MembershipPaid::fee),
                     field("member", &MembershipPaid::member),
                     field("store", &MembershipPaid::store),
                     field("shift", &MembershipPaid::shift),
                     field("staff", &MembershipPaid::staff),
                     field("business_date", &MembershipPaid::business_date),
                     field("taken", &MembershipPaid::taken),
                     field("lot", &MembershipPaid::lot),
                     field("test", &MembershipPaid::test));
    }

    bool operator==(const MembershipPaid&) const = default;
};

// Up: the unused part of a fee went back, and with it the points that were left of its lot. Once a fee.
struct MembershipRefunded {
    static constexpr std::string_view kind{"membership_refunded"};

    std::int64_t refund{0}; // The how-many-th of this till.
    std::string fee; // The number on the slip of the fee.
    MemberId member; // Who had paid it.
    std::string account; // Whose purse the lot lies in.
    PlaceCode store;
    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    TenderTaken given; // Below zero, by the tender that it came by.
    std::vector<LotPart> lots; // Of that one lot.
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("refund", &MembershipRefunded::refund),
                     field("fee", &MembershipRefunded::fee),
                     field("member", &MembershipRefunded::member),
                     field("account", &MembershipRefunded::account),
                     field("store", &MembershipRefunded::store),
                     field("shift", &MembershipRefunded::shift),
                     field("staff", &MembershipRefunded::staff),
                     field("business_date", &MembershipRefunded::business_date),
                     field("given", &MembershipRefunded::given),
                     field("lots", &MembershipRefunded::lots),
                     field("test", &MembershipRefunded::test));
    }

    bool operator==(const MembershipRefunded&) const = default;
};

// Down: a fee as all tills have to know it; said again it is the same.
struct MembershipTold {
    static constexpr std::string_view kind{"membership_told"};

    std::string fee; // The number on its slip.
    MemberId member;
    Money amount;
    TenderKind tender{TenderKind::cash};
    std::string reference; // Of the card slip or the like.
    std::int64_t points{0};
    std::string paid_on; // ISO dates: the day it was paid …
    std::string paid_until; // … and the last one that it holds.
    bool refunded{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("fee", &MembershipTold::fee),
                     field("member", &MembershipTold::member),
                     field("amount", &MembershipTold::amount),
                     field("tender", &MembershipTold::tender),
                     field("reference", &MembershipTold::reference),
                     field("points", &MembershipTold::points),
                     field("paid_on", &MembershipTold::paid_on),
                     field("paid_until", &MembershipTold::paid_until),
                     field("refunded", &MembershipTold::refunded));
    }

    bool operator==(const MembershipTold&) const = default;
};

} // namespace guitai
