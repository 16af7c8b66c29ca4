// The write-ahead log of one SQLite file: when it is written back to the file, and
// what is done where a disk refused. A disk that fails to sync says so once: what it
// dropped then, no later sync brings down. A commit behind such a gap would be gone
// after a power cut, and so would a file that a log with a gap was written back to.
#pragma once

#include <string>
#include <utility>

struct sqlite3;

namespace guitai::database {

class SqliteLog {
public:
    // `path` of the log itself; empty where the machine's disk does not hold it.
    explicit SqliteLog(std::string path) : m_path{std::move(path)} {}
    ~SqliteLog();
    SqliteLog(const SqliteLog&) = delete;
    SqliteLog& operator=(const SqliteLog&) = delete;

    // After each commit: how many pages the log holds.
    void note_pages(int pages) { m_pages = pages; }
    // The result of anything that may have written or synced.
    void note_result(int code);

    // Before anything is written, inside the writer lock and outside a transaction. Where the disk
    // may have dropped a part of the log, the whole of it is written again and synced. A result code of SQLite.
    [[nodiscard]] int make_sure(sqlite3* handle);

    // After a commit and still inside the writer lock; `grace` in pages. A reader may keep pages
    // from being written back; then it is tried again one portion later, not at every commit.
    void write_back_when_due(sqlite3* handle, int grace = 0);
    // After a commit that nobody waited for: its pages set out for the disk now, without waiting, or
    // the next one that somebody does wait for would wait for them too.
    void send_ahead() noexcept;
    // All of it, so that the file is whole without its log; does nothing where somebody is in the way.
    void write_back_all(sqlite3* handle);

private:
    // 4 MB of 4 KB pages. The log is then written back and begun again from its
    // start, not cut: overwriting is faster than growing.
    static constexpr int portion{1'000};

    std::string m_path;
    int m_file{-1}; // The log once more, opened when it is first needed.
    int m_pages{0};
    int m_due_at{portion};
    // What a program that was killed has left may have been refused by the disk too.
    bool m_in_doubt{true};
};

} // namespace guitai::database
