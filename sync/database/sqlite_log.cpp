#include "sync/database/sqlite_log.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

namespace guitai::database {
namespace {

constexpr sqlite3_int64 bytes_at_once{1 << 16}; // What writes for SQLite counts on less than 128 KB at a time.

// Every byte as it reads now. The disk has dropped the mark that it was not written yet,
// not the bytes; written once more they are marked again, and the sync brings them down.
int write_again(sqlite3_file& file)
{
    sqlite3_int64 size{0};
    if (const int code{file.pMethods->xFileSize(&file, &size)}; code != SQLITE_OK || size == 0) return code;
    std::vector<char> bytes(static_cast<std::size_t>(std::min(size, bytes_at_once)));
    for (sqlite3_int64 at{0}; at < size; at += bytes_at_once) {
        const auto part = static_cast<int>(std::min(size - at, bytes_at_once));
        int code{file.pMethods->xRead(&file, bytes.data(), part, at)};
        if (code == SQLITE_OK) code = file.pMethods->xWrite(&file, bytes.data(), part, at);
        if (code != SQLITE_OK) return code;
    }
    return file.pMethods->xSync(&file, SQLITE_SYNC_NORMAL);
}

int write_log_again(sqlite3* handle)
{
    sqlite3_file* file{nullptr};
    const int code{sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file)};
    if (code != SQLITE_OK) return code;
    // A file in memory has no log, and one that was just made none yet.
    return file == nullptr || file->pMethods == nullptr ? SQLITE_OK : write_again(*file);
}

} // namespace

SqliteLog::~SqliteLog()
{
    if (m_file >= 0) ::close(m_file);
}

void SqliteLog::send_ahead() noexcept
{
    if (m_path.empty()) return;
    if (m_file < 0) m_file = ::open(m_path.c_str(), O_RDWR | O_CLOEXEC);
    // A hint and no promise: where it fails, the next sync does it all.
    if (m_file >= 0) ::sync_file_range(m_file, 0, 0, SYNC_FILE_RANGE_WRITE);
}

void SqliteLog::note_result(int code)
{
    if ((code & 0xFF) == SQLITE_IOERR) m_in_doubt = true;
}

int SqliteLog::make_sure(sqlite3* handle)
{
    if (!m_in_doubt) return SQLITE_OK;
    // Nobody may lengthen the log meanwhile; readers see the same bytes.
    int code{sqlite3_exec(handle, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr)};
    if (code != SQLITE_OK) return code;
    code = write_log_again(handle);
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    m_in_doubt = code != SQLITE_OK;
    return code;
}

void SqliteLog::write_back_when_due(sqlite3* handle, int grace)
{
    if (m_in_doubt) return;
    if (m_pages < m_due_at + grace) {
        if (m_pages < portion) m_due_at = portion;
        return;
    }
    m_due_at = m_pages + portion;
    // A failure loses nothing: the log holds everything, and whoever writes next makes sure of it.
    note_result(sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
}

void SqliteLog::write_back_all(sqlite3* handle)
{
    if (make_sure(handle) != SQLITE_OK) return;
    note_result(sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr));
}

} // namespace guitai::database
