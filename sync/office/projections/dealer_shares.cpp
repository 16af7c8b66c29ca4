#include "sync/office/projections/dealer_shares.hpp"

#include "sync/office/projections/fulfilment_rules.hpp"
#include "sync/office/projections/orders.hpp"
#include "sync/office/projections/places.hpp"

namespace guitai::office {
namespace {

struct Entry {
    OrderId order;
    PlaceCode store;
    std::string business_date;
    Money base; // Below zero: it came back.
};

void enter(database::Connection& connection, const Event& event, std::int64_t part, const Entry& entry)
{
    const BasisPoints share{terms_of(fulfilment_rules(connection), entry.store).share};
    if (share.value == 0) return;
    database::Statement{connection, "INSERT INTO dealer_shares (origin, number, part, order_id, store, business_date,"
                                    " base_minor, share_bp, amount_minor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"}
        .bind(1, event.origin)
        .bind(2, event.number)
        .bind(3, part)
        .bind(4, entry.order.text)
        .bind(5, entry.store.text)
        .bind(6, entry.business_date)
        .bind(7, entry.base.minor())
        .bind(8, share.value)
        .bind(9, entry.base.at_rate(share).minor())
        .run();
}

void note_line(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t line, const OrderId& order)
{
    database::Statement{connection, "INSERT INTO order_lines (receipt, line, order_id) VALUES (?1, ?2, ?3)"
                                    " ON CONFLICT (receipt, line) DO NOTHING"}
        .bind(1, receipt.text)
        .bind(2, line)
        .bind(3, order.text)
        .run();
}

OrderId order_of_line(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t line)
{
    database::Statement find{connection, "SELECT order_id FROM order_lines WHERE receipt = ?1 AND line = ?2"};
    find.bind(1, receipt.text).bind(2, line);
    return find.step() ? OrderId{find.text(0)} : OrderId{};
}

// Which of its lines were ordered, and what comes back of such lines of other tickets.
void read_ticket(database::Connection& connection, const Event& event, const SaleCompleted& sale)
{
    std::int64_t number{0};
    for (const SaleLine& line : sale.lines) {
        ++number;
        if (line.line_kind == LineKind::order) note_line(connection, sale.receipt, number, line.order);
        if (line.line_kind != LineKind::return_ || line.returned_receipt.empty()) continue;
        const OrderId order{order_of_line(connection, line.returned_receipt, line.returned_line)};
        const auto row = order.empty() ? std::nullopt : find_order(connection, order);
        if (row) enter(connection, event, number, {order, row->placed.store, sale.business_date, line.total});
    }
}

} // namespace

void DealerShares::fold(database::Connection& connection, const Event& event)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) return read_ticket(connection, event, *sale);
    const auto asked = step_of(event);
    if (!asked) return;
    const auto row = find_order(connection, asked->order);
    if (!row || is_with_customer(row->state)) return;
    const auto next = after(row->state, asked->step);
    if (!next || !is_with_customer(*next)) return;
    const PlaceCode& store{row->placed.store};
    enter(connection, event, 0, {asked->order, store, date_in(connection, store, event.at_ms), row->placed.total});
}

std::vector<DealerShare> dealer_shares(database::Connection& connection, const PlaceCode& store,
                                       const std::string& since, int limit)
{
    database::Statement find{connection,
                             "SELECT order_id, store, business_date, base_minor, share_bp, amount_minor"
                             " FROM dealer_shares WHERE (?1 = '' OR store = ?1) AND business_date >= ?2"
                             " ORDER BY business_date, order_id, origin, number, part LIMIT ?3"};
    find.bind(1, store.text).bind(2, since).bind(3, limit);
    std::vector<DealerShare> all;
    while (find.step()) {
        all.push_back({{find.text(0)}, {find.text(1)}, find.text(2), find.integer(3), {find.integer(4)},
                       find.integer(5)});
    }
    return all;
}

std::int64_t dealer_sum_minor(database::Connection& connection, const PlaceCode& store)
{
    database::Statement find{connection, "SELECT COALESCE(SUM(amount_minor), 0) FROM dealer_shares WHERE store = ?1"};
    find.bind(1, store.text);
    return find.step() ? find.integer(0) : 0;
}

} // namespace guitai::office
