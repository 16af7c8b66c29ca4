// How far the talk with the customer in hand has come (服务五步), and what it costs
// her. The till sees it by itself; nobody has to tap for it.
#pragma once

#include "terminal/app/till_state.hpp"

#include <string>

namespace guitai {

// What the till sees a customer do, by the step it belongs to.
enum class TalkStep : std::int64_t { learn = 1, show = 2, choose = 3, advise = 4, farewell = 5 };

// The talk has come so far at least; never back.
void advance_talk(Desk& desk, TalkStep step);

// As it is written with what happens now: with a number, the same as long as the customer is here.
[[nodiscard]] Talk talk_to_write(const Desk& desk);
// The talk with the number it was written with.
void keep_talk(Desk& desk, const Talk& talk);

// For a ticket that is given up: what is to be written of it, or nothing where there was no talk.
[[nodiscard]] std::vector<EventBody> talk_given_up(const Desk& desk);

// Of the open shift, else of the clock.
[[nodiscard]] std::string business_date(const Desk& desk);

} // namespace guitai
