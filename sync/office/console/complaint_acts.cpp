// What people of the head office, and owners for their shop, do about complaints.
#include "sync/complaints/tables.hpp"
#include "sync/office/complaint_desk.hpp"
#include "sync/office/console/areas.hpp"
#include "sync/office/console/console.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/doorway.hpp"

#include <fmt/format.h>

namespace guitai::office {

// POST /console/complaints, a new one of the member in the form; POST /console/complaints/C1-000002, an answer.
Response Console::serve_complaint(Visit& visit)
{
    if (!may_answer_complaints(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    const ComplaintId complaint{visit.part(2)};
    if (complaint.empty()) return take_complaint(visit);
    const auto known = complaints::find(visit.reads, complaint);
    const PlaceCode own{visit.session->role == Role::owner ? visit.session->store : PlaceCode{}};
    const bool is_seen{known && visit.part(3).empty() && (own.empty() || known->complaint.store == own)};
    ComplaintDuty duty{ComplaintDuty::call};
    if (!is_seen || !read_word(field_of(visit.form, "duty"), duty)) return sorry(visit, "console.not_found", 404);

    const auto done = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return answer_complaint(office, open, complaint, duty, field_of(visit.form, "words"), visit.session->staff);
    });
    if (!done) return sorry(visit, "console.busy", 503);
    const std::string page{fmt::format("/console/complaints/{}", escaped(complaint.text))};
    if (*done) return see_other(page + "?done=answered");
    return see_other(fmt::format("{}?problem={}", page, escaped(done->error().code)));
}

// At the head office only: owners take complaints at their counter.
Response Console::take_complaint(Visit& visit)
{
    if (!may_decide(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    NewComplaint wanted;
    wanted.member = {field_of(visit.form, "member")};
    if (!read_word(field_of(visit.form, "matter"), wanted.matter)) return sorry(visit, "console.not_found", 404);
    wanted.about = field_of(visit.form, "about");
    wanted.sku = {field_of(visit.form, "sku")};
    wanted.store = {field_of(visit.form, "store")};
    wanted.once = field_of(visit.form, "once");
    wanted.staff = visit.session->staff;
    const auto done = write_now<Result<void>>(m_writing, [&](Office& office, const database::Transaction& open) {
        return open_complaint(office, open, wanted);
    });
    if (!done) return sorry(visit, "console.busy", 503);
    const std::string page{fmt::format("/console/service?q={}", escaped(wanted.member.text))};
    if (*done) return see_other(page + "&done=complained");
    return see_other(fmt::format("{}&problem={}", page, escaped(done->error().code)));
}

} // namespace guitai::office
