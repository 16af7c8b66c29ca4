// A finished ticket whose goods may come back: what was sold, what came back of it anywhere, and what a till that
// has not heard of everything believes of it. Worked out from the rules of trade, without the programs.
#pragma once

#include "sync/events/event.hpp"
#include "tests/sim/reckoning.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace guitai::sim {

using Pieces = std::vector<std::int64_t>; // Of each line, from the first.

// What one till took back in one go.
struct VisitTally {
    TillNumber till{0};
    std::size_t line{0}; // From 0.
    std::int64_t pieces{0};
    std::int64_t rounded{0}; // Not handed out yet of what came back.
    bool unaware{false};     // The till had not heard of everything that had come back before.
    std::int64_t refund{0};  // In money and points.
};

// The paper that a piece is known by: the receipt it was bought with, or that of its last swap.
struct Paper {
    ReceiptNumber receipt;
    std::int64_t line{0}; // From 1.
    Sku sku;
    std::int64_t pieces{0}; // That are still out by it.
};

struct SoldTally {
    std::string receipt;
    TillNumber till{0};
    PlaceCode store;
    MemberId member;
    TenderKind tender{TenderKind::cash}; // One that it was paid by.
    bool guided{false};
    std::vector<Wish> wishes;        // Orders too, so that places on the receipt agree.
    Nets nets;                       // As it was sold, …
    std::int64_t points{0};          // … and what she earned by it.
    std::int64_t start{0};           // What she paid for the goods, and how much of it in points.
    std::int64_t redeemed{0};
    std::int64_t services{0};        // Points that its service cost, …
    bool service_back{false};        // … unless it was given back.
    bool cash_alone{false};          // It was paid in cash and in nothing else,
    std::int64_t rounded{0};         // with so much let go of,
    std::int64_t total{0};           // of so much.
    std::string coupon;              // That it was cheaper by; empty: none.
    std::vector<std::string> issued; // Coupons that it gave out.

    Pieces back;                     // Of each line, at any till; more than were sold where two took the same one.
    std::vector<VisitTally> visits;
    std::int64_t points_gone{0};     // Of what she earned by it, and of what she paid in points, came back:
    std::int64_t points_home{0};     // each point once, whatever the tills say.
    std::vector<std::vector<Paper>> papers; // By line: what the pieces that are out are today.

    [[nodiscard]] std::int64_t out(std::size_t line) const { return wishes[line].pieces - back[line]; }
    // What came back at that till, and what is known there of the others when `believed` of each line are not out.
    [[nodiscard]] Pieces back_at(TillNumber here) const;
};

// Such a ticket as a till sees it.
struct Seen {
    Pieces back;
    Nets nets; // Of what stays with the customer.
    std::int64_t points{0};
    std::int64_t redeemed_back{0};
    std::int64_t rounded_back{0};
    std::int64_t tax_owed{0}; // On top, of what stays, that no refund so far was large enough to take.
    std::int64_t issued{0}; // Coupons that what stays has earned.
    bool coupon{false};     // It still holds the one that it used.
    bool unaware{false};    // More came back than the till has heard of.

    [[nodiscard]] std::int64_t earning(const SoldTally& sale) const;
};

// After its own visits, one by one, and then what it knows to have come back elsewhere, all at once.
[[nodiscard]] Seen seen_at(const Chain& chain, const SoldTally& sale, TillNumber till, const Pieces& elsewhere);

// What goes back for `pieces`: what is kept counts as if only it had been bought.
struct BackTally {
    std::int64_t refund{0}, tax{0}; // The first with the second in it.
    std::int64_t in_points{0};      // Of the refund.
    std::int64_t points{0};         // That she loses again of those that she earned.
    std::int64_t coupons_void{0};
    bool coupon_back{false};
    Seen after;
};
[[nodiscard]] BackTally take_back(const Chain& chain, const SoldTally& sale, const Seen& seen, const Pieces& pieces);
[[nodiscard]] BackTally take_back(const Chain& chain, const SoldTally& sale, const Seen& seen, std::size_t line,
                                  std::int64_t pieces);

// What `refund` comes to in coins: all refunds of a till together are rounded, and the one that brings the last piece
// brings what was paid, where no other till has kept its own odd fen.
[[nodiscard]] std::int64_t in_coins(const Chain& chain, const SoldTally& sale, const Seen& before, const Seen& after,
                                    std::int64_t refund);

} // namespace guitai::sim
