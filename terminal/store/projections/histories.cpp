#include "terminal/store/projections/histories.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {

void HistoriesProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* restored = std::get_if<OfficeRestored>(&event.body)) {
        run(connection, "INSERT INTO office_histories (number, generation, recovered) VALUES (?1, ?2, 0)",
            event.number, restored->generation);
    } else if (const auto* recovered = std::get_if<OfficeRecovered>(&event.body)) {
        run(connection, "UPDATE office_histories SET recovered = ?2 WHERE generation = ?1", recovered->generation,
            event.number);
    }
}

} // namespace guitai
