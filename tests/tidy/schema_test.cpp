// Schemas only go forward: the files of a schema's folder count 0001, 0002 …,
// CMakeLists.txt builds each folder in, and a file stays as it was when it landed,
// for a till that ran it will not run it again.
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"
#include "tests/tidy/source.hpp"

#include <sstream>
#include <string>
#include <string_view>

using namespace guitai::tidy;

namespace {

using Folders = std::map<std::string, std::vector<std::string>>;

// The SQL files of the house by folder, in the order of their names.
Folders schemas()
{
    Folders folders;
    for (const char* top : {"sync", "terminal"}) {
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{guitai::test::source_root()} / top}) {
            if (entry.path().extension() != ".sql") continue;
            const fs::path folder{fs::relative(entry.path().parent_path(), guitai::test::source_root())};
            folders[folder.string()].push_back(entry.path().filename().string());
        }
    }
    for (auto& [folder, names] : folders) std::sort(names.begin(), names.end());
    return folders;
}

// FNV-1a, 64 bits, in hex: tells a changed file, and keeps no secret.
std::string print_of(const std::string& text)
{
    std::uint64_t print{0xCBF29CE484222325U};
    for (const char byte : text) print = (print ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    char hex[17];
    std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(print));
    return hex;
}

// "terminal/store/schema/0001_till.sql <print>", a line a file.
std::string prints_of(const Folders& folders)
{
    std::string prints;
    for (const auto& [folder, names] : folders) {
        for (const std::string& name : names) {
            const std::string file{folder + "/" + name};
            prints += file + " " + print_of(read_file(fs::path{guitai::test::source_root()} / file)) + "\n";
        }
    }
    return prints;
}

Complaints misnumbered(const std::vector<std::string>& names)
{
    Complaints complaints;
    for (std::size_t index{0}; index < names.size(); ++index) {
        std::string number{std::to_string(index + 1)};
        number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
        if (!starts_with(names[index], number + "_")) complaints.push_back(names[index] + ": expected " + number);
    }
    return complaints;
}

// The statements of a schema that name a table beginning like that, without what is said between them.
std::vector<std::string> tables_like(std::string_view beginning, const Folders& folders, const std::string& folder)
{
    std::vector<std::string> found;
    for (const std::string& name : folders.at(folder)) {
        std::istringstream text{read_file(fs::path{guitai::test::source_root()} / folder / name)};
        std::string statement;
        for (std::string line; std::getline(text, line);) {
            if (line.empty() || starts_with(line, "--")) continue;
            statement += line + "\n";
            if (line.back() != ';') continue;
            if (statement.find(" " + std::string{beginning}) != std::string::npos) found.push_back(statement);
            statement.clear();
        }
    }
    return found;
}

} // namespace

TEST_CASE("a till of its own and a head office keep points in the same tables")
{
    const Folders folders{schemas()};

    const auto till = tables_like("purse_", folders, "terminal/store/schema");

    CHECK(till == tables_like("purse_", folders, "sync/office/schema/books"));
    CHECK(till.size() > 9); // Nine tables, and what finds rows in them.
}

TEST_CASE("a till and a head office keep complaints in the same tables")
{
    const Folders folders{schemas()};

    const auto till = tables_like("complaint", folders, "terminal/store/schema");

    CHECK(till == tables_like("complaint", folders, "sync/office/schema/books"));
    CHECK(till.size() > 2); // Two tables, and what finds rows in them.
}

TEST_CASE("the files of a schema count up without a gap and are built in")
{
    const Folders folders{schemas()};
    const std::string build{read_file(fs::path{guitai::test::source_root()} / "CMakeLists.txt")};

    Complaints complaints;
    for (const auto& [folder, names] : folders) {
        append(complaints, misnumbered(names));
        if (build.find(" " + folder + ")") == std::string::npos) complaints.push_back(folder + ": is not built in");
    }

    INFO(told(complaints));
    CHECK(complaints.empty());
    CHECK(!folders.empty());
}

TEST_CASE("a migration stays as it landed; what changes comes in a new file")
{
    const std::string golden{read_file(fs::path{guitai::test::source_root()} / "tests/golden/migrations.txt")};

    CHECK(prints_of(schemas()) == golden);
    CHECK(print_of("a") != print_of("b"));
}

TEST_CASE("a migration that was skipped or numbered twice is found")
{
    CHECK(misnumbered({"0001_a.sql", "0002_b.sql"}).empty());
    CHECK(misnumbered({"0001_a.sql", "0003_b.sql"}).size() == 1);
    CHECK(misnumbered({"0001_a.sql", "0001_b.sql"}).size() == 1);
    CHECK(misnumbered({"first.sql"}).size() == 1);
}
