// The till's own events and what is to be printed because of them, in one transaction.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/store/settled_connection.hpp"

namespace guitai {

class StoreLedger final : public Ledger {
public:
    StoreLedger(Books& books, SettledConnection& shown, TillNumber till, const Clock& clock)
        : m_books{books}, m_shown{shown}, m_till{till}, m_clock{clock}
    {
    }

    std::vector<Event> write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {}) override;
    bool catch_up() override { return m_shown.catch_up(); }

    // Nothing is queued from now on: no printer is connected, and a pile of old
    // receipts must not come out on the day one is.
    void leave_out_paper() { m_queues_paper = false; }

private:
    Books& m_books;
    SettledConnection& m_shown;
    TillNumber m_till;
    const Clock& m_clock;
    bool m_queues_paper{true};
};

} // namespace guitai
