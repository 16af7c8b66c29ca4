// The drawer: opened, counted, closed.
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

enum class CashMovement { paid_in, paid_out, safe_drop, bank_drop };
template<>
struct Words<CashMovement> {
    static constexpr std::array<std::pair<CashMovement, std::string_view>, 4> all{{
        {CashMovement::paid_in, "paid_in"},
        {CashMovement::paid_out, "paid_out"},
        {CashMovement::safe_drop, "safe_drop"},
        {CashMovement::bank_drop, "bank_drop"},
    }};
};

// Up.
struct ShiftOpened {
    static constexpr std::string_view kind{"shift_opened"};

    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    Money float_amount; // In the drawer before the first sale.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("shift", &ShiftOpened::shift),
                     field("staff", &ShiftOpened::staff),
                     field("business_date", &ShiftOpened::business_date),
                     field("float_amount", &ShiftOpened::float_amount));
    }

    bool operator==(const ShiftOpened&) const = default;
};

// Up: cash went into or out of the drawer without a sale.
struct CashMoved {
    static constexpr std::string_view kind{"cash_moved"};

    std::int64_t shift{0};
    StaffName staff;
    CashMovement movement{CashMovement::paid_in};
    Money amount; // Always positive; the movement says which way.
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("shift", &CashMoved::shift),
                     field("staff", &CashMoved::staff),
                     field("movement", &CashMoved::movement),
                     field("amount", &CashMoved::amount),
                     field("reason", &CashMoved::reason));
    }

    bool operator==(const CashMoved&) const = default;
};

// Taken by one tender; change is not takings.
struct TenderTotal {
    std::string tender;
    Money amount;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tender", &TenderTotal::tender),
                     field("amount", &TenderTotal::amount));
    }

    bool operator==(const TenderTotal&) const = default;
};

// The sums of a shift or a day.
struct Takings {
    std::int64_t tickets{0};
    std::int64_t pieces{0};
    Money turnover; // Goods sold and ordered here, refunds taken off.
    Money order_turnover; // The part of it that the head office delivers.
    Money discounts;
    Money tax;
    Money refunds;
    std::vector<TenderTotal> tenders;
    Money cash_taken;
    Money rounded; // Let go of by rounding cash.
    Money fees; // Of members (会费), what went back taken off: in the tenders, and no turnover.
    Money paid_in;
    Money paid_out;
    Money drops;
    std::int64_t misses{0};
    std::int64_t rescued{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tickets", &Takings::tickets),
                     field("pieces", &Takings::pieces),
                     field("turnover", &Takings::turnover),
                     field("order_turnover", &Takings::order_turnover),
                     field("discounts", &Takings::discounts),
                     field("tax", &Takings::tax),
                     field("refunds", &Takings::refunds),
                     field("tenders", &Takings::tenders),
                     field("cash_taken", &Takings::cash_taken),
                     later_field("rounded", &Takings::rounded),
                     later_field("fees", &Takings::fees),
                     field("paid_in", &Takings::paid_in),
                     field("paid_out", &Takings::paid_out),
                     field("drops", &Takings::drops),
                     field("misses", &Takings::misses),
                     field("rescued", &Takings::rescued));
    }

    bool operator==(const Takings&) const = default;
};

// So many notes or coins of one value.
struct Denomination {
    Money value;
    std::int64_t count{0};

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("value", &Denomination::value),
                     field("count", &Denomination::count));
    }

    bool operator==(const Denomination&) const = default;
};

// Up: the drawer was counted blind and compared.
struct ShiftClosed {
    static constexpr std::string_view kind{"shift_closed"};

    std::int64_t shift{0};
    StaffName staff;
    std::string business_date;
    Money expected_cash;
    Money counted_cash;
    Money variance; // counted − expected: negative is short.
    std::string variance_reason;
    StaffName approved_by; // Of a variance beyond the limit, else empty.
    std::vector<Denomination> denominations;
    Takings takings;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("shift", &ShiftClosed::shift),
                     field("staff", &ShiftClosed::staff),
                     field("business_date", &ShiftClosed::business_date),
                     field("expected_cash", &ShiftClosed::expected_cash),
                     field("counted_cash", &ShiftClosed::counted_cash),
                     field("variance", &ShiftClosed::variance),
                     field("variance_reason", &ShiftClosed::variance_reason),
                     field("approved_by", &ShiftClosed::approved_by),
                     field("denominations", &ShiftClosed::denominations),
                     field("takings", &ShiftClosed::takings));
    }

    bool operator==(const ShiftClosed&) const = default;
};

// Up: the day's numbered Z report, which never changes again.
struct DayClosed {
    static constexpr std::string_view kind{"day_closed"};

    std::int64_t z{0};
    std::string business_date;
    StaffName staff;
    std::vector<std::int64_t> shifts;
    Takings takings;
    Money variance;
    std::string chain_head; // Of this till's journal when the report was printed.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("z", &DayClosed::z),
                     field("business_date", &DayClosed::business_date),
                     field("staff", &DayClosed::staff),
                     field("shifts", &DayClosed::shifts),
                     field("takings", &DayClosed::takings),
                     field("variance", &DayClosed::variance),
                     field("chain_head", &DayClosed::chain_head));
    }

    bool operator==(const DayClosed&) const = default;
};

} // namespace guitai
