// PostgreSQL over libpq, for the head office with many tills. Parameters and
// answers travel as text; a connection that was lost is made anew at the next
// transaction, so an office outlives a restart of its server.
#include "sync/database/dialect.hpp"
#include "sync/database/drivers.hpp"
#include "sync/database/text.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <vector>

namespace guitai::database {
namespace {

constexpr unsigned type_bool{16}; // Object ids of PostgreSQL's catalogue, the same in every version.
constexpr unsigned type_int8{20};
constexpr unsigned type_by_server{0};
constexpr std::size_t kept_statements_max{500};

struct Clear {
    void operator()(PGresult* result) const noexcept { PQclear(result); }
};
struct Finish {
    void operator()(PGconn* connection) const noexcept { PQfinish(connection); }
};
using Answer = std::unique_ptr<PGresult, Clear>;
using Wire = std::unique_ptr<PGconn, Finish>;

// The classes of SQLSTATE, from the manual's appendix "PostgreSQL Error Codes".
Fault fault_of(std::string_view state)
{
    if (state.starts_with("08") || state.starts_with("57P") || state == "58030") return Fault::unreachable;
    if (state.starts_with("23")) return Fault::constraint;
    if (state.starts_with("40") || state.starts_with("53") || state == "55P03") {
        return state == "53100" ? Fault::full : Fault::busy;
    }
    if (state.starts_with("XX")) return Fault::corrupt;
    return Fault::other;
}

// What the statements of a connection share.
struct Core {
    Wire wire;
    std::int64_t changed{0};
    std::int64_t life{0}; // Raised when the connection is made anew: prepared statements died with the old one.
    std::int64_t names{0};
    bool in_transaction{false};
    Access access{Access::read_write};

    [[noreturn]] void fail(const PGresult* answer, std::string_view doing) const
    {
        const char* state{answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE)};
        const bool lost{PQstatus(wire.get()) != CONNECTION_OK};
        const Fault fault{lost || state == nullptr ? Fault::unreachable : fault_of(state)};
        throw DatabaseError{fault, std::string{doing} + ": " + PQerrorMessage(wire.get())};
    }

    Answer checked(PGresult* raw, std::string_view doing)
    {
        Answer answer{raw};
        const ExecStatusType status{PQresultStatus(raw)};
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(raw, doing);
        return answer;
    }

    Answer run(const std::string& sql) { return checked(PQexec(wire.get(), sql.c_str()), sql); }

    void set_up()
    {
        PQsetNoticeProcessor(
            wire.get(), [](void*, const char*) {}, nullptr);
        run("SET lock_timeout = '10s'");
        // A server may be set to answer before the disk has it; books may not.
        run("SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'");
        if (access == Access::read_only) run("SET default_transaction_read_only = on");
    }

    // Inside a transaction a lost connection is lost with it.
    void revive()
    {
        if (in_transaction || PQstatus(wire.get()) == CONNECTION_OK) return;
        PQreset(wire.get());
        if (PQstatus(wire.get()) != CONNECTION_OK) fail(nullptr, "can not reach the database server again");
        ++life;
        set_up();
    }
};

class PostgresStatement final : public StatementDriver {
public:
    PostgresStatement(Core& core, std::string_view sql)
        : m_core{core},
          m_text{to_postgres(sql)},
          m_name{"s" + std::to_string(++core.names)},
          m_values(static_cast<std::size_t>(m_text.parameters)),
          m_types(m_values.size(), type_by_server)
    {
    }
    ~PostgresStatement() override
    {
        if (m_life != m_core.life || PQstatus(m_core.wire.get()) != CONNECTION_OK) return;
        const Answer answer{PQexec(m_core.wire.get(), ("DEALLOCATE " + m_name).c_str())};
    }
    PostgresStatement(const PostgresStatement&) = delete;
    PostgresStatement& operator=(const PostgresStatement&) = delete;

    void bind(int index, std::int64_t value) override
    {
        slot(index) = std::to_string(value);
        // Otherwise "?1 = 0" would make the server take ?1 for 32 bits.
        if (m_life == never) m_types[static_cast<std::size_t>(index - 1)] = type_int8;
    }
    void bind(int index, std::string_view value) override
    {
        slot(index) = is_clean_text(value) ? std::string{value} : clean_text(value);
    }
    void bind_null(int index) override { slot(index).reset(); }

    bool step() override
    {
        if (m_answer == nullptr) execute();
        ++m_row;
        return m_row < PQntuples(m_answer.get());
    }

    [[nodiscard]] int columns() const override { return PQnfields(m_answer.get()); }
    [[nodiscard]] bool is_null(int column) const override { return PQgetisnull(m_answer.get(), m_row, column) != 0; }
    [[nodiscard]] std::int64_t integer(int column) const override
    {
        const std::string_view shown{text(column)};
        if (PQftype(m_answer.get(), column) == type_bool) return shown == "t" ? 1 : 0;
        std::int64_t value{0};
        // A SUM comes as "numeric": digits too, but it may be larger than any integer.
        if (std::from_chars(shown.data(), shown.data() + shown.size(), value).ec == std::errc::result_out_of_range) {
            throw DatabaseError{Fault::other, "integer overflow: " + std::string{shown}};
        }
        return value;
    }
    [[nodiscard]] std::string_view text(int column) const override
    {
        return {PQgetvalue(m_answer.get(), m_row, column),
                static_cast<std::size_t>(PQgetlength(m_answer.get(), m_row, column))};
    }

