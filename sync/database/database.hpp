// A connection, its statements and its transactions, each freed by its scope,
// the same over SQLite and PostgreSQL: every statement of the house runs on both.
// Knows no table and no event.
//
// A database that fails (full disk, lost server, corrupt page) throws
// DatabaseError: no screen can mend it. "Nothing found" is never thrown.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace guitai::database {

enum class Fault { other, full, busy, corrupt, unreachable, constraint };

struct DatabaseError : std::runtime_error {
    DatabaseError(Fault what_kind, const std::string& message) : std::runtime_error{message}, fault{what_kind} {}
    Fault fault{Fault::other};
};

enum class Engine { sqlite, postgres };
enum class Access {
    read_write, // May write and checkpoint; at most one at a time per SQLite file does (see Transaction).
    read_only   // query_only, never checkpoints: other threads and programs that only look.
};

// What a commit promises when it returns.
enum class Durability {
    full, // It survives a power cut.
    // It survives the end of the program only; a power cut may undo it, whole, together with
    // other commits like it but never one that is `full`. For what can be worked out again.
    behind
};

// One running statement of one driver. Columns count from 0, parameters from 1.
class StatementDriver {
public:
    StatementDriver() = default;
    virtual ~StatementDriver() = default;
    StatementDriver(const StatementDriver&) = delete;
    StatementDriver& operator=(const StatementDriver&) = delete;

    virtual void bind(int index, std::int64_t value) = 0;
    virtual void bind(int index, std::string_view value) = 0;
    virtual void bind_null(int index) = 0;
    virtual bool step() = 0;
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual bool is_null(int column) const = 0;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view text(int column) const = 0; // Valid until the next step().
    virtual void reset() = 0;
};

class Connection {
public:
    Connection() = default;
    virtual ~Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] virtual Engine engine() const = 0;
    // Runs statements without parameters, several at once allowed.
    virtual void run(std::string_view sql) = 0;
    // A statement ready to be bound. Prepared once per text and kept: asking
    // again for the same text while the first is in use prepares another.
    [[nodiscard]] virtual std::shared_ptr<StatementDriver> prepare(std::string_view sql) = 0;
    // Rows changed by the last statement that ran to its end.
    [[nodiscard]] virtual std::int64_t changed_rows() const = 0;

    // Used by Transaction only.
    virtual void begin(Durability durability) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
    [[nodiscard]] std::int64_t next_serial() { return ++m_serial; }

private:
    std::int64_t m_serial{0};
};

// "sqlite:PATH", "sqlite:PATH?key=FILE" where it is sealed, "sqlite::memory:", "sqlite:PATH?vfs=NAME" or
// "postgresql://…".
// Throws DatabaseError where it can not be opened, with what to do in the text.
[[nodiscard]] std::unique_ptr<Connection> open(const std::string& url, Access access = Access::read_write);

// Use: `Statement find{db, "SELECT … WHERE sku = ?1"}; find.bind(1, sku); while (find.step()) …`
// Parameters are written ?1, ?2 … on both engines. Types are INTEGER and TEXT.
class Statement {
public:
    Statement(Connection& connection, std::string_view sql) : m_driver{connection.prepare(sql)} {}
    ~Statement() { m_driver->reset(); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int index, std::int64_t value) { return m_driver->bind(index, value), *this; }
    Statement& bind(int index, std::string_view value) { return m_driver->bind(index, value), *this; }
    Statement& bind(int index, const char* value) { return bind(index, std::string_view{value}); }
    Statement& bind(int index, const std::string& value) { return bind(index, std::string_view{value}); }
    Statement& bind(int index, int value) { return bind(index, std::int64_t{value}); }
    Statement& bind(int index, bool value) { return bind(index, std::int64_t{value ? 1 : 0}); }

    // True while there is a row to read.
    [[nodiscard]] bool step() { return m_driver->step(); }
    // Runs to the end and makes ready to be bound again.
    void run()
    {
        while (m_driver->step()) {}
        m_driver->reset();
    }
    void reset() { m_driver->reset(); }

    [[nodiscard]] int columns() const { return m_driver->columns(); }
    [[nodiscard]] bool is_null(int column) const { return m_driver->is_null(column); }
    [[nodiscard]] std::int64_t integer(int column) const { return m_driver->integer(column); }
    [[nodiscard]] std::string text(int column) const { return std::string{m_driver->text(column)}; }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }

private:
    std::shared_ptr<StatementDriver> m_driver;
};

// Rolls back unless commit() was reached. On SQLite it also holds the file's
// writer lock from begin to commit, across programs: exactly one connection
// writes and checkpoints at a time (SQLite up to 3.51.2 may corrupt a WAL
// otherwise). Not nested.
class Transaction {
public:
    explicit Transaction(Connection& connection, Durability durability = Durability::full)
        : m_connection{connection}, m_serial{connection.next_serial()}
    {
        m_connection.begin(durability);
    }
    ~Transaction()
    {
        if (m_open) m_connection.rollback();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit()
    {
        m_open = false; // A commit that throws has been given up by the engine already.
        m_connection.commit();
    }

    // 1, 2, 3 … of its connection: tells one transaction from the next.
    [[nodiscard]] std::int64_t serial() const { return m_serial; }

private:
    Connection& m_connection;
    std::int64_t m_serial{0};
    bool m_open{true};
};

} // namespace guitai::database
