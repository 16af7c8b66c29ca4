#include "sync/office/projections/trade.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/projections/members.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

void sell(database::Connection& connection, const Event& event, const ReceiptNumber& receipt, std::int64_t number,
          const SaleLine& line)
{
    database::Statement{connection,
                        "INSERT INTO receipt_lines (receipt, line, till, number, sku, sold_milli, returned_milli)"
                        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0) ON CONFLICT (receipt, line) DO UPDATE SET"
                        " till = excluded.till, number = excluded.number, sku = excluded.sku,"
                        " sold_milli = excluded.sold_milli"}
        .bind(1, receipt.text)
        .bind(2, number)
        .bind(3, event.origin)
        .bind(4, event.number)
        .bind(5, line.sku.text)
        .bind(6, line.quantity.milli())
        .run();
}

// The sale may reach us after its return: then the row waits for it, sold by nobody yet.
void take_back(database::Connection& connection, const SaleLine& line)
{
    if (line.returned_receipt.empty()) return;
    database::Statement{connection,
                        "INSERT INTO receipt_lines (receipt, line, till, number, sku, sold_milli, returned_milli)"
                        " VALUES (?1, ?2, 0, 0, ?3, 0, ?4) ON CONFLICT (receipt, line) DO UPDATE SET"
                        " returned_milli = receipt_lines.returned_milli + excluded.returned_milli"}
        .bind(1, line.returned_receipt.text)
        .bind(2, line.returned_line)
        .bind(3, line.sku.text)
        .bind(4, line.quantity.milli())
        .run();
}

// Each takes its part of what is left, so that the last one takes exactly the rest.
void share_out(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t number,
               const std::vector<GuideShare>& guides, const PlaceCode& store, std::string_view date,
               std::int64_t amount_minor)
{
    std::int64_t left{whole_share};
    for (const GuideShare& guide : guides) {
        if (left <= 0 || guide.share.value <= 0 || guide.share.value > left) return;
        const std::int64_t part{guide.share.value == left
                                    ? amount_minor
                                    : Money::from_minor(amount_minor).scaled(guide.share.value, left).minor()};
        database::Statement{connection,
                            "INSERT INTO guide_takings (receipt, line, staff, store, business_date, amount_minor)"
                            " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (receipt, line, staff) DO UPDATE SET"
                            " amount_minor = guide_takings.amount_minor + excluded.amount_minor"}
            .bind(1, receipt.text)
            .bind(2, number)
            .bind(3, guide.staff.text)
            .bind(4, store.text)
            .bind(5, date)
            .bind(6, part)
            .run();
        amount_minor -= part;
        left -= guide.share.value;
    }
}

void count(database::Connection& connection, const Event& event, const SaleCompleted& sale)
{
    std::int64_t number{0};
    for (const SaleLine& line : sale.lines) {
        ++number;
        if (line.line_kind == LineKind::return_) take_back(connection, line);
        else sell(connection, event, sale.receipt, number, line);
        share_out(connection, sale.receipt, number, line.guides, sale.store, sale.business_date, line.total.minor());
    }
}

void share_again(database::Connection& connection, const GuidesChanged& changed)
{
    database::Statement find{connection, "SELECT store, business_date, SUM(amount_minor) FROM guide_takings"
                                         " WHERE receipt = ?1 AND line = ?2 GROUP BY store, business_date"};
    find.bind(1, changed.receipt.text).bind(2, changed.line);
    if (!find.step()) return; // Sold without a guide, or not here: nothing to share.
    const PlaceCode store{find.text(0)};
    const std::string date{find.text(1)};
    const std::int64_t amount_minor{find.integer(2)};
    find.reset();
    if (!Money::fits(amount_minor)) return; // A receipt number used again and again: no guide sold so much.
    database::Statement{connection, "DELETE FROM guide_takings WHERE receipt = ?1 AND line = ?2"}
        .bind(1, changed.receipt.text)
        .bind(2, changed.line)
        .run();
    share_out(connection, changed.receipt, changed.line, changed.guides, store, date, amount_minor);
}

