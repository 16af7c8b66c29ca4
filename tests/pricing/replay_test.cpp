// Worked tickets, through the engine: those of this tree, and those of the design where they lie beside it.
#include "sync/pricing/replay_tickets.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace guitai;

namespace {

std::string text_of_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void check_agrees(const std::filesystem::path& path)
{
    INFO(path.string());
    const auto report = pricing::replay_tickets(text_of_file(path));
    REQUIRE(report.has_value());
    CHECK(report->cases > 0);
    for (const pricing::DifferingCase& one : report->differing) {
        for (const std::string& difference : one.differences) UNSCOPED_INFO(one.id << ": " << difference);
    }
    CHECK(report->differing.empty());
}

} // namespace

TEST_CASE("every worked ticket of the design agrees to the fen", "[pricing]")
{
    const std::filesystem::path file{test::source_root() + "/../shared/promotions/golden_tickets.json"};
    if (!std::filesystem::exists(file)) return; // Only where the design lies beside the sources.
    check_agrees(file);
}

TEST_CASE("a file that is no file of tickets is refused with the reason", "[pricing]")
{
    CHECK(pricing::replay_tickets("").error().code == "document.unreadable");
    CHECK(pricing::replay_tickets("[]").error().code == "tickets.not_a_file");
    CHECK(pricing::replay_tickets(R"({"format":"guitai.tickets","format":"x"})").error().code ==
          "document.repeated_key");
}
