// Who may include whom: the map of the house, read from the files themselves.
#include "tests/support/catch.hpp"
#include "tests/tidy/source.hpp"

using namespace guitai::tidy;

namespace {

// A folder and the folders it may include besides itself. CMakeLists.txt says
// the same to the linker; a header is included without being linked, so it is
// said here again.
const std::map<std::string, std::set<std::string>> layers{
    // level 0
    {"sync/events", {}},
    {"sync/qr", {}},
    // level 1
    {"sync/pricing", {"sync/events"}},
    {"sync/points", {"sync/events"}},
    {"sync/database", {"sync/events"}},
    {"sync/catalogue", {"sync/events"}},
    {"terminal/domain", {"sync/events", "sync/pricing", "sync/points"}},
    // level 2
    {"sync/journal", {"sync/events", "sync/database"}},
    {"sync/purses", {"sync/events", "sync/points", "sync/database", "sync/journal"}},
    {"sync/complaints", {"sync/events", "sync/database"}},
    {"terminal/app", {"sync/events", "sync/pricing", "sync/points", "terminal/domain"}},
    // level 3
    {"sync/client", {"sync/events", "sync/database", "sync/journal"}},
    {"sync/office",
     {"sync/events", "sync/qr", "sync/pricing", "sync/points", "sync/database", "sync/catalogue", "sync/journal",
      "sync/purses", "sync/complaints"}},
    {"terminal/store",
     {"sync/events", "sync/pricing", "sync/points", "sync/database", "sync/catalogue", "sync/journal",
      "sync/purses", "sync/complaints", "terminal/domain", "terminal/app"}},
    {"terminal/device", {"sync/events", "sync/qr", "terminal/domain", "terminal/app"}},
    {"terminal/ui", {"sync/events", "sync/qr", "terminal/domain", "terminal/app"}},
    {"terminal/drive", {"sync/events", "terminal/domain", "terminal/app"}},
    // level 4: start/ has a file for each word of `guitai`; terminal/main.cpp, outside of any layer, picks one.
    {"terminal/start",
     {"sync/events", "sync/qr", "sync/pricing", "sync/points", "sync/database", "sync/catalogue", "sync/journal",
      "sync/purses", "sync/client", "terminal/domain", "terminal/app", "terminal/store", "terminal/device",
      "terminal/ui", "terminal/drive"}},
};

// A library, by how its includes begin, and the only folders that may know it.
const std::map<std::string, std::set<std::string>> keepers{
    {"imgui", {"terminal/ui"}},
    {"GLFW/", {"terminal/ui"}},
    {"stb", {"terminal/ui"}},
    {"googlepinyin", {"terminal/ui"}},
    {"ft2build.h", {"terminal/ui"}},
    {"sqlite3.h", {"sync/database"}},
    {"libpq-fe.h", {"sync/database"}},
    {"curl/", {"sync/client", "sync/office"}},
    {"boost/", {"sync/office"}},
    {"openssl/", {"sync/database", "sync/journal", "sync/office"}},
    {"kainjow/", {"sync/office"}},
    {"nlohmann/",
     {"sync/events", "sync/pricing", "sync/points", "sync/client", "sync/office", "terminal/drive", "terminal/device"}},
    {"zlib.h", {"sync/journal"}},
    {"qrencode.h", {"sync/qr"}},
    {"toml++/", {"terminal/store"}},
    {"sodium.h", {"sync/client", "sync/office", "terminal/store", "terminal/start"}},
};

// Libraries that cost every includer dear, and so stay out of headers.
const std::set<std::string> never_in_headers{"nlohmann/", "boost/",     "curl/",
                                             "sqlite3.h", "libpq-fe.h", "imgui_internal"};

std::string layer_of(std::string_view path)
{
    for (const auto& [layer, may] : layers) {
        if (starts_with(path, layer + "/")) return layer;
    }
    return {};
}

// The file that `line` includes, or nothing.
std::string included(std::string_view line)
{
    if (!starts_with(line, "#include")) return {};
    const std::size_t open{line.find_first_of("<\"")};
    if (open == std::string_view::npos) return {};
    return std::string{line.substr(open + 1, line.find_first_of(">\"", open + 1) - open - 1)};
}

Complaints wrong_arrow(const Source& source, std::size_t index, const std::string& file)
{
    const std::string from{layer_of(source.path)};
    const std::string to{layer_of(file)};
    if (to.empty() && starts_with(file, "terminal/") && !from.empty()) {
        return {at_line(source, index, from + " includes " + file + ", which is no layer's")};
    }
    if (from.empty() || to.empty() || from == to || layers.at(from).count(to) == 1) return {};
    return {at_line(source, index, from + " may not include " + to)};
}

Complaints wrong_library(const Source& source, std::size_t index, const std::string& file)
{
    Complaints complaints;
    for (const auto& [library, may] : keepers) {
        if (starts_with(file, library) && may.count(layer_of(source.path)) == 0) {
            complaints.push_back(
                at_line(source, index, file + " is known by " + *may.begin() + " and the like, not here"));
        }
    }
    for (const std::string& library : never_in_headers) {
        if (ends_with(source.path, ".hpp") && starts_with(file, library)) {
            complaints.push_back(at_line(source, index, file + " never in a header"));
        }
    }
    return complaints;
}

Complaints wrong_includes(const Source& source)
{
    Complaints complaints;
    for (std::size_t index{0}; index < source.lines.size(); ++index) {
        const std::string file{included(source.lines[index])};
        if (file.empty()) continue;
        append(complaints, wrong_arrow(source, index, file));
        append(complaints, wrong_library(source, index, file));
        if (starts_with(file, "../") || starts_with(file, "./")) {
            complaints.push_back(at_line(source, index, "includes start at the root"));
        }
    }
    return complaints;
}

// A file that stands in no layer, where no rule would ever reach it.
Complaints homeless(const Source& source)
{
    if (!layer_of(source.path).empty() || source.path == "terminal/main.cpp") return {};
    return {source.path + ": belongs to no layer of the table in tests/tidy/include_test.cpp"};
}

} // namespace

