// A paid ticket and everything that has come back from it. Kept goods are priced
// again as if only they had been bought, on the terms of that day; what was paid
// above that comes back. Keeps no file and asks no clock: the caller brings the
// basket of the sale with the promotions of its revision.
#pragma once

#include "sync/events/result.hpp"
#include "sync/pricing/priced_basket.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guitai::pricing {

struct GoodsBack {
    std::int64_t line{0};
    std::int64_t pieces{1}; // A weighed line comes back whole.
};

struct LineRefund {
    std::int64_t line{0};
    Minor refund{0};
};

// What was paid, as the books say it: of the goods, without fee and tax on top.
struct PaidBefore {
    std::map<std::int64_t, std::vector<Minor>> prices{}; // By line, the dearest first.
    std::map<std::int64_t, Minor> taxes{};
    std::int64_t points{0};
    Minor redeemed{0}; // Paid in points.
    std::set<std::string> coupons{};                 // Promotions whose coupon was used.
    std::map<std::string, std::int64_t> issued{};    // Coupons given out, by the promotion that they are of.
    std::map<std::string, std::int64_t> uses{};      // Of offers with a limit per member.
};

struct CouponsVoid {
    std::string promotion{}; // That gave them out.
    std::int64_t count{0};
};

struct Refund {
    Minor refund{0}; // ≥ 0, without tax that came on top.
    std::vector<LineRefund> lines{};
    Minor kept_worth{0}; // Of the kept goods on that day's terms.
    Minor paid_after{0};
    Minor tax_back{0};
    Minor points_back{0}; // Their value: what was paid in points …
    Minor money_back{0};  // … and in money. Negative only where tax on top rises again.
    std::int64_t points_taken_back{0};
    std::vector<std::string> coupons_back{}; // Promotions, sorted.
    std::vector<CouponsVoid> coupons_void{};
    std::map<std::string, std::int64_t> uses_back{}; // Of offers with a limit per member.
};

class ReceiptState {
public:
    // Prices the basket as it was sold. `index` outlives the state.
    ReceiptState(const PromotionIndex& index, Basket basket);
    // The same, where the books know what was paid: that is what can come back, whatever the
    // promotions at hand make of the basket. Kept goods are still worth what these say.
    ReceiptState(const PromotionIndex& index, Basket basket, const PaidBefore& paid);

    ReceiptState(const ReceiptState&) = delete;
    ReceiptState& operator=(const ReceiptState&) = delete;

    [[nodiscard]] const PricedBasket& sold() const { return m_sold; }

    // Of that line, kept so far; 0 where there is no such line.
    [[nodiscard]] std::int64_t pieces_left(std::int64_t line) const;

    // Goods handed in during one visit, taken together. Refuses return.no_such_line and
    // return.more_than_sold, and then nothing has changed.
    [[nodiscard]] Result<Refund> give_back(const std::vector<GoodsBack>& goods);

    // Another size or colour of the same style at the same list price: it takes the piece's place, no
    // money moves and the promotions stay. Refuses return.no_such_line, return.more_than_sold, swap.not_alike.
    [[nodiscard]] Result<void> swap(std::int64_t line, const Article& other) const;

private:
    using Piece = std::pair<std::int64_t, std::int64_t>; // Line and number.

    void believe(std::int64_t line, const std::vector<Minor>& prices);
    [[nodiscard]] Result<std::vector<Piece>> pick(const std::vector<GoodsBack>& goods) const;
    [[nodiscard]] const BasketLine* line_of(std::int64_t line) const;
    [[nodiscard]] std::vector<Unit> units_kept(const std::set<Piece>& kept) const;
    [[nodiscard]] Basket basket_of_kept() const;
    void share_refund(const std::vector<Piece>& gone, Refund& refund) const;
    void give_tax_back(const std::map<Piece, Minor>& nets, Refund& refund);
    void give_coupons_back(const Problem& problem, const Outcome& outcome, Refund& refund);

    const PromotionIndex& m_index;
    Basket m_basket;
    std::vector<Unit> m_units;           // In canonical order.
    std::map<Piece, Minor> m_nets;       // Of the kept pieces.
    std::map<Piece, KeptPrice> m_prices_kept;
    std::map<std::int64_t, Minor> m_tax; // By line.
    std::set<std::string> m_coupons;     // Promotions whose coupon this receipt holds.
    std::map<std::string, std::int64_t> m_issued, m_uses;
    Minor m_start{0};
    Minor m_paid{0};
    Minor m_redeemed{0};
    Minor m_redeemed_back{0};
    std::int64_t m_points{0};
    PricedBasket m_sold;
};

} // namespace guitai::pricing
