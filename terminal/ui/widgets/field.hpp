// A field that is shown and never edited by ImGui, whose own input would harm
// stored text. A TextEntry holds what is written; this draws it and hands the
// hardware keyboard to the one that is active.
#pragma once

#include "terminal/ui/text_entry.hpp"
#include "terminal/ui/widgets/touch.hpp"

namespace guitai::ui {

struct FieldLook {
    const char* icon{nullptr};
    std::string_view hint{};     // Shown while there is nothing else.
    std::string_view spelling{}; // Pinyin on its way to hanzi, shown behind the text.
    const char* trailing{nullptr};
    bool active{false}; // It takes the keyboard.
    bool wrong{false};  // A red edge, and what is wrong is said beside it by the screen.
};

// Draws `text`. True when the field is tapped: the screen then makes it the active one.
[[nodiscard]] bool field(Ui& ui, std::string_view id, const Rect& box, std::string_view text, const FieldLook& look);

struct EntryResult {
    bool tapped{false};
    bool changed{false};
};
// The same over an entry; while active it takes what the hardware types.
[[nodiscard]] EntryResult entry_field(Ui& ui, std::string_view id, const Rect& box, TextEntry& entry,
                                      const FieldLook& look);
// A field with an arrow that opens a choice: province, town, reason.
[[nodiscard]] bool picker(Ui& ui, std::string_view id, const Rect& box, std::string_view text, std::string_view hint,
                          bool open);

} // namespace guitai::ui
