// What every screen is handed in a frame: what the till shows, where to draw,
// what to ask for. A screen reads the view, pushes commands and keeps nothing
// but its own plain memory.
#pragma once

#include "sync/events/time.hpp"
#include "terminal/app/command.hpp"
#include "terminal/app/view.hpp"
#include "terminal/ui/screens/writing.hpp"
#include "terminal/ui/widgets/kit.hpp"

#include <string>
#include <utility>

namespace guitai::ui {

struct Scene {
    const TillView& view;
    Ui& ui;
    Commands& commands;
    ToastState& toast;
    Writing& writing;
    bool catching_up{false}; // Far behind the head office, and not there yet.

    [[nodiscard]] Canvas& canvas() const { return ui.canvas; }
    [[nodiscard]] const Palette& colour() const { return ui.colour(); }
    void push(Command command) const { commands.push(std::move(command)); }

    // True where the head office can be asked right now.
    [[nodiscard]] bool online() const { return view.sync.reached; }
    // The day as the shop counts it: the open shift's, else the clock's.
    [[nodiscard]] std::string today() const
    {
        if (!view.session.business_date.empty()) return view.session.business_date;
        return iso_date(view.now_ms, view.shop.utc_offset_minutes);
    }
};

// Where a screen wants to go next; `stay` most of the time.
enum class Go { stay, sell, orders, members, shift, settings, pay, capture, practice, back };

} // namespace guitai::ui
