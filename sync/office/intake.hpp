// Takes in what a till did. Judges form and order of the lines; what they mean is
// for the projections and for `tell`. Knows nothing of HTTP: the caller answers
// the till after the transaction has been committed and never before.
#pragma once

#include "sync/journal/journal.hpp"
#include "sync/office/office.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

inline constexpr std::size_t batch_lines_max{1'000};

// Lines of one till in the order of their numbers, without a gap. Not in the books yet.
struct Batch {
    TillNumber till{0};
    std::vector<Record> records;
};

// Reads the body of a request: lines divided by one `\n`. Refuses the whole with
// event.unreadable (the line is named), event.wrong_origin, event.out_of_order or
// intake.too_many_lines. An empty body is an empty batch: the till asks where it stands.
[[nodiscard]] Result<Batch> read_batch(TillNumber till, std::string_view body);

// What one batch did that is to be followed up once all of it is in.
struct TakenIn {
    std::vector<OrderId> placed;
    bool frees_goods{false}; // Which somebody may be waiting for.
    std::int64_t quarantined{0};
};
// One event, and what it means. Refuses journal.fork and journal.gap, as the journal does.
[[nodiscard]] Result<Appended> take_in_one(Office& office, const database::Transaction& open, const Record& record,
                                           TakenIn& taken);
void follow_up(Office& office, const database::Transaction& open, TillNumber till, const TakenIn& taken);

struct IntakeAnswer {
    std::int64_t cursor{0}; // The last number of that till that is stored now.
    std::string chain;
    std::int64_t quarantined{0}; // Of this batch.
};

// Refuses till.unknown, till.set_aside, office.restored and journal.fork. After a fork the till is
// set aside, so the transaction must be committed in that case too.
[[nodiscard]] Result<IntakeAnswer> take_in(Office& office, const database::Transaction& open, const Batch& batch);

} // namespace guitai::office
