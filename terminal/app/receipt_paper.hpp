// A receipt on its way to the printer: lines, barcode, and the signed square code
// by which it is known again.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/receipt.hpp"

namespace guitai {

// A gift receipt carries no square code: the code names the total.
[[nodiscard]] PrintJob receipt_job(const Desk& desk, const Receipt& receipt);

} // namespace guitai
