#include "terminal/store/projections/club.hpp"

#include "sync/events/payment_number.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

// What went back stays gone, in whatever order it is heard.
void put_fee(database::Connection& connection, const MembershipTold& fee)
{
    run(connection,
        "INSERT INTO fees (fee, member, amount, tender, reference, points, paid_on, paid_until, refunded)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        " ON CONFLICT (fee) DO UPDATE SET refunded = max(refunded, ?9)",
        fee.fee, fee.member, fee.amount, fee.tender, fee.reference, fee.points, fee.paid_on, fee.paid_until,
        std::int64_t{fee.refunded});
}

void put_own_fee(database::Connection& connection, const MembershipPaid& paid, TillNumber till)
{
    MembershipTold fee;
    fee.fee = payment_number(paid, till);
    fee.member = paid.member;
    fee.amount = paid.taken.amount;
    fee.tender = paid.taken.tender;
    fee.reference = paid.taken.reference;
    fee.points = paid.lot.amount;
    fee.paid_on = paid.business_date;
    fee.paid_until = paid.lot.expires_on;
    put_fee(connection, fee);
}

void put_return(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t n)
{
    run(connection, "INSERT INTO services_returned (receipt, n) VALUES (?1, ?2) ON CONFLICT DO NOTHING", receipt, n);
}

} // namespace

void ClubProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* told = std::get_if<MembershipTold>(&event.body)) {
        put_fee(connection, *told);
    } else if (std::holds_alternative<ServicesSet>(event.body)) {
        run(connection, "INSERT OR REPLACE INTO service_rules (place, number) VALUES (1, ?1)", event.number);
    } else if (const auto* elsewhere = std::get_if<ServiceReturnTold>(&event.body)) {
        put_return(connection, elsewhere->receipt, elsewhere->n);
    }
    if (event.origin != m_self.till) return;
    if (const auto* paid = std::get_if<MembershipPaid>(&event.body)) {
        put_own_fee(connection, *paid, m_self.till);
    } else if (const auto* refunded = std::get_if<MembershipRefunded>(&event.body)) {
        run(connection, "UPDATE fees SET refunded = 1 WHERE fee = ?1", refunded->fee);
    } else if (const auto* returned = std::get_if<ServiceReturned>(&event.body)) {
        put_return(connection, returned->receipt, returned->n);
    }
}

} // namespace guitai
