// Charges at the payment terminal, from the question to the last word: on a
// ticket, declined, or undone. What a charge means for the ticket is decided
// here; how a terminal is spoken to, the port knows.
#pragma once

#include "terminal/app/till_state.hpp"

namespace guitai {

// Charges in the books that neither this till's memory nor the ticket knows, as after
// a start: each is looked up, and undone where it was made.
void take_up_open_cards(Desk& desk);

// The ticket does not want the charge any more that the terminal is busy with; undone, if there is one.
void stop_waiting(Desk& desk);

// A card tender was taken off the ticket: its charge is undone where a terminal made it.
void give_card_back(Desk& desk, const TenderTaken& taken);

void show_cards(Desk& desk);

} // namespace guitai
