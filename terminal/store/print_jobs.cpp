#include "terminal/store/print_jobs.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {

std::vector<std::pair<std::int64_t, PrintJob>> PrintJobs::after(std::int64_t job, int limit) const
{
    database::Statement find{m_connection, "SELECT job, text, open_drawer, barcode, qr FROM print_jobs WHERE job > ?1"
                                           " ORDER BY job LIMIT ?2"};
    find.bind(1, job).bind(2, limit);
    std::vector<std::pair<std::int64_t, PrintJob>> jobs;
    while (find.step()) {
        jobs.emplace_back(find.integer(0), PrintJob{find.text(1), find.flag(2), find.text(3), find.text(4)});
    }
    return jobs;
}

void PrintJobs::done(std::int64_t job) { run(m_connection, "DELETE FROM print_jobs WHERE job = ?1", job); }

} // namespace guitai
