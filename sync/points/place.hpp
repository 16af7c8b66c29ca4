// Internal to the book: lots and leases keep the order in which they came.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

namespace guitai::purse {

// After all that there are; from 1.
template<typename Named>
[[nodiscard]] std::int64_t next_place(const std::map<std::string, Named>& all)
{
    std::int64_t last{0};
    for (const auto& [id, one] : all) last = std::max(last, one.place);
    return last + 1;
}

} // namespace guitai::purse
