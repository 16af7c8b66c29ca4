// Which books a program opens: the till's own, or those for practice beside them.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/start/voice.hpp"

#include <filesystem>

namespace guitai::start {

// Practice books are made now where the till has none yet. Refuses as make_training does.
[[nodiscard]] Result<std::filesystem::path> books_folder(const Voice& voice, const std::filesystem::path& data,
                                                         bool training);

} // namespace guitai::start
