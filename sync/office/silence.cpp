#include "sync/office/silence.hpp"

#include <charconv>

namespace guitai::office {
namespace {

constexpr std::string_view begins{"⏱ "};
constexpr std::string_view ends{"′"};

} // namespace

std::string silence_reason(std::int64_t minutes)
{
    return std::string{begins} + std::to_string(minutes) + std::string{ends};
}

std::optional<std::int64_t> silent_minutes(std::string_view reason)
{
    if (!reason.starts_with(begins) || !reason.ends_with(ends)) return std::nullopt;
    reason.remove_prefix(begins.size());
    std::int64_t minutes{0};
    const auto [end, error] = std::from_chars(reason.data(), reason.data() + reason.size(), minutes);
    if (error != std::errc{} || end + ends.size() != reason.data() + reason.size()) return std::nullopt;
    return minutes;
}

} // namespace guitai::office
