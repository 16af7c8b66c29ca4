// The till's own events and what is to be printed because of them, in one transaction.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/app/ports.hpp"

namespace guitai {

class StoreLedger final : public Ledger {
public:
    StoreLedger(Books& books, TillNumber till, const Clock& clock) : m_books{books}, m_till{till}, m_clock{clock} {}

    std::vector<Event> write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {}) override;

    // Nothing is queued from now on: no printer is connected, and a pile of old
    // receipts must not come out on the day one is.
    void leave_out_paper() { m_queues_paper = false; }

private:
    Books& m_books;
    TillNumber m_till;
    const Clock& m_clock;
    bool m_queues_paper{true};
};

} // namespace guitai
