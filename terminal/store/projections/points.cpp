#include "terminal/store/projections/points.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void add_lot(database::Connection& connection, const Event& event, const MemberId& member, std::int64_t points,
             const std::string& expires_on)
{
    if (member.empty() || points == 0) return;
    run(connection, "INSERT INTO points_lots (member, origin, number, points, expires_on) VALUES (?1, ?2, ?3, ?4, ?5)",
        member, event.origin, event.number, points, expires_on);
}

} // namespace

void PointsProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* posted = std::get_if<PointsPosted>(&event.body)) {
        if (posted->source_origin == m_self.till) return;
        add_lot(connection, event, posted->member, posted->points, posted->expires_on);
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        if (event.origin != m_self.till) return;
        add_lot(connection, event, sale->member, sale->points_earned, sale->points_expire_on);
    }
}

} // namespace guitai
