#include "sync/office/projections/complaint_cases.hpp"

#include "sync/complaints/tables.hpp"
#include "sync/office/projections/members.hpp"

namespace guitai::office {

void ComplaintCases::fold(database::Connection& connection, const Event& event)
{
    if (const auto* told = std::get_if<ComplaintTold>(&event.body)) {
        complaints::put(connection, told->member, told->complaint);
    } else if (const auto* answer = std::get_if<ComplaintAnswerTold>(&event.body)) {
        complaints::put(connection, answer->member, answer->complaint, answer->answer);
    } else if (const auto* erased = std::get_if<MemberErased>(&event.body)) {
        complaints::forget(connection, erased->member);
    }
}

std::vector<ComplaintCase> complaints_of(database::Connection& connection, const MemberId& member)
{
    auto numbers = merged_into(connection, member);
    numbers.push_back(member);
    return complaints::cases_of(connection, numbers);
}

} // namespace guitai::office
