// What a clerk waits for between the scanner's beep and the picture: the command,
// and the frame that shows it, as triangles for the graphics card.
#pragma once

#include "terminal/app/till.hpp"

#include <functional>
#include <string>

namespace guitai::bench {

// `next_barcode` gives one that is sold, another each time. Leaves the ticket empty.
void measure_long_ticket(Till& till, const std::function<std::string()>& next_barcode);

} // namespace guitai::bench
