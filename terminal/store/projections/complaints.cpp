#include "terminal/store/projections/complaints.hpp"

#include "sync/complaints/tables.hpp"
#include "terminal/store/erased_members.hpp"

namespace guitai {

void ComplaintsProjection::apply(database::Connection& connection, const Event& event)
{
    const bool own{event.origin == m_self.till};
    const auto is_known = [&](const MemberId& member) { return !is_erased(connection, member); };
    if (const auto* opened = std::get_if<ComplaintOpened>(&event.body)) {
        if (own && is_known(opened->member)) complaints::put(connection, opened->member, opened->complaint);
    } else if (const auto* answered = std::get_if<ComplaintAnswered>(&event.body)) {
        if (own && is_known(answered->member)) {
            complaints::put(connection, answered->member, answered->complaint, answered->answer);
        }
    } else if (const auto* told = std::get_if<ComplaintTold>(&event.body)) {
        if (is_known(told->member)) complaints::put(connection, told->member, told->complaint);
    } else if (const auto* answer = std::get_if<ComplaintAnswerTold>(&event.body)) {
        if (is_known(answer->member)) complaints::put(connection, answer->member, answer->complaint, answer->answer);
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        complaints::forget(connection, erased->member);
    }
}

} // namespace guitai
