// `guitai verify`: checks a till's folder, also while a till sells from it and
// after it was killed.
#pragma once

#include "sync/events/result.hpp"
#include "sync/journal/verify.hpp"

#include <filesystem>
#include <functional>

namespace guitai {

// Refuses, as DataFolder::open does, what holds no books to check.
[[nodiscard]] Result<Verdict> verify_folder(const std::filesystem::path& folder,
                                            const std::function<void(std::int64_t, std::int64_t)>& progress = {});

} // namespace guitai
