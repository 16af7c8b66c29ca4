// The words of the command line that are about orders: who sends them, and what shops have of them.
#pragma once

#include "sync/office/commands/command_run.hpp"
#include "sync/office/commands/member_commands.hpp"

namespace guitai::office {

void add_order_commands(const AddCommand& add, Said& said);

// Refuses like read_fulfilment(), and store.unknown for a place that is none. One line to print.
[[nodiscard]] Result<std::string> set_fulfilment(Office& office, std::string_view json);
// CSV, a line an order that was worn or came back.
// The same of what sending goods back cost.
[[nodiscard]] std::string return_freight_csv(database::Connection& connection, const PlaceCode& store);

[[nodiscard]] std::string dealer_shares_csv(database::Connection& connection, const PlaceCode& store);

} // namespace guitai::office
