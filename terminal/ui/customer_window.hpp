// The window that faces the customer. It waits for nothing: the counter's own window
// has the till's time and keyboard, and this one is drawn when that one says so, or
// when a finger touches it.
#pragma once

#include "terminal/ui/keys.hpp"
#include "terminal/ui/window.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace guitai::ui {

class CustomerWindow {
public:
    // Fills the monitor of that number, counted from 1, except the first one, on which the
    // clerk works: there, and where it does not exist, it is a window. `options.fullscreen` is not
    // used; `wake` is called from other threads when there is something new to draw. Throws like Window.
    CustomerWindow(const WindowOptions& options, int monitor, Words& words, const Clock& clock,
                   std::function<void()> wake);
    ~CustomerWindow();
    CustomerWindow(const CustomerWindow&) = delete;
    CustomerWindow& operator=(const CustomerWindow&) = delete;

    // What is shown is old: the next refresh() draws.
    void outdate();
    // `options.pictures` has fetched it.
    void picture_arrived(const std::string& address);
    // Draws where it is old, was touched or uncovered, or has new type or pictures; else does nothing.
    void refresh(const Draw& draw);
    // Keys that came to this window by mistake: they are the counter's. What a finger did is kept for refresh().
    [[nodiscard]] std::vector<Stroke> take_strokes();
    // Throws std::runtime_error if it can not be written.
    void save_picture(const std::filesystem::path& file);
    // For a finger that is not there: the demo's.
    [[nodiscard]] InputQueue& input();
    [[nodiscard]] const Ui& ui() const;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace guitai::ui
