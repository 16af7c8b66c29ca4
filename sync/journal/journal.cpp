#include "sync/journal/journal.hpp"

#include "sync/database/migrations.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace guitai {
namespace {

constexpr std::array<database::Migration, 3> migrations{{
    {1, "journal",
     "CREATE TABLE journal ("
     " position INTEGER PRIMARY KEY,"
     " origin INTEGER NOT NULL,"
     " number INTEGER NOT NULL,"
     " text TEXT NOT NULL,"
     " chain TEXT NOT NULL) STRICT;"
     "CREATE UNIQUE INDEX journal_by_origin ON journal (origin, number);"
     "CREATE TABLE journal_heads ("
     " origin INTEGER PRIMARY KEY,"
     " number INTEGER NOT NULL,"
     " chain TEXT NOT NULL) STRICT"},
    // Under which migration of its schema everything was last worked out from the journal.
    {2, "folded",
     "CREATE TABLE folded ("
     " schema TEXT PRIMARY KEY,"
     " number INTEGER NOT NULL) STRICT"},
    // How far each origin's events have been worked out; all of them, but for a moment.
    {3, "folded_through",
     "ALTER TABLE journal_heads ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;"
     "UPDATE journal_heads SET folded = number"},
}};

constexpr std::string_view redacted_opening{R"({"was":")"};
constexpr std::size_t hash_bytes{32};

JournalLine line_of(const database::Statement& row)
{
    return {row.integer(0), row.integer(1), row.integer(2), row.text(3), row.text(4)};
}

// At least one, where there is one.
std::vector<JournalLine> lines_within(database::Statement& find, std::size_t bytes_max)
{
    std::vector<JournalLine> lines;
    std::size_t bytes{0};
    while (find.step()) {
        JournalLine line{line_of(find)};
        bytes += line.text.size() + 1; // With its line break.
        if (bytes > bytes_max && !lines.empty()) break;
        lines.push_back(std::move(line));
    }
    return lines;
}

// "origin 3 event 17"
std::string place_of(const Event& event)
{
    return "origin " + std::to_string(event.origin) + " event " + std::to_string(event.number);
}

} // namespace

Record record_of(Event event)
{
    std::string text{encode(event)};
    return {std::move(event), std::move(text)};
}

Result<Record> record_from(std::string text)
{
    // Lines travel one under the other; a line break inside one would cut it in two.
    const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < 0x20; };
    if (std::any_of(text.begin(), text.end(), is_control)) {
        return refuse("event.unreadable", "a control character in the line");
    }
    auto event = decode(text);
    if (!event) return refuse(event.error());
    return Record{std::move(*event), std::move(text)};
}

const std::string& chain_of_nothing()
{
    static const std::string zeros(2 * hash_bytes, '0');
    return zeros;
}

std::string redacted_text(std::string_view link, const Event& event)
{
    std::string text{redacted_opening};
    text.append(link).append("\",");
    return text.append(encode(event), 1);
}

bool is_redacted(std::string_view text)
{
    const std::size_t link_end{redacted_opening.size() + 2 * hash_bytes};
    if (text.size() <= link_end || text.substr(0, redacted_opening.size()) != redacted_opening) return false;
    const std::string_view link{text.substr(redacted_opening.size(), 2 * hash_bytes)};
    return text[link_end] == '"' && link.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string chain_link(std::string_view before, std::string_view text)
{
    if (is_redacted(text)) return std::string{text.substr(redacted_opening.size(), 2 * hash_bytes)};
    // A sale is hashed while the clerk waits: this library uses what the processor has for it.
    static const EVP_MD* const sha256{EVP_MD_fetch(nullptr, "SHA256", nullptr)};
    std::string both;
    both.reserve(before.size() + text.size());
    both.append(before).append(text);
    std::array<unsigned char, hash_bytes> hash{};
    if (sha256 == nullptr || EVP_Digest(both.data(), both.size(), hash.data(), nullptr, sha256, nullptr) != 1) {
        throw std::runtime_error{"this machine's OpenSSL does not hash"};
    }

    constexpr std::string_view digits{"0123456789abcdef"};
    std::string hex;
    hex.reserve(2 * hash_bytes);
    for (const unsigned byte : hash) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 0xFU];
    }
    return hex;
}

Result<void> Journal::migrate(database::Connection& connection)
{
    return database::migrate(connection, "journal", migrations);
}

bool Journal::is_older(database::Connection& connection)
{
    return database::schema_number(connection, "journal") < std::ssize(migrations);
}

Result<Appended> Journal::append(const database::Transaction& open, const Record& record, Fold fold)
{
    lock(open);
    const Event& event{record.event};
    const ChainHead before{head(event.origin)};
    if (event.number <= before.number) {
        database::Statement stored{m_connection, "SELECT text, chain FROM journal WHERE origin = ?1 AND number = ?2"};
        stored.bind(1, event.origin).bind(2, event.number);
        if (stored.step()) {
            if (stored.text(0) == record.text) return Appended::already_here;
            // One of the two was redacted since: the link says whether they were the same.
            const bool either{is_redacted(record.text) || is_redacted(stored.text(0))};
            const auto link_before = either ? chain_at(event.origin, event.number - 1) : std::nullopt;
            if (link_before && chain_link(*link_before, record.text) == stored.text(1)) return Appended::already_here;
        }
        return refuse("journal.fork", place_of(event) + " is here already with another story");
    }
    if (event.number != before.number + 1) {
        return refuse("journal.gap", place_of(event) + " came after event " + std::to_string(before.number));
    }

    const std::string chain{chain_link(before.chain, record.text)};
    // max() + 1 and not a sequence: a sequence is used up by what is rolled
    // back, and hands out numbers in another order than that of the commits.
    database::Statement add{m_connection,
                            "INSERT INTO journal (position, origin, number, text, chain)"
                            " VALUES ((SELECT COALESCE(MAX(position), 0) + 1 FROM journal), ?1, ?2, ?3, ?4)"};
    add.bind(1, event.origin).bind(2, event.number).bind(3, record.text).bind(4, chain).run();
    move_head(event.origin, {event.number, chain}, fold);
    return Appended::added;
}

