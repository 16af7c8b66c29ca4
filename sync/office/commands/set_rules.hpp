// The rules of a shop out of a small JSON file: roles' limits, rounding of cash,
// returns, foreign money. Judged whole before anything is written.
#pragma once

#include "sync/events/rules_events.hpp"
#include "sync/office/office.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// Refuses rules.unreadable, rules.unknown_field and rules.bad_value with the place.
[[nodiscard]] Result<ShopRulesSet> read_rules(std::string_view json);

// Refuses like read_rules(), and store.unknown. Gives one line to print.
[[nodiscard]] Result<std::string> set_rules(Office& office, const PlaceCode& store, std::string_view json);

} // namespace guitai::office
