// SQLite with the promises of the house: a commit that returned survives a
// power cut (WAL, synchronous FULL), and one connection at a time writes and
// checkpoints a file.
#include "sync/database/drivers.hpp"
#include "sync/database/sqlite_log.hpp"
#include "sync/database/text.hpp"
#include "sync/database/writer_lock.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <utility>

namespace guitai::database {
namespace {

constexpr int busy_wait_ms{10'000};
// A commit that somebody waits for leaves the writing back to one that nobody does, unless none comes.
constexpr int pages_of_grace{3'000};
// One large transaction makes the log long, and who starts after a crash reads all of it that is there: what is longer
// than two of the longest of a day is cut when it is begun again.
constexpr const char* log_kept{"PRAGMA journal_size_limit = 33554432"};
constexpr std::size_t kept_statements_max{500};
constexpr const char* durability_full{"PRAGMA synchronous = FULL"}; // A printed receipt must survive a pulled plug.
constexpr const char* durability_behind{"PRAGMA synchronous = NORMAL"};

Fault fault_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL: return Fault::full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Fault::corrupt;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN: return Fault::unreachable;
    case SQLITE_CONSTRAINT: return Fault::constraint;
    default: return Fault::other;
    }
}

[[noreturn]] void fail(sqlite3* handle, int code, std::string_view doing)
{
    throw DatabaseError{fault_of(code), std::string{doing} + ": " + sqlite3_errmsg(handle)};
}

struct Close {
    void operator()(sqlite3* handle) const noexcept { sqlite3_close_v2(handle); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

// What the statements of a connection share.
struct Core {
    Core(std::string lock_path, std::string log_path) : lock{std::move(lock_path)}, log{std::move(log_path)} {}

    // Nothing is written where the log may have a gap.
    void take_lock()
    {
        lock.take();
        const int code{log.make_sure(handle.get())};
        if (code == SQLITE_OK) return;
        const DatabaseError error{fault_of(code), "the log can not be written: " + std::string{sqlite3_errstr(code)}};
        lock.release();
        throw error;
    }

    WriterLock lock;
    Handle handle;
    SqliteLog log;
    bool in_transaction{false};
};

Prepared prepare_text(sqlite3* handle, std::string_view sql, const char** rest = nullptr)
{
    sqlite3_stmt* statement{nullptr};
    const int code{sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, rest)};
    if (code != SQLITE_OK) fail(handle, code, sql);
    return Prepared{statement};
}

class SqliteStatement final : public StatementDriver {
public:
    SqliteStatement(Core& core, std::string_view sql)
        : m_core{core},
          m_statement{prepare_text(core.handle.get(), sql)},
          m_writes{sqlite3_stmt_readonly(m_statement.get()) == 0}
    {
        assert(m_statement != nullptr);
    }

