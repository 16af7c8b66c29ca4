// What comes back (退): goods of a receipt, or goods without one, as lines of the
// same ticket, so that an exchange pays only the difference.
#pragma once

#include "sync/events/sale_events.hpp"
#include "terminal/app/till_state.hpp"

#include <vector>

namespace guitai {

// What goes back for every return line of the ticket, worked out again: a visit is unwound as a whole.
void work_out_refunds(Desk& desk);

// Points that the receipts of the return lines lose.
[[nodiscard]] std::vector<PointsBack> points_back(const Desk& desk);

// Coupons and uses of limited offers that go back with the goods, or are void without them.
void put_offers_back(const Desk& desk, SaleCompleted& ticket);

// Before a return line changes: refuses return.all_back where it would grow past what
// is still out, return.whole_line where it would bring back a part of a piece or of what was
// weighed, and return.needs_approval where a role may not give so much back alone.
[[nodiscard]] Result<void> check_return(Desk& desk, const SetQuantity& command);

// After `line` was put back on the ticket. Refuses return.needs_approval, as handing it in would.
[[nodiscard]] Result<void> check_undone(Desk& desk, const UndoRemove& command, LineNumber line);

// Whether no receipt on the ticket brings back more than is still out.
[[nodiscard]] bool returns_fit(const Desk& desk);

// A return line of a parked ticket, as far as it may still come back.
[[nodiscard]] Result<LineNumber> take_up_return(const Desk& desk, const ParkedLine& line, Cart& cart,
                                                std::map<ReceiptNumber, KnownSale>& sales);

// What `due` of the ticket comes to in cash. Refunds of one receipt are rounded as one sum, and the last
// of them brings exactly what was paid, so that nobody loses a coin by coming twice.
[[nodiscard]] Money in_cash(const Desk& desk, Money due);

// How the money of the returned goods came; empty where nobody knows.
[[nodiscard]] std::vector<TenderKind> original_tenders(const Desk& desk);

} // namespace guitai
