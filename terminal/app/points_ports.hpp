// What the till needs from the world to let a customer pay with points.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/lease_events.hpp"
#include "sync/events/money.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

class PointsReader {
public:
    virtual ~PointsReader() = default;
    struct Lease {
        std::string lease{};
        std::string account{};
        bool ahead{false}; // Left here for when the line is down: it stays until it is recalled.
        std::vector<LeaseLot> lots{}; // What is left of it, in the order in which it is spent.
    };
    // As this till's books have it: nothing where it is unknown, used up or returned. No right to spend it.
    [[nodiscard]] virtual std::optional<Lease> lease(std::string_view name) const = 0;
    // Of a shop of its own: what the account has available, in the order in which it is spent.
    [[nodiscard]] virtual std::vector<LeaseLot> purse(std::string_view account) const = 0;
    // Money in an account (储值, gift cards), as far as it is known here. No right to spend it.
    [[nodiscard]] virtual Money value(std::string_view account, std::string_view today) const = 0;
    // What of a payment out of a purse went back already, as far as it is known here.
    [[nodiscard]] virtual Money restored(const std::string& redemption) const = 0;
    // Of a shop of its own: the last day that its points were told of; empty: none yet.
    [[nodiscard]] virtual std::string points_day() const = 0;
    // The head office was put back to an older copy, and as far as is known here it lends nothing yet.
    [[nodiscard]] virtual bool office_recovering() const { return false; }
};

struct LeaseAsk {
    std::int64_t epoch{0};
    std::string generation{};
    std::int64_t ask{0}; // 1, 2, 3 … in this process. The same number has the same answer for ever.
    std::string account{};
    std::int64_t amount{0};
    bool exact{true}; // False: as much of it as there is will do.
};

// The head office, asked for points to spend now.
class LeaseLine {
public:
    virtual ~LeaseLine() = default;
    // Tells it of this start and fetches what it says. True: that is done. False: it is under way.
    // Refuses points.office_away.
    [[nodiscard]] virtual Result<bool> meet() = 0;
    // True: granted, and in the books. False: it was asked, and whoever hears the answer says so by
    // HearLease. Refuses as the office does (lease.not_enough …) and points.office_away.
    [[nodiscard]] virtual Result<bool> ask(const LeaseAsk& ask) = 0;
};

} // namespace guitai
