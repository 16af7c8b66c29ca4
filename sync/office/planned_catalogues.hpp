// New prices that are known before they hold (调价日期): a catalogue file that is put into force when its day begins.
#pragma once

#include "sync/office/catalogue_plan.hpp"

#include <string>
#include <vector>

namespace guitai::office {

struct PlannedCatalogue {
    std::int64_t id{0};
    std::string on_date; // ISO date.
    Missing missing{Missing::kept};
    std::string draft;
    std::string staff;
    std::int64_t made_at_ms{0};
    std::string problem; // Why it could not be put into force; empty: it waits.
};

// Refuses catalogue.bad_date where the day is none after today, catalogue.too_many, and what read_catalogue() and
// plan_catalogue() refuse today.
[[nodiscard]] Result<std::int64_t> plan_for_day(Office& office, const database::Transaction& open,
                                                const PlannedCatalogue& wanted);
// The next day first.
[[nodiscard]] std::vector<PlannedCatalogue> planned_catalogues(database::Connection& reads);
// False: there is none of that id any more.
[[nodiscard]] bool drop_planned(Office& office, const database::Transaction& open, std::int64_t id);
// Those whose day has come, each whole or not at all; one that does not fit the books any more keeps its reason.
void put_planned_in_force(Office& office, const database::Transaction& open, const std::string& today);

} // namespace guitai::office
