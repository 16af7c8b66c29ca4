#include "sync/office/projections/coupons.hpp"

#include "sync/office/projections/members.hpp"

#include <fmt/format.h>

namespace guitai::office {
namespace {

// Binds ?1 to ?4: what every row says of its coupon.
database::Statement& bind_coupon(database::Statement& put, const CouponMoved& coupon)
{
    return put.bind(1, coupon.code).bind(2, coupon.promotion).bind(3, coupon.valid_from).bind(4, coupon.valid_to);
}

void issue(database::Connection& connection, const CouponMoved& coupon, const ReceiptNumber& receipt,
           const MemberId& member)
{
    database::Statement put{connection,
                            "INSERT INTO coupons (code, promotion, valid_from, valid_to, issued_by, used_by, uses,"
                            " member) VALUES (?1, ?2, ?3, ?4, ?5, '', 0, ?6) ON CONFLICT (code) DO UPDATE SET"
                            " promotion = excluded.promotion, valid_from = excluded.valid_from,"
                            " valid_to = excluded.valid_to, issued_by = excluded.issued_by,"
                            " member = excluded.member"
                            // Who gave a code out first has given it out.
                            " WHERE coupons.issued_by = ''"};
    bind_coupon(put, coupon).bind(5, receipt.text).bind(6, member.text).run();
}

void spend(database::Connection& connection, const CouponMoved& coupon, const ReceiptNumber& receipt)
{
    database::Statement put{connection,
                            "INSERT INTO coupons (code, promotion, valid_from, valid_to, issued_by, used_by, uses)"
                            " VALUES (?1, ?2, ?3, ?4, '', ?5, 1) ON CONFLICT (code) DO UPDATE SET"
                            " uses = coupons.uses + 1, used_by = CASE WHEN coupons.uses < 0 THEN ''"
                            " WHEN coupons.uses > 0 AND coupons.used_by <> '' THEN coupons.used_by"
                            " ELSE excluded.used_by END"};
    bind_coupon(put, coupon).bind(5, receipt.text).run();
}

void hand_back(database::Connection& connection, const CouponMoved& coupon, const SaleCompleted& sale)
{
    database::Statement forget{connection, "UPDATE coupons SET used_by = '' WHERE code = ?1 AND used_by = ?2"};
    for (const SaleLine& line : sale.lines) {
        if (line.line_kind != LineKind::return_ || line.returned_receipt.empty()) continue;
        forget.bind(1, coupon.code).bind(2, line.returned_receipt.text).run();
    }
    // The return may reach us before its sale: then the row waits for it, below zero.
    database::Statement put{connection,
                            "INSERT INTO coupons (code, promotion, valid_from, valid_to, issued_by, used_by, uses)"
                            " VALUES (?1, ?2, ?3, ?4, '', '', -1) ON CONFLICT (code) DO UPDATE SET"
                            " uses = coupons.uses - 1,"
                            " used_by = CASE WHEN coupons.uses > 1 THEN coupons.used_by ELSE '' END"};
    bind_coupon(put, coupon).run();
}

void count_uses(database::Connection& connection, const SaleCompleted& sale)
{
    database::Statement add{connection, "INSERT INTO promotion_uses (member, promotion, times) VALUES (?1, ?2, ?3)"
                                        " ON CONFLICT (member, promotion) DO UPDATE SET"
                                        " times = promotion_uses.times + excluded.times"};
    for (const PromotionUse& use : sale.uses) {
        const MemberId& member{use.member.empty() ? sale.member : use.member};
        if (member.empty()) continue;
        add.bind(1, member.text).bind(2, use.promotion).bind(3, use.times).run();
    }
}

} // namespace

void Coupons::fold(database::Connection& connection, const Event& event)
{
    if (const auto* moved = std::get_if<OffersMoved>(&event.body); moved && moved->source_origin == office_origin) {
        // Of our own. Of a ticket's its sale tells.
        for (const CouponMoved& coupon : moved->coupons_issued) {
            issue(connection, coupon, moved->receipt, moved->member);
        }
        for (const CouponMoved& coupon : moved->coupons_void) spend(connection, coupon, moved->receipt);
        return;
    }
    const auto* sale = std::get_if<SaleCompleted>(&event.body);
    if (!sale) return;
    // Back before used: an exchange may give a coupon back and use it again on one ticket.
    for (const CouponMoved& coupon : sale->coupons_back) {
        if (!coupon.is_public()) hand_back(connection, coupon, *sale);
    }
    for (const CouponMoved& coupon : sale->coupons_used) {
        if (!coupon.is_public()) spend(connection, coupon, sale->receipt);
    }
    for (const CouponMoved& coupon : sale->coupons_void) {
        if (!coupon.is_public()) spend(connection, coupon, sale->receipt); // Good for nobody any more.
    }
    for (const CouponMoved& coupon : sale->coupons_issued) {
        issue(connection, coupon, sale->receipt, {}); // A paper: good for whoever holds it.
    }
    count_uses(connection, *sale);
}

std::optional<CouponRow> find_coupon(database::Connection& connection, std::string_view code)
{
    database::Statement find{connection, "SELECT code, promotion, valid_from, valid_to, issued_by, used_by, uses"
                                         " FROM coupons WHERE code = ?1"};
    find.bind(1, code);
    if (!find.step()) return std::nullopt;
    return CouponRow{{find.text(0), find.text(1), find.text(2), find.text(3)},
                     {find.text(4)},
                     {find.text(5)},
                     find.integer(6)};
}

std::vector<CouponMoved> coupons_of(database::Connection& connection, const MemberId& member, std::string_view today)
{
    if (member.empty()) return {};
    database::Statement find{connection,
                             fmt::format("SELECT code, promotion, valid_from, valid_to FROM coupons WHERE member IN {}"
                                         " AND uses <= 0 AND (valid_to = '' OR valid_to > ?2)"
                                         " ORDER BY CASE WHEN valid_to = '' THEN 1 ELSE 0 END, valid_to, code",
                                         same_person)};
    find.bind(1, member.text).bind(2, std::string{today} + "T00:00");
    std::vector<CouponMoved> coupons;
    while (find.step()) coupons.push_back({find.text(0), find.text(1), find.text(2), find.text(3)});
    return coupons;
}

std::vector<std::pair<std::string, std::int64_t>> promotion_uses_of(database::Connection& connection,
                                                                    const MemberId& member)
{
    database::Statement find{connection,
                             fmt::format("SELECT promotion, SUM(times) FROM promotion_uses WHERE member IN {}"
                                         " GROUP BY promotion HAVING SUM(times) <> 0 ORDER BY promotion",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<std::pair<std::string, std::int64_t>> uses;
    while (find.step()) uses.emplace_back(find.text(0), find.integer(1));
    return uses;
}

} // namespace guitai::office
