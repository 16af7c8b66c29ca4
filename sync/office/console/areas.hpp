// The areas of the head office, and who may enter which: selling, the market,
// goods and their delivery, promotions, service, the call centre, codes by telephone, and members' privacy.
#pragma once

#include "sync/events/staff_events.hpp"

#include <array>
#include <string_view>

namespace guitai::office {

enum class Area { sales, market, goods, promotions, service, calls, approvals, privacy };

inline constexpr std::array areas{Area::sales,      Area::market,  Area::goods,
                                  Area::promotions, Area::service, Area::calls,
                                  Area::approvals,  Area::privacy};

// Its place in the address: /console/goods.
[[nodiscard]] constexpr std::string_view word_of(Area area)
{
    constexpr std::array<std::string_view, 8> words{"sales",      "market",  "goods",
                                                    "promotions", "service", "calls",
                                                    "approvals",  "privacy"};
    return words[static_cast<std::size_t>(area)];
}

[[nodiscard]] constexpr bool may_enter(Role role, Area area)
{
    switch (area) {
    case Area::sales:
    case Area::approvals:
    case Area::market: return role == Role::office || role == Role::executive || role == Role::owner;
    case Area::goods:
    case Area::promotions: return role == Role::office || role == Role::executive || role == Role::owner;
    // Executives read a member's file as a whole, and she sees that they did.
    case Area::service: return role == Role::office || role == Role::privacy || role == Role::executive;
    case Area::calls: return role == Role::office || role == Role::privacy;
    case Area::privacy: return role == Role::privacy;
    }
    return false;
}

// Looking is for many; deciding about an order or a promotion is the office's own work.
[[nodiscard]] constexpr bool may_decide(Role role)
{
    return role == Role::office;
}

} // namespace guitai::office
