// Practice books (培训) beside the till's own: all that the head office has said,
// and nothing that was sold. They reach no head office and are nobody's takings.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/events/result.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>

namespace guitai {

// The number of a till in training: no head office gives it, so its receipts are never another's.
inline constexpr TillNumber training_till{999'999};

[[nodiscard]] std::filesystem::path training_path(const std::filesystem::path& folder);

// Told how many events of how many are copied.
using CopyProgress = std::function<void(std::int64_t done, std::int64_t all)>;

// Makes the practice books of the till in `folder` where it has none yet; those that are there stay
// as they are. The till itself may be at work meanwhile. Refuses as DataFolder::open does.
[[nodiscard]] Result<void> make_training(const std::filesystem::path& folder, const CopyProgress& progress = {});

} // namespace guitai
