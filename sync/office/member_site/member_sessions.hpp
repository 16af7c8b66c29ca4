// Members who are signed in to their own pages, with their phone or card and their password. Tries are counted where
// those at the tills are: five wrong ones anywhere lock it everywhere.
#pragma once

#include "sync/office/office.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace guitai::office {

inline constexpr std::int64_t member_session_ms{30 * 60'000};

struct MemberSession {
    MemberId member;
    std::string form_token; // Every form carries it, so that no other site can send one.
};

// Writes the try down before anybody looks at the password. Refuses password.locked, with the minutes to wait.
[[nodiscard]] Result<void> count_password_try(Office& office, const database::Transaction& open,
                                              const MemberId& member);

struct NewMemberSession {
    std::string key; // For the cookie; only its hash is kept.
    MemberSession session;
};
// The password was right: forgives the tries before it, and stands in her log.
[[nodiscard]] NewMemberSession begin_member_session(Office& office, const database::Transaction& open,
                                                    const MemberId& member);
void end_member_session(Office& office, const database::Transaction& open, std::string_view key);
// Nothing for a key that is unknown or too old.
[[nodiscard]] std::optional<MemberSession> find_member_session(database::Connection& reads, std::string_view key,
                                                               std::int64_t now_ms);

// Keeps what she chose, here and at every till. Refuses password.bad and password.weak. `hash` is of `password`: it
// is slow, so it was made before.
[[nodiscard]] Result<void> choose_password(Office& office, const database::Transaction& open, const MemberId& member,
                                           const std::string& password, const std::string& hash);

} // namespace guitai::office
