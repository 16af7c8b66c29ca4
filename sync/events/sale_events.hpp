// What was sold and how it was paid. The till works prices, tax and points out
// once and writes the results here; nobody recomputes them.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/freight.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/points_events.hpp"
#include "sync/events/points_rule.hpp"
#include "sync/events/quantity.hpp"
#include "sync/events/service_events.hpp"
#include "sync/events/talk_events.hpp"

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
// carrier takes it, no drawer does. Foreign cash lies in the drawer apart from our own.
// Points (积分抵现) are what the sale's `spent` says, in money.
enum class TenderKind { cash, card, cod, wallet, on_account, foreign_cash, points, stored_value, gift_card };
template<>
struct Words<TenderKind> {
    static constexpr std::array<std::pair<TenderKind, std::string_view>, 9> all{{
        {TenderKind::cash, "cash"},
        {TenderKind::card, "card"},
        {TenderKind::cod, "cod"},
        {TenderKind::wallet, "wallet"},
        {TenderKind::on_account, "on_account"},
        {TenderKind::foreign_cash, "foreign_cash"},
        {TenderKind::points, "points"},
        {TenderKind::stored_value, "stored_value"},
        {TenderKind::gift_card, "gift_card"},
    }};
};

// Why a line costs what it costs.
struct PriceReason {
    std::string code; // A word key: why.price.member, why.unit.percent, why.manual …
    std::string detail; // What a person said: the reason of a discount.
    Money amount; // What it took off the line; zero for news without money.
    std::string promotion{}; // Its id; empty where no promotion is behind it.
    std::string name{}; // Of the promotion, for the receipt in the shop's language …
    std::string name_en{}; // … and in English.
    std::int64_t quantity{0}; // Units of the line that it touched.
    Money measured{}; // What a threshold looked at; of order and coupon offers.
    std::int64_t step{0}; // The step that was reached, 1 the lowest; 0: none.
    std::int64_t times{0}; // How often a repeating offer applied; 0: it does not repeat.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("code", &PriceReason::code),
                     field("detail", &PriceReason::detail),
                     field("amount", &PriceReason::amount),
                     later_field("promotion", &PriceReason::promotion),
                     later_field("name", &PriceReason::name),
                     later_field("name_en", &PriceReason::name_en),
                     later_field("quantity", &PriceReason::quantity),
                     later_field("measured", &PriceReason::measured),
                     later_field("step", &PriceReason::step),
                     later_field("times", &PriceReason::times));
    }

    bool operator==(const PriceReason&) const = default;
};

// The shares of a line's guides add up to this.
inline constexpr std::int64_t whole_share{10'000};

// A shop guide's (导购) part of a line, in hundredths of a percent.
struct GuideShare {
    StaffName staff;
    BasisPoints share;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("staff", &GuideShare::staff),
                     field("share", &GuideShare::share));
    }

    bool operator==(const GuideShare&) const = default;
};

// One line of a finished ticket, with its results worked out once. What a return
// line brings back is below zero: quantities stay above.
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
    std::vector<Money> unit_prices{}; // What each unit costs, dearest first; for unwinding a return.
    BasisPoints keyed_percent{}; // What a person took off: a rate, an amount or nothing.
    Money keyed_amount{};
    ReceiptNumber returned_receipt{}; // Of a return line: where it was sold; empty without a receipt.
    std::int64_t returned_line{0}; // Its place on that receipt, from 1.
    std::string reason{}; // Why it came back.
    std::vector<GuideShare> guides{}; // Shares add up to the whole, or there are none.
    std::string serial{}; // Serial number of the piece, where one was scanned.
    std::string lot{};
    std::string note{};
    ReceiptNumber swapped_receipt{}; // Of both lines of a swap, which move no money: where the piece was paid …
    std::int64_t swapped_line{0}; // … and its place there, from 1.
    Money freight{}; // What sending a return line back cost the customer …
    FreightPayer freight_by{FreightPayer::nobody}; // … and who bears it.

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
                     field("order", &SaleLine::order),
                     later_field("unit_prices", &SaleLine::unit_prices),
                     later_field("keyed_percent", &SaleLine::keyed_percent),
                     later_field("keyed_amount", &SaleLine::keyed_amount),
                     later_field("returned_receipt", &SaleLine::returned_receipt),
                     later_field("returned_line", &SaleLine::returned_line),
                     later_field("reason", &SaleLine::reason),
                     later_field("guides", &SaleLine::guides),
                     later_field("serial", &SaleLine::serial),
                     later_field("lot", &SaleLine::lot),
                     later_field("note", &SaleLine::note),
                     later_field("swapped_receipt", &SaleLine::swapped_receipt),
                     later_field("swapped_line", &SaleLine::swapped_line),
                     later_field("freight", &SaleLine::freight),
                     later_field("freight_by", &SaleLine::freight_by));
    }

    bool operator==(const SaleLine&) const = default;
};

