#include "sync/office/member_site/member_sessions.hpp"

#include "sync/events/password.hpp"
#include "sync/office/crypto.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"

namespace guitai::office {
namespace {

constexpr std::size_t key_bytes{24};
constexpr std::int64_t minute_ms{60'000};

void note_herself(Office& office, const database::Transaction& open, const MemberId& member, FileAccess access)
{
    office.say(open, FileAccessTold{member, access, {}, Role::clerk, {}, office.now_ms(), office_origin, 0});
}

} // namespace

Result<void> count_password_try(Office& office, const database::Transaction& open, const MemberId& member)
{
    const PasswordTries tries{password_tries(office.connection(), member)};
    if (const auto until_ms = password_locked_until(tries.failed, tries.last_at_ms, office.now_ms()); until_ms != 0) {
        return refuse("password.locked", std::to_string((until_ms - office.now_ms() + minute_ms - 1) / minute_ms));
    }
    note_herself(office, open, member, FileAccess::tried);
    return {};
}

NewMemberSession begin_member_session(Office& office, const database::Transaction& open, const MemberId& member)
{
    database::Connection& connection{office.connection()};
    NewMemberSession begun{random_hex(office.chance(), key_bytes),
                           {member, random_hex(office.chance(), key_bytes)}};
    database::Statement{connection, "DELETE FROM member_sessions WHERE expires_at_ms < ?1"}
        .bind(1, office.now_ms())
        .run();
    database::Statement{connection, "INSERT INTO member_sessions (session_hash, member, form_token, expires_at_ms)"
                                    " VALUES (?1, ?2, ?3, ?4)"}
        .bind(1, hash_of(begun.key))
        .bind(2, member.text)
        .bind(3, begun.session.form_token)
        .bind(4, office.now_ms() + member_session_ms)
        .run();
    note_herself(office, open, member, FileAccess::own);
    return begun;
}

void end_member_session(Office& office, const database::Transaction& /*open*/, std::string_view key)
{
    database::Statement{office.connection(), "DELETE FROM member_sessions WHERE session_hash = ?1"}
        .bind(1, hash_of(key))
        .run();
}

std::optional<MemberSession> find_member_session(database::Connection& reads, std::string_view key,
                                                 std::int64_t now_ms)
{
    if (key.empty()) return std::nullopt;
    database::Statement find{reads, "SELECT member, form_token FROM member_sessions WHERE session_hash = ?1"
                                    " AND expires_at_ms > ?2"};
    find.bind(1, hash_of(key)).bind(2, now_ms);
    if (!find.step()) return std::nullopt;
    return MemberSession{{find.text(0)}, find.text(1)};
}

Result<void> choose_password(Office& office, const database::Transaction& open, const MemberId& member,
                             const std::string& password, const std::string& hash)
{
    const auto profile = find_member(office.connection(), member.text);
    if (!profile) return refuse("member.not_found", member.text);
    if (auto good = check_new_password(*profile, password); !good) return good;
    const std::int64_t at_ms{next_password_at(password_of(office.connection(), member), office.now_ms())};
    office.say(open, PasswordTold{member, {hash, at_ms}, office_origin, 0});
    // Whoever else is signed in with the old one is not any more.
    database::Statement{office.connection(), "DELETE FROM member_sessions WHERE member = ?1"}
        .bind(1, member.text)
        .run();
    return {};
}

} // namespace guitai::office
