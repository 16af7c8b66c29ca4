// What the law gives a member: a copy of all that is kept of her, and its erasure, after which sums, points and the
// chain over the journal are as they were and nobody knows who she was.
#pragma once

#include "sync/office/privacy.hpp"

#include <cstdint>
#include <string>

namespace guitai::office {

// Every event about her as it stands in the journal, and her profile as it is now: one JSON object. Refuses
// member.not_found. Reads only; note_copy() writes down that it was handed out.
[[nodiscard]] Result<std::string> copy_of_member(database::Connection& reads, const MemberId& member,
                                                 std::int64_t now_ms);

// Her profile, notes, consents, recipients and log are gone here, and at every till once it hears of it; those of
// numbers that were merged into hers too. Refuses member.not_found, erasure.done_already and erasure.open_orders: a
// parcel that is under way needs its address.
[[nodiscard]] Result<void> erase_member(Office& office, const database::Transaction& open, const MemberId& member,
                                        const Reader& reader);

// A till that had not heard of it tells something of an erased member: its line keeps no word of her either.
void erase_late(Office& office, const database::Transaction& open, const Event& event);

// What the database still holds of what was erased leaves its file: outside of any transaction, after the commit.
// Whole: every page is written anew, which takes a while in large books; else only the log is emptied.
enum class Sweep { log, whole };
void sweep(database::Connection& connection, Sweep how);

} // namespace guitai::office
