// What the privacy officer does at the console, and the note of everybody who reads a member's file there.
#include "sync/office/console/areas.hpp"
#include "sync/office/console/console.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/erasure.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/projections/privacy.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

Reader reader_of(const Session& session) { return {session.staff, session.role}; }

} // namespace

bool Console::note_reader(const Visit& visit)
{
    const auto profile = find_member(visit.reads, visit.target.value("q"));
    if (!profile) return true; // Nobody's file is shown.
    const Reader reader{reader_of(*visit.session)};
    if (has_noted_reading(visit.reads, profile->member, reader, m_clock.now_ms())) return true;
    return write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
               note_reading(office, open, profile->member, reader);
               return true;
           })
        .has_value();
}

Response Console::hand_out_copy(Visit& visit, const MemberId& member)
{
    const auto copy = copy_of_member(visit.reads, member, m_clock.now_ms());
    if (!copy) return see_other(fmt::format("/console/privacy?problem={}", copy.error().code));
    const auto noted = write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        note_copy(office, open, member, reader_of(*visit.session));
        return true;
    });
    if (!noted) return sorry(visit, "console.busy", 503);
    Response response;
    response.type = "application/json; charset=utf-8";
    response.headers.emplace_back("Content-Disposition",
                                  fmt::format("attachment; filename=\"{}.json\"", escaped(member.text)));
    response.headers.emplace_back("Cache-Control", "no-store");
    response.body = *copy;
    return response;
}

// POST /console/privacy/{copy|erase|password}, of the member in the form.
Response Console::serve_privacy(Visit& visit)
{
    if (!may_enter(visit.session->role, Area::privacy)) return sorry(visit, "console.not_allowed", 403);
    const auto profile = find_member(visit.reads, field_of(visit.form, "member"));
    if (!profile) return see_other("/console/privacy?problem=member.not_found");
    const MemberId member{profile->member};
    const Reader reader{reader_of(*visit.session)};
    const std::string what{visit.part(2)};
    if (what == "copy") return hand_out_copy(visit, member);
    if (what != "erase" && what != "password") return sorry(visit, "console.not_found", 404);
    const auto done = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return what == "erase" ? erase_member(office, open, member, reader)
                               : take_password_away(office, open, member, reader);
    });
    if (!done) return sorry(visit, "console.busy", 503);
    if (!*done) {
        return see_other(fmt::format("/console/privacy?q={}&problem={}", escaped(member.text), done->error().code));
    }
    if (what == "erase") {
        // After the commit: what the log still holds of her goes with it.
        m_writing.submit(
            [](Office& office, const database::Transaction&) -> Writing::Told {
                return [&office] { sweep(office.connection(), Sweep::log); };
            },
            [](const std::string&) {});
    }
    return see_other(fmt::format("/console/privacy?done={}", what));
}

} // namespace guitai::office
