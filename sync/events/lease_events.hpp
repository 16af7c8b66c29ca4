// Points that can be spent without a network. The head office takes them out of a
// member's purse and puts them into the hand of one running till process: a lease.
// Only that process spends them, only that till's own event brings them back, and
// no clock takes anything back, ever.
#pragma once

#include "sync/events/field.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/money.hpp"
#include "sync/events/points_events.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Up: the first event of every process. From here on its journal differs from that of any copy.
struct TillStarted {
    static constexpr std::string_view kind{"till_started"};

    std::string nonce; // 128 random bits as hex, which the process compares with its memory.
    std::string program; // The version that runs.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("nonce", &TillStarted::nonce),
                     field("program", &TillStarted::program));
    }

    bool operator==(const TillStarted&) const = default;
};

// Up: the last event of a process that ends in order; it spends nothing after it.
struct TillStopped {
    static constexpr std::string_view kind{"till_stopped"};

    std::int64_t epoch{0}; // It was armed with; 0: it never was.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("epoch", &TillStopped::epoch));
    }

    bool operator==(const TillStopped&) const = default;
};

// Down: the answer to a start.
struct TillArmed {
    static constexpr std::string_view kind{"till_armed"};

    TillNumber till{0};
    std::int64_t epoch{0}; // How many starts of this till the office has seen.
    std::string nonce; // Of the start that is answered.
    std::int64_t through{0}; // Its number in that till's journal.
    std::string generation; // Of the office's history.
    std::vector<std::string> carried; // Leases of a process that ended in order: in the hand again.
    std::vector<std::string> dormant; // Of one that did not: they rest until the owner vouches.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &TillArmed::till),
                     field("epoch", &TillArmed::epoch),
                     field("nonce", &TillArmed::nonce),
                     field("through", &TillArmed::through),
                     field("generation", &TillArmed::generation),
                     field("carried", &TillArmed::carried),
                     field("dormant", &TillArmed::dormant));
    }

    bool operator==(const TillArmed&) const = default;
};

// What a lease holds of one lot.
struct LeaseLot {
    std::string lot;
    LotKind lot_kind{LotKind::points};
    std::int64_t amount{0}; // Above zero.
    std::string earned_on; // ISO dates, which decide what is spent first.
    std::string expires_on;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("lot", &LeaseLot::lot),
                     field("kind", &LeaseLot::lot_kind),
                     field("amount", &LeaseLot::amount),
                     field("earned_on", &LeaseLot::earned_on),
                     field("expires_on", &LeaseLot::expires_on));
    }

    bool operator==(const LeaseLot&) const = default;
};

// Down: units moved out of the purse into that till's hand. A lease never grows: a
// top-up is a second one. Said again under a later epoch where the owner vouched for the till.
struct LeaseGranted {
    static constexpr std::string_view kind{"lease_granted"};

    std::string lease; // Named after the first event that granted it: "0/4711".
    TillNumber till{0};
    std::int64_t epoch{0};
    std::string generation;
    std::string account;
    LotUnit unit{LotUnit::points};
    std::vector<LeaseLot> lots;
    std::int64_t ask{0}; // The question it answers, 1, 2, 3 … of that epoch; 0: nobody asked.
    std::int64_t use_by_ms{0}; // A wish to have it back then, never a right; 0: none.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("lease", &LeaseGranted::lease),
                     field("till", &LeaseGranted::till),
                     field("epoch", &LeaseGranted::epoch),
                     field("generation", &LeaseGranted::generation),
                     field("account", &LeaseGranted::account),
                     field("unit", &LeaseGranted::unit),
                     field("lots", &LeaseGranted::lots),
                     field("ask", &LeaseGranted::ask),
                     field("use_by_ms", &LeaseGranted::use_by_ms));
    }

    bool operator==(const LeaseGranted&) const = default;
};

// Up: a lease that came by another road than the line, on the phone of its member, before the feed brings it.
struct LeaseBrought {
    static constexpr std::string_view kind{"lease_brought"};

    std::string line; // The head office's event, a LeaseGranted, to the byte.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("line", &LeaseBrought::line));
    }

    bool operator==(const LeaseBrought&) const = default;
};

// Up: closes the lease for ever. The office credits what it has left in it, whatever is said here.
struct LeaseReturned {
    static constexpr std::string_view kind{"lease_returned"};

    std::string lease;
    std::string account;
    std::vector<LotPart> lots; // What the till has left of it.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("lease", &LeaseReturned::lease),
                     field("account", &LeaseReturned::account),
                     field("lots", &LeaseReturned::lots));
    }

    bool operator==(const LeaseReturned&) const = default;
};

// Down: a request. It has no effect by itself; the till answers with LeaseReturned as soon as no ticket needs it.
struct LeaseRecalled {
    static constexpr std::string_view kind{"lease_recalled"};

    TillNumber till{0};
    std::string lease;
    std::string reason;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &LeaseRecalled::till),
                     field("lease", &LeaseRecalled::lease),
                     field("reason", &LeaseRecalled::reason));
    }

    bool operator==(const LeaseRecalled&) const = default;
};

// Up: the owner gives the word, as a second person, that this is the only machine of this till.
struct LeasesVouched {
    static constexpr std::string_view kind{"leases_vouched"};

    std::vector<std::string> leases;
    std::string reason;
    StaffName approved_by;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("leases", &LeasesVouched::leases),
                     field("reason", &LeasesVouched::reason),
                     field("approved_by", &LeasesVouched::approved_by));
    }

    bool operator==(const LeasesVouched&) const = default;
};

// Down: two stories under one number. No grants any more; its leases stay leased. Said once when it is seen, and once
// more for each story that was told after another: it goes on under a till number of its own.
struct TillSetAside {
    static constexpr std::string_view kind{"till_set_aside"};

    TillNumber till{0};
    std::int64_t number{0}; // The last of its events that the office holds; of a branch, that both stories have.
    std::string reason;
    TillNumber branch{0}; // The number of its own; 0: nothing of another story was taken in yet.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &TillSetAside::till),
                     field("number", &TillSetAside::number),
                     field("reason", &TillSetAside::reason),
                     later_field("branch", &TillSetAside::branch));
    }

    bool operator==(const TillSetAside&) const = default;
};

// Down: a person declared the till gone. Members have their points back; what the till
// spent of them unheard is the firm's loss, at most `bound`.
struct TillWrittenOff {
    static constexpr std::string_view kind{"till_written_off"};

    TillNumber till{0};
    std::vector<std::string> leases;
    std::int64_t bound{0};
    StaffName approved_by;

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("till", &TillWrittenOff::till),
                     field("leases", &TillWrittenOff::leases),
                     field("bound", &TillWrittenOff::bound),
                     field("approved_by", &TillWrittenOff::approved_by));
    }

    bool operator==(const TillWrittenOff&) const = default;
};

// Down, or in the books of a shop of its own: the one clock that matures and expires
// points, and only what is in the purse.
struct PointsDayBegan {
    static constexpr std::string_view kind{"points_day_began"};

    std::string on; // ISO date.

    template<typename Visit>
    static constexpr auto fields(const Visit& visit)
    {
        return visit(field("on", &PointsDayBegan::on));
    }

    bool operator==(const PointsDayBegan&) const = default;
};

} // namespace guitai
