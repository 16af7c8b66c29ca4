// What any program with a window pays: the peer of the till's first picture.
#pragma once

namespace guitai::bench {

// Opens a window of the till's size with OpenGL 3.3, shows one empty picture, says "first picture" on the error
// channel and stays until it is ended. Returns 1 where there is no display.
[[nodiscard]] int show_empty_window();

} // namespace guitai::bench
