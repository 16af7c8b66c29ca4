// What the till needs from the world to know of fees that were paid and of services that points pay.
#pragma once

#include "sync/events/service_events.hpp"
#include "terminal/app/club_view.hpp"

#include <cstdint>
#include <vector>

namespace guitai {

class ClubReader {
public:
    virtual ~ClubReader() = default;
    // Of all her numbers, the newest first.
    [[nodiscard]] virtual std::vector<FeeView> fees(const MemberId& member) const = 0;
    [[nodiscard]] virtual ServicesSet services() const = 0; // Of the chain; none where it was told none.
    // Whether that service was given back, here or, as far as is known here, at another till.
    [[nodiscard]] virtual bool service_returned(const ReceiptNumber& receipt, std::int64_t n) const = 0;
};

} // namespace guitai
