// The golden samples of tests/golden/events: one file per kind, <kind>.json,
// that says what its event looks like on the wire. A released sample is never
// edited: when a kind gains a later_field, <kind>.2.json shows the new form
// and the old file must stay readable for ever.
#pragma once

#include "tests/support/folders.hpp"

#include "sync/events/event.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace guitai::tests {

inline std::filesystem::path golden_folder()
{
    return std::filesystem::path{test::source_root()} / "tests/golden";
}

// The whole file; empty where there is none.
inline std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

// Every kind but that of UnknownEvent.
template<std::size_t... Index>
std::vector<std::string> list_kinds(std::index_sequence<Index...>)
{
    return {std::string{std::variant_alternative_t<Index + 1, AnyEvent>::kind}...};
}
inline std::vector<std::string> all_kinds()
{
    return list_kinds(std::make_index_sequence<std::variant_size_v<AnyEvent> - 1>{});
}

// Of `kind`, oldest first: <kind>.json, <kind>.2.json, <kind>.3.json …
inline std::vector<std::filesystem::path> samples_of(const std::string& kind)
{
    std::vector<std::filesystem::path> found;
    const auto folder = golden_folder() / "events";
    for (int version{1};; ++version) {
        const auto path = folder / (version == 1 ? kind + ".json" : kind + "." + std::to_string(version) + ".json");
        if (!std::filesystem::exists(path)) return found;
        found.push_back(path);
    }
}

// A sample without the line break at its end.
inline std::string line_of(const std::filesystem::path& path)
{
    std::string text{read_file(path)};
    if (text.ends_with('\n')) text.pop_back();
    return text;
}

} // namespace guitai::tests
