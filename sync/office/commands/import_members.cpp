#include "sync/office/commands/imports.hpp"

#include "sync/catalogue/members_csv.hpp"
#include "sync/events/profile_part.hpp"
#include "sync/events/time.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/profile_sources.hpp"
#include "sync/office/together.hpp"
#include "sync/points/points.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::string_view actor{"guitai-office"};
constexpr std::string_view subject{"import"};

// Ids of members that the head office enrols; members are never deleted, so a
// count that was free stays behind us.
class NewIds {
public:
    explicit NewIds(database::Connection& connection) : m_connection{connection}
    {
        database::Statement find{connection, "SELECT COUNT(*) FROM members WHERE member LIKE 'M0-%'"};
        if (find.step()) m_count = find.integer(0);
    }

    MemberId next()
    {
        MemberId id;
        do id = make_member_id(office_origin, ++m_count);
        while (is_member(m_connection, id));
        return id;
    }

private:
    database::Connection& m_connection;
    std::int64_t m_count{0};
};

// What the file knows and the profile has no place for goes where people read it.
std::string note_with(const ImportedMember& member)
{
    std::string note{member.profile.note};
    for (const auto& [heading, text] : member.attributes) {
        if (!note.empty()) note += "; ";
        note += fmt::format("{}: {}", heading, text);
    }
    return note;
}

// The file's word where it has one, else what is known already.
MemberProfile merged(const MemberProfile& file, bool names_limit, const MemberProfile& known)
{
    MemberProfile profile{file};
    for (auto field : {&MemberProfile::name, &MemberProfile::reading, &MemberProfile::form_of_address,
                       &MemberProfile::tier, &MemberProfile::birthday, &MemberProfile::usual_size, &MemberProfile::note,
                       &MemberProfile::card, &MemberProfile::joined_on, &MemberProfile::first_bought_on,
                       &MemberProfile::monthly_use, &MemberProfile::payday}) {
        if ((profile.*field).empty()) profile.*field = known.*field;
    }
    // The day belongs to the tier: another one does not end with the one before.
    if (profile.tier_until.empty() && profile.tier == known.tier) profile.tier_until = known.tier_until;
    if (!names_limit) profile.account_limit = known.account_limit;
    profile.member = known.member;
    // No file says whose purse she shares, who brought her, or that she was entered twice.
    profile.account = known.account;
    profile.generation = known.generation;
    profile.referred_by = known.referred_by;
    profile.merged_into = known.merged_into;
    return profile;
}

// What she said herself at a counter, no file writes over. Gives the number of parts that stay so.
std::size_t keep_her_word(database::Connection& connection, const MemberProfile& known, MemberProfile& profile)
{
    std::size_t kept{0};
    for (const auto& [part, said] : said_face_to_face(connection, known.member)) {
        if (part_of(known, part).empty() || part_of(profile, part) == part_of(known, part)) continue;
        part_of(profile, part) = part_of(known, part);
        ++kept;
    }
    return kept;
}

std::int64_t imported_before(database::Connection& connection, const MemberId& member, std::string_view expires_on)
{
    database::Statement find{connection, "SELECT COALESCE(SUM(points), 0) FROM points_posts"
                                         " WHERE member = ?1 AND expires_on = ?2 AND reason = 'imported'"};
    find.bind(1, member.text).bind(2, expires_on);
    return find.step() ? find.integer(0) : 0;
}

// Points in the file are a level too: only the difference to an earlier import is posted.
void post_points(Office& office, const database::Transaction& open, const MemberId& member,
                 const ImportedMember& imported, const std::string& today)
{
    bool any{false};
    for (const ImportedPoints& lot : imported.points) {
        const std::string expires_on{lot.expires_on.empty() ? expiry_of(today) : lot.expires_on};
        const std::int64_t more{lot.points - imported_before(office.connection(), member, expires_on)};
        if (more == 0) continue;
        any = true;
        office.say(
            open,
            PointsPosted{member, more, expires_on, PointsReason::imported, std::string{subject}, office_origin, 0},
            actor);
    }
    if (any) tell_shares(office, open, {member}, {}, std::string{subject});
}

} // namespace

Result<Imported> import_members(Office& office, std::string_view bytes, Encoding encoding, const Progress& progress)
{
    const auto members = read_members(bytes, encoding);
    if (!members) return refuse(members.error());

    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    const std::string today{date_in(office.connection(), {}, office.now_ms())};
    NewIds ids{office.connection()};
    std::size_t added{0};
    std::size_t changed{0};
    std::size_t kept{0};
    for (const ImportedMember& imported : *members) {
        MemberProfile profile{imported.profile};
        profile.note = note_with(imported);
        const auto known = find_member(office.connection(), profile.phone);
        if (known) {
            profile = merged(profile, imported.names_limit, *known);
            kept += keep_her_word(office.connection(), *known, profile);
        } else {
            profile.member = ids.next();
        }
        if (profile.joined_on.empty()) profile.joined_on = today;
        if (!known || *known != profile) {
            office.say(open, MemberSet{profile, office_origin, 0}, actor);
            ++(known ? changed : added);
        }
        post_points(office, open, profile.member, imported, today);
        if (progress) progress(static_cast<std::size_t>(&imported - members->data()) + 1, members->size());
    }
    open.commit();
    std::string said{fmt::format("{} members: {} new, {} changed, {} as before", members->size(), added, changed,
                                 members->size() - added - changed)};
    if (kept > 0) said += fmt::format("; {} parts stay as members said them at a counter", kept);
    return Imported{std::move(said), {}};
}

} // namespace guitai::office
