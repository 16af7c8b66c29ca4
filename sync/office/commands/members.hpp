// The chain's members as a whole: their tiers, and whom a message may go to.
#pragma once

#include "sync/office/office.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// Refuses like read_tiers(). Gives one line to print.
[[nodiscard]] Result<std::string> set_tiers(Office& office, std::string_view json);

// A CSV of those who agreed twice to be told about `purpose` by `channel`: phone, name, form of address. Refuses
// audience.bad_purpose and audience.bad_channel.
[[nodiscard]] Result<std::string> audience(Office& office, std::string_view purpose, std::string_view channel);

} // namespace guitai::office
