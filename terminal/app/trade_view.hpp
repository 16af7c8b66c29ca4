// What can be seen of finished sales whose goods come back, and of prices that are
// only asked for. Plain structs, part of the till's view.
#pragma once

#include "sync/events/event.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// A line of a finished sale, and whether it may come back.
struct SoldLineView {
    std::int64_t line{0}; // On the receipt, from 1.
    LineKind kind{LineKind::sale};
    Sku sku;
    std::string name, variant;
    Quantity quantity, returnable;
    Money total;
    std::string until;   // ISO date of the last day it is taken back.
    std::string refusal; // Word key why it does not come back; empty: it may.
    Money price_drop;    // What the price guarantee pays back today (保价); zero: nothing.
};

struct SoldView {
    ReceiptNumber receipt;
    std::string sold_on; // ISO date
    StaffName staff;
    std::string member_name;
    Money total;
    std::vector<TenderTaken> tenders;
    std::vector<SoldLineView> lines;
};

struct ReturnsView {
    std::vector<SoldView> sales; // What was asked for; of a member, the newest first.
};

// What was asked about last (查价); `on` while scans answer instead of selling.
struct PriceCheckView {
    bool on{false};
    CatalogueItem product; // Its SKU is empty before the first scan.
    std::int64_t here{0};
    struct Place {
        std::string name;
        std::int64_t pieces{0};
    };
    std::vector<Place> elsewhere;
    std::int64_t as_of_ms{0}; // Of the far stocks.
};

} // namespace guitai
