// The simulator's own account of the shop: what customers were told, what they
// paid, what lies in the drawer. Kept in plain integers and worked out anew from
// the rules of trade, so that it can disagree with the programs.
#pragma once

#include "sync/events/event.hpp"
#include "tests/sim/reckoning.hpp"
#include "tests/sim/sold_tally.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace guitai::sim {

struct Priced {
    std::int64_t total{0}, tax{0}, discount{0};
};

// A ticket as the customer understands it.
struct Ticket {
    std::vector<Wish> wishes;
    MemberId member;
    std::vector<std::pair<TenderKind, std::int64_t>> paid; // By each tender, change taken off.
    std::int64_t rounded{0};                               // Let go of, in the last of them.
    std::int64_t redeemed{0};                              // Points, a fen each; in `paid` too.
    std::int64_t services{0};                              // Points that a service on it costs.
    bool guided{false};                                    // A shop guide stands on every line.
    bool was_missing{false};                               // The ordered item was not in the shop.
    std::string coupon;                                    // That takes its part off; empty: none.
};

struct TicketSum {
    Priced all;
    Nets nets;
    std::vector<Priced> lines;
    std::int64_t ordered{0}; // Its order line, with fee and tax.
    std::int64_t earning{0}; // What earns points: goods taken along, without tax on top.
    std::int64_t pieces{0};
    std::int64_t coupon_off{0};
    std::int64_t issued{0}; // Coupons that it brings.
};
[[nodiscard]] TicketSum sum_of(const Chain& chain, const Ticket& ticket);

struct ShiftTally {
    std::string date;
    PlaceCode store;
    bool closed{false};
    std::int64_t float_minor{0}, tickets{0}, pieces{0}, turnover{0}, order_turnover{0}, discounts{0}, tax{0},
        refunds{0}, paid_in{0}, paid_out{0}, drops{0}, misses{0}, rescued{0}, rounded{0},
        fees{0};
    std::int64_t counted{0}; // At its close.
    std::map<TenderKind, std::int64_t> tenders;

    // float + cash in − cash out.
    [[nodiscard]] std::int64_t cash_in_drawer() const;
};

struct OrderTally {
    TillNumber till{0};
    std::string receipt;
    Sku sku;
    std::int64_t pieces{1};
    Delivery delivery{Delivery::ship};
    MemberId member;
    std::int64_t total{0}, paid{0}, due{0};
    std::int64_t points{0}; // It earns on delivery.
    TenderKind most_by{TenderKind::cash}; // The tender that paid most of its ticket, promises apart.
    std::int64_t stored{0}; // Of its ticket, paid out of a purse.
    bool arrived{false}, collected{false}, refunded{false};
};

// A coupon for the next visit: a paper, good for whoever holds it.
struct CouponTally {
    TillNumber till{0}; // That gave it out.
    std::string from, to; // Local time to the minute; half open.
    std::map<std::string, std::int64_t> took_off; // Fen, by the receipt that used it.
    std::int64_t backs{0}, voids{0};

    [[nodiscard]] std::int64_t uses() const { return static_cast<std::int64_t>(took_off.size()); }
    [[nodiscard]] bool is_open() const { return uses() - backs + voids <= 0; }
};

// A membership fee.
struct FeeTally {
    MemberId member;
    TenderKind tender{TenderKind::cash};
    std::int64_t given_back{0}, points_back{0};
    bool refunded{false};
};

struct TillTally {
    std::vector<ShiftTally> shifts;             // By number, from 1.
    std::map<std::int64_t, Ticket> parked;      // By ticket.
    std::vector<SoldTally> sold;
    std::int64_t receipts{0}, orders{0}, members{0}, misses{0}, tickets{0}, day_reports{0}, fees{0};
    std::size_t shifts_reported{0};             // Of `shifts`, in a day report already.

    [[nodiscard]] bool has_open_shift() const { return !shifts.empty() && !shifts.back().closed; }
};

struct Tally {
    std::map<TillNumber, TillTally> tills;
    std::map<OrderId, OrderTally> orders;
    std::map<std::string, CouponTally> coupons; // By code.
    std::int64_t swaps{0};
    std::map<MemberId, std::int64_t> points; // Earned by goods; an order earns when it reaches its member.
    std::map<MemberId, std::int64_t> earned; // The same without what was there before, and whatever was spent of it.
    std::int64_t stored{0};                  // In all purses of money and on all gift cards.
    std::map<MemberId, std::int64_t> owed;   // Put on account and not paid back, in fen.
    std::map<std::string, FeeTally> fees;    // By the number on the slip.
    std::map<Shelf, std::int64_t> sold;      // Pieces that left over a counter.
    std::map<std::pair<std::string, std::string>, std::int64_t> guided; // Fen, by store and date.

    // Each is called when a till has said that it is done.
    void open_shift(TillNumber till, const PlaceCode& store, const std::string& date, std::int64_t float_minor);
    void sell(TillNumber till, const Chain& chain, const Ticket& ticket);
    // Of the coupons of the last ticket of that till. Says what is wrong with them; empty: nothing.
    [[nodiscard]] std::string give_coupons(TillNumber till, const std::vector<CouponMoved>& coupons,
                                           std::int64_t due);
    // By its `paper`; `kept_back`: what a coupon that it gave out took off other tickets. `back` as that till sees it.
    void give_back(TillNumber till, const Chain& chain, SoldTally& sale, const VisitTally& visit, Paper& paper,
                   const BackTally& back, std::int64_t kept_back);
    void swap(TillNumber till, SoldTally& sale, std::size_t line, Paper& from, const Paper& to);
    void refund(TillNumber till, const OrderId& order, TenderKind tender);
    void collect(TillNumber till, const OrderId& order, TenderKind tender);
    // The head office parted an order, or the customer took something else instead: once, however often it is heard.
    void split(const OrderSplit& split);
    void substitute(const OrderSubstituted& instead);
    void move_cash(TillNumber till, CashMovement movement, std::int64_t minor);
    void miss(TillNumber till);
    void load(TillNumber till, TenderKind tender, TenderKind into, std::int64_t minor);
    void pay_account(TillNumber till, const MemberId& member, TenderKind tender, std::int64_t minor);
    void pay_fee(TillNumber till, const MemberId& member, TenderKind tender);
    // Says what is wrong with it; empty: nothing.
    [[nodiscard]] std::string give_fee_back(TillNumber till, const std::string& fee, std::int64_t minor,
                                            std::int64_t points);
    void give_service_back(SoldTally& sale);
    void close_shift(TillNumber till, std::int64_t counted);

private:
    [[nodiscard]] ShiftTally& shift_of(TillNumber till) { return tills.at(till).shifts.back(); }
    void remember(TillNumber till, const TicketSum& sum, const Ticket& ticket);
    void take_order(TillNumber till, const Ticket& ticket, const Wish& wish, std::int64_t total,
                    std::int64_t net);
};

} // namespace guitai::sim
