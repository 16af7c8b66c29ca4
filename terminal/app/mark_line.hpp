// Which piece it is (序列号、批号), where the catalogue asks for it.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/till_state.hpp"

namespace guitai {

// Before any money is taken. Refuses pay.needs_serial and pay.needs_lot, with the goods' name.
[[nodiscard]] Result<void> check_marks(const Desk& desk);

// Refuses cart.serial_sold, with the receipt on which this till sold that very piece.
[[nodiscard]] Result<void> check_unsold(const Desk& desk, const Sku& sku, const std::string& serial);

// A code that stands for nothing else is the serial number of the piece that waits for one, the latest first.
// Refuses scan.unknown where none does, and like MarkLine.
[[nodiscard]] Result<void> take_scanned_serial(Desk& desk, const std::string& code);

} // namespace guitai
