// The areas of the head office, and who may enter which: the order desk, stock, catalogue, promotions, sales, the
// market, shops, service, complaints, the call centre, codes by telephone, people, the audit, and members' privacy.
#pragma once

#include "sync/events/staff_events.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace guitai::office {

// In the order in which a page shows them.
enum class Area {
    orders,
    stock,
    catalogue,
    promotions,
    sales,
    market,
    shops,
    service,
    complaints,
    calls,
    approvals,
    people,
    audit,
    privacy
};

inline constexpr std::array areas{Area::orders, Area::stock,  Area::catalogue, Area::promotions, Area::sales,
                                  Area::market, Area::shops,  Area::service,   Area::complaints, Area::calls,
                                  Area::approvals, Area::people, Area::audit, Area::privacy};

// Its place in the address: /console/orders.
[[nodiscard]] constexpr std::string_view word_of(Area area)
{
    constexpr std::array<std::string_view, areas.size()> words{
        "orders",  "stock", "catalogue", "promotions", "sales", "market", "shops",
        "service", "complaints", "calls", "approvals", "people", "audit", "privacy"};
    return words[static_cast<std::size_t>(area)];
}

// The desk was called goods once: what somebody bookmarked still leads there.
[[nodiscard]] constexpr std::optional<Area> area_called(std::string_view name)
{
    if (name == "goods") return Area::orders;
    for (const Area area : areas) {
        if (word_of(area) == name) return area;
    }
    return std::nullopt;
}

// Points are the chain's money: executives read, and the privacy officer looks after words.
[[nodiscard]] constexpr bool may_correct_points(Role role) { return role == Role::office; }

// Who promised answers: owners those of the own shop.
[[nodiscard]] constexpr bool may_answer_complaints(Role role) { return role == Role::office || role == Role::owner; }

[[nodiscard]] constexpr bool may_enter(Role role, Area area)
{
    const bool is_manager{role == Role::office || role == Role::executive || role == Role::owner};
    switch (area) {
    case Area::orders:
    case Area::stock:
    case Area::catalogue:
    case Area::promotions:
    case Area::sales:
    case Area::market:
    case Area::shops:
    case Area::complaints:
    case Area::approvals: return is_manager;
    // Executives read a member's file as a whole, and she sees that they did.
    case Area::service: return role == Role::office || role == Role::privacy || role == Role::executive;
    case Area::calls: return role == Role::office || role == Role::privacy;
    // Owners look after the people of the own shop.
    case Area::people: return role == Role::office || role == Role::owner;
    case Area::audit: return role == Role::office || role == Role::executive;
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
