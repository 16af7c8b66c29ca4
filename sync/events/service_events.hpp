// Services that points pay (积分换服务): what the chain offers, what a ticket took of it, and
// a service that was given back. A service moves points and never money.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/points_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Goods that must be bought on the same ticket: one of the three is said, and a piece of it is enough.
struct ServiceNeed {
    std::string tag;
    std::string category; // And everything under it.
    Sku sku;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tag", &ServiceNeed::tag),
                     field("category", &ServiceNeed::category),
                     field("sku", &ServiceNeed::sku));
    }

    bool operator==(const ServiceNeed&) const = default;
};

struct Service {
    std::string service; // "class"
    std::string name; // In Chinese.
    std::string name_en;
    std::int64_t points{0}; // Above zero.
    std::vector<ServiceNeed> needs; // All of them.
    std::int64_t per_ticket{1}; // At most so often on one ticket.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("service", &Service::service),
                     field("name", &Service::name),
                     field("name_en", &Service::name_en),
                     field("points", &Service::points),
                     field("needs", &Service::needs),
                     field("per_ticket", &Service::per_ticket));
    }

    bool operator==(const Service&) const = default;
};

// Down: the services of the chain, replacing those before.
struct ServicesSet {
    static constexpr std::string_view kind{"services_set"};

    std::vector<Service> services;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("services", &ServicesSet::services));
    }

    bool operator==(const ServicesSet&) const = default;
};

// Services of a ticket are counted from here, after what points and purses paid of it.
inline constexpr std::int64_t first_service_n{101};

// A service on a finished ticket. It is what it cost on that day, whatever is asked for it later.
struct ServiceTaken {
    std::string service;
    std::string name;
    std::string name_en;
    PointsRedeemed spent; // Its `n` is first_service_n and up; what they are worth is zero.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("service", &ServiceTaken::service),
                     field("name", &ServiceTaken::name),
                     field("name_en", &ServiceTaken::name_en),
                     field("spent", &ServiceTaken::spent));
    }

    bool operator==(const ServiceTaken&) const = default;
};

// Up: a service that a ticket had taken was given back, and its points went into the lots they came from.
struct ServiceReturned {
    static constexpr std::string_view kind{"service_returned"};

    ReceiptNumber receipt; // Where it was taken …
    std::int64_t n{0}; // … and its place there.
    std::string service;
    PlaceCode store;
    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    std::string reason;
    PointsRestored restored;
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &ServiceReturned::receipt),
                     field("n", &ServiceReturned::n),
                     field("service", &ServiceReturned::service),
                     field("store", &ServiceReturned::store),
                     field("shift", &ServiceReturned::shift),
                     field("staff", &ServiceReturned::staff),
                     field("business_date", &ServiceReturned::business_date),
                     field("reason", &ServiceReturned::reason),
                     field("restored", &ServiceReturned::restored),
                     field("test", &ServiceReturned::test));
    }

    bool operator==(const ServiceReturned&) const = default;
};

// Down: so that no till takes the same service back a second time.
struct ServiceReturnTold {
    static constexpr std::string_view kind{"service_return_told"};

    ReceiptNumber receipt;
    std::int64_t n{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &ServiceReturnTold::receipt),
                     field("n", &ServiceReturnTold::n));
    }

    bool operator==(const ServiceReturnTold&) const = default;
};

} // namespace guitai
