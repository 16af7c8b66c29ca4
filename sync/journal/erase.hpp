// Erasure: what tells who somebody was goes out of the journal, and the chain over it stands.
#pragma once

#include "sync/journal/journal.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace guitai {

struct ReadLine {
    JournalLine line{};
    Event event{};
};
// Every line that names `member` as the one it is about.
[[nodiscard]] std::vector<ReadLine> lines_about(const Journal& journal, const MemberId& member);

enum class MayErase { now, later, never };

// Redacts every line about `member`, and about her orders, that `may_erase` allows now. How many it left for later.
// Inside the transaction of the event that erases her, so that nobody sees half of it.
std::int64_t erase_person(Journal& journal, const database::Transaction& open, const MemberId& member,
                          const std::function<MayErase(const JournalLine&)>& may_erase);

// Redacts the line of an event that somebody wrote who had not heard yet that its member is erased. A parcel that was
// ordered since then keeps its address.
void redact_late(Journal& journal, const database::Transaction& open, const Event& event,
                 const std::function<bool(const MemberId&)>& is_erased);

} // namespace guitai
