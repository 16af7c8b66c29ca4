// Every screen in every state as PNG, to be looked at: three sizes, the
// largest text and the left hand, two languages, two themes. `ui_pictures [part
// of a name]…` draws those alone, as "b_sale.1280x800.zh_CN.light".
#include "tests/support/folders.hpp"
#include "tests/support/headless_ui.hpp"
#include "tests/ui/customer_states.hpp"
#include "tests/ui/states.hpp"

#include "terminal/ui/screens/customer_screen.hpp"

#include <cstdio>
#include <string>
#include <utility>
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

struct Variant {
    std::string name;
    float width, height;
    ui::TextSize text{ui::TextSize::normal};
    ui::Hand hand{ui::Hand::right};
};

const std::vector<Variant> variants{{"1280x800", 1280.0F, 800.0F},
                                    {"1024x768", 1024.0F, 768.0F},
                                    {"1920x1080", 1920.0F, 1080.0F},
                                    {"1280x800.largest", 1280.0F, 800.0F, ui::TextSize::largest},
                                    {"1280x800.left", 1280.0F, 800.0F, ui::TextSize::normal, ui::Hand::left}};

int draw_all(const test::HeadlessLook& look, const std::string& suffix, const std::vector<std::string>& parts)
{
    std::unique_ptr<test::HeadlessUi> screen;
    int drawn{0};
    std::vector<test::ScreenState> states{test::all_states()};
    for (test::ScreenState& state : test::rare_states()) states.push_back(std::move(state));
    for (test::ScreenState& state : states) {
        const std::string name{state.name + suffix};
        if (!wanted(name, parts)) continue;
        if (!screen) screen = std::make_unique<test::HeadlessUi>(look);
        if (look.look.hand == ui::Hand::left) state.memory.look.hand = ui::Hand::left;
        ui::Look chosen{look.look};
        chosen.hand = state.memory.look.hand;
        screen->stage().choose(chosen);
        state.memory.look.language = look.language;
        state.memory.look.text_size = look.look.text_size;
        Commands ignored;
        const auto draw = [&](ui::Ui& ui) {
            ui::draw_app(state.view, state.memory, ui, ignored);
            (void)ignored.take();
        };
        screen->set_now_ms(state.view.now_ms);
        test::write_png(screen->picture(draw),
                        std::filesystem::path{test::build_root() + "/pictures"} / (name + ".png"));
        std::printf("%s\n", name.c_str());
        ++drawn;
    }
    return drawn;
}

// The customer's screen knows one theme.
int draw_customer_states(const test::HeadlessLook& look, const std::string& suffix,
                         const std::vector<std::string>& parts)
{
    std::unique_ptr<test::HeadlessUi> screen;
    int drawn{0};
    for (const test::CustomerState& state : test::customer_states()) {
        const std::string name{state.name + suffix};
        if (!wanted(name, parts)) continue;
        if (!screen) screen = std::make_unique<test::HeadlessUi>(look);
        ui::CustomerMemory memory;
        screen->set_now_ms(state.view.now_ms);
        Commands ignored;
        test::write_png(screen->picture([&](ui::Ui& ui) { ui::draw_customer(state.view, memory, ui, ignored); }),
                        std::filesystem::path{test::build_root() + "/pictures"} / (name + ".png"));
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
    for (const Variant& variant : variants) {
        for (const ui::Language language : {ui::Language::chinese, ui::Language::english}) {
            for (const ui::Theme theme : {ui::Theme::light, ui::Theme::dark}) {
                const std::string suffix{"." + variant.name + "." + std::string{ui::language_code(language)} +
                                         (theme == ui::Theme::dark ? ".dark" : ".light")};
                const test::HeadlessLook look{variant.width,
                                              variant.height,
                                              language,
                                              {.theme = theme, .hand = variant.hand, .text_size = variant.text}};
                drawn += draw_all(look, suffix, parts);
                if (theme == ui::Theme::light) drawn += draw_customer_states(look, suffix, parts);
            }
        }
    }
    return drawn > 0 ? 0 : 1;
}
