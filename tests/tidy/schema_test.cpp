// Schemas only go forward: every list of migrations counts 1, 2, 3 …, and every
// file under a schema folder is in exactly one list, under its own number.
#include "tests/support/catch.hpp"
#include "tests/tidy/source.hpp"

using namespace guitai::tidy;

namespace {

// Reads the lists of a file: `Migration{3, "orders",` and then the include of "…/0003_orders.sql".
class MigrationLists {
public:
    explicit MigrationLists(const Source& source) : m_source{source}
    {
        for (std::size_t index{0}; index < source.lines.size(); ++index) {
            read_number(index);
            read_file(index);
        }
    }

    [[nodiscard]] const Complaints& complaints() const { return m_complaints; }
    [[nodiscard]] const std::vector<std::string>& files() const { return m_files; }

private:
    void read_number(std::size_t index)
    {
        const std::string& line{m_source.lines[index]};
        const std::string opening{"Migration{"};
        const std::size_t at{line.find(opening)};
        if (at == std::string::npos || std::isdigit(static_cast<unsigned char>(line[at + opening.size()])) == 0) return;
        const int number{std::stoi(line.substr(at + opening.size()))};
        if (number != 1 && number != m_number + 1) {
            complain(index, "number " + std::to_string(number) + " after " + std::to_string(m_number));
        }
        m_number = number;
    }

    void read_file(std::size_t index)
    {
        const std::string& line{m_source.lines[index]};
        if (!starts_with(line, "#include \"") || !ends_with(line, ".sql\"")) return;
        const std::string path{line.substr(10, line.size() - 11)};
        std::string number{std::to_string(m_number)};
        number.insert(0, number.size() < 4 ? 4 - number.size() : 0, '0');
        if (!starts_with(fs::path{path}.filename().string(), number + "_")) {
            complain(index, path + " under the number " + number);
        }
        m_files.push_back(path);
    }

    void complain(std::size_t index, const std::string& what)
    {
        m_complaints.push_back(at_line(m_source, index, what));
    }

    const Source& m_source;
    int m_number{0};
    Complaints m_complaints;
    std::vector<std::string> m_files;
};

std::vector<std::string> schema_files()
{
    std::vector<std::string> files;
    for (const char* top : {"sync", "terminal"}) {
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{SOURCE_ROOT} / top}) {
            if (entry.path().extension() == ".sql") files.push_back(fs::relative(entry.path(), SOURCE_ROOT).string());
        }
    }
    return files;
}

// Files that no list runs, and files that two lists run.
Complaints not_run_once(const std::vector<std::string>& on_disk, const std::vector<std::string>& listed)
{
    Complaints complaints;
    for (const std::string& file : on_disk) {
        const auto times = std::count(listed.begin(), listed.end(), file);
        if (times != 1) complaints.push_back(file + ": in " + std::to_string(times) + " lists of migrations");
    }
    return complaints;
}

Complaints wrong_lists(const std::string& text)
{
    const Source source{source_of("sync/office/schema/schema.cpp", text)};
    return MigrationLists{source}.complaints();
}

} // namespace

TEST_CASE("migrations count up without a gap and run each file once")
{
    Complaints complaints;
    std::vector<std::string> listed;
    for (const Source& source : sources_under({"sync", "terminal"})) {
        const MigrationLists lists{source};
        append(complaints, lists.complaints());
        listed.insert(listed.end(), lists.files().begin(), lists.files().end());
    }

    append(complaints, not_run_once(schema_files(), listed));

    INFO(told(complaints));
    CHECK(complaints.empty());
}

TEST_CASE("a migration that was skipped, repeated or misnamed is found")
{
    CHECK(wrong_lists("Migration{1, \"a\",\n#include \"s/0001_a.sql\"\n},\nMigration{2, \"b\", \"\"},\n").empty());
    CHECK(wrong_lists("Migration{1, \"a\", \"\"},\nMigration{3, \"b\", \"\"},\n").size() == 1);
    CHECK(wrong_lists("Migration{2, \"a\", \"\"},\nMigration{2, \"b\", \"\"},\n").size() == 2);
    CHECK(wrong_lists("Migration{1, \"a\",\n#include \"s/0002_a.sql\"\n}\n").size() == 1);
    CHECK(not_run_once({"s/0001_a.sql", "s/0002_b.sql"}, {"s/0001_a.sql"}).size() == 1);
    CHECK(not_run_once({"s/0001_a.sql"}, {"s/0001_a.sql", "s/0001_a.sql"}).size() == 1);
}
