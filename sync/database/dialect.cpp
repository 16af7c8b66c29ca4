#include "sync/database/dialect.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <utility>

namespace guitai::database {
namespace {

bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}
bool is_word(char byte)
{
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || byte == '_';
}

class Translator {
public:
    explicit Translator(std::string_view sql) : m_sql{sql} {}

    PostgresText translate()
    {
        while (m_at < m_sql.size()) {
            const char byte{m_sql[m_at]};
            if (byte == '\'' || byte == '"') {
                copy_to(after_quote(byte));
            } else if (rest().starts_with("--")) {
                copy_to(std::min(m_sql.find('\n', m_at), m_sql.size()));
            } else if (byte == '?' && m_at + 1 < m_sql.size() && is_digit(m_sql[m_at + 1])) {
                parameter();
            } else if (is_word(byte)) {
                word();
            } else {
                if (byte == ';') m_defining = false;
                copy_to(m_at + 1);
            }
        }
        return std::move(m_done);
    }

private:
    [[nodiscard]] std::string_view rest() const { return m_sql.substr(m_at); }

    void copy_to(std::size_t end)
    {
        m_done.sql += m_sql.substr(m_at, end - m_at);
        m_at = end;
    }

    // A doubled quote inside reads as the end of one and the start of the next, which copies the same bytes.
    [[nodiscard]] std::size_t after_quote(char quote) const
    {
        const std::size_t end{m_sql.find(quote, m_at + 1)};
        return end == std::string_view::npos ? m_sql.size() : end + 1;
    }

    void parameter()
    {
        int number{0};
        for (++m_at; m_at < m_sql.size() && is_digit(m_sql[m_at]); ++m_at) number = number * 10 + (m_sql[m_at] - '0');
        m_done.sql += "$" + std::to_string(number);
        m_done.parameters = std::max(m_done.parameters, number);
    }

    void word()
    {
        std::size_t end{m_at};
        while (end < m_sql.size() && is_word(m_sql[end])) ++end;
        const std::string_view found{m_sql.substr(m_at, end - m_at)};
        const std::string_view before{std::exchange(m_word, found)};
        if (found == "TABLE" && (before == "CREATE" || before == "ALTER" || before == "TEMP")) m_defining = true;

        if (found == "STRICT" && m_defining) {
            m_at = end;
            drop_comma();
        } else if (found == "WITHOUT" && m_defining) {
            m_at = end;
            drop_next_word();
            drop_comma();
        } else if (found == "INTEGER") {
            replace(end, "BIGINT");
        } else if (found == "BLOB") {
            replace(end, "BYTEA");
        } else if (found == "TEXT" && m_defining) {
            replace(end, "TEXT COLLATE \"C\"");
        } else {
            copy_to(end);
        }
    }

    void replace(std::size_t end, std::string_view with)
    {
        m_done.sql += with;
        m_at = end;
    }
    void skip_spaces()
    {
        while (m_at < m_sql.size() && std::isspace(static_cast<unsigned char>(m_sql[m_at])) != 0) ++m_at;
    }
    void drop_next_word()
    {
        skip_spaces();
        while (m_at < m_sql.size() && is_word(m_sql[m_at])) ++m_at;
    }
    // Table options are a list at the end of the statement, and all of them go.
    void drop_comma()
    {
        skip_spaces();
        if (m_at < m_sql.size() && m_sql[m_at] == ',') ++m_at;
    }

    std::string_view m_sql;
    std::size_t m_at{0};
    std::string_view m_word;
    bool m_defining{false};
    PostgresText m_done;
};

} // namespace

PostgresText to_postgres(std::string_view sql)
{
    return Translator{sql}.translate();
}

} // namespace guitai::database
