// The names that a till makes at the counter carry its number: S01-71-000123, S01-71-D00004, M71-000012. Where two
// tills had one number, what the second made is told again under a number that nobody else has.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// A name as it stands somewhere in a text.
struct MadeName {
    std::size_t at{0}; // Where the till's number begins.
    // S of sales, D of orders, M of members, N of notes, C of complaints; R, V, F and B of payments and their slips.
    char series{'S'};
    std::int64_t count{0};
};

// What `till` made and `text` names, in order.
[[nodiscard]] std::vector<MadeName> names_made_by(TillNumber till, std::string_view text);

// `text` with another number in the names that `till` made: the one that `number_for` says for each.
[[nodiscard]] std::string renamed(std::string_view text, TillNumber till,
                                  const std::function<TillNumber(const MadeName&)>& number_for);

// The line of an event as `origin` would have written it under `number`; a kind from the future too. A line from
// which somebody was erased has a link of its own from there on. Refuses event.unreadable.
[[nodiscard]] Result<std::string> retold(std::string_view line, TillNumber origin, std::int64_t number);

} // namespace guitai
