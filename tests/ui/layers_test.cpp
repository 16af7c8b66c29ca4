// Every state of every screen, in both languages and three sizes: what lies over what, and whether a finger reaches it.
#include "tests/support/catch.hpp"
#include "tests/ui/look_at_states.hpp"

#include <string>
#include <utility>

using namespace guitai;
using namespace guitai::ui;

namespace {

bool is_within(const Rect& inner, const Rect& outer)
{
    constexpr float hair{0.5F};
    return inner.x >= outer.x - hair && inner.right() <= outer.right() + hair;
}

} // namespace

TEST_CASE("nothing of a page lies over its sheet, and nothing that is tapped sticks out at the side", "[ui][screens]")
{
    for (const auto& [width, height] : {std::pair{1280.0F, 800.0F}, {1024.0F, 768.0F}, {1920.0F, 1080.0F}}) {
        for (const Language language : {Language::chinese, Language::english}) {
            INFO(width << " " << language_code(language));
            test::look_at_all_states({width, height, language, {}}, [](const std::string& name, const Ui& ui) {
                for (const auto& [id, seen] : ui.seen) {
                    INFO(name << ": " << id);
                    CHECK(seen.on_top);
                    if (seen.layer >= ui.top_layer) CHECK(is_within(seen.box, seen.layer > 0 ? ui.sheet : ui.page));
                }
            });
        }
    }
}
