// The manner of the house, line by line: money that is exact, layers that are
// pure, screens that only draw, tests that can fail.
#include "tests/support/catch.hpp"
#include "tests/tidy/source.hpp"

using namespace guitai::tidy;

namespace {

using Words = std::vector<std::string>;

// Words that may not stand in the code of these folders, and why.
struct Ban {
    std::vector<std::string> folders;
    Words words;
    std::string reason;
    std::vector<std::string> except{};
};

const std::vector<Ban>& bans()
{
    static const std::vector<std::string> pure{"sync/events/", "sync/pricing/", "sync/points/", "terminal/domain/"};
    static const std::vector<std::string> timeless{"sync/events/", "sync/pricing/", "sync/points/", "terminal/domain/",
                                                   "terminal/app/"};
    static const std::vector<Ban> all{
        {pure, {"double", "float"}, "money and quantities are whole numbers"},
        {timeless,
         {"system_clock", "steady_clock", "random_device", "gettimeofday", "fstream", "ifstream", "ofstream", "thread"},
         "time, chance and disk come in through an interface",
         // The machine's own clock, and the budget of a slice between two frames.
         {"sync/events/time.cpp", "terminal/app/run_queue.cpp"}},
        {{"tests/"}, {"sleep_for", "sleep_until", "usleep"}, "a test waits for what it wants, never for a while"},
        {{"sync/", "terminal/", "tests/"}, {"using namespace std;"}, "std keeps its name"},
        {{"sync/office/", "sync/client/", "terminal/"},
         {"gets", "strcpy", "sprintf", "sscanf", "atoi", "atof"},
         "unchecked C text"},
        {{"terminal/ui/"},
         {"ImGui::InvisibleButton"},
         "screens touch through terminal/ui/widgets",
         {"terminal/ui/widgets/"}},
    };
    return all;
}

// What ImGui offers ready-made looks like a debugger's panel, and its
// InputText loses characters beyond 16 bits. Screens use terminal/ui/widgets.
const Words stock_widgets{
    "Text",         "SmallButton", "Button",      "ArrowButton",      "ImageButton", "Checkbox",   "RadioButton",
    "Combo",        "BeginCombo",  "ListBox",     "BeginListBox",     "Selectable",  "Input",      "Slider",
    "Drag",         "ColorEdit",   "ColorPicker", "ColorButton",      "BeginTable",  "Table",      "Columns",
    "BeginChild",   "BeginTab",    "BeginMenu",   "BeginMainMenu",    "MenuItem",    "BeginPopup", "OpenPopup",
    "BeginTooltip", "SetTooltip",  "TreeNode",    "CollapsingHeader", "ProgressBar", "Plot",       "LabelText",
    "BulletText",   "Bullet",      "Separator",   "VSlider",          "Show",
};

bool under(const Source& source, const std::vector<std::string>& folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&](const std::string& folder) { return starts_with(source.path, folder); });
}

Complaints banned_words(const Source& source)
{
    Complaints complaints;
    for (const Ban& ban : bans()) {
        if (!under(source, ban.folders) || under(source, ban.except)) continue;
        for (std::size_t index{0}; index < source.code.size(); ++index) {
            for (const std::string& word : ban.words) {
                if (has_word(source.code[index], word))
                    complaints.push_back(at_line(source, index, word + ": " + ban.reason));
            }
        }
    }
    return complaints;
}

Complaints stock_imgui(const Source& source)
{
    Complaints complaints;
    if (!starts_with(source.path, "terminal/ui/")) return complaints;
    for (std::size_t index{0}; index < source.code.size(); ++index) {
        const std::string& line{source.code[index]};
        for (std::size_t at{line.find("ImGui::")}; at != std::string::npos; at = line.find("ImGui::", at + 1)) {
            const std::string_view name{std::string_view{line}.substr(at + 7)};
            for (const std::string& widget : stock_widgets) {
                if (!starts_with(name, widget)) continue;
                complaints.push_back(at_line(source, index, "ImGui::" + widget + " is a stock widget"));
                break;
            }
        }
    }
    return complaints;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
    return text;
}

bool is_sql(const std::string& text)
{
    const std::string low{lower(text)};
    const auto holds = [&](const char* words) { return low.find(words) != std::string::npos; };
    return (holds("select ") && holds(" from ")) || (starts_with(low, "update ") && holds(" set ")) ||
           holds("insert into ") || holds("delete from ") || holds("create table ") || starts_with(low, "pragma ");
}

Complaints sql_outside_the_stores(const Source& source)
{
    Complaints complaints;
    if (!under(source, {"terminal/ui/", "terminal/app/", "terminal/domain/", "terminal/drive/", "terminal/device/",
                        "terminal/main.cpp"})) {
        return complaints;
    }
    for (std::size_t index{0}; index < source.texts.size(); ++index) {
        if (is_sql(source.texts[index])) complaints.push_back(at_line(source, index, "SQL lives in terminal/store"));
    }
    return complaints;
}

