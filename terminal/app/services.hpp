// Services that points pay (积分换服务), on the ticket in hand: what may be taken, which points they
// draw, and what of the sale says so.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/points_pay.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

// What the services on the ticket cost together.
[[nodiscard]] std::int64_t service_points(const Desk& desk);

// What is in the hand for that account beside what the services on the ticket draw.
[[nodiscard]] std::vector<PointsSource> hand_beside_services(const Desk& desk, const std::string& account);

// Whether the ticket may be paid with them: refuses service.needs_purchase, which names what is missing,
// service.needs_member, and service.not_enough_points where they expired while the ticket waited.
[[nodiscard]] Result<void> check_services(const Desk& desk);

void put_services(const Desk& desk, SaleCompleted& sale);

// Nothing of a ticket stays on the next one, and nothing of one member's with another.
void forget_services(Desk& desk);

// The lease that was waited for is here: goes on where the wish stood.
void go_on_with_service(Desk& desk);
[[nodiscard]] bool hears_service(const Desk& desk, const HearLease& heard);
[[nodiscard]] Result<void> forget_service_wish(Desk& desk, const HearLease& heard);

// Of a ticket that is taken up again; false where one of them can not be had any more.
[[nodiscard]] bool take_up_services(Desk& desk, const std::vector<std::string>& services);

void show_services(Desk& desk);

// Of a finished ticket.
[[nodiscard]] std::vector<ServiceTakenView> services_of(const Desk& desk, const SaleCompleted& sale);

} // namespace guitai
