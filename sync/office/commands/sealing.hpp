// Books of the head office that say nothing to whoever steals their disk.
#pragma once

#include "sync/events/result.hpp"
#include "sync/office/commands/member_commands.hpp"

#include <string>

namespace guitai::office {

// `database` is "sqlite:PATH?key=FILE". A key that is not there yet is made. One line to print. Refuses seal.no_key
// where the address names none, seal.sealed and seal.plain where there is nothing to do.
[[nodiscard]] Result<std::string> seal_books(const std::string& database);
[[nodiscard]] Result<std::string> unseal_books(const std::string& database);

void add_sealing_commands(const AddCommand& add);

} // namespace guitai::office
