#include "sync/office/projections/profile_sources.hpp"

#include "sync/events/profile_part.hpp"
#include "sync/office/projections/stored.hpp"

namespace guitai::office {
namespace {

void note(database::Connection& connection, const MemberId& member, ProfilePart part, const FaceToFace& said)
{
    database::Statement{connection, "INSERT INTO profile_sources (member, part, at_ms, store, staff)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (member, part) DO UPDATE SET"
                                    " at_ms = excluded.at_ms, store = excluded.store, staff = excluded.staff"}
        .bind(1, member.text)
        .bind(2, word_of(part))
        .bind(3, said.at_ms)
        .bind(4, said.store.text)
        .bind(5, said.staff.text)
        .run();
}

} // namespace

void ProfileSources::fold(database::Connection& connection, const Event& event)
{
    if (const auto* joined = std::get_if<MemberEnrolled>(&event.body)) {
        for (const auto& [part, word] : Words<ProfilePart>::all) {
            if (part_of(joined->profile, part).empty()) continue;
            note(connection, joined->profile.member, part, {event.at_ms, joined->store, joined->staff});
        }
    } else if (const auto* corrected = std::get_if<MemberCorrected>(&event.body)) {
        note(connection, corrected->member, corrected->part, {event.at_ms, corrected->store, corrected->staff});
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        database::Statement{connection, "DELETE FROM profile_sources WHERE member = ?1"}
            .bind(1, erased->member.text)
            .run();
    }
}

std::map<ProfilePart, FaceToFace> said_face_to_face(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT part, at_ms, store, staff FROM profile_sources WHERE member = ?1"};
    find.bind(1, member.text);
    std::map<ProfilePart, FaceToFace> parts;
    while (find.step()) {
        parts[stored_word<ProfilePart>(find.text(0))] = {find.integer(1), {find.text(2)}, {find.text(3)}};
    }
    return parts;
}

} // namespace guitai::office
