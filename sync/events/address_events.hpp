// An order under way is wanted at another address.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/order_events.hpp"

#include <string>
#include <string_view>

namespace guitai {

// Up: deliver it elsewhere; the head office decides.
struct OrderAddressAsked {
    static constexpr std::string_view kind{"order_address_asked"};

    OrderId order;
    StaffName staff;
    Recipient recipient;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderAddressAsked::order),
                     field("staff", &OrderAddressAsked::staff),
                     field("recipient", &OrderAddressAsked::recipient));
    }

    bool operator==(const OrderAddressAsked&) const = default;
};

// Down.
struct OrderAddressChanged {
    static constexpr std::string_view kind{"order_address_changed"};

    OrderId order;
    Recipient recipient;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderAddressChanged::order),
                     field("recipient", &OrderAddressChanged::recipient));
    }

    bool operator==(const OrderAddressChanged&) const = default;
};

// Down: too late, it is on its way.
struct OrderAddressRefused {
    static constexpr std::string_view kind{"order_address_refused"};

    OrderId order;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("order", &OrderAddressRefused::order),
                     field("reason", &OrderAddressRefused::reason));
    }

    bool operator==(const OrderAddressRefused&) const = default;
};

} // namespace guitai
