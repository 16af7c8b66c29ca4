// What the people of the head office do on a member's page: end her consents, tie her numbers, correct her points.
#include "sync/office/console/areas.hpp"
#include "sync/office/console/console.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/correct_points.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/member_news.hpp"
#include "sync/office/projections/members.hpp"
#include "sync/office/together.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

std::string page_of(const MemberId& member) { return fmt::format("/console/service?q={}", escaped(member.text)); }

Response ended(const MemberId& member, const Result<void>& done, std::string_view what)
{
    if (done) return see_other(fmt::format("{}&done={}", page_of(member), what));
    return see_other(fmt::format("{}&problem={}", page_of(member), escaped(done.error().code)));
}

} // namespace

// POST /console/service[/points], of the member in the form.
Response Console::serve_member(Visit& visit)
{
    if (!may_enter(visit.session->role, Area::service)) return sorry(visit, "console.not_allowed", 403);
    const MemberId member{field_of(visit.form, "member")};
    if (!is_member(visit.reads, member)) return sorry(visit, "console.not_found", 404);
    const std::string what{visit.part(2)};
    if (what == "points") return correct(visit, member);
    if (!what.empty()) return sorry(visit, "console.not_found", 404);
    const MemberId merged{field_of(visit.form, "merged")};
    return merged.empty() ? withdraw(visit, member) : tie(visit, member, merged);
}

// She does not want to hear from us.
Response Console::withdraw(Visit& visit, const MemberId& member)
{
    const auto done = write_now<std::int64_t>(m_writing, [&](Office& office, const database::Transaction& open) {
        return withdraw_consents(office, open, member, visit.session->staff);
    });
    return done ? ended(member, {}, "withdrawn") : sorry(visit, "console.busy", 503);
}

// She was entered twice, or was not.
Response Console::tie(Visit& visit, const MemberId& kept, const MemberId& merged)
{
    const bool parts{field_of(visit.form, "act") == "part"};
    const StaffName staff{visit.session->staff};
    const auto tied = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return parts ? part_members(office, open, merged, staff) : merge_members(office, open, {kept, merged, staff});
    });
    return tied ? ended(kept, *tied, parts ? "parted" : "merged") : sorry(visit, "console.busy", 503);
}

Response Console::correct(Visit& visit, const MemberId& member)
{
    if (!may_correct_points(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    const auto points = whole_number(field_of(visit.form, "points"));
    const PointsCorrection correction{member, points.value_or(0), field_of(visit.form, "reason"),
                                      field_of(visit.form, "once"), visit.session->staff};
    const auto done = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return correct_points(office, open, correction);
    });
    return done ? ended(member, *done, "corrected") : sorry(visit, "console.busy", 503);
}

} // namespace guitai::office
