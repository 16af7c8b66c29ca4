#include "sync/purses/tills.hpp"

#include "sync/purses/tables.hpp"

#include <fmt/format.h>

#include <charconv>

namespace guitai::purses {

using database::Connection;

namespace {

std::string stem_fact(TillNumber branch) { return fmt::format("stem/{}", branch); }

} // namespace

void start(Connection& connection, const Event& event, const TillStarted& started)
{
    if (is_branch(connection, event.origin)) return; // Its own till's processes are not those of the other story.
    database::Statement find{connection, "SELECT epoch, stopped FROM purse_tills WHERE till = ?1"};
    find.bind(1, event.origin);
    const bool known{find.step()};
    const std::int64_t before{known ? find.integer(0) : 0};
    const bool in_order{!known || find.integer(1) + 1 == event.number};
    find.reset();
    database::Statement{connection,
                        "INSERT INTO purse_tills (till, epoch, nonce, started, stopped, set_aside, written_off)"
                        " VALUES (?1, ?2, ?3, ?4, 0, 0, 0) ON CONFLICT (till) DO UPDATE SET epoch = excluded.epoch,"
                        " nonce = excluded.nonce, started = excluded.started"}
        .bind(1, event.origin)
        .bind(2, before + 1)
        .bind(3, started.nonce)
        .bind(4, event.number)
        .run();
    // Only leases of the process that just ended are carried, and only if it ended in order: what
    // rests already may be in the hand of a copy.
    if (!in_order) {
        database::Statement rest{connection, "UPDATE purse_leases SET state = 'dormant' WHERE till = ?1 AND"
                                             " epoch <= ?2 AND state = 'open'"};
        rest.bind(1, event.origin).bind(2, before).run();
        return;
    }
    database::Statement carry{connection, "UPDATE purse_leases SET epoch = ?3 WHERE till = ?1 AND epoch = ?2"
                                          " AND state = 'open'"};
    carry.bind(1, event.origin).bind(2, before).bind(3, before + 1).run();
}

void mark_till(Connection& connection, TillNumber till, std::string_view column, std::int64_t value)
{
    database::Statement{connection,
                        "INSERT INTO purse_tills (till, epoch, nonce, started, stopped, set_aside, written_off)"
                        " VALUES (?1, 0, '', 0, 0, 0, 0) ON CONFLICT (till) DO NOTHING"}
        .bind(1, till)
        .run();
    database::Statement{connection, fmt::format("UPDATE purse_tills SET {} = ?2 WHERE till = ?1", column)}
        .bind(1, till)
        .bind(2, value)
        .run();
}

void set_aside(Connection& connection, const TillSetAside& aside)
{
    mark_till(connection, aside.till, "set_aside", 1);
    if (aside.branch == 0) return;
    mark_till(connection, aside.branch, "set_aside", 1);
    set_fact(connection, stem_fact(aside.branch), std::to_string(aside.till));
}

TillNumber stem_of(Connection& connection, TillNumber origin)
{
    const std::string known{fact(connection, stem_fact(origin))};
    TillNumber stem{origin};
    std::from_chars(known.data(), known.data() + known.size(), stem);
    return stem;
}

bool is_branch(Connection& connection, TillNumber origin) { return stem_of(connection, origin) != origin; }

} // namespace guitai::purses
