// One walk through every state of every screen, for the tests of what each of them must keep to.
#pragma once

#include "tests/support/headless_ui.hpp"
#include "tests/ui/states.hpp"

#include <string>

namespace guitai::test {

// Each of them at rest, in that size, language and letters. `see` is called with (state's name, Ui).
template<typename See>
void look_at_all_states(const HeadlessLook& look, const See& see)
{
    HeadlessUi screen{look};
    for (ScreenState& state : all_states()) {
        state.memory.look.language = look.language;
        Commands ignored;
        screen.set_now_ms(state.view.now_ms);
        screen.settle([&](ui::Ui& ui) { draw_app(state.view, state.memory, ui, ignored); });
        see(state.name, screen.ui());
    }
}

} // namespace guitai::test
