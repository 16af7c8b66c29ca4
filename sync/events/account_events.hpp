// Money that a member brings for what she owes (挂账还款).
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

// Up: a member paid back what she owed. Takings of the drawer, but nobody's turnover.
struct AccountPaid {
    static constexpr std::string_view kind{"account_paid"};

    std::int64_t payment{0}; // The how-many-th of this till.
    MemberId member;
    PlaceCode store;
    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    TenderTaken taken; // Above zero, and never on account itself.
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("payment", &AccountPaid::payment),
                     field("member", &AccountPaid::member),
                     field("store", &AccountPaid::store),
                     field("shift", &AccountPaid::shift),
                     field("staff", &AccountPaid::staff),
                     field("business_date", &AccountPaid::business_date),
                     field("taken", &AccountPaid::taken),
                     field("test", &AccountPaid::test));
    }

    bool operator==(const AccountPaid&) const = default;
};

} // namespace guitai
