// The write-ahead log of one SQLite file: when it is written back to the file, and
// what is done where a disk refused. A disk that fails to sync says so once: what it
// dropped then, no later sync brings down. A commit behind such a gap would be gone
// after a power cut, and so would a file that a log with a gap was written back to.
#pragma once

struct sqlite3;

namespace guitai::database {

class SqliteLog {
public:
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
    // All of it, so that the file is whole without its log; does nothing where somebody is in the way.
    void write_back_all(sqlite3* handle);

private:
    // 4 MB of 4 KB pages. The log is then written back and begun again from its
    // start, not cut: overwriting is faster than growing.
    static constexpr int portion{1'000};

    int m_pages{0};
    int m_due_at{portion};
    // What a program that was killed has left may have been refused by the disk too.
    bool m_in_doubt{true};
};

} // namespace guitai::database
