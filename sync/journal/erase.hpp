// Erasure: what tells who somebody was goes out of the journal, and the chain over it stands.
#pragma once

#include "sync/journal/journal.hpp"

#include <cstdint>
#include <functional>

namespace guitai {

// Redacts every line about `member`, and about her orders, that `may_touch` allows. How many it left for later because
// it was not allowed. Inside the transaction of the event that erases her, so that nobody sees half of it.
std::int64_t erase_person(Journal& journal, const database::Transaction& open, const MemberId& member,
                          const std::function<bool(const JournalLine&)>& may_touch);

} // namespace guitai