// A note to self is a plan; plans live in issues.
Complaints unfinished(const Source& source)
{
    static const Words marks{"TO"
                             "DO",
                             "FIX"
                             "ME",
                             "X"
                             "XX",
                             "HA"
                             "CK"};
    Complaints complaints;
    for (std::size_t index{0}; index < source.lines.size(); ++index) {
        for (const std::string& mark : marks) {
            if (has_word(source.lines[index], mark)) complaints.push_back(at_line(source, index, mark));
        }
    }
    return complaints;
}

// A header says what it is, and is read once.
Complaints headless(const Source& source)
{
    if (!ends_with(source.path, ".hpp")) return {};
    Complaints complaints;
    if (source.lines.empty() || !starts_with(source.lines[0], "//")) {
        complaints.push_back(source.path + ": does not open with a paragraph that says what it is");
    }
    if (std::find(source.lines.begin(), source.lines.end(), "#pragma once") == source.lines.end()) {
        complaints.push_back(source.path + ": no #pragma once");
    }
    for (std::size_t index{0}; index < source.code.size(); ++index) {
        if (starts_with(source.code[index], "using namespace ")) {
            complaints.push_back(at_line(source, index, "a header opens no namespace for others"));
        }
    }
    return complaints;
}

// A test file that checks nothing can not fail.
Complaints toothless(const Source& source)
{
    if (!starts_with(source.path, "tests/") || !ends_with(source.path, "_test.cpp")) return {};
    const bool bites{std::any_of(source.code.begin(), source.code.end(), [](const std::string& line) {
        return line.find("CHECK") != std::string::npos || line.find("REQUIRE") != std::string::npos;
    })};
    return bites ? Complaints{} : Complaints{source.path + ": asserts nothing"};
}

Complaints bad_manners(const Source& source)
{
    Complaints complaints{banned_words(source)};
    for (const auto rule : {stock_imgui, sql_outside_the_stores, unfinished, headless, toothless}) {
        append(complaints, rule(source));
    }
    return complaints;
}

std::size_t faults(const std::string& path, const std::string& text)
{
    return bad_manners(source_of(path, text)).size();
}

} // namespace

TEST_CASE("every file keeps the manner of the house")
{
    Complaints complaints;
    for (const Source& source : sources_under({"sync", "terminal", "tests"})) append(complaints, bad_manners(source));

    INFO(told(complaints));
    CHECK(complaints.empty());
}

TEST_CASE("a double in the money is found, a word about one is not")
{
    CHECK(faults("sync/pricing/plan.cpp", "double total{0.0};\n") == 1);
    CHECK(faults("terminal/domain/cart.cpp", "auto x = static_cast<float>(y);\n") == 1);
    CHECK(faults("terminal/domain/cart.cpp", "// never a double\nMoney float_amount;\n") == 0);
    CHECK(faults("terminal/ui/theme.cpp", "float width{1.0F};\n") == 0);
}

TEST_CASE("a clock or a file in a pure layer is found")
{
    CHECK(faults("terminal/app/till.cpp", "auto now = std::chrono::system_clock::now();\n") == 1);
    CHECK(faults("sync/points/points.cpp", "std::ifstream file{path};\n") == 1);
    CHECK(faults("tests/client/loop_test.cpp", "std::this_thread::sleep_for(1s); CHECK(true);\n") == 1);
}

TEST_CASE("SQL and stock widgets in a screen are found")
{
    CHECK(faults("terminal/ui/screens/sale.cpp", "db.run(\"UPDATE stock SET quantity = 1\");\n") == 1);
    CHECK(faults("terminal/app/till.cpp", "run(R\"(\nSELECT sku FROM stock\n)\");\n") == 1);
    CHECK(faults("terminal/store/shop.cpp", "run(\"SELECT sku FROM stock\");\n") == 0);
    CHECK(faults("terminal/ui/screens/sale.cpp", "if (ImGui::Button(\"Pay\")) pay();\n") == 1);
    CHECK(faults("terminal/ui/screens/sale.cpp", "ImGui::InvisibleButton(\"pay\", size);\n") == 1);
    CHECK(faults("terminal/ui/widgets/touch.cpp", "ImGui::InvisibleButton(\"pay\", size);\n") == 0);
    CHECK(faults("terminal/ui/screens/sale.cpp", "const ImVec2 size = ImGui::CalcTextSize(text);\n") == 0);
}

TEST_CASE("unfinished work, bare headers and toothless tests are found")
{
    CHECK(faults("sync/events/money.cpp", std::string{"// TO"} + "DO: round\n") == 1);
    CHECK(faults("sync/events/money.hpp", "int x;\n") == 2);
    CHECK(faults("sync/events/money.hpp", "// Money.\n#pragma once\nusing namespace guitai;\n") == 1);
    CHECK(faults("tests/events/money_test.cpp", "TEST_CASE(\"money is exact\") {}\n") == 1);
    CHECK(faults("tests/events/money_test.cpp", "TEST_CASE(\"money is exact\") { CHECK(1 == 1); }\n") == 0);
}
