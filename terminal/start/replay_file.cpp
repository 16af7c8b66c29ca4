#include "terminal/start/words_of_guitai.hpp"

#include "sync/points/replay_points.hpp"
#include "sync/pricing/replay_tickets.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

namespace guitai::start {
namespace {

constexpr int agrees{0};
constexpr int differs{1};

Result<std::string> whole_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file || std::filesystem::is_directory(path)) return refuse("replay.no_file", path.string());
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

int print_report(const ReplayReport& report)
{
    for (const DifferingCase& one : report.differing) {
        for (const std::string& difference : one.differences) {
            std::printf("%s: %s\n", one.id.c_str(), difference.c_str());
        }
    }
    std::printf("%zu cases, %zu differ\n", report.cases, report.differing.size());
    return report.differing.empty() ? agrees : differs;
}

} // namespace

int replay_file(const Voice& voice, const ReplayPlan& plan)
{
    const auto text = whole_file(plan.file);
    if (!text) return voice.refuse(text.error());
    const auto report = plan.what == "points" ? purse::replay_points(*text) : pricing::replay_tickets(*text);
    if (!report) return voice.refuse({report.error().code, plan.file.string() + ": " + report.error().detail});
    return print_report(*report);
}

} // namespace guitai::start
