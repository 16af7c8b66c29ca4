// A sheet over the page: approval, reasons, choices. While it lives everything
// below is out of reach of finger and keyboard. It knows nothing of its content.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

namespace guitai::ui {

// Draws the scrim and an opaque card of this size in the middle, or at the bottom edge when `at_bottom`.
// What is drawn until it goes out of scope belongs to the sheet:
//     Sheet sheet{ui, "approval", {420.0F, 560.0F}, SheetPlace::middle};
//     Rect in{sheet.inside()};
enum class SheetPlace { middle, bottom };

class Sheet {
public:
    Sheet(Ui& ui, std::string_view id, ImVec2 size, SheetPlace place = SheetPlace::middle);
    ~Sheet() { --m_ui.layer; }
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    [[nodiscard]] Rect box() const { return m_box; }
    [[nodiscard]] Rect inside() const { return m_box.inset(gap_l); }
    // Escape, or a tap on the scrim: close without doing anything.
    [[nodiscard]] bool dismissed() const { return m_dismissed; }
    // Draws the title with a cross beside it, cut off the top of `inside`; true when the cross is tapped.
    [[nodiscard]] bool head(Rect& inside, std::string_view title);

private:
    Ui& m_ui;
    std::string m_id;
    Rect m_box;
    bool m_dismissed{false};
};

} // namespace guitai::ui