void Journal::redact(const database::Transaction& open, const Event& event)
{
    lock(open);
    const auto link = chain_at(event.origin, event.number);
    if (!link) return;
    database::Statement put{m_connection, "UPDATE journal SET text = ?3 WHERE origin = ?1 AND number = ?2"};
    put.bind(1, event.origin).bind(2, event.number).bind(3, redacted_text(*link, event)).run();
}

std::vector<JournalLine> Journal::lines_with(std::string_view word) const
{
    const bool sqlite{m_connection.engine() == database::Engine::sqlite};
    std::string sql{"SELECT position, origin, number, text, chain FROM journal WHERE "};
    sql += sqlite ? "instr(text, ?1) > 0" : "strpos(text, ?1) > 0";
    database::Statement find{m_connection, sql += " ORDER BY position"};
    find.bind(1, word);
    std::vector<JournalLine> lines;
    while (find.step()) lines.push_back(line_of(find));
    return lines;
}

void Journal::move_head(TillNumber origin, const ChainHead& head, Fold fold)
{
    database::Statement move{
        m_connection,
        fold == Fold::now
            ? "INSERT INTO journal_heads (origin, number, chain, folded) VALUES (?1, ?2, ?3, ?2) ON CONFLICT (origin)"
              " DO UPDATE SET number = excluded.number, chain = excluded.chain, folded = excluded.folded"
            : "INSERT INTO journal_heads (origin, number, chain) VALUES (?1, ?2, ?3) ON CONFLICT (origin)"
              " DO UPDATE SET number = excluded.number, chain = excluded.chain"};
    move.bind(1, origin).bind(2, head.number).bind(3, head.chain).run();
}

void Journal::note_folded(const database::Transaction& /*open*/, TillNumber origin, std::int64_t number)
{
    database::Statement note{m_connection, "UPDATE journal_heads SET folded = ?2 WHERE origin = ?1"};
    note.bind(1, origin).bind(2, number).run();
}

void Journal::note_all_folded(const database::Transaction& /*open*/)
{
    m_connection.run("UPDATE journal_heads SET folded = number");
}

std::int64_t Journal::folded(TillNumber origin) const
{
    database::Statement find{m_connection, "SELECT folded FROM journal_heads WHERE origin = ?1"};
    find.bind(1, origin);
    return find.step() ? find.integer(0) : 0;
}

ChainHead Journal::head(TillNumber origin) const
{
    database::Statement find{m_connection, "SELECT number, chain FROM journal_heads WHERE origin = ?1"};
    find.bind(1, origin);
    if (!find.step()) return {0, chain_of_nothing()};
    return {find.integer(0), find.text(1)};
}

std::optional<std::string> Journal::chain_at(TillNumber origin, std::int64_t number) const
{
    if (number == 0) return chain_of_nothing();
    database::Statement find{m_connection, "SELECT chain FROM journal WHERE origin = ?1 AND number = ?2"};
    find.bind(1, origin).bind(2, number);
    if (!find.step()) return std::nullopt;
    return find.text(0);
}

void Journal::lock(const database::Transaction& open)
{
    // On SQLite the transaction itself is the lock.
    if (m_connection.engine() == database::Engine::sqlite || m_locked_in == open.serial()) return;
    database::Statement take{m_connection, "SELECT pg_advisory_xact_lock(hashtext(current_schema() || '.journal'))"};
    take.run();
    m_locked_in = open.serial();
}

std::vector<JournalLine> Journal::after(TillNumber origin, std::int64_t number, int limit, std::size_t bytes_max) const
{
    database::Statement find{m_connection, "SELECT position, origin, number, text, chain FROM journal"
                                           " WHERE origin = ?1 AND number > ?2 ORDER BY number LIMIT ?3"};
    find.bind(1, origin).bind(2, number).bind(3, limit);
    return lines_within(find, bytes_max);
}

std::vector<JournalLine> Journal::after_both(const Place& one, const Place& other, int limit,
                                             std::size_t bytes_max) const
{
    database::Statement find{m_connection,
                             "SELECT position, origin, number, text, chain FROM journal"
                             " WHERE (origin = ?1 AND number > ?2) OR (origin = ?3 AND number > ?4)"
                             " ORDER BY position LIMIT ?5"};
    find.bind(1, one.origin).bind(2, one.after).bind(3, other.origin).bind(4, other.after).bind(5, limit);
    return lines_within(find, bytes_max);
}

std::vector<JournalLine> Journal::after_position(std::int64_t position, int limit) const
{
    database::Statement find{m_connection, "SELECT position, origin, number, text, chain FROM journal"
                                           " WHERE position > ?1 ORDER BY position LIMIT ?2"};
    find.bind(1, position).bind(2, limit);
    std::vector<JournalLine> lines;
    while (find.step()) lines.push_back(line_of(find));
    return lines;
}

std::vector<TillNumber> Journal::origins() const
{
    database::Statement find{m_connection, "SELECT origin FROM journal_heads ORDER BY origin"};
    std::vector<TillNumber> origins;
    while (find.step()) origins.push_back(find.integer(0));
    return origins;
}

} // namespace guitai
