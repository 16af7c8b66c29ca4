#include "sync/office/projections/home_shops.hpp"

#include "sync/office/projections/members.hpp"

#include <fmt/format.h>

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
    database::Statement find{connection, fmt::format("SELECT store FROM member_shops WHERE member IN {} GROUP BY store"
                                                     " ORDER BY SUM(visits) DESC, MAX(last_on) DESC, store LIMIT 1",
                                                     same_person)};
    find.bind(1, member.text);
    return find.step() ? PlaceCode{find.text(0)} : PlaceCode{};
}

} // namespace guitai::office
