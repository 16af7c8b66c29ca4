#include "sync/office/projections/home_shops.hpp"

namespace guitai::office {

void HomeShops::fold(database::Connection& connection, const Event& event)
{
    const auto* sale = std::get_if<SaleCompleted>(&event.body);
    if (sale == nullptr || sale->member.empty()) return;
    database::Statement{connection, "INSERT INTO member_shops (member, store, visits, last_on)"
                                    " VALUES (?1, ?2, 1, ?3) ON CONFLICT (member, store) DO UPDATE SET"
                                    " visits = member_shops.visits + 1,"
                                    " last_on = CASE WHEN excluded.last_on > member_shops.last_on"
                                    " THEN excluded.last_on ELSE member_shops.last_on END"}
        .bind(1, sale->member.text)
        .bind(2, sale->store.text)
        .bind(3, sale->business_date)
        .run();
}

PlaceCode home_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, "SELECT store FROM member_shops WHERE member = ?1"
                                         " ORDER BY visits DESC, last_on DESC, store LIMIT 1"};
    find.bind(1, member.text);
    return find.step() ? PlaceCode{find.text(0)} : PlaceCode{};
}

} // namespace guitai::office
