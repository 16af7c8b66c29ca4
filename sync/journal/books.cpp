#include "sync/journal/books.hpp"

#include <cassert>

namespace guitai {

Books::Books(database::Connection& connection, std::vector<Projection*> projections)
    : m_connection{connection}, m_journal{connection}, m_projections{std::move(projections)}
{
}

Result<Posted> Books::post(std::span<const Record> records)
{
    Posted posted;
    if (records.empty()) return posted;
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
    open.commit();
    return posted;
}

Result<std::vector<Event>> Books::write(TillNumber origin, std::int64_t at_ms, std::vector<EventBody> bodies,
                                        const std::function<void()>& also)
{
    std::vector<Event> events;
    events.reserve(bodies.size());
    database::Transaction open{m_connection};
    for (EventBody& body : bodies) events.push_back(write_one(open, origin, at_ms, std::move(body)));
    if (also) also();
    open.commit();
    return events;
}

Result<Appended> Books::post_one(const database::Transaction& open, const Record& record)
{
    auto appended = m_journal.append(open, record);
    if (appended && *appended == Appended::added) {
        for (Projection* projection : m_projections) projection->apply(m_connection, record.event);
    }
    return appended;
}

Event Books::write_one(const database::Transaction& open, TillNumber origin, std::int64_t at_ms, EventBody body)
{
    m_journal.lock(open);
    Record record{record_of({origin, m_journal.head(origin).number + 1, at_ms, std::move(body)})};
    const auto appended = post_one(open, record);
    assert(appended.has_value()); // The next number is never a fork nor a gap.
    return std::move(record.event);
}

} // namespace guitai
