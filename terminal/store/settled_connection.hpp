// The till's file as its readers see it: whatever is asked, what follows from the
// journal is worked out first. So a sale waits for its line in the journal alone,
// and still nobody ever sees books that are a sale behind.
#pragma once

#include "sync/journal/books.hpp"

#include <utility>

namespace guitai {

class SettledConnection final : public database::Connection {
public:
    // `inner` is the connection of `books`; both outlive this one.
    SettledConnection(database::Connection& inner, Books& books) : m_inner{inner}, m_books{books} {}

    [[nodiscard]] database::Engine engine() const override { return m_inner.engine(); }
    void run(std::string_view sql) override
    {
        settle();
        m_inner.run(sql);
    }
    [[nodiscard]] std::shared_ptr<database::StatementDriver> prepare(std::string_view sql) override
    {
        settle();
        return m_inner.prepare(sql);
    }
    [[nodiscard]] std::int64_t changed_rows() const override { return m_inner.changed_rows(); }
    void begin(database::Durability durability) override
    {
        settle();
        m_inner.begin(durability);
    }
    void commit() override { m_inner.commit(); }
    void rollback() noexcept override { m_inner.rollback(); }

    // A disk that takes no more must not stop the look at what it holds. The books stay an
    // event behind then, and nothing is written on them: whoever writes settles, and hears why not.
    void settle() noexcept
    {
        try {
            m_books.settle();
        } catch (const database::DatabaseError&) {
            m_showed_old = true;
        }
    }

    // True where somebody was shown books that were behind, and now they are not any more.
    [[nodiscard]] bool catch_up() noexcept
    {
        if (!std::exchange(m_showed_old, false)) return false;
        settle();
        return !m_showed_old;
    }
    // Throws where what was shown is older than the journal: nothing may be written on the strength of it.
    void must_have_shown_all()
    {
        if (!m_showed_old) return;
        m_books.settle();
        throw database::DatabaseError{database::Fault::unreachable, "the disk failed a moment ago"};
    }

private:
    database::Connection& m_inner;
    Books& m_books;
    bool m_showed_old{false};
};

} // namespace guitai
