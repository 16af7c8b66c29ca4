// Why an order went on to somebody else, where a shop let its time to answer go by: written into the events in no
// language, and said in words by whoever shows it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai::office {

[[nodiscard]] std::string silence_reason(std::int64_t minutes);
// How long it was silent; nothing where that is not the reason.
[[nodiscard]] std::optional<std::int64_t> silent_minutes(std::string_view reason);

} // namespace guitai::office
