// Plays files of worked histories of points and nothing else of the till: small enough
// to be run a thousand times. `guitai replay points` is the same for people.
#include "sync/points/replay_points.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

int main(int argc, char** argv)
{
    if (argc != 2) return 2;
    std::ifstream file{argv[1], std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto report = guitai::purse::replay_points(text);
    if (!report) {
        std::fprintf(stderr, "%s: %s\n", report.error().code.c_str(), report.error().detail.c_str());
        return 2;
    }
    for (const auto& one : report->differing) {
        std::printf("differs: %s\n", one.id.c_str());
        for (const std::string& line : one.differences) std::printf("    %s\n", line.c_str());
    }
    std::printf("%zu cases, %zu differ\n", report->cases, report->differing.size());
    return report->differing.empty() ? 0 : 1;
}
