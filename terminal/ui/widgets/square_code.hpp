// A QR code on a light card, for a camera in front of the glass.
#pragma once

#include "sync/qr/qr.hpp"
#include "terminal/ui/widgets/kit.hpp"

#include <string>

namespace guitai::ui {

// Worked out once for each text.
struct SquareCode {
    std::string text;
    QrCode code;
};

// Fills `box`, a square; nothing where the text does not fit a code.
void draw_square_code(Ui& ui, const Rect& box, SquareCode& memory, const std::string& text);

} // namespace guitai::ui
