#include "terminal/store/projections/points.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void add_lot(database::Connection& connection, const Event& event, const MemberId& member, std::int64_t points,
             const std::string& expires_on)
{
    if (member.empty() || points == 0) return;
    run(connection,
        "INSERT INTO points_lots (member, origin, number, expires_on, points) VALUES (?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (member, origin, number, expires_on) DO UPDATE SET points = points + ?5",
        member, event.origin, event.number, expires_on, points);
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
        for (const PointsBack& back : sale->points_back) {
            add_lot(connection, event, back.member, -back.points, back.expires_on);
        }
    }
}

} // namespace guitai
