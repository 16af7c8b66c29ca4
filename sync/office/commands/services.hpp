// The services of a chain that points pay (积分换服务), out of a small JSON file.
#pragma once

#include "sync/events/service_events.hpp"
#include "sync/office/commands/command_run.hpp"
#include "sync/office/office.hpp"

#include <string>
#include <string_view>

namespace guitai::office {

// [{"service": "class", "name": {"zh_CN": "烹饪课", "en": "Cooking class"}, "points": 200, "needs": [{"tag": "食材"}],
// "per_ticket": 1}]; a need says one of tag, category and sku, and there is at least one. Refuses rules.unreadable,
// rules.unknown_field and rules.bad_value with the place.
[[nodiscard]] Result<ServicesSet> read_services(std::string_view json);
// Gives one line that says what holds now; refuses like read_services(), and services.unknown_sku where nothing on
// the list of goods has that SKU.
[[nodiscard]] Result<std::string> set_services(Office& office, std::string_view json);

// Of the command line.
int set_services_command(const Run& run);

} // namespace guitai::office
