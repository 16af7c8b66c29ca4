// What a member who complains is promised: a call within 24 hours, the result within three days, a visit within
// seven, the case filed for others within ten. The same rule at the counter and at the head office.
#pragma once

#include "sync/events/complaint_events.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// A complaint with all that was done for it.
struct ComplaintCase {
    MemberId member;
    Complaint complaint;
    std::vector<ComplaintAnswer> answers; // One of a duty, in the order of the duties.

    // Null: that duty is not done.
    [[nodiscard]] const ComplaintAnswer* answer_to(ComplaintDuty duty) const;
    [[nodiscard]] bool is_open() const { return answer_to(ComplaintDuty::archive) == nullptr; }
};

// UTC milliseconds, a whole minute, the last one that is in time. Plain days of 24 hours, holidays too.
[[nodiscard]] std::int64_t due_at(const Complaint& complaint, ComplaintDuty duty);
// Whether it is later than the minute that a duty was due in.
[[nodiscard]] bool is_late(std::int64_t due_at_ms, std::int64_t at_ms);
// What is_late() then was due before this moment.
[[nodiscard]] std::int64_t late_before(std::int64_t at_ms);

// What is to be done next, and by when: the first duty not done. Nothing: the case is closed.
struct DueDuty {
    ComplaintDuty duty{ComplaintDuty::call};
    std::int64_t due_at_ms{0};
};
[[nodiscard]] std::optional<DueDuty> next_duty(const ComplaintCase& one);

// Of an open case's duties that are not done: how many fall due before `until_ms`, and how many are late at `now_ms`.
struct DutyCount {
    std::int64_t due{0}, late{0};

    DutyCount& operator+=(const DutyCount& other);
};
[[nodiscard]] DutyCount duties_until(const ComplaintCase& one, std::int64_t now_ms, std::int64_t until_ms);

// Of two answers to one duty, said where one was not heard of: whether `later` takes the place of `known`. The first
// one holds, so whoever hears both, in whatever order, comes to the same.
[[nodiscard]] bool takes_the_place_of(const ComplaintAnswer& later, const ComplaintAnswer& known);

inline constexpr std::size_t complaint_bytes_max{400};
inline constexpr std::size_t answer_characters_min{8};

// Refuses complaint.empty, complaint.too_long and complaint.bad_text.
[[nodiscard]] Result<void> check_complaint(std::string_view about);

// Refuses complaint.closed, complaint.done_already, complaint.result_first (of filing), complaint.perfunctory where
// there are fewer than answer_characters_min characters, complaint.copied where the words are those of another duty
// or of `last_words`, which the same person wrote last; and what check_complaint() refuses.
[[nodiscard]] Result<void> check_answer(const ComplaintCase& one, ComplaintDuty duty, std::string_view words,
                                        std::string_view last_words);

} // namespace guitai
