// What is written on a line or on the whole ticket: who sold it (导购) and a note.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>
#include <vector>

namespace guitai::ui {

struct GuidesMemory {
    std::vector<std::string> chosen; // In the order of tapping; the first one gets `first_percent` of two.
    std::int64_t first_percent{50};
    bool whole_ticket{true};
};

struct NoteMemory {
    TextEntry entry{Accepts::text, 60};
    bool whole_ticket{false};
    bool began{false};
};

// `line`: the open line of the ticket. False once it is closed.
[[nodiscard]] bool draw_guides(Scene& scene, GuidesMemory& memory, LineNumber line);
[[nodiscard]] bool draw_note(Scene& scene, NoteMemory& memory, LineNumber line);

} // namespace guitai::ui
