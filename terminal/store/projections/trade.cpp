#include "terminal/store/projections/trade.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void add_owed(database::Connection& connection, const MemberId& member, Money amount)
{
    if (member.empty() || amount.is_zero()) return;
    run(connection,
        "INSERT INTO accounts (member, owed) VALUES (?1, ?2) ON CONFLICT (member) DO UPDATE SET owed = owed + ?2",
        member, amount);
}

void add_returned(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t line, Quantity quantity)
{
    run(connection,
        "INSERT INTO returned (receipt, line, milli) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (receipt, line) DO UPDATE SET milli = milli + ?3",
        receipt, line, quantity.milli());
}

// As what SKU the pieces of a receipt are out: a swap puts one in the place of another, a return takes one away.
void move_piece(database::Connection& connection, const SaleLine& line)
{
    const bool swapped{!line.swapped_receipt.empty()};
    const bool goes_back{line.line_kind == LineKind::return_};
    const ReceiptNumber& receipt{swapped ? line.swapped_receipt : line.returned_receipt};
    if (receipt.empty() || (!swapped && !goes_back)) return;
    run(connection,
        "INSERT INTO pieces_moved (receipt, line, sku, milli) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (receipt, line, sku) DO UPDATE SET milli = milli + ?4",
        receipt, swapped ? line.swapped_line : line.returned_line, line.sku,
        goes_back ? -line.quantity : line.quantity);
}

// Which piece is out: sold twice it would be a second one with its number, or none at all.
void move_serial(database::Connection& connection, const SaleCompleted& sale, const SaleLine& line)
{
    if (line.serial.empty() || line.line_kind == LineKind::order) return;
    const std::int64_t out{line.line_kind == LineKind::return_ ? -1 : 1};
    run(connection,
        "INSERT INTO serials (sku, serial, receipt, out) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (sku, serial) DO UPDATE SET receipt = ?3, out = max(-1, min(1, out + ?4))",
        line.sku, line.serial, sale.receipt, out);
}

void add_sale(database::Connection& connection, const Event& event, const SaleCompleted& sale)
{
    for (const TenderTaken& taken : sale.tenders) {
        if (taken.tender == TenderKind::on_account) add_owed(connection, sale.member, taken.amount);
    }
    for (const SaleLine& line : sale.lines) {
        move_piece(connection, line);
        move_serial(connection, sale, line);
        if (line.line_kind != LineKind::return_ || line.returned_receipt.empty()) continue;
        add_returned(connection, line.returned_receipt, line.returned_line, line.quantity);
        run(connection, "INSERT INTO return_visits (receipt, number) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            line.returned_receipt, event.number);
    }
}

// What was put on account for an order goes off it again.
void take_off_account(database::Connection& connection, const OrderRefunded& refunded)
{
    if (refunded.tender != TenderKind::on_account) return;
    MemberId member;
    {
        database::Statement find{connection, "SELECT member FROM orders WHERE order_id = ?1"};
        find.bind(1, refunded.order.text);
        if (find.step()) read_id(find, 0, member);
    }
    add_owed(connection, member, -refunded.amount);
}

} // namespace

void TradeProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* rules = std::get_if<ShopRulesSet>(&event.body)) {
        run(connection,
            "INSERT INTO shop_rules (store, number) VALUES (?1, ?2) ON CONFLICT (store) DO UPDATE SET number = ?2",
            rules->store, event.number);
    } else if (const auto* posted = std::get_if<AccountPosted>(&event.body)) {
        if (posted->source_origin != m_self.till) add_owed(connection, posted->member, posted->amount);
    } else if (const auto* paid = std::get_if<AccountPaid>(&event.body)) {
        if (event.origin == m_self.till) add_owed(connection, paid->member, -paid->taken.amount);
    } else if (const auto* refunded = std::get_if<OrderRefunded>(&event.body)) {
        if (event.origin == m_self.till) take_off_account(connection, *refunded);
    } else if (const auto* noted = std::get_if<ReturnNoted>(&event.body)) {
        if (noted->source_origin != m_self.till) {
            add_returned(connection, noted->receipt, noted->line, noted->quantity);
        }
    } else if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        if (event.origin == m_self.till) add_sale(connection, event, *sale);
    }
}

} // namespace guitai
