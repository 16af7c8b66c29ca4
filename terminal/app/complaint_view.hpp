// A complaint as a screen shows it: what is to be done next, and whether that is late.
#pragma once

#include "sync/events/complaint.hpp"

#include <optional>
#include <string>
#include <vector>

namespace guitai {

struct ComplaintView {
    ComplaintCase what;
    std::string member_name, form_of_address;
    std::string goods, goods_en; // That it is about, by name; empty: none, or they are not in the catalogue any more.
    std::optional<DueDuty> next; // Nothing: it is closed.
    bool late{false};
};

} // namespace guitai
