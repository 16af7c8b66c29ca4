// Two stories under the number of one till: its disk was copied, and both copies sold. That is for people to end, and
// the till is set aside; but what was sold was sold, whichever copy did it. The story that was heard first stays the
// till's. Every other one is a branch: from where it parts it is kept under a till number of its own, and so is every
// name that was made in it, for both copies gave the same ones. What is spent in it is judged by its lease and not by
// its branch.
#pragma once

#include "sync/office/intake.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace guitai::office {

// What a till that was set aside has to tell: its own events after that place in its own journal. None: it asks whether
// that place is known.
struct ToldApart {
    ChainHead after;
    Batch batch;
};

// As read_batch() refuses, and event.out_of_order for lines that do not follow `after`.
[[nodiscard]] Result<ToldApart> read_told_apart(TillNumber till, ChainHead after, std::string_view body);

// The answer's cursor and chain are those of the story as its till counts it. Refuses till.not_set_aside, and
// till.other_place where no story of that till has this chain there.
[[nodiscard]] Result<IntakeAnswer> take_apart(Office& office, const database::Transaction& open,
                                              const ToldApart& told);

// A story that goes on under a number of its own.
struct Branch {
    TillNumber branch{0};
    TillNumber till{0};        // Whose number it had.
    TillNumber parent{0};      // The story that it left: the till's own, or another branch.
    std::int64_t forked_at{0}; // The last event that both have.
};
// In the order in which they were heard of.
[[nodiscard]] std::vector<Branch> branches_of(database::Connection& connection, TillNumber till);
// Nothing for a till's own story.
[[nodiscard]] std::optional<Branch> find_branch(database::Connection& connection, TillNumber number);

} // namespace guitai::office
