#include "sync/office/projections/benefits.hpp"

#include "sync/journal/journal.hpp"

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::string_view gift_columns{"member, subject, points, expires_on, coupon, given_on, taken_back"};

void keep_rules(database::Connection& connection, const Event& event)
{
    database::Statement{connection, "INSERT INTO benefit_rules (place, number) VALUES (1, ?1)"
                                    " ON CONFLICT (place) DO UPDATE SET number = excluded.number"}
        .bind(1, event.number)
        .run();
}

void give_points(database::Connection& connection, const PointsPosted& posted)
{
    if (posted.reason != PointsReason::gift) return;
    // What takes points without having given any is kept as well: it is one of its kind, too.
    const bool takes{posted.points < 0};
    std::string sql{"INSERT INTO gifts (member, subject, points, expires_on, coupon, given_on, taken_back)"
                    " VALUES (?1, ?2, ?3, ?4, '', ?5, ?6) ON CONFLICT (member, subject) DO UPDATE SET "};
    sql += takes ? "taken_back = 1" : "points = excluded.points, expires_on = excluded.expires_on";
    database::Statement{connection, sql}
        .bind(1, posted.member.text)
        .bind(2, posted.subject)
        .bind(3, posted.points)
        .bind(4, posted.expires_on)
        .bind(5, posted.earned_on)
        .bind(6, std::int64_t{takes ? 1 : 0})
        .run();
}

// What a till's ticket moved is no gift: its event tells of it.
void give_coupons(database::Connection& connection, const OffersMoved& moved)
{
    if (moved.source_origin != office_origin) return;
    for (const CouponMoved& coupon : moved.coupons_issued) {
        database::Statement{connection,
                            "INSERT INTO gifts (member, subject, points, expires_on, coupon, given_on, taken_back)"
                            " VALUES (?1, ?2, 0, '', ?3, ?4, 0) ON CONFLICT (member, subject) DO UPDATE SET"
                            " coupon = excluded.coupon"}
            .bind(1, moved.member.text)
            .bind(2, moved.receipt.text)
            .bind(3, coupon.code)
            .bind(4, coupon.valid_from.substr(0, std::string_view{"2026-11-22"}.size()))
            .run();
    }
    for (const CouponMoved& coupon : moved.coupons_void) {
        database::Statement{connection, "UPDATE gifts SET taken_back = 1 WHERE coupon = ?1 AND coupon <> ''"}
            .bind(1, coupon.code)
            .run();
    }
}

void note_first_sale(database::Connection& connection, const Event& event, const SaleCompleted& sale)
{
    if (sale.member.empty() || !is_paid_sale(sale)) return;
    database::Statement{connection, "INSERT INTO first_sales (member, receipt, business_date, origin, number)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (member) DO NOTHING"}
        .bind(1, sale.member.text)
        .bind(2, sale.receipt.text)
        .bind(3, sale.business_date)
        .bind(4, event.origin)
        .bind(5, event.number)
        .run();
}

GiftRow gift_at(const database::Statement& row)
{
    return {{row.text(0)}, row.text(1), row.integer(2), row.text(3), row.text(4), row.text(5), row.integer(6) != 0};
}

std::optional<FirstSale> first_sale_where(database::Connection& connection, std::string_view condition,
                                          std::string_view key)
{
    std::string sql{"SELECT member, receipt, business_date, origin, number FROM first_sales WHERE "};
    database::Statement find{connection, sql += condition};
    find.bind(1, key);
    if (!find.step()) return std::nullopt;
    return FirstSale{{find.text(0)}, {find.text(1)}, find.text(2), find.integer(3), find.integer(4)};
}

} // namespace

void Benefits::fold(database::Connection& connection, const Event& event)
{
    std::visit(Cases{[&](const BenefitsSet&) { keep_rules(connection, event); },
                     [&](const PointsPosted& posted) { give_points(connection, posted); },
                     [&](const OffersMoved& moved) { give_coupons(connection, moved); },
                     [&](const SaleCompleted& sale) { note_first_sale(connection, event, sale); },
                     [](const auto&) {}},
               event.body);
}

BenefitsSet benefits_of(database::Connection& connection)
{
    database::Statement find{connection, "SELECT number FROM benefit_rules"};
    if (!find.step()) return {};
    const auto lines = Journal{connection}.after(office_origin, find.integer(0) - 1, 1);
    auto event = lines.empty() ? refuse("event.unreadable") : decode(lines.front().text);
    auto* rules = event ? std::get_if<BenefitsSet>(&event->body) : nullptr;
    return rules == nullptr ? BenefitsSet{} : std::move(*rules);
}

std::optional<GiftRow> find_gift(database::Connection& connection, const MemberId& member, std::string_view subject)
{
    std::string sql{"SELECT "};
    (sql += gift_columns) += " FROM gifts WHERE member = ?1 AND subject = ?2";
    database::Statement find{connection, sql};
    find.bind(1, member.text).bind(2, subject);
    if (!find.step()) return std::nullopt;
    return gift_at(find);
}

std::optional<GiftRow> gift_with_coupon(database::Connection& connection, std::string_view code)
{
    std::string sql{"SELECT "};
    (sql += gift_columns) += " FROM gifts WHERE coupon = ?1 AND coupon <> ''";
    database::Statement find{connection, sql};
    find.bind(1, code);
    if (!find.step()) return std::nullopt;
    return gift_at(find);
}

std::vector<GiftRow> gifts_for(database::Connection& connection, std::string_view subject)
{
    std::string sql{"SELECT "};
    (sql += gift_columns) += " FROM gifts WHERE subject = ?1 ORDER BY member";
    database::Statement find{connection, sql};
    find.bind(1, subject);
    std::vector<GiftRow> gifts;
    while (find.step()) gifts.push_back(gift_at(find));
    return gifts;
}

std::optional<FirstSale> first_sale_of(database::Connection& connection, const MemberId& member)
{
    return first_sale_where(connection, "member = ?1", member.text);
}

std::optional<FirstSale> first_sale_with(database::Connection& connection, const ReceiptNumber& receipt)
{
    return first_sale_where(connection, "receipt = ?1 ORDER BY member", receipt.text);
}

std::int64_t count_first_sales(database::Connection& connection)
{
    database::Statement find{connection, "SELECT COUNT(*) FROM first_sales"};
    return find.step() ? find.integer(0) : 0;
}

bool is_paid_sale(const SaleCompleted& sale)
{
    return sale.total > Money{} && std::any_of(sale.lines.begin(), sale.lines.end(), [](const SaleLine& line) {
               return line.line_kind == LineKind::sale;
           });
}

bool came_back_whole(database::Connection& connection, const FirstSale& first)
{
    const auto lines = Journal{connection}.after(first.till, first.number - 1, 1);
    const auto event = lines.empty() ? refuse("event.unreadable") : decode(lines.front().text);
    const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
    if (sale == nullptr) return false;
    database::Statement find{connection, "SELECT returned_milli FROM receipt_lines WHERE receipt = ?1 AND line = ?2"};
    std::int64_t number{0};
    for (const SaleLine& line : sale->lines) {
        ++number;
        if (line.line_kind != LineKind::sale) continue; // Given on top, or still to be delivered.
        find.bind(1, sale->receipt.text).bind(2, number);
        const std::int64_t back{find.step() ? find.integer(0) : 0};
        find.reset();
        if (back < line.quantity.milli()) return false;
    }
    return true;
}

} // namespace guitai::office
