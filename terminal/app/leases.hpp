// The leases of this process: what is heard of them, what is in the hand for a member,
// and giving back what no ticket needs.
#pragma once

#include "terminal/app/till_state.hpp"
#include "terminal/domain/points_pay.hpp"

#include <string>
#include <vector>

namespace guitai {

struct LeaseWish {
    std::string account{};
    std::int64_t amount{0}; // Points, or fen.
    bool exact{true};       // False: as much of it as there is will do.
};

// Writes what this process does. Before the first of it stands till_started, and from there on the process may be
// armed; not sooner, for a till that was put back to an older copy must first hear of its own later events.
std::vector<Event> record(const Desk& desk, std::vector<EventBody> bodies, std::vector<PrintJob> jobs = {});
// The last one: after it nothing is in the hand.
void end_process(Desk& desk);

// Takes what the head office just said of this till's leases.
void hear_leases(Desk& desk, const Event& event);

// What the member's points can be drawn from here and now, without asking anybody.
[[nodiscard]] std::vector<PointsSource> in_hand(const Desk& desk, const std::string& account);

// With the cable out what is earned or paid in here may be spent here at once: nobody else can know of it.
[[nodiscard]] bool keeps_what_is_born(const Desk& desk);

// Asks the head office for `amount` more of that account; `ask` is the number of the question, drawn where it is 0.
// True: it is in the books and in the hand, as much of it as was granted. False: it is waited for. Refuses as the
// head office does, and points.office_away also where another copy of this till runs.
[[nodiscard]] Result<bool> ask_for_lease(Desk& desk, const LeaseWish& wish, std::int64_t& ask);

// The same for a wish that is kept until the answer comes, which may be before the question has returned: it must not
// start the same question again. Where the answer can not be kept, the wish is gone and the next tap begins anew.
template<typename Wish>
[[nodiscard]] Result<bool> ask_for_wish(Desk& desk, Wish& wish, const LeaseWish& wanted)
{
    wish.waiting = wish.busy = true;
    try {
        auto granted = ask_for_lease(desk, wanted, wish.ask);
        wish.busy = false;
        return granted;
    } catch (...) {
        wish = {};
        throw;
    }
}

// Gives back leases that no ticket needs, once the head office can be reached; closes those that are used up.
void tend_leases(Desk& desk);

// A shop of its own is the authority over its points: it says itself that a day has begun.
void begin_points_day(Desk& desk, std::vector<EventBody>& bodies);

// Reads each lease of the hand.
void show_leases(Desk& desk);
// What the memory knows of it, and no more.
void show_hand(Desk& desk);

} // namespace guitai
