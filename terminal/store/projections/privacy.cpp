#include "terminal/store/projections/privacy.hpp"

#include "sync/events/person.hpp"
#include "terminal/store/erased_members.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void forgive(database::Connection& connection, const MemberId& member)
{
    run(connection, "DELETE FROM password_tries WHERE member = ?1", member);
}

void put_password(database::Connection& connection, const MemberId& member, const Password& password)
{
    {
        database::Statement find{connection, "SELECT hash, at_ms FROM passwords WHERE member = ?1"};
        find.bind(1, member.text);
        if (find.step() && !takes_the_place_of(password, {find.text(0), find.integer(1)})) return;
    }
    run(connection, "INSERT OR REPLACE INTO passwords (member, hash, at_ms) VALUES (?1, ?2, ?3)", member,
        password.hash, password.at_ms);
    forgive(connection, member);
}

void count_try(database::Connection& connection, const MemberId& member, FileAccess access, std::int64_t at_ms)
{
    if (access == FileAccess::opened || access == FileAccess::own) return forgive(connection, member);
    if (access != FileAccess::tried) return;
    run(connection,
        "INSERT INTO password_tries (member, failed, last_at_ms) VALUES (?1, 1, ?2)"
        " ON CONFLICT (member) DO UPDATE SET failed = failed + 1, last_at_ms = max(last_at_ms, ?2)",
        member, at_ms);
}

template<typename Access>
void add_access(database::Connection& connection, const Event& event, const Access& access, std::int64_t at_ms)
{
    count_try(connection, access.member, access.access, at_ms);
    run(connection,
        "INSERT INTO file_accesses (member, at_ms, origin, number, access, staff, role, store)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        access.member, at_ms, event.origin, event.number, access.access, access.staff, access.role, access.store);
}

} // namespace

void PrivacyProjection::apply(database::Connection& connection, const Event& event)
{
    const bool erases{std::holds_alternative<MemberErased>(event.body)};
    if (!erases && is_erased(connection, person_of(event.body))) return;
    const bool own{event.origin == m_self.till};
    if (const auto* chosen = std::get_if<PasswordChosen>(&event.body)) {
        if (own) put_password(connection, chosen->member, chosen->password);
    } else if (const auto* told = std::get_if<PasswordTold>(&event.body)) {
        put_password(connection, told->member, told->password);
    } else if (const auto* accessed = std::get_if<FileAccessed>(&event.body)) {
        if (own) add_access(connection, event, *accessed, event.at_ms);
    } else if (const auto* heard = std::get_if<FileAccessTold>(&event.body)) {
        if (heard->source_origin != m_self.till) add_access(connection, event, *heard, heard->at_ms);
        if (heard->access == FileAccess::copied) {
            run(connection, "DELETE FROM privacy_wishes WHERE member = ?1 AND wish = 'copy'", heard->member);
        }
    } else if (const auto* asked = std::get_if<PrivacyAsked>(&event.body)) {
        if (!own) return;
        run(connection, "INSERT OR REPLACE INTO privacy_wishes (member, wish) VALUES (?1, ?2)", asked->member,
            asked->wish);
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        for (const std::string_view table : {"passwords", "password_tries", "file_accesses", "privacy_wishes"}) {
            std::string sql{"DELETE FROM "};
            run(connection, (sql += table) += " WHERE member = ?1", erased->member);
        }
    }
}

} // namespace guitai
