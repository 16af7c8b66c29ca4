#include "sync/journal/verify.hpp"

#include "sync/database/text.hpp"
#include "sync/events/person.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>

namespace guitai {
namespace {

constexpr int lines_at_once{500};
constexpr std::size_t shown_row_bytes_max{300};

void complain(Verdict& verdict, std::string problem)
{
    verdict.ok = false;
    if (verdict.problems.size() < Verdict::problems_max) verdict.problems.push_back(std::move(problem));
}

std::string place_of(TillNumber origin, std::int64_t number)
{
    return fmt::format("origin {} event {}", origin, number);
}

// Where each origin's chain should stand, worked out again line by line.
using Heads = std::map<TillNumber, ChainHead>;

void check_line(const JournalLine& line, std::int64_t position, Heads& heads, Verdict& verdict)
{
    const auto place = [&] { return place_of(line.origin, line.number); };
    if (line.position != position) {
        complain(verdict, fmt::format("{}: position {} instead of {}", place(), line.position, position));
    }
    ChainHead& head{heads.try_emplace(line.origin, ChainHead{0, chain_of_nothing()}).first->second};
    if (line.number != head.number + 1) {
        complain(verdict, fmt::format("{}: came after event {}", place(), head.number));
    }
    if (line.chain != chain_link(head.chain, line.text)) complain(verdict, place() + ": chain broken");
    // Goes on from what is stored, so that one changed line is one problem and not all that follow.
    head = {line.number, line.chain};
}

// A redacted line proves nothing of its own words: it is right only where somebody was erased whom it is about.
class Redactions {
public:
    void note(const JournalLine& line, const Event& event)
    {
        if (const auto* erased = std::get_if<MemberErased>(&event.body)) m_erased.insert(erased->member);
        const MemberId person{person_of(event.body)};
        const OrderId order{recipient_order_of(event.body)};
        if (!person.empty() && !order.empty()) m_whose[order] = person;
        if (is_redacted(line.text)) m_lines.push_back({place_of(line.origin, line.number), person, order});
    }
    void check(Verdict& verdict) const
    {
        for (const Line& line : m_lines) {
            const auto owner = m_whose.find(line.order);
            const MemberId& person{line.person.empty() && owner != m_whose.end() ? owner->second : line.person};
            if (m_erased.count(person) == 0) complain(verdict, line.place + ": redacted, and nobody was erased");
        }
    }

private:
    struct Line {
        std::string place;
        MemberId person;
        OrderId order;
    };
    std::vector<Line> m_lines;
    std::set<MemberId> m_erased;
    std::map<OrderId, MemberId> m_whose;
};

// The event of `line`; nothing where it can not be one.
std::optional<Event> read_event(const JournalLine& line, Verdict& verdict)
{
    auto event = decode(line.text);
    if (!event) {
        complain(verdict, place_of(line.origin, line.number) + ": " + event.error().detail);
        return {};
    }
    if (event->origin != line.origin || event->number != line.number) {
        complain(verdict,
                 place_of(line.origin, line.number) + ": its text says " + place_of(event->origin, event->number));
    }
    return std::move(*event);
}

void check_heads(database::Connection& connection, const Heads& expected, Verdict& verdict)
{
    const Journal journal{connection};
    for (const TillNumber origin : journal.origins()) {
        if (!expected.contains(origin)) complain(verdict, fmt::format("origin {}: a head without events", origin));
    }
    for (const auto& [origin, head] : expected) {
        if (journal.head(origin) != head) {
            complain(verdict, fmt::format("origin {}: the head is not its last event, {}", origin, head.number));
        }
    }
}

// A row as people read it: values between bars, NULL as ∅.
std::string row_text(const database::Statement& row)
{
    std::string shown;
    for (int column{0}; column < row.columns(); ++column) {
        if (column > 0) shown += " | ";
        shown += row.is_null(column) ? "∅" : row.text(column);
    }
    return shown;
}

std::string shortened(const std::string& row)
{
    if (row.size() <= shown_row_bytes_max) return row;
    std::string shown{row, 0, shown_row_bytes_max};
    return shown.append("…");
}

// SELECT over every column in an order that both engines agree on: that of the
// first database's columns, by name.
std::string select_all(const std::vector<std::string>& columns, std::string_view table)
{
    std::string order;
    for (std::size_t i{1}; i <= columns.size(); ++i) order += fmt::format("{}{} NULLS FIRST", i > 1 ? ", " : "", i);
    return fmt::format("SELECT {} FROM {} ORDER BY {}", fmt::join(columns, ", "), table, order);
}

std::vector<std::string> columns_of(database::Connection& connection, std::string_view table)
{
    // Of the rebuilt copy, which is always SQLite.
    database::Statement find{connection, "SELECT name FROM pragma_table_info(?1) ORDER BY cid"};
    find.bind(1, table);
    std::vector<std::string> columns;
    while (find.step()) columns.push_back(find.text(0));
    return columns;
}

void compare_table(database::Connection& here, database::Connection& rebuilt, std::string_view table, Verdict& verdict)
{
    const std::string sql{select_all(columns_of(rebuilt, table), table)};
    database::Statement found{here, sql};
    database::Statement expected{rebuilt, sql};
    for (std::int64_t row{1};; ++row) {
        const bool has_found{found.step()};
        const bool has_expected{expected.step()};
        if (!has_found && !has_expected) return;
        const std::string found_row{has_found ? row_text(found) : "no row"};
        const std::string expected_row{has_expected ? row_text(expected) : "no row"};
        if (has_found == has_expected && found_row == expected_row) continue;
        complain(verdict, fmt::format("table {} row {}: {} — the journal says: {}", table, row, shortened(found_row),
                                      shortened(expected_row)));
        return;
    }
}

std::int64_t count_events(database::Connection& connection)
{
    database::Statement count{connection, "SELECT COUNT(*) FROM journal"};
    return count.step() ? count.integer(0) : 0;
}

void apply(database::Connection& rebuilt, const std::vector<std::unique_ptr<Projection>>& projections,
           const Event& event, Verdict& verdict)
{
    try {
        for (const auto& projection : projections) projection->apply(rebuilt, event);
    } catch (const database::DatabaseError& broken) {
        // A changed text can say what no projection was made for: the same thing twice, for one.
        complain(verdict, place_of(event.origin, event.number) + ": can not be worked out again: " + broken.what());
    }
}

// How far the tables say they are: a till works the last events out after their commit.
using Folded = std::map<TillNumber, std::int64_t>;

Folded folded_of(const Journal& journal)
{
    Folded folded;
    for (const TillNumber origin : journal.origins()) folded[origin] = journal.folded(origin);
    return folded;
}

bool is_folded(const Folded& folded, const JournalLine& line)
{
    const auto found = folded.find(line.origin);
    return found == folded.end() || line.number <= found->second;
}

// Walks the whole journal once: checks each line and tells it to `projections`.
Heads replay(database::Connection& connection, database::Connection& rebuilt,
             const std::vector<std::unique_ptr<Projection>>& projections, Verdict& verdict,
             const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    const Journal journal{connection};
    const std::int64_t all{count_events(connection)};
    const auto folded = folded_of(journal);
    Heads heads;
    Redactions redactions;
    std::int64_t last{0};
    database::Transaction building{rebuilt};
    for (auto lines = journal.after_position(last, lines_at_once); !lines.empty();
         lines = journal.after_position(last, lines_at_once)) {
        for (const JournalLine& line : lines) {
            check_line(line, last + 1, heads, verdict);
            last = line.position;
            ++verdict.events;
            const auto event = read_event(line, verdict);
            if (!event) continue;
            redactions.note(line, *event);
            if (std::holds_alternative<UnknownEvent>(event->body)) ++verdict.unknown;
            if (is_folded(folded, line)) apply(rebuilt, projections, *event, verdict);
        }
        if (progress) progress(verdict.events, all);
    }
    building.commit();
    redactions.check(verdict);
    return heads;
}

// What SQLite itself can say about its pages and indexes; PostgreSQL has tools of its own.
void check_file(database::Connection& connection, Verdict& verdict)
{
    if (connection.engine() != database::Engine::sqlite) return;
    database::Statement check{connection, "PRAGMA integrity_check(10)"};
    while (check.step()) {
        if (check.text(0) != "ok") complain(verdict, "database file: " + check.text(0));
    }
}

void append_quoted(std::string& json, std::string_view text)
{
    json += '"';
    // A problem may show bytes that somebody tampered with.
    for (const char byte : database::clean_text(text)) {
        if (byte == '"' || byte == '\\') {
            json += '\\';
            json += byte;
        } else if (static_cast<unsigned char>(byte) < 0x20) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
        } else {
            json += byte;
        }
    }
    json += '"';
}

} // namespace

