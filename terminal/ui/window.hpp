// The window on the counter: a frame's life from waiting for a finger to pixels
// on the glass. GLFW and OpenGL are behind it and in no header. It knows no
// screen, no view and no command, only the function that draws and the one that
// acts between two frames.
#pragma once

#include "sync/events/time.hpp"
#include "terminal/ui/input_queue.hpp"
#include "terminal/ui/photo_files.hpp"
#include "terminal/ui/stage.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace guitai::ui {

// A barcode scanner types like a person, only faster. Whoever can tell the two apart is asked first.
struct InputHooks {
    // True: swallowed; no screen ever sees it. Called as the stroke happens, inside turn().
    std::function<bool(const Stroke&)> on_stroke{};
    // Strokes swallowed before that turned out to be a person's; they go to the screens in this order.
    std::function<std::vector<Stroke>(std::int64_t at_ms)> give_back{};
    // Milliseconds until give_back wants to be asked again; below zero: nothing is held.
    std::function<std::int64_t(std::int64_t at_ms)> held_for_ms{};
    // Strokes that another window of the program was given by mistake, asked for whenever this one looks at its own.
    std::function<std::vector<Stroke>()> strayed{};
};

struct WindowOptions {
    std::string title{"Guitai"};
    int width{1280}, height{800}; // Device px; not used in full screen.
    bool fullscreen{false};
    std::filesystem::path assets{};  // The folder that holds words/.
    std::filesystem::path photos{};  // Photographs of goods; empty: none.
    PictureSource pictures{};        // For those that are not there yet.
    std::string shown_text{};        // Names of goods and members, for the first set of type.
};

class Window {
public:
    // Throws std::runtime_error that says what is missing: a display, OpenGL 3.3, a font.
    Window(const WindowOptions& options, Words& words, const Clock& clock, InputHooks hooks = {});
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // False once somebody closed it.
    [[nodiscard]] bool open() const;
    void close();

    // One turn: sleeps until there is something to do, deals the input out one change to a frame, calls `act` after
    // each, and shows the last. `act` answers whether it changed anything that is drawn.
    void turn(const Draw& draw, const std::function<bool()>& act);
    // Ends the sleep of turn() and has a frame drawn. From any thread.
    void wake();

    void choose(const Look& look);
    [[nodiscard]] const Look& look() const;
    [[nodiscard]] const Ui& ui() const;
    // For a finger that is not there: the demo's.
    [[nodiscard]] InputQueue& input();
    // True while something on the glass is on its way: a picture would be blurred.
    [[nodiscard]] bool moving() const;
    // `pictures` has fetched it. Between two turns.
    void picture_arrived(const std::string& address);
    // What is on the glass, as PNG; between two turns. Throws std::runtime_error if it can not be written.
    void save_picture(const std::filesystem::path& file);

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace guitai::ui
