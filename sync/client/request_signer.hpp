// Signs a till's requests with its own key, which was made once at enrolment and
// is never in the database, so that the head office knows which till speaks.
#pragma once

#include "sync/client/wire.hpp"
#include "sync/events/ids.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace guitai {

class RequestSigner {
public:
    // From the Ed25519 seed in the till's folder.
    explicit RequestSigner(const std::array<unsigned char, 32>& seed);

    [[nodiscard]] const std::string& public_key() const { return m_public; } // 64 hex digits.

    // Adds the three headers of sync/PROTOCOL.md.
    void sign(WireRequest& request, TillNumber till, std::int64_t now_ms) const;

private:
    std::array<unsigned char, 64> m_secret{};
    std::string m_public;
};

// What is signed: METHOD \n TARGET \n TIME \n SHA-256(body) as hex.
[[nodiscard]] std::string signed_text(std::string_view method, std::string_view target, std::string_view time,
                                      std::string_view body);

} // namespace guitai
