// Where the head office's news enters the books, and where what it has not heard
// yet is found. No wire in here: lines come from and go to the sync client.
#pragma once

#include "sync/journal/books.hpp"
#include "sync/journal/history.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

// On the till thread, which alone writes.
class Inbox {
public:
    Inbox(Books& books, TillNumber till);

    // Keeps the office's lines, oldest first; what is here already is passed over.
    // Events of this till are among them where its books were put back to an older
    // copy. Returns how many were new. Refuses event.unreadable, journal.gap, journal.fork
    // (also where a history that was followed does not begin as it should) and
    // sync.not_from_office; lines before the refused one stay, the rest is not kept.
    [[nodiscard]] Result<std::size_t> accept(const std::vector<std::string>& lines);

    // Told of every event of the office once it is kept, also of one that was here already.
    void on_news(std::function<void(const Event&)> told) { m_told = std::move(told); }

    // The head office was put back to an older copy. Puts the news that it forgot aside, keeps every event of our own,
    // works the books out again without that news, and from here on takes only the new history. Again, nothing
    // changes. Refuses feed.other_history where its news and ours have nothing in common.
    [[nodiscard]] Result<void> follow(const std::vector<HistoryBegan>& histories);

    // How many of `lines` from `first` on to accept in one go between two frames.
    [[nodiscard]] static std::size_t slice_of(const std::vector<std::string>& lines, std::size_t first);

    // The office has stored this till's events up to `number`. Less than before:
    // it was put back to an older copy and is given the rest again.
    void confirm(std::int64_t number);
    [[nodiscard]] std::int64_t confirmed() const { return m_confirmed; }

    // Own events that the office has not confirmed.
    [[nodiscard]] std::int64_t pending() const;
    // The last office event here.
    [[nodiscard]] std::int64_t cursor() const;

private:
    // Those of `records` who are not erased here yet.
    [[nodiscard]] std::vector<Event> newly_erased(const std::vector<Record>& records) const;
    void note_erased(const std::vector<Event>& news);
    void erase(const MemberId& member, std::int64_t through);
    void erase_rest();
    void erase_late(const database::Transaction& open, std::int64_t from, std::int64_t to);
    [[nodiscard]] bool has_begun(const HistoryBegan& history) const;
    [[nodiscard]] Result<void> check_history(const Event& event) const;

    Books& m_books;
    TillNumber m_till;
    HistoryBegan m_awaited{}; // The history that must follow after its number; empty: none.
    std::int64_t m_confirmed{0};
    bool m_erasures_left{false}; // Some line that tells of somebody erased waits to be confirmed.
    bool m_looked_for_erasures{false}; // Since the start: it may have been stopped before all of them were done.
    std::function<void(const Event&)> m_told;
};

// On the sync thread, over its own connection that only reads.
class Outbox {
public:
    Outbox(database::Connection& reader, TillNumber till) : m_connection{reader}, m_journal{reader}, m_till{till} {}

    [[nodiscard]] std::vector<JournalLine> after(std::int64_t number, int limit, std::size_t bytes_max) const;
    [[nodiscard]] std::vector<JournalLine> after_confirmed(int limit, std::size_t bytes_max) const;
    [[nodiscard]] std::int64_t confirmed() const;
    [[nodiscard]] ChainHead news() const; // Of the office's events here.
    [[nodiscard]] ChainHead head() const; // Of this till's own events.
    [[nodiscard]] std::optional<std::string> chain_at(std::int64_t number) const; // Of the same.
    [[nodiscard]] std::string generation() const; // Of the last history heard of; empty: the first.
    // Grants to this till in news that the head office forgot: as they were said when each lease was new.
    [[nodiscard]] std::vector<std::string> forgotten_grants() const;

private:
    database::Connection& m_connection;
    Journal m_journal;
    TillNumber m_till;
};

} // namespace guitai
