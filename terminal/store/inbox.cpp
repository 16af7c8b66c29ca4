#include "terminal/store/inbox.hpp"

#include "sync/journal/erase.hpp"
#include "terminal/store/erased_members.hpp"
#include "terminal/store/rows.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace guitai {
namespace {

constexpr const char* confirmed_cursor{"confirmed"};

// What one transaction between two frames may hold. An event is mostly items or
// moves, at 10 to 20 µs each, so bytes say best how long it takes. Beside them
// stands the one sync of the disk, which on a slow one is most of the slice.
constexpr std::size_t slice_lines_max{25};
constexpr std::size_t slice_bytes_max{16'000};

std::int64_t read_cursor(database::Connection& connection, std::string_view name)
{
    database::Statement find{connection, "SELECT value FROM cursors WHERE name = ?1"};
    find.bind(1, name);
    return find.step() ? find.integer(0) : 0;
}

HistoryBegan read_awaited(database::Connection& connection)
{
    database::Statement find{connection, "SELECT generation, number FROM awaited_history"};
    return find.step() ? HistoryBegan{find.text(0), find.integer(1), {}, {}} : HistoryBegan{};
}

// Which of those whom lines name are erased. After a long silence thousands of lines are confirmed while a clerk is
// selling: none is made an event of for nothing, and each member is asked for once.
class ErasedInLines {
public:
    explicit ErasedInLines(database::Connection& connection) : m_connection{connection} {}

    [[nodiscard]] bool has(const MemberId& member)
    {
        const auto [known, is_new] = m_known.try_emplace(member, false);
        if (is_new) known->second = is_erased(m_connection, member);
        return known->second;
    }
    [[nodiscard]] bool any_in(std::string_view line)
    {
        constexpr std::string_view opening{R"("member":")"};
        for (auto at = line.find(opening); at != std::string_view::npos; at = line.find(opening, at)) {
            at += opening.size();
            if (has({std::string{line.substr(at, line.find('"', at) - at)}})) return true;
        }
        return false;
    }

private:
    database::Connection& m_connection;
    std::map<MemberId, bool> m_known;
};

} // namespace

Inbox::Inbox(Books& books, TillNumber till)
    : m_books{books}, m_till{till}, m_awaited{read_awaited(books.connection())},
      m_confirmed{read_cursor(books.connection(), confirmed_cursor)}
{
}

std::size_t Inbox::slice_of(const std::vector<std::string>& lines, std::size_t first)
{
    std::size_t count{0};
    std::size_t bytes{0};
    while (first + count < lines.size() && count < slice_lines_max) {
        bytes += lines[first + count].size();
        if (count > 0 && bytes > slice_bytes_max) break;
        ++count;
    }
    return count;
}

Result<std::size_t> Inbox::accept(const std::vector<std::string>& lines)
{
    std::size_t added{0};
    for (std::size_t first{0}; first < lines.size();) {
        const std::size_t count{slice_of(lines, first)};
        std::int64_t own{0};
        std::vector<Record> records;
        records.reserve(count);
        for (std::size_t at{first}; at < first + count; ++at) {
            auto record = record_from(lines[at]);
            if (!record) return refuse(record.error());
            const TillNumber origin{record->event.origin};
            if (origin != office_origin && origin != m_till) {
                return refuse("sync.not_from_office", "a line of origin " + std::to_string(origin));
            }
            if (auto fits = check_history(record->event); !fits) return refuse(fits.error());
            if (origin == m_till) own = record->event.number;
            records.push_back(std::move(*record));
        }
        const auto erased = newly_erased(records);
        const auto posted = m_books.post(records, [&] { note_erased(erased); });
        if (!posted) return refuse(posted.error());
        if (own > m_confirmed) confirm(own); // What came from the office it has.
        if (!erased.empty() || !m_looked_for_erasures) erase_rest();
        if (m_told) {
            for (const Record& record : records) {
                if (record.event.origin == office_origin) m_told(record.event);
            }
        }
        added += posted->added;
        first += count;
    }
    return added;
}

void Inbox::confirm(std::int64_t number)
{
    if (number == m_confirmed) return;
    database::Transaction open{m_books.connection()};
    run(m_books.connection(),
        "INSERT INTO cursors (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
        confirmed_cursor, number);
    erase_late(open, m_confirmed, number);
    open.commit();
    m_confirmed = number;
    if (m_erasures_left || !m_looked_for_erasures) erase_rest();
}

std::vector<Event> Inbox::newly_erased(const std::vector<Record>& records) const
{
    std::vector<Event> news;
    for (const Record& record : records) {
        const auto* erased = std::get_if<MemberErased>(&record.event.body);
        if (erased != nullptr && !is_erased(m_books.connection(), erased->member)) news.push_back(record.event);
    }
    return news;
}

// With the news itself: whatever stops the till after that, her lines are remembered.
void Inbox::note_erased(const std::vector<Event>& news)
{
    for (const Event& event : news) {
        run(m_books.connection(),
            "INSERT OR IGNORE INTO erasures_left (member, through)"
            " SELECT ?1, position FROM journal WHERE origin = ?2 AND number = ?3",
            std::get<MemberErased>(event.body).member, event.origin, event.number);
    }
}

// What the head office has not confirmed yet stays as it is: it must be told the same again if it asks.
void Inbox::erase(const MemberId& member, std::int64_t through)
{
    database::Connection& connection{m_books.connection()};
    database::Transaction open{connection};
    const auto may_erase = [&](const JournalLine& line) {
        if (line.position > through) return MayErase::never;
        return line.origin == m_till && line.number > m_confirmed ? MayErase::later : MayErase::now;
    };
    if (erase_person(m_books.journal(), open, member, may_erase) > 0) m_erasures_left = true;
    else run(connection, "DELETE FROM erasures_left WHERE member = ?1", member);
    open.commit();
}

void Inbox::erase_rest()
{
    std::vector<std::pair<MemberId, std::int64_t>> left;
    {
        database::Statement find{m_books.connection(), "SELECT member, through FROM erasures_left ORDER BY member"};
        while (find.step()) left.push_back({{find.text(0)}, find.integer(1)});
    }
    m_erasures_left = false;
    m_looked_for_erasures = true;
    for (const auto& [member, through] : left) erase(member, through);
}

// A ticket in hand when she was erased, or a counter that had not heard of it, wrote of her after that.
void Inbox::erase_late(const database::Transaction& open, std::int64_t from, std::int64_t to)
{
    if (from >= to || !any_erased(m_books.connection())) return;
    Journal& journal{m_books.journal()};
    ErasedInLines erased{m_books.connection()};
    const auto is_gone = [&](const MemberId& member) { return erased.has(member); };
    constexpr int lines_at_once{1'000};
    for (auto lines = journal.after(m_till, from, lines_at_once); !lines.empty();
         lines = journal.after(m_till, lines.back().number, lines_at_once)) {
        for (const JournalLine& line : lines) {
            if (line.number > to) return;
            if (!erased.any_in(line.text)) continue;
            const auto event = decode(line.text);
            if (event) redact_late(journal, open, *event, is_gone);
        }
    }
}

std::int64_t Inbox::pending() const
{
    return std::max<std::int64_t>(m_books.journal().head(m_till).number - m_confirmed, 0);
}

std::int64_t Inbox::cursor() const { return m_books.journal().head(office_origin).number; }

std::vector<JournalLine> Outbox::after(std::int64_t number, int limit, std::size_t bytes_max) const
{
    return m_journal.after(m_till, number, limit, bytes_max);
}

std::vector<JournalLine> Outbox::after_confirmed(int limit, std::size_t bytes_max) const
{
    return after(confirmed(), limit, bytes_max);
}

std::int64_t Outbox::confirmed() const { return read_cursor(m_connection, confirmed_cursor); }

ChainHead Outbox::news() const { return m_journal.head(office_origin); }

ChainHead Outbox::head() const { return m_journal.head(m_till); }

std::optional<std::string> Outbox::chain_at(std::int64_t number) const { return m_journal.chain_at(m_till, number); }

} // namespace guitai
