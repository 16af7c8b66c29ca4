// Asking the head office for a receipt of another till, so that goods may come back
// in any shop.
#pragma once

#include "sync/client/link.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace guitai {

struct FoundReceipt {
    std::string sale; // The event as its till wrote it.
    struct Returned {
        std::int64_t line{0}; // From 1.
        std::int64_t milli{0};
    };
    std::vector<Returned> returned; // What came back of it, as far as the office has heard.
};

// Waits for the answer, a few seconds at most. Refuses receipt.unknown, and wire.* where the office is away.
[[nodiscard]] Result<FoundReceipt> look_up_receipt(const LinkEnd& end, const ReceiptNumber& receipt);

} // namespace guitai
