#include "sync/office/signed_message.hpp"

#include "sync/office/crypto.hpp"
#include "sync/office/http.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

constexpr std::int64_t age_ms_max{5LL * 60 * 1'000};

std::string mac_text(std::string_view key, std::int64_t seconds, std::string_view body)
{
    std::string text{fmt::format("{}.", seconds)};
    return hex_of(mac_of(key, text.append(body)));
}

} // namespace

std::string signed_by(std::string_view key, std::int64_t now_ms, std::string_view body)
{
    const std::int64_t seconds{now_ms / 1'000};
    return fmt::format("t={},v1={}", seconds, mac_text(key, seconds, body));
}

Result<void> check_signed(std::string_view key, std::string_view signature, std::string_view body, std::int64_t now_ms)
{
    const Refusal bad{"carrier.bad_signature", "X-Guitai-Signature: t=SECONDS,v1=HMAC-SHA-256 of SECONDS.BODY"};
    const auto comma = signature.find(",v1=");
    if (!signature.starts_with("t=") || comma == std::string_view::npos) return refuse(bad);
    const auto seconds = whole_number(signature.substr(2, comma - 2));
    if (!seconds || !same_secret(mac_text(key, *seconds, body), signature.substr(comma + 4))) return refuse(bad);
    // Signed well, so its time can be believed, and is what keeps an old message from being played again.
    constexpr std::int64_t year_9999_s{253'402'300'799};
    const bool in_time{*seconds >= 0 && *seconds <= year_9999_s && *seconds * 1'000 >= now_ms - age_ms_max &&
                       *seconds * 1'000 <= now_ms + age_ms_max};
    if (!in_time) return refuse("carrier.stale", fmt::format("signed at {}", *seconds));
    return {};
}

} // namespace guitai::office
