// What is seen of points: a member's, the ticket's, and what this till may spend of
// them with the network cable out.
#pragma once

#include "sync/events/money.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

struct PointsView {
    std::int64_t balance{0};
    std::int64_t next_expiry_points{0}; // 0: nothing expires.
    std::string next_expiry_on;         // ISO date.
    std::int64_t pending{0}; // 待生效积分: not to be spent yet, and not in the balance.
    std::int64_t debt{0};    // 积分欠款: the next points earned pay it; the balance is zero then.

    bool operator==(const PointsView&) const = default;
};

// What was earned at once, as far as it is left.
struct PointsLotView {
    std::int64_t points{0};
    std::string expires_on; // ISO date; empty: they stay.
    std::string matures_on; // ISO date of the first day they may be spent; empty: they may.

    bool operator==(const PointsLotView&) const = default;
};

// 积分抵现: points that pay a part of the ticket.
struct RedeemView {
    bool possible{false}; // There is a member, and the shop takes points.
    bool asking{false};   // The head office was asked, and has not answered yet.
    std::int64_t wanted{0}; // By the customer, as it was keyed in.
    std::int64_t points{0}; // That the ticket takes of them, and what they pay.
    Money worth;
    std::int64_t in_hand{0}; // Can be spent here without asking anybody.
    std::int64_t most{0};    // That this ticket could take of this member's points, in whole units …
    Money most_worth;        // … and what they would pay.
    std::int64_t per_yuan{0}; // The rate, and in multiples of what.
    std::int64_t unit{1};
    bool may_ask_by_phone{false}; // The line is down, and her phone can fetch what is missing …
    std::string phone_link{};     // … by this address, shown as a code; empty: nobody is asked that way.
};

// The leases of this till, for people.
struct LeasesView {
    std::int64_t leases{0}; // In the hand of this process …
    std::int64_t points{0}; // … with so many points.
    std::vector<std::string> dormant; // Of an earlier start: they rest until the owner vouches.
    bool armed{false};      // The head office knows of this start.
    bool superseded{false}; // Another copy of this till was started after it.
    bool office_recovering{false}; // It was put back to an older copy and lends nothing until all tills reported.
};

} // namespace guitai
