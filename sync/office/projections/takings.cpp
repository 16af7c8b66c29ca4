#include "sync/office/projections/takings.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"

namespace guitai::office {
namespace {

struct Day {
    PlaceCode store;
    std::string date;
};

// A shift's own shop and date; before the till told of the shift, its shop and the date of the event.
Day day_of(database::Connection& connection, const Event& event, std::int64_t shift)
{
    database::Statement find{connection, "SELECT store, business_date FROM shifts WHERE till = ?1 AND shift = ?2"};
    find.bind(1, event.origin).bind(2, shift);
    if (find.step()) return {{find.text(0)}, find.text(1)};
    const PlaceCode store{store_of(connection, event.origin)};
    return {store, date_in(connection, store, event.at_ms)};
}

// The day of the shift that is open at that till.
Day open_day_of(database::Connection& connection, const Event& event)
{
    database::Statement find{connection, "SELECT store, business_date FROM shifts WHERE till = ?1 AND closed_by = ''"
                                         " ORDER BY shift DESC LIMIT 1"};
    find.bind(1, event.origin);
    if (find.step()) return {{find.text(0)}, find.text(1)};
    const PlaceCode store{store_of(connection, event.origin)};
    return {store, date_in(connection, store, event.at_ms)};
}

void add(database::Connection& connection, const Day& day, const DayFigures& more)
{
    database::Statement{
        connection,
        "INSERT INTO day_takings (store, business_date, tickets, pieces, turnover_minor, order_turnover_minor,"
        " tax_minor, discounts_minor, refunds_minor, paid_in_minor, paid_out_minor, drops_minor,"
        " rounded_minor, carrier_cash_minor, fees_minor)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
        " ON CONFLICT (store, business_date) DO UPDATE SET"
        " tickets = day_takings.tickets + excluded.tickets,"
        " pieces = day_takings.pieces + excluded.pieces,"
        " turnover_minor = day_takings.turnover_minor + excluded.turnover_minor,"
        " order_turnover_minor = day_takings.order_turnover_minor + excluded.order_turnover_minor,"
        " tax_minor = day_takings.tax_minor + excluded.tax_minor,"
        " discounts_minor = day_takings.discounts_minor + excluded.discounts_minor,"
        " refunds_minor = day_takings.refunds_minor + excluded.refunds_minor,"
        " paid_in_minor = day_takings.paid_in_minor + excluded.paid_in_minor,"
        " paid_out_minor = day_takings.paid_out_minor + excluded.paid_out_minor,"
        " drops_minor = day_takings.drops_minor + excluded.drops_minor,"
        " rounded_minor = day_takings.rounded_minor + excluded.rounded_minor,"
        " carrier_cash_minor = day_takings.carrier_cash_minor + excluded.carrier_cash_minor,"
        " fees_minor = day_takings.fees_minor + excluded.fees_minor"}
        .bind(1, day.store.text)
        .bind(2, day.date)
        .bind(3, more.tickets)
        .bind(4, more.pieces)
        .bind(5, more.turnover_minor)
        .bind(6, more.order_turnover_minor)
        .bind(7, more.tax_minor)
        .bind(8, more.discounts_minor)
        .bind(9, more.refunds_minor)
        .bind(10, more.paid_in_minor)
        .bind(11, more.paid_out_minor)
        .bind(12, more.drops_minor)
        .bind(13, more.rounded_minor)
        .bind(14, more.carrier_cash_minor)
        .bind(15, more.fees_minor)
        .run();
}

void add_tender(database::Connection& connection, const Day& day, TenderKind tender, std::int64_t amount_minor)
{
    database::Statement{connection, "INSERT INTO day_tenders (store, business_date, tender, amount_minor)"
                                    " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (store, business_date, tender) DO UPDATE SET"
                                    " amount_minor = day_tenders.amount_minor + excluded.amount_minor"}
        .bind(1, day.store.text)
        .bind(2, day.date)
        .bind(3, word_of(tender))
        .bind(4, amount_minor)
        .run();
}

void count(database::Connection& connection, const SaleCompleted& sale)
{
    const Day day{sale.store, sale.business_date};
    DayFigures more;
    more.tickets = 1;
    more.turnover_minor = sale.total.minor();
    more.tax_minor = sale.tax.minor();
    for (const SaleLine& line : sale.lines) {
        // As the till counts: cloth by the metre is one piece, however long.
        const std::int64_t pieces{line.quantity.is_whole() ? line.quantity.whole() : 1};
        more.pieces += line.line_kind == LineKind::return_ ? -pieces : pieces;
        more.discounts_minor += line.discount.minor();
        if (line.line_kind == LineKind::order) more.order_turnover_minor += line.total.minor();
    }
    for (const TenderTaken& taken : sale.tenders) more.rounded_minor += taken.rounded.minor();
    add(connection, day, more);
    for (const TenderTaken& taken : sale.tenders) add_tender(connection, day, taken.tender, taken.amount.minor());
}

void give_back(database::Connection& connection, const Event& event, const OrderRefunded& refunded)
{
    const Day day{store_of(connection, event.origin), refunded.business_date};
    DayFigures less;
    less.turnover_minor = -refunded.amount.minor();
    less.order_turnover_minor = -refunded.amount.minor();
    less.refunds_minor = refunded.amount.minor();
    add(connection, day, less);
    add_tender(connection, day, refunded.tender, -refunded.amount.minor());
}

// The turnover was the day's on which it was ordered; here only the promise turns into money.
void collect(database::Connection& connection, const Event& event, TenderKind tender, Money amount)
{
    if (amount.is_zero()) return;
    const Day day{open_day_of(connection, event)};
    add_tender(connection, day, tender, amount.minor());
    add_tender(connection, day, TenderKind::cod, -amount.minor());
}

// Cash on delivery is a promise on the day it is ordered, and money on the day it is delivered.
void take_from_carrier(database::Connection& connection, const Event& event, const OrderDelivered& delivered)
{
    if (delivered.collected.is_zero() || delivered.by_shop) return;
    database::Statement find{connection, "SELECT store FROM orders WHERE order_id = ?1"};
    find.bind(1, delivered.order.text);
    if (!find.step()) return;
    const PlaceCode store{find.text(0)};
    DayFigures more;
    more.carrier_cash_minor = delivered.collected.minor();
    add(connection, {store, date_in(connection, store, event.at_ms)}, more);
}

// What was owed is money now; the turnover was the day's on which it was bought.
void pay_back(database::Connection& connection, const Event& event, const AccountPaid& paid)
{
    const Day day{store_of(connection, event.origin), paid.business_date};
    add_tender(connection, day, paid.taken.tender, paid.taken.amount.minor());
    add_tender(connection, day, TenderKind::on_account, -paid.taken.amount.minor());
}

// Money that is owed to whoever paid it in; it becomes turnover when it is spent.
void pay_in(database::Connection& connection, const Event& event, const ValueLoaded& loaded)
{
    const Day day{store_of(connection, event.origin), loaded.business_date};
    add_tender(connection, day, loaded.taken.tender, loaded.taken.amount.minor());
    add_tender(connection, day, value_tender(loaded.account), -loaded.taken.amount.minor());
}

// Money of members that is no turnover; what of a fee goes back comes off again.
void take_fee(database::Connection& connection, const Event& event, const std::string& date, const TenderTaken& taken)
{
    const Day day{store_of(connection, event.origin), date};
    DayFigures more;
    more.fees_minor = taken.amount.minor();
    add(connection, day, more);
    add_tender(connection, day, taken.tender, taken.amount.minor());
}

void move_cash(database::Connection& connection, const Event& event, const CashMoved& moved)
{
    DayFigures more;
    switch (moved.movement) {
    case CashMovement::paid_in: more.paid_in_minor = moved.amount.minor(); break;
    case CashMovement::paid_out: more.paid_out_minor = moved.amount.minor(); break;
    case CashMovement::safe_drop:
    case CashMovement::bank_drop: more.drops_minor = moved.amount.minor(); break;
    }
    add(connection, day_of(connection, event, moved.shift), more);
}

void open_shift(database::Connection& connection, const Event& event, const ShiftOpened& opened)
{
    database::Statement{connection,
                        "INSERT INTO shifts (till, shift, store, business_date, opened_by, opened_at_ms, float_minor,"
                        " closed_by, closed_at_ms, expected_minor, counted_minor, variance_minor, variance_reason,"
                        " approved_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', 0, 0, 0, 0, '', '')"
                        " ON CONFLICT (till, shift) DO NOTHING"}
        .bind(1, event.origin)
        .bind(2, opened.shift)
        .bind(3, store_of(connection, event.origin).text)
        .bind(4, opened.business_date)
        .bind(5, opened.staff.text)
        .bind(6, event.at_ms)
        .bind(7, opened.float_amount.minor())
        .run();
}

void close_shift(database::Connection& connection, const Event& event, const ShiftClosed& closed)
{
    database::Statement{connection, "UPDATE shifts SET closed_by = ?3, closed_at_ms = ?4, expected_minor = ?5,"
                                    " counted_minor = ?6, variance_minor = ?7, variance_reason = ?8, approved_by = ?9"
                                    " WHERE till = ?1 AND shift = ?2"}
        .bind(1, event.origin)
        .bind(2, closed.shift)
        .bind(3, closed.staff.text)
        .bind(4, event.at_ms)
        .bind(5, closed.expected_cash.minor())
        .bind(6, closed.counted_cash.minor())
        .bind(7, closed.variance.minor())
        .bind(8, closed.variance_reason)
        .bind(9, closed.approved_by.text)
        .run();
}

void keep_report(database::Connection& connection, const Event& event, const DayClosed& closed)
{
    database::Statement{connection,
                        "INSERT INTO day_reports (till, z, store, business_date, staff, closed_at_ms, tickets,"
                        " turnover_minor, variance_minor, chain_head) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)"
                        " ON CONFLICT (till, z) DO NOTHING"}
        .bind(1, event.origin)
        .bind(2, closed.z)
        .bind(3, store_of(connection, event.origin).text)
        .bind(4, closed.business_date)
        .bind(5, closed.staff.text)
        .bind(6, event.at_ms)
        .bind(7, closed.takings.tickets)
        .bind(8, closed.takings.turnover.minor())
        .bind(9, closed.variance.minor())
        .bind(10, closed.chain_head)
        .run();
}

constexpr std::string_view day_columns{
    "store, business_date, tickets, pieces, turnover_minor, order_turnover_minor, tax_minor, discounts_minor,"
    " refunds_minor, paid_in_minor, paid_out_minor, drops_minor, rounded_minor, carrier_cash_minor, fees_minor"};

DayFigures figures_from(const database::Statement& row)
{
    return {{row.text(0)},
            row.text(1),
            row.integer(2),
            row.integer(3),
            row.integer(4),
            row.integer(5),
            row.integer(6),
            row.integer(7),
            row.integer(8),
            row.integer(9),
            row.integer(10),
            row.integer(11),
            row.integer(12),
            row.integer(13),
            row.integer(14),
            {}};
}

void read_tenders(database::Connection& connection, DayFigures& day)
{
    database::Statement find{connection, "SELECT tender, amount_minor FROM day_tenders"
                                         " WHERE store = ?1 AND business_date = ?2 ORDER BY tender"};
    find.bind(1, day.store.text).bind(2, day.business_date);
    while (find.step()) day.tenders.emplace_back(find.text(0), find.integer(1));
}

} // namespace

void DayTakings::fold(database::Connection& connection, const Event& event)
{
    std::visit(Cases{[&](const SaleCompleted& sale) { count(connection, sale); },
                     [&](const OrderRefunded& refunded) { give_back(connection, event, refunded); },
                     [&](const OrderCollected& to) { collect(connection, event, to.tender, to.amount); },
                     [&](const OrderBrought& to) { collect(connection, event, to.tender, to.amount); },
                     [&](const OrderDelivered& delivered) { take_from_carrier(connection, event, delivered); },
                     [&](const AccountPaid& paid) { pay_back(connection, event, paid); },
                     [&](const ValueLoaded& loaded) { pay_in(connection, event, loaded); },
                     [&](const MembershipPaid& fee) { take_fee(connection, event, fee.business_date, fee.taken); },
                     [&](const MembershipRefunded& fee) { take_fee(connection, event, fee.business_date, fee.given); },
                     [&](const CashMoved& moved) { move_cash(connection, event, moved); },
                     [&](const ShiftOpened& opened) { open_shift(connection, event, opened); },
                     [&](const ShiftClosed& closed) { close_shift(connection, event, closed); },
                     [&](const DayClosed& closed) { keep_report(connection, event, closed); }, [](const auto&) {}},
               event.body);
}

DayFigures day_figures(database::Connection& connection, const PlaceCode& store, std::string_view date)
{
    DayFigures day;
    day.store = store;
    day.business_date = date;
    database::Statement find{connection, std::string{"SELECT "}.append(day_columns) +
                                             " FROM day_takings WHERE store = ?1 AND business_date = ?2"};
    find.bind(1, store.text).bind(2, date);
    if (find.step()) day = figures_from(find);
    read_tenders(connection, day);
    return day;
}

std::vector<DayFigures> latest_days(database::Connection& connection, const PlaceCode& store, int limit)
{
    database::Statement find{connection, std::string{"SELECT "}.append(day_columns) +
                                             " FROM day_takings WHERE ?1 = '' OR store = ?1"
                                             " ORDER BY business_date DESC, store LIMIT ?2"};
    find.bind(1, store.text).bind(2, limit);
    std::vector<DayFigures> days;
    while (find.step()) days.push_back(figures_from(find));
    for (DayFigures& day : days) read_tenders(connection, day);
    return days;
}

std::vector<ShiftRow> shifts_of(database::Connection& connection, const PlaceCode& store, std::string_view date)
{
    database::Statement find{connection,
                             "SELECT till, shift, opened_by, opened_at_ms, float_minor, closed_by, expected_minor,"
                             " counted_minor, variance_minor, variance_reason, approved_by FROM shifts"
                             " WHERE store = ?1 AND business_date = ?2 ORDER BY till, shift"};
    find.bind(1, store.text).bind(2, date);
    std::vector<ShiftRow> shifts;
    while (find.step()) {
        shifts.push_back({find.integer(0), find.integer(1), find.text(2), find.integer(3), find.integer(4),
                          find.text(5), find.integer(6), find.integer(7), find.integer(8), find.text(9),
                          find.text(10)});
    }
    return shifts;
}

std::vector<DayReportRow> day_reports_of(database::Connection& connection, const PlaceCode& store,
                                         std::string_view date)
{
    database::Statement find{connection,
                             "SELECT till, z, staff, closed_at_ms, tickets, turnover_minor, variance_minor, chain_head"
                             " FROM day_reports WHERE store = ?1 AND business_date = ?2 ORDER BY till, z"};
    find.bind(1, store.text).bind(2, date);
    std::vector<DayReportRow> reports;
    while (find.step()) {
        reports.push_back({find.integer(0), find.integer(1), find.text(2), find.integer(3), find.integer(4),
                           find.integer(5), find.integer(6), find.text(7)});
    }
    return reports;
}

} // namespace guitai::office
