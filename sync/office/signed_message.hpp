// How a message between programs is signed, in whichever direction it goes: "t=SECONDS,v1=HEX", the HMAC-SHA-256 over
// "SECONDS.BODY". Carriers sign what they tell us, and we sign what webhooks are told.
#pragma once

#include "sync/events/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace guitai::office {

// The key is 64 hex digits.
[[nodiscard]] std::string signed_by(std::string_view key, std::int64_t now_ms, std::string_view body);

// Not older and not newer than five minutes. Refuses carrier.bad_signature and carrier.stale.
[[nodiscard]] Result<void> check_signed(std::string_view key, std::string_view signature, std::string_view body,
                                        std::int64_t now_ms);

} // namespace guitai::office
