// The rules of a shop, and the tiers and the fulfilment of a chain, out of small JSON files: roles' limits, rounding
// of cash, returns, foreign money; what each tier takes; who sends orders. Judged whole before anything is written.
#pragma once

#include "sync/events/fulfil_events.hpp"
#include "sync/events/rules_events.hpp"
#include "sync/events/tier_events.hpp"
#include "sync/office/office.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// Refuses rules.unreadable, rules.unknown_field and rules.bad_value with the place.
[[nodiscard]] Result<ShopRulesSet> read_rules(std::string_view json);

// {"months": 12, "steps": [{"tier": "silver", "from": 1000}, …]}. Refuses rules.unreadable, rules.unknown_field and
// rules.bad_value with the place: a name that is empty or stands twice, steps that do not rise.
[[nodiscard]] Result<TiersSet> read_tiers(std::string_view json);

// {"automatic": true, "places": [{"place": "S02", "ring_fence": 1}, …]}. Refuses like read_rules(); a place that
// stands twice is a wrong value.
[[nodiscard]] Result<FulfilmentSet> read_fulfilment(std::string_view json);

// Refuses like read_rules(), and store.unknown. Gives one line to print.
[[nodiscard]] Result<std::string> set_rules(Office& office, const PlaceCode& store, std::string_view json);

} // namespace guitai::office
