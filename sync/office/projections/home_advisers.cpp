#include "sync/office/projections/home_advisers.hpp"

#include "sync/office/projections/members.hpp"

#include <fmt/format.h>

#include <map>

namespace guitai::office {
namespace {

// Whoever sold most of the lines; a ticket that names no guide was served by the one at the till.
StaffName adviser_on(const SaleCompleted& sale)
{
    std::map<StaffName, std::int64_t> shares;
    for (const SaleLine& line : sale.lines) {
        for (const GuideShare& guide : line.guides) shares[guide.staff] += guide.share.value;
    }
    StaffName most{sale.staff};
    std::int64_t best{0};
    for (const auto& [staff, share] : shares) {
        if (share <= best) continue;
        most = staff;
        best = share;
    }
    return most;
}

} // namespace

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
        .bind(2, adviser_on(*sale).text)
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
