// The words of `guitai-office`. Reads them, opens the books and calls the command;
// decides nothing else.
#pragma once

#include <iosfwd>

namespace guitai::office {

// 0: done. 1: `verify` found something. 2: refused or failed, with one line on `err`.
[[nodiscard]] int run_command_line(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

} // namespace guitai::office
