// Stands between the window's keys and the scanner wedge, which knows no window:
// translates strokes there and back.
#pragma once

#include "terminal/device/scanner_wedge.hpp"
#include "terminal/ui/window.hpp"

#include <string>
#include <vector>

namespace guitai::start {

class KeyboardEar {
public:
    // The ear outlives the window that is given these.
    [[nodiscard]] ui::InputHooks hooks();
    [[nodiscard]] std::vector<std::string> take_scans() { return m_wedge.take_scans(); }

private:
    ScannerWedge m_wedge;
};

} // namespace guitai::start
