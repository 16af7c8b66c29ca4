// What waits for paper, kept with the events that caused it. Belongs to the till thread.
#pragma once

#include "sync/database/database.hpp"
#include "terminal/app/ports.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace guitai {

class PrintJobs {
public:
    explicit PrintJobs(database::Connection& connection) : m_connection{connection} {}

    // Jobs after the job numbered `job`, oldest first.
    [[nodiscard]] std::vector<std::pair<std::int64_t, PrintJob>> after(std::int64_t job, int limit) const;
    // It is on paper.
    void done(std::int64_t job);

private:
    database::Connection& m_connection;
};

} // namespace guitai