// One way of paying, as far as it paid this ticket: given − change + rounded = amount; below zero: money goes back.
struct TenderTaken {
    TenderKind tender{TenderKind::cash};
    Money amount; // What it paid of the ticket; change is not in it.
    Money given; // What was handed over.
    Money change;
    std::string reference; // Card slip number or the like; of stored value and gift cards the account.
    Money rounded{}; // Let go of by rounding cash (抹零): in the amount, in no drawer.
    std::string currency{}; // Of foreign cash, ISO 4217; empty: our own.
    std::int64_t foreign_minor{0}; // Handed over in that currency's smallest coin.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tender", &TenderTaken::tender),
                     field("amount", &TenderTaken::amount),
                     field("given", &TenderTaken::given),
                     field("change", &TenderTaken::change),
                     field("reference", &TenderTaken::reference),
                     later_field("rounded", &TenderTaken::rounded),
                     later_field("currency", &TenderTaken::currency),
                     later_field("foreign_minor", &TenderTaken::foreign_minor));
    }

    bool operator==(const TenderTaken&) const = default;
};

// How often a ticket used a promotion, in what its limit counts. Below zero: given back by a return.
struct PromotionUse {
    std::string promotion;
    std::int64_t times{0};
    MemberId member{}; // Who had used it, where a return gives it back; empty: the ticket's own member.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("promotion", &PromotionUse::promotion),
                     field("times", &PromotionUse::times),
                     later_field("member", &PromotionUse::member));
    }

    bool operator==(const PromotionUse&) const = default;
};

// What was known of the buyer when the ticket was priced: a return is priced with it again.
struct BuyerFacts {
    std::string tier; // Empty for a stranger.
    std::string birthday; // ISO date, or empty.
    bool first_purchase{false};
    std::vector<PromotionUse> used{}; // Before this ticket, of the offers that have a limit per member.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("tier", &BuyerFacts::tier),
                     field("birthday", &BuyerFacts::birthday),
                     field("first_purchase", &BuyerFacts::first_purchase),
                     later_field("used", &BuyerFacts::used));
    }

    bool operator==(const BuyerFacts&) const = default;
};

// A coupon that a ticket used up, gave back, or gave out for the next visit.
struct CouponMoved {
    std::string code;
    std::string promotion;
    std::string valid_from; // Local time to the minute, or empty. Half open, as promotions are.
    std::string valid_to;

    // A code that is an offer's own id is a coupon that everybody holds: it is never used up.
    [[nodiscard]] bool is_public() const { return code == promotion; }

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("code", &CouponMoved::code),
                     field("promotion", &CouponMoved::promotion),
                     field("valid_from", &CouponMoved::valid_from),
                     field("valid_to", &CouponMoved::valid_to));
    }

    bool operator==(const CouponMoved&) const = default;
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
    std::string opened_local; // Local time to the minute when the ticket got its first line …
    std::string priced_local; // … and when it was priced for the last time.
    std::int64_t promotions_revision{0};
    BuyerFacts buyer;
    std::vector<CouponMoved> coupons_used;
    std::vector<CouponMoved> coupons_issued;
    std::vector<CouponMoved> coupons_back; // Of the receipts whose lines came back.
    std::vector<CouponMoved> coupons_void; // Given out by those receipts, and no longer earned by what is kept.
    std::vector<PromotionUse> uses; // Of offers that have a limit per member.
    std::vector<PointsBack> points_back;
    std::vector<LotEarned> earned; // Older tills wrote only points_earned: one lot, and it is good at once.
    std::vector<PointsRedeemed> spent;
    std::vector<PointsRestored> restored;
    std::vector<ValueSpent> value_spent;
    std::vector<ValueRestored> value_restored;
    std::string note;
    Talk talk;
    std::vector<ServiceTaken> services; // Paid with points (积分换服务), beside the lines.
    std::int64_t minor_per_point{guitai::minor_per_point}; // So many fen earned one point on that day.
    std::int64_t visit_points{0}; // For the visit itself, in `points_earned`.

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
                     field("test", &SaleCompleted::test),
                     later_field("opened_local", &SaleCompleted::opened_local),
                     later_field("priced_local", &SaleCompleted::priced_local),
                     later_field("promotions_revision", &SaleCompleted::promotions_revision),
                     later_field("buyer", &SaleCompleted::buyer),
                     later_field("coupons_used", &SaleCompleted::coupons_used),
                     later_field("coupons_issued", &SaleCompleted::coupons_issued),
                     later_field("coupons_back", &SaleCompleted::coupons_back),
                     later_field("coupons_void", &SaleCompleted::coupons_void),
                     later_field("uses", &SaleCompleted::uses),
                     later_field("points_back", &SaleCompleted::points_back),
                     later_field("earned", &SaleCompleted::earned),
                     later_field("spent", &SaleCompleted::spent),
                     later_field("restored", &SaleCompleted::restored),
                     later_field("value_spent", &SaleCompleted::value_spent),
                     later_field("value_restored", &SaleCompleted::value_restored),
                     later_field("note", &SaleCompleted::note),
                     later_field("talk", &SaleCompleted::talk),
                     later_field("services", &SaleCompleted::services),
                     later_field("minor_per_point", &SaleCompleted::minor_per_point),
                     later_field("visit_points", &SaleCompleted::visit_points));
    }

    bool operator==(const SaleCompleted&) const = default;
};

} // namespace guitai
