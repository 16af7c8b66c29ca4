// Writing on the glass: our own keyboard and the pinyin that becomes hanzi, over
// whichever entry is being written. It knows no form and no field's meaning.
#pragma once

#include "terminal/ui/pinyin_ime.hpp"
#include "terminal/ui/text_entry.hpp"
#include "terminal/ui/widgets/keyboard.hpp"

#include <string>

namespace guitai::ui {

struct Writing {
    PinyinIme* ime{nullptr}; // None: letters stay letters.
    KeyLayout layout{KeyLayout::letters};
    bool chinese{true};
    std::string spelling; // On its way to hanzi, for the field to show behind its text.
    std::size_t first_candidate{0};

    // As a field is tapped: fresh, in the layout it wants.
    void open(KeyLayout wanted);
    void drop_spelling();
};

enum class Wrote { nothing, changed, done };

// Draws the keyboard at the bottom of the page and writes into `entry`. Call it before the fields
// are drawn: what the hardware types is spelled here too while Chinese is being written.
[[nodiscard]] Wrote write_on_glass(Ui& ui, Writing& writing, const Rect& box, TextEntry& entry);

} // namespace guitai::ui
