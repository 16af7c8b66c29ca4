// What a member sees of herself, on the display that faces her or on the till turned to her: with her password alone.
#pragma once

#include "terminal/app/till_state.hpp"

namespace guitai {

// Brings it up to date, where it is open.
void show_own_file(Desk& desk);

// Who says what is said now: nobody of the shop while a member is at her own file.
[[nodiscard]] StaffName speaker(const Desk& desk);

} // namespace guitai
