// What the rules of a shop say about a case: how far a role goes alone, how cash is
// rounded, how long goods are taken back, what foreign money is worth. The rules are
// data of the head office; a shop that was told nothing lives by the defaults here.
#pragma once

#include "sync/events/rules_events.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace guitai {

// Prices are kept to the fen, 7 days of return, no foreign money.
[[nodiscard]] ShopRulesSet default_rules(const PlaceCode& store);

// What the rules say of `role`; of a role they do not name, what the defaults say.
[[nodiscard]] RoleLimit limit_of(const ShopRulesSet& rules, Role role);

// The most anybody may take off a line by hand, with the consent of a second person too.
[[nodiscard]] BasisPoints discount_max_of_all(const ShopRulesSet& rules);

// `due` in coins that exist. Down is towards zero, on sale and on refund; nearest
// puts half a coin away from zero.
[[nodiscard]] Money in_coins(const ShopRulesSet& rules, Money due);

// Days after the sale on which goods of `category` ("女装/外套") are taken back; 0: never.
[[nodiscard]] std::int64_t return_days(const ShopRulesSet& rules, std::string_view category);

// Whether `category` is `above` or lies under it; everything lies under an empty one.
[[nodiscard]] bool lies_under(std::string_view category, std::string_view above);

// Nothing: this shop does not take that money.
[[nodiscard]] std::optional<CurrencyRate> rate_of(const ShopRulesSet& rules, std::string_view currency);

// What `foreign_minor` of its smallest coins is worth here, half a fen up.
[[nodiscard]] Money worth_here(const CurrencyRate& rate, std::int64_t foreign_minor);

} // namespace guitai
