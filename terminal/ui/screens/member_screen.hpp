// The member: found by a few digits of the phone, shown with points, the next
// expiry, what to remember and what she bought; and the form for a new one.
#pragma once

#include "terminal/ui/screens/member_file_sheet.hpp"
#include "terminal/ui/screens/member_keys.hpp"
#include "terminal/ui/screens/own_screen.hpp"
#include "terminal/ui/screens/scene.hpp"

#include <array>
#include <string>

namespace guitai::ui {

struct NewMemberForm {
    enum Part { phone, name, size, note, parts };
    std::array<TextEntry, parts> entries{TextEntry{Accepts::digits, 11}, TextEntry{}, TextEntry{}, TextEntry{}};
    int active{name};
    int address_form{-1}; // Which form of address; -1: none said.
};

struct MemberMemory {
    std::string digits;
    bool finding{true};   // The pad; false: the member the view holds.
    bool enrolling{false};
    std::string shown;    // The member id the view showed when the pad was left.
    NewMemberForm form;
    KineticScroll list;
    MemberFileMemory file;
    KeysMemory keys;
    OwnMemory own; // The till is turned to her.

    void begin_new(std::string_view phone);
};

// `sell` once she is on the ticket, `settings` from the lamp, else stay.
[[nodiscard]] Go draw_member(Scene& scene, MemberMemory& memory, Rect page);
// Over the whole page, with the keyboard. `back` when given up, `members` when she was enrolled.
[[nodiscard]] Go draw_new_member(Scene& scene, MemberMemory& memory);

} // namespace guitai::ui
