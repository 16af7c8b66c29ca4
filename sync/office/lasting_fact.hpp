// What a head office draws by chance once and keeps for good: its name, the name of its
// history, the secrets that keys are worked out of. They never leave its database.
#pragma once

#include "sync/database/database.hpp"
#include "sync/office/chance.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace guitai::office {

// Empty: it was never drawn.
[[nodiscard]] std::string find_lasting_fact(database::Connection& connection, std::string_view name);
// Drawn now where it never was: `bytes` as hex. Inside a transaction; of two that draw, one is kept.
[[nodiscard]] std::string lasting_fact(database::Connection& connection, Chance& chance, std::string_view name,
                                       std::size_t bytes);

} // namespace guitai::office
