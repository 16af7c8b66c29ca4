// Every screen in every state as PNG, to be looked at: three sizes, two
// languages, two themes. `ui_pictures [part of a name]…` draws those alone, as
// "b_sale.1280x800.zh_CN.light".
#include "tests/support/folders.hpp"
#include "tests/support/headless_ui.hpp"
#include "tests/ui/states.hpp"

#include <cstdio>
#include <string>
#include <vector>

using namespace guitai;

namespace {

bool wanted(const std::string& name, const std::vector<std::string>& parts)
{
    for (const std::string& part : parts) {
        if (name.find(part) == std::string::npos) return false;
    }
    return true;
}

int draw_all(const test::HeadlessLook& look, const std::string& suffix, const std::vector<std::string>& parts)
{
    std::unique_ptr<test::HeadlessUi> screen;
    int drawn{0};
    for (test::ScreenState& state : test::all_states()) {
        const std::string name{state.name + suffix};
        if (!wanted(name, parts)) continue;
        if (!screen) screen = std::make_unique<test::HeadlessUi>(look);
        ui::Look hand{look.look};
        hand.hand = state.memory.look.hand;
        screen->stage().choose(hand);
        state.memory.look.language = look.language;
        Commands ignored;
        const auto draw = [&](ui::Ui& ui) {
            ui::draw_app(state.view, state.memory, ui, ignored);
            (void)ignored.take();
        };
        screen->set_now_ms(state.view.now_ms);
        test::write_png(screen->picture(draw), std::filesystem::path{test::build_root() + "/pictures"} / (name + ".png"));
        std::printf("%s\n", name.c_str());
        ++drawn;
    }
    return drawn;
}

} // namespace

int main(int count, char** words)
{
    const std::vector<std::string> parts{words + 1, words + count};
    int drawn{0};
    for (const auto& [width, height] : {std::pair{1280, 800}, std::pair{1024, 768}, std::pair{1920, 1080}}) {
        for (const ui::Language language : {ui::Language::chinese, ui::Language::english}) {
            for (const ui::Theme theme : {ui::Theme::light, ui::Theme::dark}) {
                const std::string suffix{"." + std::to_string(width) + "x" + std::to_string(height) + "." +
                                         std::string{ui::language_code(language)} +
                                         (theme == ui::Theme::dark ? ".dark" : ".light")};
                const test::HeadlessLook look{static_cast<float>(width), static_cast<float>(height), language,
                                              {.theme = theme}};
                drawn += draw_all(look, suffix, parts);
            }
        }
    }
    return drawn > 0 ? 0 : 1;
}
