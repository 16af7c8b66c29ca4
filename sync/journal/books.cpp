#include "sync/journal/books.hpp"

#include "sync/database/migrations.hpp"

#include <cassert>
#include <string>

namespace guitai {
namespace {

constexpr int lines_at_once{500};
// A spoilt line or two are for verify to tell of. More mean that this program does not
// understand the journal, and a shop must not open without its goods.
constexpr int unreadable_max{10};

// `write_one` for each of `bodies`, and `also` after them, or nothing.
template<typename WriteOne>
std::vector<Event> write_all(database::Connection& connection, std::vector<EventBody> bodies, const WriteOne& write_one,
                             const std::function<void()>& also)
{
    std::vector<Event> events;
    events.reserve(bodies.size());
    database::Transaction open{connection};
    for (EventBody& body : bodies) events.push_back(write_one(open, std::move(body)));
    if (also) also();
    open.commit();
    return events;
}

} // namespace

Books::Books(database::Connection& connection, std::vector<Projection*> projections)
    : m_connection{connection}, m_journal{connection}, m_projections{std::move(projections)}
{
}

Result<Posted> Books::post(std::span<const Record> records, const std::function<void()>& also)
{
    Posted posted;
    if (records.empty()) return posted;
    settle();
    database::Transaction open{m_connection};
    for (const Record& record : records) {
        const auto appended = post_one(open, record);
        if (!appended) return refuse(appended.error());
        if (*appended == Appended::already_here) {
            ++posted.repeated;
            continue;
        }
        ++posted.added;
        if (std::holds_alternative<UnknownEvent>(record.event.body)) ++posted.unknown;
    }
    if (also) also();
    open.commit();
    return posted;
}

Result<std::vector<Event>> Books::write(TillNumber origin, std::int64_t at_ms, std::vector<EventBody> bodies,
                                        const std::function<void()>& also)
{
    settle();
    return write_all(
        m_connection, std::move(bodies),
        [&](const database::Transaction& open, EventBody body) {
            return write_one(open, origin, at_ms, std::move(body));
        },
        also);
}

Result<std::vector<Event>> Books::write_ahead(TillNumber origin, std::int64_t at_ms, std::vector<EventBody> bodies,
                                              const std::function<void()>& also)
{
    settle();
    m_behind = write_all(
        m_connection, std::move(bodies),
        [&](const database::Transaction& open, EventBody body) {
            return append_next(open, origin, at_ms, std::move(body), Fold::later);
        },
        also);
    return m_behind;
}

void Books::settle()
{
    if (m_behind.empty()) return;
    const auto work_out = [&] {
        database::Transaction open{m_connection, database::Durability::behind};
        for (const Event& event : m_behind) {
            for (Projection* projection : m_projections) projection->apply(m_connection, event);
        }
        m_journal.note_folded(open, m_behind.back().origin, m_behind.back().number);
        open.commit();
    };
    // A disk that stumbles once must not leave a screen with what was true before the last event.
    try {
        work_out();
    } catch (const database::DatabaseError&) {
        work_out();
    }
    m_behind.clear();
}

Result<Appended> Books::post_one(const database::Transaction& open, const Record& record)
{
    auto appended = m_journal.append(open, record);
    if (appended && *appended == Appended::added) {
        for (Projection* projection : m_projections) projection->apply(m_connection, record.event);
    }
    return appended;
}

bool Books::refold_if_outdated(std::string_view schema)
{
    if (!is_outdated(m_connection, schema)) return false;
    database::Transaction open{m_connection};
    m_journal.lock(open);
    if (!is_outdated(m_connection, schema)) return false; // Another process was faster.
    fold_all();
    m_journal.note_all_folded(open);
    database::Statement note{m_connection, "INSERT INTO folded (schema, number) VALUES (?1, ?2)"
                                           " ON CONFLICT (schema) DO UPDATE SET number = excluded.number"};
    note.bind(1, schema).bind(2, database::schema_number(m_connection, schema)).run();
    open.commit();
    m_behind.clear();
    return true;
}

void Books::fold_all()
{
    for (const Projection* projection : m_projections) {
        const auto tables = projection->tables();
        // The last first: a row may refer to one of a table that stands before its own.
        for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
            m_connection.run("DELETE FROM " + std::string{*table});
        }
        for (const auto table : projection->search_tables()) m_connection.run("DELETE FROM " + std::string{table});
    }
    std::int64_t last{0};
    int unreadable{0};
    for (auto lines = m_journal.after_position(last, lines_at_once); !lines.empty();
         lines = m_journal.after_position(last, lines_at_once)) {
        for (const JournalLine& line : lines) {
            last = line.position;
            const auto event = decode(line.text);
            if (!event) {
                if (++unreadable <= unreadable_max) continue;
                throw database::DatabaseError{database::Fault::corrupt,
                                              "this program can not read the journal, event " +
                                                  std::to_string(line.number) + " of " + std::to_string(line.origin) +
                                                  " for one: " + event.error().detail};
            }
            for (Projection* projection : m_projections) projection->apply(m_connection, *event);
        }
    }
}

bool is_outdated(database::Connection& connection, std::string_view schema)
{
    database::Statement find{connection, "SELECT number FROM folded WHERE schema = ?1"};
    find.bind(1, schema);
    return !find.step() || find.integer(0) != database::schema_number(connection, schema);
}

Event Books::write_one(const database::Transaction& open, TillNumber origin, std::int64_t at_ms, EventBody body)
{
    Event event{append_next(open, origin, at_ms, std::move(body), Fold::now)};
    for (Projection* projection : m_projections) projection->apply(m_connection, event);
    return event;
}

Event Books::append_next(const database::Transaction& open, TillNumber origin, std::int64_t at_ms, EventBody body,
                         Fold fold)
{
    m_journal.lock(open);
    Record record{record_of({origin, m_journal.head(origin).number + 1, at_ms, std::move(body)})};
    const auto appended = m_journal.append(open, record, fold);
    assert(appended.has_value()); // The next number is never a fork nor a gap.
    return std::move(record.event);
}

void Books::resume()
{
    for (const TillNumber origin : m_journal.origins()) {
        std::int64_t last{m_journal.folded(origin)};
        for (auto lines = m_journal.after(origin, last, lines_at_once); !lines.empty();
             lines = m_journal.after(origin, last, lines_at_once)) {
            for (const JournalLine& line : lines) {
                last = line.number;
                if (auto event = decode(line.text)) m_behind.push_back(std::move(*event));
            }
        }
    }
}

} // namespace guitai