    void bind(int index, std::int64_t value) override { check(sqlite3_bind_int64(m_statement.get(), index, value)); }
    void bind(int index, std::string_view value) override
    {
        const auto bind_clean = [&](std::string_view text) {
            // A null pointer would bind NULL instead of the empty text.
            const char* bytes{text.data() == nullptr ? "" : text.data()};
            check(sqlite3_bind_text64(m_statement.get(), index, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
        };
        if (is_clean_text(value)) return bind_clean(value);
        bind_clean(clean_text(value));
    }
    void bind_null(int index) override { check(sqlite3_bind_null(m_statement.get(), index)); }

    bool step() override
    {
        // A writing statement outside a transaction is one by itself.
        if (m_writes && !m_core.in_transaction && !m_core.lock.held()) {
            m_core.take_lock();
            m_alone = true;
        }
        const int code{sqlite3_step(m_statement.get())};
        if (code == SQLITE_ROW) return true;
        if (code == SQLITE_DONE) {
            if (m_alone) {
                sqlite3_reset(m_statement.get()); // Only then is it committed.
                m_core.log.write_back_when_due(m_core.handle.get());
                end_alone();
            }
            return false;
        }
        m_core.log.note_result(code);
        const DatabaseError error{fault_of(code), std::string{sqlite3_sql(m_statement.get())} + ": " +
                                                      sqlite3_errmsg(m_core.handle.get())};
        reset();
        throw error;
    }

    [[nodiscard]] int columns() const override { return sqlite3_column_count(m_statement.get()); }
    [[nodiscard]] bool is_null(int column) const override
    {
        return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
    }
    [[nodiscard]] std::int64_t integer(int column) const override
    {
        return sqlite3_column_int64(m_statement.get(), column);
    }
    [[nodiscard]] std::string_view text(int column) const override
    {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
        if (bytes == nullptr) return {};
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
    }

    void reset() override
    {
        sqlite3_reset(m_statement.get()); // Repeats the error of the last step, which was thrown already.
        sqlite3_clear_bindings(m_statement.get());
        end_alone();
    }

private:
    void check(int code) const
    {
        if (code != SQLITE_OK) fail(m_core.handle.get(), code, sqlite3_sql(m_statement.get()));
    }
    void end_alone() noexcept
    {
        if (std::exchange(m_alone, false)) m_core.lock.release();
    }

    Core& m_core;
    Prepared m_statement;
    bool m_writes{false};
    bool m_alone{false}; // Holds the writer lock for itself.
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

class SqliteConnection final : public Connection {
public:
    SqliteConnection(const std::string& path, const std::string& vfs, Access access, bool on_disk)
        : m_core{beside(path, on_disk, "-writer"), beside(path, on_disk, "-wal")}, m_access{access}
    {
        open_file(path, vfs);
        if (access == Access::read_write) {
            m_core.lock.take();
            set_up();
            m_core.lock.release();
        } else {
            set_up();
        }
    }

    ~SqliteConnection() override
    {
        m_kept.clear();
        put_away();
    }
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    [[nodiscard]] Engine engine() const override { return Engine::sqlite; }

    void run(std::string_view sql) override
    {
        const bool alone{!m_core.in_transaction && !m_core.lock.held() && m_access == Access::read_write};
        if (alone) m_core.take_lock();
        try {
            run_all(sql);
            if (alone) m_core.log.write_back_when_due(m_core.handle.get());
        } catch (...) {
            if (alone) m_core.lock.release();
            throw;
        }
        if (alone) m_core.lock.release();
    }

    [[nodiscard]] std::shared_ptr<StatementDriver> prepare(std::string_view sql) override
    {
        const auto found = m_kept.find(sql);
        if (found != m_kept.end() && found->second.use_count() == 1) return found->second;
        auto fresh = std::make_shared<SqliteStatement>(m_core, sql);
        if (found != m_kept.end()) return fresh;
        if (m_kept.size() >= kept_statements_max) {
            std::erase_if(m_kept, [](const auto& kept) { return kept.second.use_count() == 1; });
        }
        m_kept.emplace(sql, fresh);
        return fresh;
    }

    [[nodiscard]] std::int64_t changed_rows() const override { return sqlite3_changes64(m_core.handle.get()); }

    void begin(Durability durability) override
    {
        assert(!m_core.in_transaction); // Not nested.
        const bool writes{m_access == Access::read_write};
        if (writes) m_core.take_lock();
        try {
            if (durability == Durability::behind) prepare_for_nobody();
            else set_durability(durability); // The end of one that nobody waited for may have failed to.
            // Reading alone needs no lock, only one picture of the data.
            run_one(m_begin, writes ? "BEGIN IMMEDIATE" : "BEGIN");
        } catch (...) {
            m_core.lock.release();
            throw;
        }
        m_core.in_transaction = true;
    }

    void commit() override
    {
        assert(m_core.in_transaction);
        try {
            run_one(m_commit, "COMMIT");
        } catch (...) {
            rollback();
            throw;
        }
        m_core.in_transaction = false;
        if (m_durability == Durability::behind) m_core.log.send_ahead();
        wait_for_the_disk_again();
        if (m_core.lock.held()) m_core.log.write_back_when_due(m_core.handle.get(), m_has_behind ? pages_of_grace : 0);
        m_core.lock.release();
    }

    void rollback() noexcept override
    {
        // After some errors the engine has rolled back by itself.
        if (sqlite3_get_autocommit(m_core.handle.get()) == 0) {
            sqlite3_exec(m_core.handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
        m_core.in_transaction = false;
        wait_for_the_disk_again();
        m_core.lock.release();
    }

private:
    // Only a file of the machine's own disk can be open in another program.
    static std::string beside(const std::string& path, bool on_disk, std::string_view ending)
    {
        return path == ":memory:" || !on_disk ? std::string{} : path + std::string{ending};
    }

    void open_file(const std::string& path, const std::string& vfs)
    {
        // A reader opens for writing too: after a crash it may have to mend the log's index.
        const int make{m_access == Access::read_write ? SQLITE_OPEN_CREATE : 0};
        sqlite3* handle{nullptr};
        const int code{sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | make,
                                       vfs.empty() ? nullptr : vfs.c_str())};
        m_core.handle.reset(handle); // SQLite hands out a handle even when it fails.
        if (code != SQLITE_OK) {
            throw DatabaseError{fault_of(code), "can not open " + path + ": " + sqlite3_errmsg(handle) +
                                                    " (does its folder exist, and may this user write there?)"};
        }
        sqlite3_extended_result_codes(handle, 1);
    }

    void set_up()
    {
        sqlite3* handle{m_core.handle.get()};
        sqlite3_busy_timeout(handle, busy_wait_ms);
        // The last to close would write the log back outside the writer lock; see put_away().
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        if (m_access == Access::read_write) {
            run_all("PRAGMA journal_mode = WAL");
            run_all(durability_full);
            run_all(log_kept);
        } else {
            run_all("PRAGMA query_only = ON");
        }
        run_all("PRAGMA wal_autocheckpoint = 0; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                "PRAGMA cache_size = -16000");
        sqlite3_wal_hook(
            handle,
            [](void* log, sqlite3*, const char*, int pages) {
                static_cast<SqliteLog*>(log)->note_pages(pages);
                return SQLITE_OK;
            },
            &m_core.log);
    }

    // Leaves a file that is whole without its log, fit to be copied. Where
    // others still read or write, that falls to them or to the next start.
    void put_away() noexcept
    {
        if (m_access == Access::read_only || m_core.in_transaction || !m_core.lock.try_take()) return;
        sqlite3_busy_timeout(m_core.handle.get(), 0);
        m_core.log.write_back_all(m_core.handle.get());
        m_core.lock.release();
    }

    // Before its first page, so that it is this transaction too that begins the log again
    // from its start and syncs that, and not the next one that somebody waits for.
    void prepare_for_nobody()
    {
        if (m_access == Access::read_only) return;
        m_core.log.write_back_when_due(m_core.handle.get());
        set_durability(Durability::behind);
    }

    // What is committed stays committed: where this fails, the next begin() does it, or fails with it.
    void wait_for_the_disk_again() noexcept
    {
        if (m_durability == Durability::full) return;
        const int code{sqlite3_exec(m_core.handle.get(), durability_full, nullptr, nullptr, nullptr)};
        if (code == SQLITE_OK) m_durability = Durability::full;
    }

    // Between transactions only: SQLite leaves a running one as it began.
    void set_durability(Durability durability)
    {
        if (durability == m_durability) return;
        run_all(durability == Durability::full ? durability_full : durability_behind);
        m_durability = durability;
        m_has_behind = true;
    }

    void run_all(std::string_view sql)
    {
        while (!sql.empty()) {
            const char* rest{nullptr};
            const Prepared statement{prepare_text(m_core.handle.get(), sql, &rest)};
            if (statement != nullptr) step_to_end(statement.get());
            sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
        }
    }

    void run_one(Prepared& kept, std::string_view sql)
    {
        if (kept == nullptr) kept = prepare_text(m_core.handle.get(), sql);
        step_to_end(kept.get());
    }

    void step_to_end(sqlite3_stmt* statement)
    {
        while (sqlite3_step(statement) == SQLITE_ROW) {
        }
        const int code{sqlite3_reset(statement)};
        m_core.log.note_result(code);
        if (code != SQLITE_OK) fail(m_core.handle.get(), code, sqlite3_sql(statement));
    }

    Core m_core;
    Access m_access;
    Durability m_durability{Durability::full};
    bool m_has_behind{false}; // Commits that nobody waits for are made here too.
    Prepared m_begin;
    Prepared m_commit;
    std::unordered_map<std::string, std::shared_ptr<SqliteStatement>, TextHash, std::equal_to<>> m_kept;
};

} // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, const std::string& vfs, Access access, bool on_disk)
{
    return std::make_unique<SqliteConnection>(path, vfs, access, on_disk);
}

} // namespace guitai::database
