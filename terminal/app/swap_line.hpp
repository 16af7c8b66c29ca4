// Another size or colour of a piece that was sold (换尺码、换颜色): it takes the
// piece's place on its receipt, nothing is paid and nothing is priced again.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// The two lines of a swap that was put aside, as far as it is still possible.
[[nodiscard]] Result<LineNumber> take_up_swap(const Desk& desk, const ParkedLine& back, const ParkedLine& out,
                                              Cart& cart);

} // namespace guitai
