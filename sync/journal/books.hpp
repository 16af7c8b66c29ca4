// The books are the journal and everything worked out from it. Till and head
// office keep them the same way: an event and all it changes, or nothing.
#pragma once

#include "sync/journal/journal.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// Something worked out from events: takings, profiles, the order desk. It may
// be thrown away at any time and built again from the journal.
class Projection {
public:
    Projection() = default;
    virtual ~Projection() = default;
    Projection(const Projection&) = delete;
    Projection& operator=(const Projection&) = delete;

    // Called once per event, inside the transaction that keeps the event, in
    // the order of arrival. Throws only when the machine fails; content it can
    // not use it leaves alone.
    virtual void apply(database::Connection& connection, const Event& event) = 0;

    // The tables it owns, which `verify` rebuilds and compares; none before one that its rows refer to.
    [[nodiscard]] virtual std::vector<std::string_view> tables() const = 0;
    // Beside them, what only serves to find their rows: words to search by.
    [[nodiscard]] virtual std::vector<std::string_view> search_tables() const { return {}; }
};

struct Posted {
    std::size_t added{0};
    std::size_t repeated{0};
    std::size_t unknown{0}; // Of those added: kinds from the future, kept as text.
};

class Books {
public:
    // Connection and projections outlive the books; both schemas are migrated already.
    Books(database::Connection& connection, std::vector<Projection*> projections);

    // Keeps all of `records` in one transaction. One refusal refuses all. `also` as of write().
    [[nodiscard]] Result<Posted> post(std::span<const Record> records, const std::function<void()>& also = {});

    // Writes `bodies` as the next events of `origin` at `at_ms`, in one
    // transaction, and gives them back with their numbers. `also` runs inside
    // the same transaction, after the events: cursors and answers that must
    // stand or fall with them.
    Result<std::vector<Event>> write(TillNumber origin, std::int64_t at_ms, std::vector<EventBody> bodies,
                                     const std::function<void()>& also = {});

    // As write(), and durable as it is; what follows from the events is worked out later, by
    // settle(), or by the next post() or write(): nothing is ever written on top of it. Whoever
    // waits for a receipt waits for the journal and for nothing else.
    Result<std::vector<Event>> write_ahead(TillNumber origin, std::int64_t at_ms, std::vector<EventBody> bodies,
                                           const std::function<void()>& also = {});
    // Works out what write_ahead() left. Where the disk fails it throws, and all of it is still to be done.
    void settle();
    // At the start of the one program that writes ahead: takes up what the one before it left.
    void resume();

    // The same two inside a transaction of the caller, for group commit. A
    // refusal leaves what was posted before it standing; nothing of the refused record is.
    [[nodiscard]] Result<Appended> post_one(const database::Transaction& open, const Record& record);
    Event write_one(const database::Transaction& open, TillNumber origin, std::int64_t at_ms, EventBody body);

    // After a migration of `schema`, the one of the projections, works everything out
    // again from the journal in one transaction, for a new table knows nothing of old
    // events. True where that was needed; books that are up to date are only looked at.
    bool refold_if_outdated(std::string_view schema);

    // Forgets the lines of `origin` after `number` and works everything out again without them, in one
    // transaction, in which `keep` puts them elsewhere: what was read once is never thrown away.
    using Keep = std::function<void(const std::vector<JournalLine>& forgotten)>;
    void forget_after(TillNumber origin, std::int64_t number, const Keep& keep);

    [[nodiscard]] const Journal& journal() const { return m_journal; }
    [[nodiscard]] Journal& journal() { return m_journal; }
    // Everything is worked out in it.
    [[nodiscard]] database::Connection& connection()
    {
        settle();
        return m_connection;
    }
    [[nodiscard]] const std::vector<Projection*>& projections() const { return m_projections; }

private:
    void fold_all();
    Event append_next(const database::Transaction& open, TillNumber origin, std::int64_t at_ms, EventBody body,
                      Fold fold);

    database::Connection& m_connection;
    Journal m_journal;
    std::vector<Projection*> m_projections;
    std::vector<Event> m_behind; // In the journal, and not yet worked out.
};

// Whether `schema` has moved on since the books of `connection` were folded into it.
[[nodiscard]] bool is_outdated(database::Connection& connection, std::string_view schema);

} // namespace guitai
