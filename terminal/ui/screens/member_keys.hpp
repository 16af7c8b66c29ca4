// The two keys to a member's file, on the card beside it: the adviser's PIN, then her own password, which the shop
// never sees. It shows who has turned a key and how long the file stays open; it checks nothing.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

struct KeysMemory {
    bool asking{false};      // The pad stands on the card.
    std::string adviser;     // Whose PIN is typed; empty: the first who may.
    std::string digits;
    bool sent{false};        // The till has them; the next view says whether they were right.
    bool wrong{false};       // Crosses until the next digit.
};

// The whole card, while `memory.asking`. Ends by itself when the file is open.
void draw_keys_card(Scene& scene, KeysMemory& memory, const MemberView& member, const Rect& card);

// What stands in place of the private half while it is locked. True when the pad is wanted.
[[nodiscard]] bool draw_locked_half(Scene& scene, const MemberView& member, Rect in);

// Above the private half while it is open: how long it stays so, and closing it. Cut off the top of `in`.
void draw_open_head(Scene& scene, const MemberView& member, Rect& in);

// One line for each note that is hidden: that there is something, and nothing of what.
void draw_hidden_notes(Scene& scene, const MemberView& member, Rect& in);

} // namespace guitai::ui
