// Membership fees (会费) and services that points pay (积分换服务), as they come in: what is told to
// people because somebody lost by it, and what all tills have to know.
#pragma once

#include "sync/office/office.hpp"

#include <vector>

namespace guitai::office {

// A fee of a member nobody knows: fee.unknown_member. It stands; it was taken.
[[nodiscard]] std::vector<Refusal> concerns_about_club(database::Connection& connection, const MembershipPaid& paid);
// A fee that went back before, points that are in no lease of that till any more: fee.refunded_twice,
// points.spent_twice. The money is gone, and its loss has a name.
[[nodiscard]] std::vector<Refusal> concerns_about_club(database::Connection& connection, const Event& event,
                                                       const MembershipRefunded& refunded);
// service.returned_twice: the points went back once.
[[nodiscard]] std::vector<Refusal> concerns_about_club(database::Connection& connection,
                                                       const ServiceReturned& returned);

void tell_club(Office& office, const database::Transaction& open, const Event& event, const MembershipPaid& paid);
void tell_club(Office& office, const database::Transaction& open, const Event& event,
               const MembershipRefunded& refunded);
void tell_club(Office& office, const database::Transaction& open, const Event& event, const ServiceReturned& returned);

} // namespace guitai::office
