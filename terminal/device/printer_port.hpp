// The way to a printer: a socket, a device file or a plain file. One job at a
// time, whole or refused; blocks up to its timeouts, so it lives on the printer's thread.
#pragma once

#include "sync/events/result.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace guitai {

class PrinterPort {
public:
    PrinterPort() = default;
    virtual ~PrinterPort() = default;
    PrinterPort(const PrinterPort&) = delete;
    PrinterPort& operator=(const PrinterPort&) = delete;

    // Refuses printer.unreachable; what part of it was printed by then nobody knows.
    [[nodiscard]] virtual Result<void> send(std::string_view bytes) = 0;
};

inline constexpr int printer_connect_ms_max{3'000};
inline constexpr int printer_write_ms_max{10'000}; // Of one portion; a roll that runs out stops the bytes.

// "tcp://HOST:9100", "usb:/dev/usb/lp0" or "file:PATH" (each job is added at the
// end). Refuses printer.bad_address; a printer that is off is no bad address.
[[nodiscard]] Result<std::unique_ptr<PrinterPort>> open_printer(const std::string& address);

} // namespace guitai