    void reset() override
    {
        m_answer.reset();
        m_row = -1;
        std::fill(m_values.begin(), m_values.end(), std::nullopt);
    }

private:
    static constexpr std::int64_t never{-1};

    std::optional<std::string>& slot(int index)
    {
        assert(index >= 1 && index <= m_text.parameters);
        return m_values[static_cast<std::size_t>(index - 1)];
    }

    void execute()
    {
        m_core.revive();
        PGconn* wire{m_core.wire.get()};
        if (m_life != m_core.life) {
            m_core.checked(PQprepare(wire, m_name.c_str(), m_text.sql.c_str(), m_text.parameters, m_types.data()),
                           m_text.sql);
            m_life = m_core.life;
        }
        std::vector<const char*> values;
        values.reserve(m_values.size());
        for (const auto& value : m_values) values.push_back(value ? value->c_str() : nullptr);
        m_answer = m_core.checked(
            PQexecPrepared(wire, m_name.c_str(), m_text.parameters, values.data(), nullptr, nullptr, 0), m_text.sql);
        const std::string_view changed{PQcmdTuples(m_answer.get())};
        m_core.changed = 0;
        std::from_chars(changed.data(), changed.data() + changed.size(), m_core.changed);
    }

    Core& m_core;
    PostgresText m_text;
    std::string m_name;
    std::vector<std::optional<std::string>> m_values;
    std::vector<Oid> m_types;
    std::int64_t m_life{never}; // The connection it was prepared on.
    Answer m_answer;
    int m_row{-1};
};

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

class PostgresConnection final : public Connection {
public:
    PostgresConnection(const std::string& url, Access access)
    {
        // What the address says itself comes later and wins.
        constexpr std::array<const char*, 5> keys{"connect_timeout", "client_encoding", "fallback_application_name",
                                                  "dbname", nullptr};
        const std::array<const char*, 5> values{"10", "UTF8", "guitai", url.c_str(), nullptr};
        m_core.access = access;
        m_core.wire.reset(PQconnectdbParams(keys.data(), values.data(), 1));
        if (PQstatus(m_core.wire.get()) != CONNECTION_OK) {
            m_core.fail(nullptr, "can not reach the database server (does it run, and is the address right?)");
        }
        m_core.set_up();
    }

    // First the wire, so that no statement says goodbye to the server by itself.
    ~PostgresConnection() override { m_core.wire.reset(); }
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    [[nodiscard]] Engine engine() const override { return Engine::postgres; }

    void run(std::string_view sql) override
    {
        m_core.revive();
        m_core.run(to_postgres(sql).sql);
    }

    [[nodiscard]] std::shared_ptr<StatementDriver> prepare(std::string_view sql) override
    {
        const auto found = m_kept.find(sql);
        if (found != m_kept.end() && found->second.use_count() == 1) return found->second;
        auto fresh = std::make_shared<PostgresStatement>(m_core, sql);
        if (found != m_kept.end()) return fresh;
        if (m_kept.size() >= kept_statements_max) {
            std::erase_if(m_kept, [](const auto& kept) { return kept.second.use_count() == 1; });
        }
        m_kept.emplace(sql, fresh);
        return fresh;
    }

    [[nodiscard]] std::int64_t changed_rows() const override { return m_core.changed; }

    void begin(Durability durability) override
    {
        assert(!m_core.in_transaction); // Not nested.
        m_core.revive();
        const bool writes{m_core.access == Access::read_write};
        m_core.run(writes ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        m_core.in_transaction = true;
        if (writes && durability == Durability::behind) m_core.run("SET LOCAL synchronous_commit TO off");
    }

    void commit() override
    {
        assert(m_core.in_transaction);
        m_core.in_transaction = false;
        const Answer answer{m_core.run("COMMIT")};
        // After an error inside, PostgreSQL answers a COMMIT politely with a rollback.
        if (std::string_view{PQcmdStatus(answer.get())} != "COMMIT") {
            throw DatabaseError{Fault::other, "the transaction had failed before its commit"};
        }
    }

    void rollback() noexcept override
    {
        m_core.in_transaction = false;
        const Answer answer{PQexec(m_core.wire.get(), "ROLLBACK")}; // On a lost connection there is nothing to undo.
    }

private:
    Core m_core;
    std::unordered_map<std::string, std::shared_ptr<PostgresStatement>, TextHash, std::equal_to<>> m_kept;
};

} // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url, Access access)
{
    return std::make_unique<PostgresConnection>(url, access);
}

} // namespace guitai::database
