#include "terminal/store/projections/points.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void add_lot(database::Connection& connection, const Event& event, const MemberId& member, std::int64_t points,
             const std::string& expires_on, const std::string& matures_on = {})
{
    if (member.empty() || points == 0) return;
    run(connection,
        "INSERT INTO points_lots (member, origin, number, expires_on, matures_on, points)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        " ON CONFLICT (member, origin, number, expires_on, matures_on) DO UPDATE SET points = points + ?6",
        member, event.origin, event.number, expires_on, matures_on, points);
}

void take(database::Connection& connection, const Event& event, const MemberId& member,
          const std::vector<LotPart>& parts)
{
    for (const LotPart& part : parts) add_lot(connection, event, member, -part.amount, part.expires_on);
}

void put_back(database::Connection& connection, const Event& event, const PointsRestored& restored)
{
    for (const LotPart& part : restored.lots) {
        add_lot(connection, event, restored.member, part.amount, part.expires_on);
    }
}

void add_sale(database::Connection& connection, const Event& event, const SaleCompleted& sale)
{
    add_lot(connection, event, sale.member, sale.points_earned, sale.points_expire_on,
            sale.earned.empty() ? "" : sale.earned.front().matures_on);
    for (const PointsBack& back : sale.points_back) {
        add_lot(connection, event, back.member, -back.points, back.expires_on);
    }
    for (const PointsRedeemed& spent : sale.spent) take(connection, event, spent.member, spent.lots);
    for (const ServiceTaken& taken : sale.services) take(connection, event, taken.spent.member, taken.spent.lots);
    for (const PointsRestored& restored : sale.restored) put_back(connection, event, restored);
}

} // namespace

void PointsProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* posted = std::get_if<PointsPosted>(&event.body)) {
        if (posted->source_origin == m_self.till) return;
        add_lot(connection, event, posted->member, posted->points, posted->expires_on, posted->matures_on);
    } else if (event.origin != m_self.till) {
        return;
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        add_sale(connection, event, *sale);
    } else if (const auto* fee = std::get_if<MembershipPaid>(&event.body)) {
        add_lot(connection, event, fee->member, fee->lot.amount, fee->lot.expires_on);
    } else if (const auto* refunded = std::get_if<MembershipRefunded>(&event.body)) {
        take(connection, event, refunded->member, refunded->lots);
    } else if (const auto* returned = std::get_if<ServiceReturned>(&event.body)) {
        put_back(connection, event, returned->restored);
    }
}

} // namespace guitai
