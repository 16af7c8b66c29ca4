// The journal is an append-only table of events, the same at a till and at the
// head office. It stores the text of each event once, as written by its author,
// and chains SHA-256 over those bytes per origin. A till's outbox is no second
// table: it is the part of its own journal that the head office has not confirmed.
#pragma once

#include "sync/database/database.hpp"
#include "sync/events/event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// One event and the very bytes it came in.
struct Record {
    Event event;
    std::string text;
};

// The record of an event of our own making.
[[nodiscard]] Record record_of(Event event);
// The record of a line that came in; refuses `event.unreadable`.
[[nodiscard]] Result<Record> record_from(std::string text);

enum class Appended { added, already_here };

// Where a chain stands: how many events, and the hash over all of them, hex.
struct ChainHead {
    std::int64_t number{0};
    std::string chain;

    bool operator==(const ChainHead&) const = default;
};

// The link after `before` for these bytes: SHA-256 of before's hex text and the
// event's bytes, as hex. The chain of nothing is 64 zeros.
// A line from which somebody was erased says itself what its link was.
[[nodiscard]] std::string chain_link(std::string_view before, std::string_view text);

// The text of `event` in place of another whose link was `link`: {"was":"<link>","v":1,…}. So whoever hears of the
// event later comes to the same chain as those who read its first words, and nobody can read those any more.
[[nodiscard]] std::string redacted_text(std::string_view link, const Event& event);
[[nodiscard]] bool is_redacted(std::string_view text);
[[nodiscard]] const std::string& chain_of_nothing();

struct JournalLine {
    std::int64_t position{0}; // In order of arrival, over all origins.
    TillNumber origin{0};
    std::int64_t number{0};
    std::string text;
    std::string chain;
};

enum class Fold { now, later };

class Journal {
public:
    // The schema is made by Journal::migrate.
    explicit Journal(database::Connection& connection) : m_connection{connection} {}
    [[nodiscard]] static Result<void> migrate(database::Connection& connection);
    // Whether migrate() would change anything.
    [[nodiscard]] static bool is_older(database::Connection& connection);

    // Writes inside the caller's transaction. A repeat of the same bytes is
    // `already_here`. Refuses `journal.fork` (the same number with another
    // story) and `journal.gap` (not the next number of its origin).
    // `fold` says whether the caller works the event out in the same transaction.
    [[nodiscard]] Result<Appended> append(const database::Transaction& open, const Record& record,
                                          Fold fold = Fold::now);

    // Up to which number the events of `origin` have been worked out: its head's, but for a moment.
    [[nodiscard]] std::int64_t folded(TillNumber origin) const;
    void note_folded(const database::Transaction& open, TillNumber origin, std::int64_t number);
    void note_all_folded(const database::Transaction& open);

    // {0, chain_of_nothing()} for an origin never heard of. With `lock` (inside a
    // transaction) other writers wait until that transaction ends, so that numbers follow commits.
    [[nodiscard]] ChainHead head(TillNumber origin) const;
    void lock(const database::Transaction& open);
    // The chain after that event; nothing where it is not here.
    [[nodiscard]] std::optional<std::string> chain_at(TillNumber origin, std::int64_t number) const;

    // Lines of `origin` after `number`, oldest first; stops before `bytes_max` is passed, but gives at least one.
    [[nodiscard]] std::vector<JournalLine> after(TillNumber origin, std::int64_t number, int limit,
                                                 std::size_t bytes_max = 256'000) const;
    // The same of two origins together, in the order of arrival.
    struct Place {
        TillNumber origin{0};
        std::int64_t after{0};
    };
    [[nodiscard]] std::vector<JournalLine> after_both(const Place& one, const Place& other, int limit,
                                                      std::size_t bytes_max = 256'000) const;
    // All origins in the order of arrival.
    [[nodiscard]] std::vector<JournalLine> after_position(std::int64_t position, int limit) const;
    [[nodiscard]] std::vector<TillNumber> origins() const;

    // Puts the redacted text of `event`, with the link that it has, in place of what stands under its number.
    void redact(const database::Transaction& open, const Event& event);
    // The lines in which `word` stands, in the order of arrival. Reads all of the journal: for erasure.
    [[nodiscard]] std::vector<JournalLine> lines_with(std::string_view word) const;

    // The one way out of the journal, for a till whose head office was put back to an older copy: takes the
    // lines of `origin` after `number` out and gives them, oldest first. What came after them moves up.
    std::vector<JournalLine> forget_after(const database::Transaction& open, TillNumber origin, std::int64_t number);

private:
    void move_head(TillNumber origin, const ChainHead& head, Fold fold);

    database::Connection& m_connection;
    std::int64_t m_locked_in{0}; // The transaction that holds the lock already.
};

} // namespace guitai
