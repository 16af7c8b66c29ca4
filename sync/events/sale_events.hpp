// What was sold and how it was paid. The till works prices, tax and points out
// once and writes the results here; nobody recomputes them.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/quantity.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

// What a line of the ticket does to the goods.
enum class LineKind { sale, return_, gift, order };
template<>
struct Words<LineKind> {
    static constexpr std::array<std::pair<LineKind, std::string_view>, 4> all{{
        {LineKind::sale, "sale"},
        {LineKind::return_, "return"},
        {LineKind::gift, "gift"},
        {LineKind::order, "order"},
    }};
};

// How it was paid. Cash on delivery (cod) is a promise, for order lines only: the
// carrier takes it, no drawer does.
enum class TenderKind { cash, card, cod };
template<>
struct Words<TenderKind> {
    static constexpr std::array<std::pair<TenderKind, std::string_view>, 3> all{{
        {TenderKind::cash, "cash"},
        {TenderKind::card, "card"},
        {TenderKind::cod, "cod"},
    }};
};

// Why a line costs what it costs.
struct PriceReason {
    std::string code; // A word key: price.member, discount.line …
    std::string detail; // What a person said: the reason of a discount.
    Money amount; // What it took off the line; zero for news without money.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("code", &PriceReason::code),
                     field("detail", &PriceReason::detail),
                     field("amount", &PriceReason::amount));
    }

    bool operator==(const PriceReason&) const = default;
};

// One line of a finished ticket, with its results worked out once.
struct SaleLine {
    LineKind line_kind{LineKind::sale};
    Sku sku;
    std::string name;
    std::string variant; // Colour and size as printed.
    Quantity quantity;
    Money unit; // List price of one.
    Money discount; // Taken off the whole line.
    Money total; // What the line costs, tax included.
    Money tax;
    BasisPoints tax_rate;
    std::vector<PriceReason> why;
    OrderId order; // Of an order line, else empty.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("line_kind", &SaleLine::line_kind),
                     field("sku", &SaleLine::sku),
                     field("name", &SaleLine::name),
                     field("variant", &SaleLine::variant),
                     field("quantity", &SaleLine::quantity),
                     field("unit", &SaleLine::unit),
                     field("discount", &SaleLine::discount),
                     field("total", &SaleLine::total),
                     field("tax", &SaleLine::tax),
                     field("tax_rate", &SaleLine::tax_rate),
                     field("why", &SaleLine::why),
                     field("order", &SaleLine::order));
    }

    bool operator==(const SaleLine&) const = default;
};

// One way of paying, as far as it paid this ticket.
struct TenderTaken {
    TenderKind tender{TenderKind::cash};
    Money amount; // What it paid of the ticket; change is not in it.
    Money given; // What was handed over.
    Money change;
    std::string reference; // Card slip number or the like.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tender", &TenderTaken::tender),
                     field("amount", &TenderTaken::amount),
                     field("given", &TenderTaken::given),
                     field("change", &TenderTaken::change),
                     field("reference", &TenderTaken::reference));
    }

    bool operator==(const TenderTaken&) const = default;
};

// Up: a ticket was paid. Lines add up to the total, and so do the tenders.
struct SaleCompleted {
    static constexpr std::string_view kind{"sale_completed"};

    ReceiptNumber receipt;
    PlaceCode store;
    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    MemberId member; // Empty for a stranger.
    std::vector<SaleLine> lines;
    std::vector<TenderTaken> tenders;
    Money total;
    Money tax;
    std::int64_t points_earned{0};
    std::string points_expire_on;
    bool test{false};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("receipt", &SaleCompleted::receipt),
                     field("store", &SaleCompleted::store),
                     field("shift", &SaleCompleted::shift),
                     field("staff", &SaleCompleted::staff),
                     field("business_date", &SaleCompleted::business_date),
                     field("member", &SaleCompleted::member),
                     field("lines", &SaleCompleted::lines),
                     field("tenders", &SaleCompleted::tenders),
                     field("total", &SaleCompleted::total),
                     field("tax", &SaleCompleted::tax),
                     field("points_earned", &SaleCompleted::points_earned),
                     field("points_expire_on", &SaleCompleted::points_expire_on),
                     field("test", &SaleCompleted::test));
    }

    bool operator==(const SaleCompleted&) const = default;
};

struct ParkedLine {
    LineKind line_kind{LineKind::sale};
    Sku sku;
    Quantity quantity;
    BasisPoints discount_percent{}; // What was taken off by hand: a rate, an amount or nothing.
    Money discount_amount{};
    std::string discount_reason{};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("line_kind", &ParkedLine::line_kind),
                     field("sku", &ParkedLine::sku),
                     field("quantity", &ParkedLine::quantity),
                     later_field("discount_percent", &ParkedLine::discount_percent),
                     later_field("discount_amount", &ParkedLine::discount_amount),
                     later_field("discount_reason", &ParkedLine::discount_reason));
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

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("ticket", &TicketParked::ticket),
                     field("staff", &TicketParked::staff),
                     field("member", &TicketParked::member),
                     field("lines", &TicketParked::lines));
    }

    bool operator==(const TicketParked&) const = default;
};

// Up.
struct TicketRecalled {
    static constexpr std::string_view kind{"ticket_recalled"};

    std::int64_t ticket{0};
    StaffName staff;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("ticket", &TicketRecalled::ticket),
                     field("staff", &TicketRecalled::staff));
    }

    bool operator==(const TicketRecalled&) const = default;
};

} // namespace guitai
