// Checks a set of books against itself: numbers dense, chains whole, texts
// readable, and every projection equal to what the journal says it should be.
// Reads only.
#pragma once

#include "sync/journal/books.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guitai {

struct Verdict {
    bool ok{true};
    std::int64_t events{0};
    std::int64_t unknown{0};
    std::vector<std::string> problems; // Each names its place: "origin 3 event 17: chain broken". At most problems_max.
    static constexpr std::size_t problems_max{20};
};

// A second, empty set of the same projections, to rebuild into.
using MakeProjections = std::function<std::vector<std::unique_ptr<Projection>>()>;
// Makes the projections' tables in an empty database.
using MakeSchema = std::function<void(database::Connection&)>;

// Replays the journal into an empty in-memory database and compares every table
// of every projection, row by row. `progress` is told events done and events in all.
[[nodiscard]] Verdict verify(database::Connection& connection, const MakeSchema& make_schema,
                             const MakeProjections& make_projections,
                             const std::function<void(std::int64_t, std::int64_t)>& progress = {});

// The verdict as one JSON line: {"ok":…,"events":…,"unknown":…,"problems":[…]}.
[[nodiscard]] std::string json_line(const Verdict& verdict);

} // namespace guitai
