#include "sync/office/projections/club.hpp"

#include "sync/events/payment_number.hpp"
#include "sync/journal/journal.hpp"
#include "sync/office/projections/stored.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::string_view fee_columns{"fee, member, amount_minor, tender, reference, points, paid_on, paid_until,"
                                       " given_back_minor, points_back, refund"};

void put_fee(database::Connection& connection, const Event& event, const MembershipPaid& paid)
{
    // What went back of it may have been heard of before, from another till, after the books were put back.
    database::Statement{connection, fmt::format("INSERT INTO fees ({}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 0, 0,"
                                                " '') ON CONFLICT (fee) DO UPDATE SET member = excluded.member,"
                                                " amount_minor = excluded.amount_minor, tender = excluded.tender,"
                                                " reference = excluded.reference, points = excluded.points,"
                                                " paid_on = excluded.paid_on, paid_until = excluded.paid_until",
                                                fee_columns)}
        .bind(1, payment_number(paid, event.origin))
        .bind(2, paid.member.text)
        .bind(3, paid.taken.amount.minor())
        .bind(4, word_of(paid.taken.tender))
        .bind(5, paid.taken.reference)
        .bind(6, paid.lot.amount)
        .bind(7, paid.business_date)
        .bind(8, paid.lot.expires_on)
        .run();
}

// Where two tills gave back of one fee, both counts: what the second one let go of stands in the concerns.
void give_back(database::Connection& connection, const Event& event, const MembershipRefunded& refunded)
{
    std::int64_t points{0};
    for (const LotPart& part : refunded.lots) points += part.amount;
    database::Statement{connection, fmt::format("INSERT INTO fees ({}) VALUES (?1, ?2, 0, 'cash', '', 0, '', '', ?3,"
                                                " ?4, ?5) ON CONFLICT (fee) DO UPDATE SET"
                                                " given_back_minor = fees.given_back_minor + excluded.given_back_minor,"
                                                " points_back = fees.points_back + excluded.points_back,"
                                                " refund = excluded.refund",
                                                fee_columns)}
        .bind(1, refunded.fee)
        .bind(2, refunded.member.text)
        .bind(3, -refunded.given.amount.minor())
        .bind(4, points)
        .bind(5, payment_number(refunded, event.origin))
        .run();
}

void keep_services(database::Connection& connection, const Event& event)
{
    database::Statement{connection, "INSERT INTO service_rules (place, number) VALUES (1, ?1)"
                                    " ON CONFLICT (place) DO UPDATE SET number = excluded.number"}
        .bind(1, event.number)
        .run();
}

void take_back(database::Connection& connection, const ServiceReturned& returned)
{
    database::Statement{connection, "INSERT INTO services_returned (receipt, n) VALUES (?1, ?2)"
                                    " ON CONFLICT (receipt, n) DO NOTHING"}
        .bind(1, returned.receipt.text)
        .bind(2, returned.n)
        .run();
}

FeeRow row_from(const database::Statement& row)
{
    return {row.text(0),    {row.text(1)}, row.integer(2), stored_word<TenderKind>(row.text(3)), row.text(4),
            row.integer(5), row.text(6),   row.text(7),    row.integer(8),                       row.integer(9),
            row.text(10)};
}

} // namespace

void Club::fold(database::Connection& connection, const Event& event)
{
    if (const auto* paid = std::get_if<MembershipPaid>(&event.body)) put_fee(connection, event, *paid);
    else if (const auto* back = std::get_if<MembershipRefunded>(&event.body)) give_back(connection, event, *back);
    else if (std::holds_alternative<ServicesSet>(event.body)) keep_services(connection, event);
    else if (const auto* returned = std::get_if<ServiceReturned>(&event.body)) take_back(connection, *returned);
}

std::optional<FeeRow> find_fee(database::Connection& connection, std::string_view fee)
{
    database::Statement find{connection, fmt::format("SELECT {} FROM fees WHERE fee = ?1", fee_columns)};
    find.bind(1, fee);
    if (!find.step()) return std::nullopt;
    return row_from(find);
}

std::vector<FeeRow> fees_of(database::Connection& connection, const MemberId& member)
{
    database::Statement find{connection,
                             fmt::format("SELECT {} FROM fees WHERE paid_on <> '' AND (member = ?1 OR member IN"
                                         " (SELECT member FROM members WHERE merged_into = ?1 AND merged_into <> ''))"
                                         " ORDER BY paid_until DESC, fee DESC",
                                         fee_columns)};
    find.bind(1, member.text);
    std::vector<FeeRow> fees;
    while (find.step()) fees.push_back(row_from(find));
    return fees;
}

std::string paying_until(database::Connection& connection, const MemberId& member, std::string_view today)
{
    std::string until;
    for (const FeeRow& fee : fees_of(connection, member)) {
        if (fee.refund.empty() && fee.paid_until >= today) until = std::max(until, fee.paid_until);
    }
    return until;
}

ServicesSet services_of(database::Connection& connection)
{
    database::Statement find{connection, "SELECT number FROM service_rules"};
    if (!find.step()) return {};
    const auto lines = Journal{connection}.after(office_origin, find.integer(0) - 1, 1);
    auto event = lines.empty() ? Result<Event>{refuse("event.unreadable")} : decode(lines.front().text);
    auto* services = event ? std::get_if<ServicesSet>(&event->body) : nullptr;
    return services == nullptr ? ServicesSet{} : std::move(*services);
}

bool was_returned(database::Connection& connection, const ReceiptNumber& receipt, std::int64_t n)
{
    database::Statement find{connection, "SELECT 1 FROM services_returned WHERE receipt = ?1 AND n = ?2"};
    find.bind(1, receipt.text).bind(2, n);
    return find.step();
}

} // namespace guitai::office
