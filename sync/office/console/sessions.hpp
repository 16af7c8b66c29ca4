// People who are signed in to the console. A try is counted before its PIN is
// looked at, so that no crash gives one away; who errs too often waits.
#pragma once

#include "sync/events/staff_events.hpp"
#include "sync/office/office.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guitai::office {

inline constexpr std::int64_t session_valid_ms{12 * 3'600'000};
inline constexpr std::int64_t tries_free{5};         // Wrong ones, before there is a wait.
inline constexpr std::int64_t wait_first_ms{30'000}; // Doubled by every wrong try more.
inline constexpr std::int64_t wait_longest_ms{15 * 60'000};
inline constexpr std::size_t name_bytes_max{120};

struct Session {
    StaffName staff;
    PlaceCode store;
    Role role{Role::clerk};
    std::string form_token; // Every form carries it, so that no other site can send one.
};

// Counts a try for that name. Refuses console.locked, with the seconds to wait.
[[nodiscard]] Result<void> count_try(Office& office, const database::Transaction& open, std::string_view name);

// Who it is, by name and PIN, among those who may use the console. Slow; reads
// only. Refuses console.wrong_pin without saying which of the two was wrong.
[[nodiscard]] Result<StaffSet> recognise(database::Connection& reads, std::string_view name, std::string_view pin);

struct NewSession {
    std::string key; // For the cookie; only its hash is kept.
    Session session;
};

// Forgives the tries before it.
[[nodiscard]] NewSession begin_session(Office& office, const database::Transaction& open, const StaffSet& person);
void end_session(Office& office, const database::Transaction& open, std::string_view key);
// Nothing for a key that is unknown or too old, or whose person left.
[[nodiscard]] std::optional<Session> find_session(database::Connection& reads, std::string_view key,
                                                  std::int64_t now_ms);

} // namespace guitai::office
