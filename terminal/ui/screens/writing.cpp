#include "terminal/ui/screens/writing.hpp"

#include <algorithm>
#include <span>

namespace guitai::ui {
namespace {

bool spells(const Writing& writing)
{
    return writing.ime != nullptr && writing.chinese && writing.layout != KeyLayout::symbols;
}

void choose(Writing& writing, TextEntry& entry, std::size_t index)
{
    entry.append(writing.ime->choose(index));
    writing.first_candidate = 0;
}

bool write_letter(Writing& writing, TextEntry& entry, char letter)
{
    if (spells(writing) && writing.ime->type(letter)) {
        writing.first_candidate = 0;
        return true;
    }
    entry.append({&letter, 1});
    return true;
}

bool write_space(Writing& writing, TextEntry& entry)
{
    if (writing.ime != nullptr && !writing.ime->empty()) {
        if (writing.ime->candidates().empty())
            entry.append(writing.ime->take_letters());
        else
            choose(writing, entry, 0);
    } else {
        entry.append(" ");
    }
    return true;
}

bool take_back(Writing& writing, TextEntry& entry)
{
    if (writing.ime == nullptr || !writing.ime->backspace()) entry.backspace();
    writing.first_candidate = 0;
    return true;
}

// Letters of the hardware are spelled like our own keys; space and figures choose, as on every pinyin keyboard.
bool spell_hardware(Ui& ui, Writing& writing, TextEntry& entry)
{
    if (!spells(writing) || !ui.reachable()) return false;
    const bool spelling{!writing.ime->empty()};
    if (spelling && ui.keys.take(Key::backspace)) return take_back(writing, entry);
    if (spelling && ui.keys.take(Key::escape)) {
        writing.ime->clear();
        return true;
    }
    if (spelling && ui.keys.take(Key::enter)) {
        entry.append(writing.ime->take_letters());
        return true;
    }
    const std::string_view typed{ui.keys.typed()};
    if (typed.size() != 1) return false;
    const char letter{typed.front()};
    if (letter >= 'a' && letter <= 'z') {
        (void)ui.keys.take_typed();
        return write_letter(writing, entry, letter);
    }
    if (!spelling) return false;
    if (letter == ' ') {
        (void)ui.keys.take_typed();
        return write_space(writing, entry);
    }
    if (letter >= '1' && letter <= '9') {
        (void)ui.keys.take_typed();
        choose(writing, entry, writing.first_candidate + static_cast<std::size_t>(letter - '1'));
        return true;
    }
    return false;
}

bool act_on(Writing& writing, TextEntry& entry, const KeyboardTap& tap)
{
    if (tap.candidate >= 0) {
        choose(writing, entry, writing.first_candidate + static_cast<std::size_t>(tap.candidate));
        return true;
    }
    switch (tap.key) {
    case KeyboardKey::character: return write_letter(writing, entry, tap.character);
    case KeyboardKey::backspace: return take_back(writing, entry);
    case KeyboardKey::space: return write_space(writing, entry);
    case KeyboardKey::language:
        writing.chinese = !writing.chinese;
        writing.drop_spelling();
        break;
    case KeyboardKey::symbols:
        writing.layout = writing.layout == KeyLayout::symbols ? KeyLayout::letters : KeyLayout::symbols;
        break;
    case KeyboardKey::shift:
        writing.layout = writing.layout == KeyLayout::capitals ? KeyLayout::letters : KeyLayout::capitals;
        break;
    case KeyboardKey::more: {
        const std::size_t shown{static_cast<std::size_t>(std::max(tap.candidates_shown, 1))};
        writing.first_candidate += shown;
        if (writing.ime != nullptr && writing.first_candidate >= writing.ime->candidates().size())
            writing.first_candidate = 0;
        break;
    }
    case KeyboardKey::done:
    case KeyboardKey::none: break;
    }
    return false;
}

} // namespace

void Writing::open(KeyLayout wanted)
{
    layout = wanted;
    drop_spelling();
}

void Writing::drop_spelling()
{
    if (ime != nullptr) ime->clear();
    spelling.clear();
    first_candidate = 0;
}

Wrote write_on_glass(Ui& ui, Writing& writing, const Rect& box, TextEntry& entry)
{
    bool changed{spell_hardware(ui, writing, entry)};
    if (changed) ui.focus.hide(); // Enter goes on with what is written.
    std::span<const std::string> candidates;
    if (writing.ime != nullptr) {
        candidates = writing.ime->candidates();
        candidates = candidates.subspan(std::min(writing.first_candidate, candidates.size()));
    }
    const std::string_view language{ui.word(writing.chinese ? "keyboard.to_english" : "keyboard.to_chinese")};
    const KeyboardLook view{.spelling = writing.spelling,
                            .candidates = candidates,
                            .layout = writing.layout,
                            .space_word = ui.word("keyboard.space"),
                            .done_word = ui.word("keyboard.done"),
                            .language_word = language,
                            .symbols_word = ui.word(writing.layout == KeyLayout::symbols ? "keyboard.letters"
                                                                                          : "keyboard.symbols")};
    const KeyboardTap tap{keyboard(ui, box, view)};
    changed = act_on(writing, entry, tap) || changed;
    const bool done{tap.key == KeyboardKey::done};
    if (done && writing.ime != nullptr && !writing.ime->empty()) {
        entry.append(writing.ime->take_letters());
        changed = true;
    }
    writing.spelling = writing.ime == nullptr ? std::string{} : writing.ime->spelling();
    if (done) return Wrote::done;
    return changed ? Wrote::changed : Wrote::nothing;
}

} // namespace guitai::ui
