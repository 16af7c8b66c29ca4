#include "sync/office/projections/home_advisers.hpp"

#include "sync/events/served_by.hpp"
#include "sync/office/projections/members.hpp"

#include <fmt/format.h>

namespace guitai::office {

void HomeAdvisers::fold(database::Connection& connection, const Event& event)
{
    const auto* sale = std::get_if<SaleCompleted>(&event.body);
    if (sale == nullptr || sale->member.empty()) return;
    database::Statement{connection, "INSERT INTO member_advisers (member, staff, visits, last_on)"
                                    " VALUES (?1, ?2, 1, ?3)"
                                    " ON CONFLICT (member, staff) DO UPDATE SET visits = member_advisers.visits + 1,"
                                    " last_on = CASE WHEN excluded.last_on >= member_advisers.last_on"
                                    " THEN excluded.last_on ELSE member_advisers.last_on END"}
        .bind(1, sale->member.text)
        .bind(2, served_by(*sale).text)
        .bind(3, sale->business_date)
        .run();
}

HomeAdviser home_adviser_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection,
                             fmt::format("SELECT staff, SUM(visits), MAX(last_on) FROM member_advisers WHERE member IN"
                                         " {} GROUP BY staff ORDER BY 2 DESC, 3 DESC, staff",
                                         same_person)};
    find.bind(1, member.text);
    HomeAdviser home;
    while (find.step()) {
        if (home.staff.empty()) home = {{find.text(0)}, find.integer(1), 0};
        home.visits += find.integer(1);
    }
    return home;
}

} // namespace guitai::office
