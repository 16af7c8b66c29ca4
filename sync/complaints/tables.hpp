// Members' complaints as tables, the same at the counter and at the head office: each with what is to be done next.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/complaint.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace guitai::complaints {

// Told again changes nothing.
void put(database::Connection& connection, const MemberId& member, const Complaint& complaint);
// Of two answers to one duty the one holds that takes_the_place_of() the other; a complaint may be heard of after it.
void put(database::Connection& connection, const MemberId& member, const ComplaintId& complaint,
         const ComplaintAnswer& answer);
// Nothing of hers stays.
void forget(database::Connection& connection, const MemberId& member);

[[nodiscard]] std::optional<ComplaintCase> find(database::Connection& connection, const ComplaintId& complaint);
// Under those of her numbers, the oldest first; closed ones too.
[[nodiscard]] std::vector<ComplaintCase> cases_of(database::Connection& connection,
                                                  const std::vector<MemberId>& numbers);
// Those of a shop that are not closed; the one due first comes first.
[[nodiscard]] std::vector<ComplaintCase> open_at(database::Connection& connection, const PlaceCode& store);
// Those of which something is late; an empty code: of everybody.
[[nodiscard]] std::int64_t count_late(database::Connection& connection, const PlaceCode& store, std::int64_t now_ms);
// What that person wrote last as an answer; empty: nothing yet.
[[nodiscard]] std::string last_words_of(database::Connection& connection, const StaffName& staff);

enum class Which { open, late, closed };
struct Wanted {
    Which which{Which::open};
    std::optional<PlaceCode> store{}; // An empty code: the head office's own. Nothing: everybody's.
    std::string text{};               // In what was complained of or answered; empty: anything.
    bool lessons_only{false};         // `text` in what was filed for others, and in nothing else.
    std::int64_t now_ms{0};           // UTC; of `late`.
    std::int64_t limit{50}, offset{0};
};
// The one due first comes first; of closed ones, the one closed last.
[[nodiscard]] std::vector<ComplaintCase> list(database::Connection& connection, const Wanted& wanted);

} // namespace guitai::complaints
