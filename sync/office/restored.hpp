// Books put back to an older copy while points are out at tills. A new history begins and lends
// nothing, until every till has shown what these books forgot that they had lent it, and given
// its own events again: only then is it known what there is to lend. Each part of that is an
// event, so it goes on where it was after a stop, and nothing of it is a matter of clocks.
#pragma once

#include "sync/office/office.hpp"
#include "sync/office/projections/histories.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

// The name of the history that is written; drawn where it never was. Leases of another one are none.
[[nodiscard]] std::string generation_of(Office& office, const database::Transaction& open);
[[nodiscard]] BooksStand where_books_stand(Office& office, const database::Transaction& open);

enum class Cause { witness, till, operator_ };
// Begins a new history. `tills_through`: the highest number that was given to a till, where others know of it.
void begin_history(Office& office, const database::Transaction& open, Cause cause, const std::string& detail,
                   TillNumber tills_through = 0);

// At the start of the program: books that are behind their witness, or of which it says that there was one and is no
// more, were put back; a new history begins. Refuses witness.other_office.
[[nodiscard]] Result<void> hear_witness(Office& office, const database::Transaction& open, Witness& witness);

// What a till says of the news it has read, and of its own events.
struct TillClaim {
    TillNumber till{0};
    bool knows_histories{false}; // A till of an older program says nothing of them.
    std::string generation;      // Of the last history it heard of; empty: the first.
    ChainHead news;              // An empty chain is not compared.
    std::int64_t confirmed{0};   // So many of its own events the office once said it had.
};
enum class Fit {
    same,
    must_show,   // A new history has begun, and the till has not shown yet what it holds.
    proves_it,   // These books were put back, and nobody knew.
    other_history // As that, from a till that can not follow a new one.
};
[[nodiscard]] Fit fit_of(database::Connection& connection, const TillClaim& claim);

// Refuses office.restored while the till has not shown what it holds: what it spent must not be
// counted before it is known out of which lease.
[[nodiscard]] Result<void> may_be_heard(database::Connection& connection, TillNumber till);
// Refuses office.recovering while nothing may be lent.
[[nodiscard]] Result<void> may_lend(database::Connection& connection);

// What a till shows: the grants of news that only it still has. That it was signed with the till's key proves that
// this till claims them, not that they were ever granted; a till can only claim leases of its own, the event keeps the
// claim for people to look at, and a till that makes points up is found out as one that spends what it never had.
struct Showing {
    TillNumber till{0};
    std::string generation;
    std::int64_t through{0}; // The last of its own events; −1: more will be shown.
    std::vector<LeaseGranted> grants;
};
inline constexpr std::size_t shown_grants_max{1'000};
// The body of the request: a line of JSON with generation and through, then the bytes of the grants, a line each.
// Refuses event.unreadable, api.bad_field and lease.not_yours.
[[nodiscard]] Result<Showing> read_showing(TillNumber till, std::string_view body);
// The same again changes nothing. Refuses office.restored for a history that is not written any more.
[[nodiscard]] Result<void> take_showing(Office& office, const database::Transaction& open, const Showing& showing);

// After events of a till were taken in, which had `before` of them: a till that is done has its grants said to it
// again, and the last one ends the recovery.
void look_whether_done(Office& office, const database::Transaction& open, TillNumber till, std::int64_t before);

// The till has shown what it holds, and its journal is not here up to there.
[[nodiscard]] bool is_reporting(Office& office, TillNumber till);

// A person goes on without a till. Refuses till.unknown, office.not_recovering and till.has_reported. Gives the bound.
[[nodiscard]] Result<TillGoneWithout> go_on_without(Office& office, const database::Transaction& open, TillNumber till,
                                                    const StaffName& approved_by);

// For a till that was refused with office.restored: where each history began, the oldest first.
[[nodiscard]] std::string restored_json(database::Connection& connection);

} // namespace guitai::office
