#include "terminal/store/ledger.hpp"

#include "terminal/store/rows.hpp"

#include <cassert>

namespace guitai {

std::vector<Event> StoreLedger::write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs)
{
    m_shown.must_have_shown_all();
    auto written = m_books.write_ahead(m_till, m_clock.now_ms(), std::move(bodies), [&] {
        if (!m_queues_paper) return;
        for (const PrintJob& job : jobs) {
            run(m_books.connection(), "INSERT INTO print_jobs (text, open_drawer, barcode, qr) VALUES (?1, ?2, ?3, ?4)",
                job.text, job.open_drawer, job.barcode, job.qr);
            if (job.reprint_of.empty()) continue;
            run(m_books.connection(),
                "INSERT INTO reprints (receipt, copies) VALUES (?1, 1)"
                " ON CONFLICT (receipt) DO UPDATE SET copies = copies + 1",
                job.reprint_of);
        }
    });
    assert(written.has_value()); // One writer, and events of our own: nothing can refuse them.
    return std::move(*written);
}

} // namespace guitai
