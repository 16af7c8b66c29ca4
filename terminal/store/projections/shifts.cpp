#include "terminal/store/projections/shifts.hpp"

#include "terminal/domain/shift.hpp"
#include "terminal/store/rows.hpp"
#include "terminal/store/takings_rows.hpp"

namespace guitai {
namespace {

constexpr std::int64_t quarter_ms{15 * 60 * 1'000};

// The shift that is open, or 0: some events name none.
std::int64_t open_shift(database::Connection& connection)
{
    database::Statement find{connection, "SELECT shift FROM shifts WHERE closed = 0 ORDER BY shift DESC LIMIT 1"};
    return find.step() ? find.integer(0) : 0;
}

void open(database::Connection& connection, const ShiftOpened& opened, std::int64_t at_ms)
{
    run(connection,
        "INSERT INTO shifts (shift, staff, business_date, float_amount, opened_at_ms, closed, variance, z, tickets,"
        " pieces, turnover, order_turnover, discounts, tax, refunds, cash_taken, rounded, paid_in, paid_out, drops,"
        " misses, rescued, fees) VALUES (?1, ?2, ?3, ?4, ?5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"
        " ON CONFLICT DO NOTHING",
        opened.shift, opened.staff, opened.business_date, opened.float_amount, at_ms);
}

// The sums are terminal/domain's; here they are only fetched and put back.
template<typename Happening>
void add_to(database::Connection& connection, std::int64_t shift, const Happening& happening)
{
    Takings takings{read_takings(connection, shift)};
    add(takings, happening);
    write_takings(connection, shift, takings);
}

void add_turnover(database::Connection& connection, const std::string& business_date, std::int64_t at_ms, Money amount)
{
    run(connection,
        "INSERT INTO turnover_by_quarter (business_date, quarter, amount) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (business_date, quarter) DO UPDATE SET amount = amount + ?3",
        business_date, at_ms / quarter_ms, amount);
}

void add_miss(database::Connection& connection, const MissRecorded& miss)
{
    const std::int64_t rescued{was_rescued(miss) ? 1 : 0};
    run(connection,
        "INSERT INTO misses (business_date, reason, misses, rescued) VALUES (?1, ?2, 1, ?3)"
        " ON CONFLICT (business_date, reason) DO UPDATE SET misses = misses + 1, rescued = rescued + ?3",
        miss.business_date, miss.reason, rescued);
    add_to(connection, open_shift(connection), miss);
}

void close(database::Connection& connection, const ShiftClosed& closed)
{
    run(connection, "UPDATE shifts SET closed = 1, variance = ?2 WHERE shift = ?1", closed.shift, closed.variance);
}

void close_day(database::Connection& connection, const DayClosed& day)
{
    run(connection,
        "INSERT INTO day_reports (z, business_date, turnover, variance) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
        day.z, day.business_date, day.takings.turnover, day.variance);
    for (const std::int64_t shift : day.shifts)
        run(connection, "UPDATE shifts SET z = ?2 WHERE shift = ?1", shift, day.z);
}

} // namespace

void ShiftsProjection::apply(database::Connection& connection, const Event& event)
{
    if (event.origin != m_self.till) return;
    if (const auto* opened = std::get_if<ShiftOpened>(&event.body)) {
        open(connection, *opened, event.at_ms);
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        add_to(connection, sale->shift, *sale);
        add_turnover(connection, sale->business_date, event.at_ms, sale->total);
    } else if (const auto* refund = std::get_if<OrderRefunded>(&event.body)) {
        add_to(connection, refund->shift, *refund);
        add_turnover(connection, refund->business_date, event.at_ms, -refund->amount);
    } else if (const auto* collected = std::get_if<OrderCollected>(&event.body)) {
        add_to(connection, open_shift(connection), *collected);
    } else if (const auto* brought = std::get_if<OrderBrought>(&event.body)) {
        if (!brought->amount.is_zero()) add_to(connection, open_shift(connection), *brought);
    } else if (const auto* paid = std::get_if<AccountPaid>(&event.body)) {
        add_to(connection, paid->shift, *paid);
    } else if (const auto* loaded = std::get_if<ValueLoaded>(&event.body)) {
        add_to(connection, loaded->shift, *loaded);
    } else if (const auto* fee = std::get_if<MembershipPaid>(&event.body)) {
        add_to(connection, fee->shift, *fee);
    } else if (const auto* back = std::get_if<MembershipRefunded>(&event.body)) {
        add_to(connection, back->shift, *back);
    } else if (const auto* moved = std::get_if<CashMoved>(&event.body)) {
        add_to(connection, moved->shift, *moved);
    } else if (const auto* miss = std::get_if<MissRecorded>(&event.body)) {
        add_miss(connection, *miss);
    } else if (const auto* closed = std::get_if<ShiftClosed>(&event.body)) {
        close(connection, *closed);
    } else if (const auto* day = std::get_if<DayClosed>(&event.body)) {
        close_day(connection, *day);
    }
}

} // namespace guitai
