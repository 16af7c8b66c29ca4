// A ticket that is paid becomes events: the sale, its orders and the misses that
// became orders. Only puts together; nothing is written here.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/receipt.hpp"

#include <vector>

namespace guitai {

struct SettledTicket {
    SaleCompleted sale{};
    std::vector<OrderPlaced> orders{};
    std::vector<MissRecorded> rescued{};
};

// `tenders` cover the ticket exactly.
[[nodiscard]] SettledTicket settle_ticket(const Desk& desk, const std::vector<TenderTaken>& tenders);

// As it is printed first.
[[nodiscard]] Receipt receipt_of(const Desk& desk, const SettledTicket& ticket);

} // namespace guitai
