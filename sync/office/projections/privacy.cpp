#include "sync/office/projections/privacy.hpp"

#include "sync/office/projections/stored.hpp"

namespace guitai::office {
namespace {

void forgive(database::Connection& connection, const MemberId& member)
{
    database::Statement{connection, "DELETE FROM password_tries WHERE member = ?1"}.bind(1, member.text).run();
}

void put_password(database::Connection& connection, const PasswordTold& told)
{
    const auto known = password_of(connection, told.member);
    if (known && !takes_the_place_of(told.password, *known)) return;
    database::Statement{connection, "INSERT INTO passwords (member, hash, at_ms) VALUES (?1, ?2, ?3)"
                                    " ON CONFLICT (member) DO UPDATE SET hash = excluded.hash,"
                                    " at_ms = excluded.at_ms"}
        .bind(1, told.member.text)
        .bind(2, told.password.hash)
        .bind(3, told.password.at_ms)
        .run();
    forgive(connection, told.member);
}

void count_try(database::Connection& connection, const FileAccessTold& told)
{
    if (told.access == FileAccess::opened || told.access == FileAccess::own) return forgive(connection, told.member);
    if (told.access != FileAccess::tried) return;
    database::Statement{connection,
                        "INSERT INTO password_tries (member, failed, last_at_ms) VALUES (?1, 1, ?2)"
                        " ON CONFLICT (member) DO UPDATE SET failed = password_tries.failed + 1,"
                        " last_at_ms = CASE WHEN excluded.last_at_ms > password_tries.last_at_ms"
                        " THEN excluded.last_at_ms ELSE password_tries.last_at_ms END"}
        .bind(1, told.member.text)
        .bind(2, told.at_ms)
        .run();
}

void end_wish(database::Connection& connection, const MemberId& member, PrivacyWish wish)
{
    database::Statement{connection, "DELETE FROM privacy_wishes WHERE member = ?1 AND wish = ?2"}
        .bind(1, member.text)
        .bind(2, word_of(wish))
        .run();
}

void add_access(database::Connection& connection, const Event& event, const FileAccessTold& told)
{
    count_try(connection, told);
    database::Statement{connection, "INSERT INTO file_accesses (member, at_ms, number, access, staff, role, store)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"}
        .bind(1, told.member.text)
        .bind(2, told.at_ms)
        .bind(3, event.number)
        .bind(4, word_of(told.access))
        .bind(5, told.staff.text)
        .bind(6, word_of(told.role))
        .bind(7, told.store.text)
        .run();
    if (told.access == FileAccess::copied) end_wish(connection, told.member, PrivacyWish::copy);
}

void add_wish(database::Connection& connection, const Event& event, const PrivacyAsked& asked)
{
    database::Statement{connection, "INSERT INTO privacy_wishes (member, wish, asked_at_ms, store, staff)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (member, wish) DO NOTHING"}
        .bind(1, asked.member.text)
        .bind(2, word_of(asked.wish))
        .bind(3, event.at_ms)
        .bind(4, asked.store.text)
        .bind(5, asked.staff.text)
        .run();
}

void erase(database::Connection& connection, const Event& event, const MemberErased& erased)
{
    for (const std::string_view table : {"passwords", "password_tries", "file_accesses", "privacy_wishes"}) {
        std::string sql{"DELETE FROM "};
        database::Statement{connection, (sql += table) += " WHERE member = ?1"}.bind(1, erased.member.text).run();
    }
    database::Statement{connection, "INSERT INTO erased_members (member, staff, at_ms) VALUES (?1, ?2, ?3)"
                                    " ON CONFLICT (member) DO NOTHING"}
        .bind(1, erased.member.text)
        .bind(2, erased.staff.text)
        .bind(3, event.at_ms)
        .run();
}

} // namespace

void Privacy::fold(database::Connection& connection, const Event& event)
{
    std::visit(Cases{[&](const PasswordTold& told) { put_password(connection, told); },
                     [&](const FileAccessTold& told) { add_access(connection, event, told); },
                     [&](const PrivacyAsked& asked) { add_wish(connection, event, asked); },
                     [&](const MemberErased& erased) { erase(connection, event, erased); },
                     [](const auto&) {}},
               event.body);
}

std::optional<Password> password_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT hash, at_ms FROM passwords WHERE member = ?1"};
    find.bind(1, member.text);
    if (!find.step()) return std::nullopt;
    return Password{find.text(0), find.integer(1)};
}

PasswordTries password_tries(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT failed, last_at_ms FROM password_tries WHERE member = ?1"};
    find.bind(1, member.text);
    if (!find.step()) return {};
    return {find.integer(0), find.integer(1)};
}

std::vector<AccessRow> accesses_of(database::Connection& connection, const MemberId& member, std::int64_t limit)
{
    std::string sql{"SELECT member, access, staff, role, store, at_ms FROM file_accesses"};
    if (!member.empty()) {
        sql += " WHERE (member = ?2 OR member IN (SELECT member FROM members WHERE merged_into = ?2))";
    }
    database::Statement find{connection, sql += " ORDER BY at_ms DESC, number DESC LIMIT ?1"};
    find.bind(1, limit);
    if (!member.empty()) find.bind(2, member.text);
    std::vector<AccessRow> rows;
    while (find.step()) {
        rows.push_back({{find.text(0)},
                        stored_word<FileAccess>(find.text(1)),
                        {find.text(2)},
                        stored_word<Role>(find.text(3)),
                        {find.text(4)},
                        find.integer(5)});
    }
    return rows;
}

std::int64_t last_read_at(database::Connection& connection, const MemberId& member, const StaffName& staff)
{
    database::Statement find{connection, "SELECT MAX(at_ms) FROM file_accesses WHERE member = ?1 AND staff = ?2"
                                         " AND access = 'read' AND store = ''"};
    find.bind(1, member.text).bind(2, staff.text);
    return find.step() ? find.integer(0) : 0;
}

std::vector<WishRow> open_wishes(database::Connection& connection, const MemberId& member)
{
    std::string sql{"SELECT member, wish, asked_at_ms, store, staff FROM privacy_wishes"};
    if (!member.empty()) sql += " WHERE member = ?1";
    database::Statement find{connection, sql += " ORDER BY asked_at_ms, member, wish"};
    if (!member.empty()) find.bind(1, member.text);
    std::vector<WishRow> rows;
    while (find.step()) {
        rows.push_back({{find.text(0)}, stored_word<PrivacyWish>(find.text(1)), find.integer(2), {find.text(3)},
                        {find.text(4)}});
    }
    return rows;
}

std::vector<ErasedRow> erased_members(database::Connection& connection, std::int64_t limit)
{
    database::Statement find{connection, "SELECT member, staff, at_ms FROM erased_members ORDER BY at_ms DESC, member"
                                         " LIMIT ?1"};
    find.bind(1, limit);
    std::vector<ErasedRow> rows;
    while (find.step()) rows.push_back({{find.text(0)}, {find.text(1)}, find.integer(2)});
    return rows;
}

bool is_erased(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT 1 FROM erased_members WHERE member = ?1"};
    find.bind(1, member.text);
    return find.step();
}

} // namespace guitai::office