TEST_CASE("includes point one way and libraries stay with their keepers")
{
    const auto sources = sources_under({"sync", "terminal"});

    Complaints complaints;
    for (const Source& source : sources) {
        append(complaints, wrong_includes(source));
        append(complaints, homeless(source));
    }

    INFO(told(complaints));
    CHECK(complaints.empty());
    CHECK(sources.size() > 5);
}

TEST_CASE("the map of the house has no circle")
{
    // A layer whose guests are all removed can be removed itself; a circle never can.
    auto left = layers;
    bool moved{true};
    while (moved && !left.empty()) {
        moved = false;
        for (auto it = left.begin(); it != left.end();) {
            const auto& may = it->second;
            const bool free{std::none_of(may.begin(), may.end(), [&](const auto& to) { return left.count(to) == 1; })};
            it = free ? left.erase(it) : std::next(it);
            moved = moved || free;
        }
    }

    CHECK(left.empty());
}

TEST_CASE("an include that turns back is found")
{
    const auto of = [](const char* path, const char* text) { return wrong_includes(source_of(path, text)).size(); };

    CHECK(of("sync/events/money.cpp", "#include \"sync/journal/journal.hpp\"\n") == 1);
    CHECK(of("sync/office/intake.cpp", "#include \"terminal/domain/cart.hpp\"\n") == 1);
    CHECK(of("terminal/ui/screens/sale.cpp", "#include \"terminal/store/shop.hpp\"\n") == 1);
    CHECK(of("terminal/ui/screens/sale.cpp", "#include \"../theme.hpp\"\n") == 1);
    CHECK(of("terminal/app/till.cpp", "#include \"terminal/main.hpp\"\n") == 1);
    CHECK(of("terminal/app/till.cpp", "#include \"terminal/domain/cart.hpp\"\n#include <vector>\n") == 0);
}

TEST_CASE("a library outside its keeper is found, and so is a dear one in a header")
{
    const auto of = [](const char* path, const char* text) { return wrong_includes(source_of(path, text)).size(); };

    CHECK(of("terminal/app/till.cpp", "#include <imgui.h>\n") == 1);
    CHECK(of("terminal/store/shop.cpp", "#include <sqlite3.h>\n") == 1);
    CHECK(of("sync/client/http.cpp", "#include <boost/beast.hpp>\n") == 1);
    CHECK(of("sync/events/event.hpp", "#include <nlohmann/json.hpp>\n") == 1);
    CHECK(of("sync/events/event.cpp", "#include <nlohmann/json.hpp>\n") == 0);
    CHECK(of("terminal/main.cpp", "#include <GLFW/glfw3.h>\n") == 1);
    CHECK(homeless(source_of("sync/loose.cpp", "")).size() == 1);
}
