#include "terminal/store/projections/all.hpp"

#include "terminal/store/projections/cards.hpp"
#include "terminal/store/projections/club.hpp"
#include "terminal/store/projections/complaints.hpp"
#include "terminal/store/projections/counts.hpp"
#include "terminal/store/projections/goods.hpp"
#include "terminal/store/projections/histories.hpp"
#include "terminal/store/projections/leases.hpp"
#include "terminal/store/projections/member_files.hpp"
#include "terminal/store/projections/members.hpp"
#include "terminal/store/projections/offers.hpp"
#include "terminal/store/projections/orders.hpp"
#include "terminal/store/projections/people.hpp"
#include "terminal/store/projections/phones.hpp"
#include "terminal/store/projections/points.hpp"
#include "terminal/store/projections/privacy.hpp"
#include "terminal/store/projections/purses.hpp"
#include "terminal/store/projections/sales.hpp"
#include "terminal/store/projections/service.hpp"
#include "terminal/store/projections/shifts.hpp"
#include "terminal/store/projections/stock.hpp"
#include "terminal/store/projections/trade.hpp"
#include "terminal/store/projections/value.hpp"

namespace guitai {

std::vector<std::unique_ptr<Projection>> make_projections(const TillIdentity& self)
{
    std::vector<std::unique_ptr<Projection>> all;
    all.push_back(std::make_unique<PeopleProjection>());
    all.push_back(std::make_unique<GoodsProjection>());
    all.push_back(std::make_unique<StockProjection>(self));
    all.push_back(std::make_unique<MembersProjection>(self));
    all.push_back(std::make_unique<MemberFilesProjection>(self));
    all.push_back(std::make_unique<ComplaintsProjection>(self));
    all.push_back(std::make_unique<PrivacyProjection>(self));
    all.push_back(std::make_unique<PointsProjection>(self));
    all.push_back(std::make_unique<PursesProjection>(self));
    all.push_back(std::make_unique<LeasesProjection>(self));
    all.push_back(std::make_unique<HistoriesProjection>());
    all.push_back(std::make_unique<ValueProjection>(self));
    all.push_back(std::make_unique<ClubProjection>(self));
    all.push_back(std::make_unique<OrdersProjection>(self));
    all.push_back(std::make_unique<SalesProjection>(self));
    all.push_back(std::make_unique<ShiftsProjection>(self));
    all.push_back(std::make_unique<TradeProjection>(self));
    all.push_back(std::make_unique<OffersProjection>(self));
    all.push_back(std::make_unique<CardsProjection>(self));
    all.push_back(std::make_unique<ServiceProjection>(self));
    all.push_back(std::make_unique<PhonesProjection>(self));
    all.push_back(std::make_unique<CountsProjection>(self));
    return all;
}

} // namespace guitai
