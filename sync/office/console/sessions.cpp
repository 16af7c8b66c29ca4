#include "sync/office/console/sessions.hpp"

#include "sync/office/crypto.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/stored.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::size_t key_bytes{24};
constexpr std::int64_t tries_kept_ms{24 * 3'600'000};

bool may_enter(Role role)
{
    return role == Role::owner || role == Role::office || role == Role::executive || role == Role::privacy;
}

// How long after the last of `tries` wrong ones the next is heard.
std::int64_t wait_after(std::int64_t tries)
{
    if (tries < tries_free) return 0;
    const std::int64_t doublings{std::min<std::int64_t>(tries - tries_free, 10)};
    return std::min(wait_longest_ms, wait_first_ms << doublings);
}

} // namespace

Result<void> count_try(Office& office, const database::Transaction& /*open*/, std::string_view name)
{
    database::Connection& connection{office.connection()};
    const std::int64_t now_ms{office.now_ms()};
    std::int64_t tries{0};
    {
        database::Statement find{connection, "SELECT tries, last_at_ms FROM sign_in_tries WHERE name = ?1"};
        find.bind(1, name);
        if (find.step()) {
            tries = find.integer(0);
            const std::int64_t wait_ms{find.integer(1) + wait_after(tries) - now_ms};
            if (wait_ms > 0) return refuse("console.locked", std::to_string((wait_ms + 999) / 1'000));
        }
    }
    // Old tries are forgotten, so that names somebody made up do not pile up.
    database::Statement{connection, "DELETE FROM sign_in_tries WHERE last_at_ms < ?1"}
        .bind(1, now_ms - tries_kept_ms)
        .run();
    database::Statement{connection, "INSERT INTO sign_in_tries (name, tries, last_at_ms) VALUES (?1, ?2, ?3)"
                                    " ON CONFLICT (name) DO UPDATE SET tries = excluded.tries,"
                                    " last_at_ms = excluded.last_at_ms"}
        .bind(1, name)
        .bind(2, tries + 1)
        .bind(3, now_ms)
        .run();
    return {};
}

Result<StaffSet> recognise(database::Connection& reads, std::string_view name, std::string_view pin)
{
    for (const StaffSet& person : staff_named(reads, {std::string{name}})) {
        if (may_enter(person.role) && pin_matches(person.pin_hash, pin)) return person;
    }
    return refuse("console.wrong_pin");
}

NewSession begin_session(Office& office, const database::Transaction& /*open*/, const StaffSet& person)
{
    database::Connection& connection{office.connection()};
    NewSession begun{random_hex(office.chance(), key_bytes),
                     {person.name, person.store, person.role, random_hex(office.chance(), key_bytes)}};
    database::Statement{connection, "DELETE FROM sessions WHERE expires_at_ms < ?1"}.bind(1, office.now_ms()).run();
    database::Statement{connection, "DELETE FROM sign_in_tries WHERE name = ?1"}.bind(1, person.name.text).run();
    database::Statement{connection, "INSERT INTO sessions (session_hash, staff, store, role, form_token,"
                                    " expires_at_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"}
        .bind(1, hash_of(begun.key))
        .bind(2, person.name.text)
        .bind(3, person.store.text)
        .bind(4, word_of(person.role))
        .bind(5, begun.session.form_token)
        .bind(6, office.now_ms() + session_valid_ms)
        .run();
    return begun;
}

void end_session(Office& office, const database::Transaction& /*open*/, std::string_view key)
{
    database::Statement{office.connection(), "DELETE FROM sessions WHERE session_hash = ?1"}
        .bind(1, hash_of(key))
        .run();
}

std::optional<Session> find_session(database::Connection& reads, std::string_view key, std::int64_t now_ms)
{
    if (key.empty()) return std::nullopt;
    // The person's own row decides: who left or changed roles does not stay on an old session.
    database::Statement find{reads, "SELECT s.staff, s.store, p.role, s.form_token FROM sessions s"
                                    " JOIN staff p ON p.store = s.store AND p.name = s.staff"
                                    " WHERE s.session_hash = ?1 AND s.expires_at_ms > ?2 AND p.active = 1"
                                    " AND p.role = s.role"};
    find.bind(1, hash_of(key)).bind(2, now_ms);
    if (!find.step()) return std::nullopt;
    return Session{{find.text(0)}, {find.text(1)}, stored_word<Role>(find.text(2)), find.text(3)};
}

} // namespace guitai::office
