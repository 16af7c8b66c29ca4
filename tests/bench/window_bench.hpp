// The real program behind a real window: how long until it is to be seen, and what
// it costs when nobody touches it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace guitai::bench {

struct WindowFigures {
    double first_frame_ms{0};  // The median of some starts …
    double empty_window_ms{0}; // … and of as many empty windows between them.
    double idle_percent{0};    // Of one core, over some seconds.
    long resident_mb{0};
};

// Starts `program` on `data`, on this display or on a virtual one of its own.
// Nothing where there is neither, or where no picture came within half a minute.
// `empty`: the words that open a window with nothing in it.
[[nodiscard]] std::optional<WindowFigures> measure_window(const std::filesystem::path& program,
                                                          const std::filesystem::path& data,
                                                          const std::vector<std::string>& empty);

} // namespace guitai::bench
