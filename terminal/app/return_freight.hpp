// What it cost the customer to send goods back (退货运费): who bears it, and how it leaves the drawer.
#pragma once

#include "sync/events/freight.hpp"
#include "sync/events/sale_events.hpp"
#include "sync/events/shift_events.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/till_state.hpp"

#include <string_view>

namespace guitai {

// Nobody where it cost nothing. By the reason: what is the firm's fault does the firm bear.
[[nodiscard]] FreightPayer freight_payer(Money freight, std::string_view reason);

// Refuses freight.bad_amount, and where money would leave the drawer cash.not_enough and cash.needs_approval.
[[nodiscard]] Result<void> check_freight(Desk& desk, const ReturnLine& command);

// What the customer gets back of it in cash, beside what the ticket itself comes to.
[[nodiscard]] Money freight_we_owe(const SaleCompleted& sale);
[[nodiscard]] CashMoved freight_paid(const Desk& desk, Money freight, const ReceiptNumber& receipt);

} // namespace guitai
