// What tills hear of members' keys and of who was at their files, and what the head office itself does with them.
#pragma once

#include "sync/office/office.hpp"

namespace guitai::office {

// Somebody who looks at the same file again so soon is written down once.
inline constexpr std::int64_t same_reading_ms{600'000};

void tell_privacy(Office& office, const database::Transaction& open, const Event& event);

struct Reader {
    StaffName staff;
    Role role{Role::office};
};

// Somebody here saw her file: it stands in her own log, at every till too.
void note_reading(Office& office, const database::Transaction& open, const MemberId& member, const Reader& reader);
// Whether that stands there already: asked before anything is written.
[[nodiscard]] bool has_noted_reading(database::Connection& reads, const MemberId& member, const Reader& reader,
                                     std::int64_t now_ms);
void note_copy(Office& office, const database::Transaction& open, const MemberId& member, const Reader& reader);

// She forgot her password: from now on she has none, and chooses anew at a counter. Refuses member.not_found and
// password.none.
[[nodiscard]] Result<void> take_password_away(Office& office, const database::Transaction& open,
                                              const MemberId& member, const Reader& reader);

} // namespace guitai::office
