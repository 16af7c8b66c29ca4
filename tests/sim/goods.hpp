// What the simulated chain is made of: two shops and a warehouse, a few people,
// thirty SKUs and their opening stock.
#pragma once

#include "sync/events/event.hpp"
#include "tests/sim/dice.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::sim {

inline const PlaceCode first_shop{"S01"};
inline const PlaceCode second_shop{"S02"};
inline const PlaceCode warehouse{"W01"};
inline constexpr std::int64_t utc_offset_minutes{480};

struct Person {
    std::string name;
    Role role{Role::clerk};
    std::string pin;
};

// Of either shop. The last one is the owner.
[[nodiscard]] const std::vector<Person>& people();

// Of a customer, from 0.
[[nodiscard]] std::string phone_of(std::int64_t customer);
// What a fee costs and brings (会费), and the one service that points pay: it needs goods of the first category.
inline constexpr std::int64_t fee_minor{23'300};
inline constexpr std::int64_t fee_points{150};
inline constexpr std::string_view service_name{"class"};
inline constexpr std::int64_t service_points{40};
// Of a gift card, from 0: they go from hand to hand, and to both tills.
inline constexpr std::int64_t gift_cards{4};
[[nodiscard]] std::string gift_code_of(std::int64_t card);
// Customers 0, 1 …, members before the first day, with points that they may pay with at once.
inline constexpr std::int64_t regular_points{3'000};
// Each of them may owe so many fen (挂账).
inline constexpr std::int64_t account_limit{150'000};
[[nodiscard]] std::vector<MemberProfile> regulars();

using Shelf = std::pair<std::string, std::string>; // Place and SKU.

// Everything that is fixed before the first customer comes in.
struct Chain {
    std::vector<CatalogueItem> items;
    std::map<Shelf, std::int64_t> opening; // Pieces.
    bool tax_included{true};
    Money delivery_fee;
    std::int64_t coin_minor{1}; // Cash is rounded down to it.
    std::int64_t threshold_minor{0}; // Tickets from here on (满减) …
    std::int64_t threshold_off_minor{0}; // … cost so much less; 0: no promotion.
    std::int64_t coupon_rate{0}; // What a coupon takes off, in hundredths of a percent; 0: there are none.
    std::int64_t issue_minor{0}; // Tickets from here on give one out for the next visit.

    [[nodiscard]] const CatalogueItem& item(const Sku& sku) const;
    // As the head office writes it, in this order.
    [[nodiscard]] std::vector<EventBody> events() const;
};

[[nodiscard]] Chain make_chain(Dice& dice);

} // namespace guitai::sim
