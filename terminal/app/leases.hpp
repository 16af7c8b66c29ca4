// The leases of this process: what is heard of them, what is in the hand for a member,
// and giving back what no ticket needs.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/points_pay.hpp"

#include <string>
#include <vector>

namespace guitai {

// Writes what this process does. Before the first of it stands till_started, and from there on the process may be
// armed; not sooner, for a till that was put back to an older copy must first hear of its own later events.
std::vector<Event> record(const Desk& desk, std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {});
// The last one: after it nothing is in the hand.
void end_process(Desk& desk);

// Takes what the head office just said of this till's leases.
void hear_leases(Desk& desk, const Event& event);

// What the member's points can be drawn from here and now, without asking anybody.
[[nodiscard]] std::vector<PointsSource> in_hand(const Desk& desk, const std::string& account);

// Gives back leases that no ticket needs, once the head office can be reached; closes those that are used up.
void tend_leases(Desk& desk);

// A shop of its own is the authority over its points: it says itself that a day has begun.
void begin_points_day(Desk& desk, std::vector<EventBody>& bodies);

// Reads each lease of the hand.
void show_leases(Desk& desk);
// What the memory knows of it, and no more.
void show_hand(Desk& desk);

} // namespace guitai
