#include "sync/journal/books.hpp"

#include <limits>

namespace guitai {

std::vector<JournalLine> Journal::forget_after(const database::Transaction& open, TillNumber origin,
                                               std::int64_t number)
{
    lock(open);
    auto forgotten = after(origin, number, std::numeric_limits<int>::max(), std::numeric_limits<std::size_t>::max());
    if (forgotten.empty()) return forgotten;
    const std::string chain{chain_at(origin, number).value()};
    database::Statement{m_connection, "DELETE FROM journal WHERE origin = ?1 AND number > ?2"}
        .bind(1, origin)
        .bind(2, number)
        .run();
    database::Statement{m_connection, "UPDATE journal_heads SET number = ?2, chain = ?3 WHERE origin = ?1"}
        .bind(1, origin)
        .bind(2, number)
        .bind(3, chain)
        .run();
    if (number == 0) {
        database::Statement{m_connection, "DELETE FROM journal_heads WHERE origin = ?1"}.bind(1, origin).run();
    }

    // Positions stay dense, for verify counts them: each moves up to a place that is free by then.
    std::vector<std::int64_t> positions;
    {
        database::Statement find{m_connection, "SELECT position FROM journal WHERE position > ?1 ORDER BY position"};
        find.bind(1, forgotten.front().position);
        while (find.step()) positions.push_back(find.integer(0));
    }
    std::int64_t free{forgotten.front().position};
    for (const std::int64_t position : positions) {
        database::Statement{m_connection, "UPDATE journal SET position = ?2 WHERE position = ?1"}
            .bind(1, position)
            .bind(2, free++)
            .run();
    }
    return forgotten;
}

void Books::forget_after(TillNumber origin, std::int64_t number, const Keep& keep)
{
    settle();
    database::Transaction open{m_connection};
    keep(m_journal.forget_after(open, origin, number));
    fold_all();
    m_journal.note_all_folded(open);
    open.commit();
}

} // namespace guitai
