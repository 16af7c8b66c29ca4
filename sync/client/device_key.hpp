// The till's own key: made once at enrolment, never in the database. It signs
// every request, so that the head office knows which till speaks.
#pragma once

#include "sync/client/wire.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/result.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

class DeviceKey {
public:
    // From 64 hex digits of seed; refuses `device.bad_key`.
    [[nodiscard]] static Result<DeviceKey> from_seed(std::string_view hex);

    [[nodiscard]] const std::string& public_key() const { return m_public; } // 64 hex digits.

    // Adds the three headers of sync/PROTOCOL.md.
    void sign(WireRequest& request, TillNumber till, std::int64_t now_ms) const;

private:
    DeviceKey() = default;

    std::array<unsigned char, 64> m_secret{};
    std::string m_public;
};

// What is signed: METHOD \n TARGET \n TIME \n SHA-256(body) as hex.
[[nodiscard]] std::string signed_text(std::string_view method, std::string_view target, std::string_view time,
                                      std::string_view body);

} // namespace guitai
