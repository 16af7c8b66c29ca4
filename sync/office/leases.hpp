// Points in the hands of tills: who may have how many, and what a till is told when it
// starts. Decides and writes events; where each unit is, is worked out from them.
#pragma once

#include "sync/office/office.hpp"
#include "sync/purses/fold.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai::office {

// The office's clock for points: says that the day has begun, once a day, in China's time.
void begin_points_day(Office& office, const database::Transaction& open);

struct LeaseQuestion {
    TillNumber till{0};
    std::int64_t epoch{0};
    std::string generation; // Empty: the till was never armed.
    std::int64_t ask{0};    // From 1.
    std::string account;
    std::int64_t amount{0}; // Points, or fen.
    bool exact{true}; // False: as much of it as there is will do.
};

// Units out of the account into that till's hand: the event as it stands in the journal. The
// same till, epoch and ask get the same answer for ever. Refuses lease.bad_ask,
// till.epoch_stale, till.set_aside, till.cap, office.restored, office.recovering and lease.not_enough, whose
// detail says how many there are and at which shops the rest is out. office.recovering and lease.asked_back may have
// another answer later: for the second, other tills were asked to give theirs back, and the question is worth
// asking again.
[[nodiscard]] Result<std::string> grant_lease(Office& office, const database::Transaction& open,
                                              const LeaseQuestion& question);

// How much of it is in no lease of that till any more.
[[nodiscard]] std::int64_t not_in_leases(database::Connection& connection, TillNumber till,
                                         const std::vector<LotPart>& parts);

// Points that the till spent and that are no longer in the lease it names: points.spent_twice, told before the sale is
// counted. It stands; what it let go of is a loss with a name.
[[nodiscard]] std::vector<Refusal> concerns_about_points(database::Connection& connection, const Event& event,
                                                         const SaleCompleted& sale);

// What a till's event asks for: a start is answered, a vouched till has its leases again,
// what went out or came home is told to the screens.
void tell_leases(Office& office, const database::Transaction& open, const Event& event);

// The same to a till that heard it from a history that was put back.
void arm_again(Office& office, const database::Transaction& open, TillNumber till);
// What is left of a lease, as a grant under that epoch.
[[nodiscard]] LeaseGranted granted_again(const purses::LeaseLine& lease, std::int64_t epoch, std::string generation);

// A till that is gone: how many leases came home, and what it may cost at most.
struct WriteOff {
    std::int64_t leases{0};
    std::int64_t points{0};
    Money value{};
};
// A person declares the till gone: its leases come home, it gets none any more, and what it spent
// of them unheard is the firm's loss, at most what is given back here. Refuses till.unknown and till.written_off.
[[nodiscard]] Result<WriteOff> write_till_off(Office& office, const database::Transaction& open, TillNumber till,
                                              const StaffName& approved_by);

} // namespace guitai::office
