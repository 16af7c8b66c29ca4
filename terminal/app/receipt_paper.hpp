// A receipt on its way to the printer: lines, barcode, and the signed square code
// by which it is known again.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/receipt.hpp"

namespace guitai {

// A gift receipt carries no square code: the code names the total.
// The language of the paper, and the coupons of its sale under the names of their offers.
void name_offers(const Desk& desk, Receipt& receipt);

[[nodiscard]] PrintJob receipt_job(const Desk& desk, const Receipt& receipt);

} // namespace guitai
