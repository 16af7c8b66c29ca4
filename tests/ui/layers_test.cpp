// Every state of every screen, in both languages and three sizes: what lies over what, and whether a finger reaches it.
#include "tests/support/catch.hpp"
#include "tests/support/headless_ui.hpp"
#include "tests/ui/states.hpp"

#include <functional>
#include <string>

using namespace guitai;
using namespace guitai::ui;

namespace {

using Look = std::function<void(const std::string& state, const Ui& ui)>;

void look_at_all(const Look& look)
{
    for (const ImVec2 size : {ImVec2{1280.0F, 800.0F}, ImVec2{1024.0F, 768.0F}, ImVec2{1920.0F, 1080.0F}}) {
        for (const Language language : {Language::chinese, Language::english}) {
            test::HeadlessUi screen{{size.x, size.y, language, {}}};
            for (test::ScreenState& state : test::all_states()) {
                state.memory.look.language = language;
                Commands ignored;
                screen.set_now_ms(state.view.now_ms);
                screen.settle([&](Ui& ui) { draw_app(state.view, state.memory, ui, ignored); });
                const std::string name{state.name + " " + std::to_string(static_cast<int>(size.x))};
                look(name + " " + std::string{language_code(language)}, screen.ui());
            }
        }
    }
}

bool is_within(const Rect& inner, const Rect& outer)
{
    constexpr float hair{0.5F};
    return inner.x >= outer.x - hair && inner.right() <= outer.right() + hair;
}

} // namespace

TEST_CASE("nothing of a page lies over its sheet, and nothing that is tapped sticks out at the side", "[ui][screens]")
{
    look_at_all([](const std::string& state, const Ui& ui) {
        for (const auto& [id, seen] : ui.seen) {
            INFO(state << ": " << id);
            CHECK(seen.on_top);
            if (seen.layer >= ui.top_layer) CHECK(is_within(seen.box, seen.layer > 0 ? ui.sheet : ui.page));
        }
    });
}
