// The till's own events and what is to be printed because of them, in one transaction.
#pragma once

#include "sync/journal/books.hpp"
#include "terminal/app/ports.hpp"

namespace guitai {

class StoreLedger final : public Ledger {
public:
    StoreLedger(Books& books, TillNumber till, const Clock& clock) : m_books{books}, m_till{till}, m_clock{clock} {}

    std::vector<Event> write(std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {}) override;

private:
    Books& m_books;
    TillNumber m_till;
    const Clock& m_clock;
};

} // namespace guitai
