// The head office without its doors: the books, what may be written into them,
// and nothing of HTTP, threads or the command line. Everything here happens inside
// a transaction that the caller opened; whoever calls is the one writer.
#pragma once

#include "sync/events/time.hpp"
#include "sync/journal/books.hpp"
#include "sync/office/chance.hpp"
#include "sync/office/witness.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::office {

// A fresh set of everything that is worked out from the journal, in the order in
// which an event must reach them.
[[nodiscard]] std::vector<std::unique_ptr<Projection>> make_projections();

class Office {
public:
    // Brings the schemas up to date and gives a new office its name. Refuses
    // `database.newer`. Connection, clock and chance outlive the office.
    [[nodiscard]] static Result<std::unique_ptr<Office>> open(database::Connection& connection, const Clock& clock,
                                                              Chance& chance);

    [[nodiscard]] Books& books() { return m_books; }
    [[nodiscard]] database::Connection& connection() { return m_connection; }
    [[nodiscard]] Chance& chance() { return m_chance; }
    [[nodiscard]] std::int64_t now_ms() const { return m_clock.now_ms(); }
    [[nodiscard]] const std::string& name() const { return m_name; } // 16 hex

    // Writes the next event of the head office. `actor` is who is answerable: a
    // person, a token, or empty where the office follows its own rules.
    Event say(const database::Transaction& open, EventBody body, std::string_view actor = {});

    // Who remembers, apart from the database, how far the books were; outlives the office. Without one, books put
    // back to an older copy are only known by what the tills say.
    void believe(Witness& witness) { m_witness = &witness; }
    // Before each commit: what hands out something is witnessed first, so nobody ever holds what only these books
    // knew of. Throws WitnessFailed; the transaction must not be committed then.
    void call_witness(const database::Transaction& open);

private:
    Office(database::Connection& connection, const Clock& clock, Chance& chance);
    void learn_name();

    database::Connection& m_connection;
    const Clock& m_clock;
    Chance& m_chance;
    std::vector<std::unique_ptr<Projection>> m_projections;
    Books m_books;
    std::string m_name;
    Witness* m_witness{nullptr};
    bool m_owes_witness{false};
};

// Sets an event apart for people to look at. Told once per event and code.
void set_apart(Office& office, const database::Transaction& open, const Event& event, const Refusal& why);

struct SetApart {
    TillNumber origin{0};
    std::int64_t number{0};
    Refusal why;
    std::int64_t at_ms{0};
};
// The newest first; of the tills of `store`, or of all where it is empty.
[[nodiscard]] std::vector<SetApart> latest_set_apart(database::Connection& connection, const PlaceCode& store,
                                                     int limit);
[[nodiscard]] std::int64_t count_set_apart(database::Connection& connection, const PlaceCode& store = {});

} // namespace guitai::office
