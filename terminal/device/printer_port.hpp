// The way to a printer: a socket, a device file or a plain file. One job at a
// time; blocks up to its timeouts, so it lives on the printer's thread, and lets
// go at once when it is told to give up, but for the looking up of a host's name,
// which is the system's.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/view.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guitai {

struct PrintOutcome {
    PrinterTrouble trouble{PrinterTrouble::none}; // None: all of it is printed, as far as the printer tells.
    bool begun{false};                            // Some of it may be on paper.
    std::string detail{};                         // Of a trouble, for the log.
};

class PrinterPort {
public:
    PrinterPort() = default;
    virtual ~PrinterPort() = default;
    PrinterPort(const PrinterPort&) = delete;
    PrinterPort& operator=(const PrinterPort&) = delete;

    // Where the printer answers it is asked how it is before and after; where it does
    // not, what was sent counts as printed.
    [[nodiscard]] virtual PrintOutcome send(std::string_view bytes) = 0;
    // From any thread: send() comes back soon, with a trouble, now and for ever.
    virtual void give_up() {}
};

inline constexpr int printer_connect_ms_max{3'000};
inline constexpr int printer_write_ms_max{10'000}; // Of one portion; a roll that runs out stops the bytes.
inline constexpr int printer_answer_ms_max{400};   // Before; a printer without an answer costs this once or twice.
inline constexpr int printer_done_ms_max{5'000};   // After; it answers when it has swallowed all.

// "tcp://HOST:9100", "usb:/dev/usb/lp0" or "file:PATH" (each job is added at the
// end). Refuses printer.bad_address; a printer that is off is no bad address.
[[nodiscard]] Result<std::unique_ptr<PrinterPort>> open_printer(const std::string& address);

// The same for several, the one to be used first in front, and others to stand in for it.
[[nodiscard]] Result<std::vector<std::unique_ptr<PrinterPort>>>
open_printers(const std::vector<std::string>& addresses);

} // namespace guitai
