// The commands about members: tiers, who may be written to, and the privacy officer's own.
#pragma once

#include "sync/office/commands/command_run.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

namespace guitai::office {

// Puts a command beside the others, with its --db.
using AddCommand = std::function<CLI::App*(const std::string& name, const std::string& what, Command command)>;

void add_member_commands(const AddCommand& add, Said& said);

} // namespace guitai::office