void post(database::Connection& connection, const AccountPosted& posted)
{
    database::Statement{connection, "INSERT INTO accounts (member, owed_minor) VALUES (?1, ?2)"
                                    " ON CONFLICT (member) DO UPDATE SET"
                                    " owed_minor = accounts.owed_minor + excluded.owed_minor"}
        .bind(1, posted.member.text)
        .bind(2, posted.amount.minor())
        .run();
}

void keep_rules(database::Connection& connection, const Event& event, const ShopRulesSet& rules)
{
    database::Statement{connection, "INSERT INTO shop_rules (store, number) VALUES (?1, ?2)"
                                    " ON CONFLICT (store) DO UPDATE SET number = excluded.number"}
        .bind(1, rules.store.text)
        .bind(2, event.number)
        .run();
}

} // namespace

void Trade::fold(database::Connection& connection, const Event& event)
{
    std::visit(Cases{[&](const SaleCompleted& sale) { count(connection, event, sale); },
                     [&](const GuidesChanged& changed) { share_again(connection, changed); },
                     [&](const AccountPosted& posted) { post(connection, posted); },
                     [&](const ShopRulesSet& rules) { keep_rules(connection, event, rules); }, [](const auto&) {}},
               event.body);
}

std::optional<ReceiptLine> find_receipt_line(database::Connection& connection, const ReceiptNumber& receipt,
                                             std::int64_t line)
{
    database::Statement find{connection, "SELECT till, sold_milli, returned_milli FROM receipt_lines"
                                         " WHERE receipt = ?1 AND line = ?2 AND till <> 0"};
    find.bind(1, receipt.text).bind(2, line);
    if (!find.step()) return std::nullopt;
    return ReceiptLine{find.integer(0), find.integer(1), find.integer(2)};
}

std::optional<SoldReceipt> find_receipt(database::Connection& connection, const ReceiptNumber& receipt)
{
    SoldReceipt found;
    database::Statement find{connection, "SELECT till, number, line, returned_milli FROM receipt_lines"
                                         " WHERE receipt = ?1 AND till <> 0 ORDER BY line"};
    find.bind(1, receipt.text);
    while (find.step()) {
        found.till = find.integer(0);
        found.number = find.integer(1);
        if (find.integer(3) != 0) found.returned_milli.emplace_back(find.integer(2), find.integer(3));
    }
    if (found.till == 0) return std::nullopt;
    return found;
}

std::optional<ShopRulesSet> find_rules(database::Connection& connection, const PlaceCode& store)
{
    database::Statement find{connection, "SELECT number FROM shop_rules WHERE store = ?1"};
    find.bind(1, store.text);
    if (!find.step()) return std::nullopt;
    const auto lines = Journal{connection}.after(office_origin, find.integer(0) - 1, 1);
    auto event = lines.empty() ? refuse("event.unreadable") : decode(lines.front().text);
    auto* rules = event ? std::get_if<ShopRulesSet>(&event->body) : nullptr;
    return rules == nullptr ? std::nullopt : std::optional{std::move(*rules)};
}

std::int64_t owed_minor(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection, fmt::format("SELECT COALESCE(SUM(owed_minor), 0) FROM accounts"
                                                     " WHERE member IN {}",
                                                     same_person)};
    find.bind(1, member.text);
    return find.step() ? find.integer(0) : 0;
}

std::vector<std::pair<std::string, std::int64_t>> guide_takings_of(database::Connection& connection,
                                                                   const PlaceCode& store, std::string_view date)
{
    database::Statement find{connection, "SELECT staff, SUM(amount_minor) FROM guide_takings"
                                         " WHERE store = ?1 AND business_date = ?2 GROUP BY staff"
                                         " ORDER BY SUM(amount_minor) DESC, staff"};
    find.bind(1, store.text).bind(2, date);
    std::vector<std::pair<std::string, std::int64_t>> takings;
    while (find.step()) takings.emplace_back(find.text(0), find.integer(1));
    return takings;
}

} // namespace guitai::office
