// Every door of the head office behind one function: tills by signature, programs
// by token, people by the console. Takes a request as a value and answers with a
// value; knows no socket. Reads on the connection it is lent, writes through Writing.
#pragma once

#include "sync/events/time.hpp"
#include "sync/office/http.hpp"
#include "sync/office/writer.hpp"

#include <memory>

namespace guitai::office {

// Pages for people, under one part of the address.
class Pages {
public:
    Pages() = default;
    virtual ~Pages() = default;
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;

    virtual void handle(database::Connection& reads, const Request& request, const Target& target, Reply reply) = 0;
};

class Api {
public:
    // `pages` may be null: an office without a console; so may `site`: members have no pages of their own. All
    // outlive the API.
    Api(Writing& writing, const Clock& clock, Pages* pages, Pages* site = nullptr)
        : m_writing{writing}, m_clock{clock}, m_pages{pages}, m_site{site}
    {
    }

    // Answers now, or later from the writer's thread. May be called by several
    // threads at once, each with a connection of its own.
    void handle(database::Connection& reads, const Request& request, Reply reply);

    // The same where writing is done at once: for tests and the simulator.
    [[nodiscard]] Response handle(database::Connection& reads, const Request& request);

private:
    void route(database::Connection& reads, const Request& request, const Target& target, Reply reply);

    Writing& m_writing;
    const Clock& m_clock;
    Pages* m_pages;
    Pages* m_site; // Under /my/.
};

// Whether `request` was signed by the key of the till that it names. Refuses
// till.unknown and till.set_aside.
[[nodiscard]] Result<TillNumber> signed_by(database::Connection& reads, const Request& request);

// What a till signs: METHOD, TARGET, TIME and the body's SHA-256 in hex, a line each.
[[nodiscard]] std::string signed_text(std::string_view method, std::string_view target, std::string_view time,
                                      std::string_view body);

} // namespace guitai::office
