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
    [[nodiscard]] std::vector<std::string> take_scans();
    // A scan that comes from nowhere: the demo's.
    void hear_scan(const std::string& code) { m_heard.push_back(code); }

private:
    std::vector<std::string> m_heard;
    ScannerWedge m_wedge;
};

} // namespace guitai::start