Verdict verify(database::Connection& connection, const MakeSchema& make_schema, const MakeProjections& make_projections,
               const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    Verdict verdict;
    const auto rebuilt = database::open("sqlite::memory:");
    make_schema(*rebuilt);
    const auto projections = make_projections();

    try {
        const database::Transaction picture{connection}; // Others may go on writing; this sees one moment.
        check_file(connection, verdict);
        check_heads(connection, replay(connection, *rebuilt, projections, verdict, progress), verdict);
        for (const auto& projection : projections) {
            for (const auto table : projection->tables()) compare_table(connection, *rebuilt, table, verdict);
        }
    } catch (const database::DatabaseError& broken) {
        if (broken.fault != database::Fault::corrupt && broken.fault != database::Fault::other) throw;
        complain(verdict, fmt::format("after {} readable events: {}", verdict.events, broken.what()));
    }
    return verdict;
}

std::string json_line(const Verdict& verdict)
{
    std::string json{fmt::format("{{\"ok\":{},\"events\":{},\"unknown\":{},\"problems\":[", verdict.ok, verdict.events,
                                 verdict.unknown)};
    for (std::size_t i{0}; i < verdict.problems.size(); ++i) {
        if (i > 0) json += ',';
        append_quoted(json, verdict.problems[i]);
    }
    json += "]}";
    return json;
}

} // namespace guitai
