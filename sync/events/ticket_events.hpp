// Tickets that wait: put aside (挂单) with everything that was agreed on, and taken up again.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

struct ParkedLine {
    LineKind line_kind{LineKind::sale};
    Sku sku;
    Quantity quantity;
    BasisPoints discount_percent{}; // What was taken off by hand: a rate, an amount or nothing.
    Money discount_amount{};
    std::string discount_reason{};
    Money list{}; // The price at scan: it holds for a while.
    std::vector<GuideShare> guides{};
    std::string note{};
    ReceiptNumber returned_receipt{}; // Of a return line.
    std::int64_t returned_line{0};
    std::string reason{};
    std::string serial{};
    std::string lot{};
    ReceiptNumber swapped_receipt{}; // Of both lines of a swap.
    std::int64_t swapped_line{0};
    Money freight{}; // Of a return line: what sending it back cost the customer.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("line_kind", &ParkedLine::line_kind),
                     field("sku", &ParkedLine::sku),
                     field("quantity", &ParkedLine::quantity),
                     field("discount_percent", &ParkedLine::discount_percent),
                     field("discount_amount", &ParkedLine::discount_amount),
                     field("discount_reason", &ParkedLine::discount_reason),
                     later_field("list", &ParkedLine::list),
                     later_field("guides", &ParkedLine::guides),
                     later_field("note", &ParkedLine::note),
                     later_field("returned_receipt", &ParkedLine::returned_receipt),
                     later_field("returned_line", &ParkedLine::returned_line),
                     later_field("reason", &ParkedLine::reason),
                     later_field("serial", &ParkedLine::serial),
                     later_field("lot", &ParkedLine::lot),
                     later_field("swapped_receipt", &ParkedLine::swapped_receipt),
                     later_field("swapped_line", &ParkedLine::swapped_line),
                     later_field("freight", &ParkedLine::freight));
    }

    bool operator==(const ParkedLine&) const = default;
};

// Up: a ticket was put aside (挂单) and can be taken up again after a crash too.
struct TicketParked {
    static constexpr std::string_view kind{"ticket_parked"};

    std::int64_t ticket{0};
    StaffName staff;
    MemberId member;
    std::vector<ParkedLine> lines;
    std::string opened_local{}; // When it got its first line: offers of that moment hold for a while.
    std::vector<CouponMoved> coupons{}; // Handed over, not used yet.
    std::string note{};
    Money total{}; // What it came to; where that has changed since, people are told.
    std::vector<std::string> services{}; // That it was to take for points.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("ticket", &TicketParked::ticket),
                     field("staff", &TicketParked::staff),
                     field("member", &TicketParked::member),
                     field("lines", &TicketParked::lines),
                     later_field("opened_local", &TicketParked::opened_local),
                     later_field("coupons", &TicketParked::coupons),
                     later_field("note", &TicketParked::note),
                     later_field("total", &TicketParked::total),
                     later_field("services", &TicketParked::services));
    }

    bool operator==(const TicketParked&) const = default;
};

// Up: taken up again, at this till or at another one of the shop.
struct TicketRecalled {
    static constexpr std::string_view kind{"ticket_recalled"};

    std::int64_t ticket{0};
    StaffName staff;
    TillNumber till{0}; // That put it aside; 0: this one.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("ticket", &TicketRecalled::ticket),
                     field("staff", &TicketRecalled::staff),
                     later_field("till", &TicketRecalled::till));
    }

    bool operator==(const TicketRecalled&) const = default;
};

// Down: a till of that shop put a ticket aside; any other till there may take it up.
struct ParkedTold {
    static constexpr std::string_view kind{"parked_told"};

    PlaceCode store;
    TillNumber till{0};
    std::int64_t parked_at_ms{0};
    TicketParked ticket;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("store", &ParkedTold::store),
                     field("till", &ParkedTold::till),
                     field("parked_at_ms", &ParkedTold::parked_at_ms),
                     field("ticket", &ParkedTold::ticket));
    }

    bool operator==(const ParkedTold&) const = default;
};

// Down: a till took a ticket up, its own or another's; it waits nowhere any more.
struct RecallTold {
    static constexpr std::string_view kind{"recall_told"};

    PlaceCode store;
    TillNumber till{0}; // That had put it aside.
    std::int64_t ticket{0};
    std::int64_t source_origin{0}; // That took it up; it knows.
    std::int64_t source_number{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("store", &RecallTold::store),
                     field("till", &RecallTold::till),
                     field("ticket", &RecallTold::ticket),
                     field("source_origin", &RecallTold::source_origin),
                     field("source_number", &RecallTold::source_number));
    }

    bool operator==(const RecallTold&) const = default;
};

} // namespace guitai
