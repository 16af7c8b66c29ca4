// What can be seen of finished sales whose goods come back, and of prices that are
// only asked for. Plain structs, part of the till's view.
#pragma once

#include "sync/events/event.hpp"
#include "terminal/app/club_view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// A line of a finished sale, and whether it may come back.
struct SoldLineView {
    std::int64_t line{0}; // On the receipt, from 1.
    LineKind kind{LineKind::sale};
    Sku sku; // As what the customer holds it today.
    StyleId style;
    std::string name, variant;
    std::string serial; // Where the piece has one.
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
    std::vector<ServiceTakenView> services; // That points paid.
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

// How the head office can allow by telephone what waits: it is told all of this, and answers with a code.
struct PhoneView {
    std::string request; // Empty: no code can be given, for this till shares no key with a head office.
    std::string action;  // What is to be allowed, dotted: discount.line …
    std::int64_t ticket{0};
    Money amount; // The code is good for nothing else.
    std::int64_t tries_left{0};
    std::int64_t locked_until_ms{0}; // 0: not locked.
};

// What was just paid into a purse.
struct ValueLoadedView {
    std::string number;    // Of the slip.
    std::string whose;     // The member, or the last four of the gift card.
    Money amount, bonus, given, change;
    Money balance; // Afterwards, as far as it is known here.
};

// A gift card that was looked at.
struct GiftCardView {
    std::string shown; // "…7K2M".
    Money balance;     // As far as it is known here.
};

// What a member has just paid back.
struct AccountPaidView {
    std::int64_t payment{0}; // Its number at this till.
    std::string member_name;
    Money amount, given, change;
    Money owed; // Afterwards.
};

} // namespace guitai
