// What can be seen of paying membership (会费) and of services that points pay (积分换服务).
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/sale_events.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// A fee that was paid, here or at another till.
struct FeeView {
    std::string fee; // The number on its slip.
    MemberId member; // Under which number of hers.
    Money amount;
    TenderKind tender{TenderKind::cash};
    std::string reference;
    std::int64_t points{0};
    std::string paid_on, paid_until; // ISO dates.
    bool refunded{false};

    bool operator==(const FeeView&) const = default;
};

// A fee that was just paid, or the unused part of one that just went back.
struct FeeDoneView {
    std::string number; // Of the slip.
    std::string whose;
    Money amount; // Below zero: given back.
    Money given, change;
    TenderKind tender{TenderKind::cash};
    std::int64_t points{0}; // Below zero: taken back.
    std::string paid_until;  // Of what she has now; empty: she is no paying member any more.
};

// What of the chain's services this ticket may take.
struct ServiceOfferView {
    std::string service, name, name_en;
    std::int64_t points{0};
    std::vector<std::string> needs; // What must be bought with it: a tag, a category or the name of an item.
    std::string refusal, detail;    // Word key why not now; empty: it may.
};

// A service on the ticket in hand.
struct ServiceLineView {
    std::string service, name, name_en;
    std::int64_t points{0};

    bool operator==(const ServiceLineView&) const = default;
};

// A service of a finished ticket.
struct ServiceTakenView {
    std::int64_t n{0};
    std::string service, name, name_en;
    std::int64_t points{0};
    bool returned{false};
};

// A service that was just given back.
struct ServiceBackView {
    ReceiptNumber receipt;
    std::string name, name_en, whose;
    std::int64_t points{0};
};

} // namespace guitai
