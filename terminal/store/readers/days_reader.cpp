#include "terminal/store/readers/days_reader.hpp"

#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/rows.hpp"
#include "terminal/store/takings_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace guitai {
namespace {

// What a ticket of another till did to the pieces that were paid on `receipt`, by taking others in their place.
void add_swaps(const SaleCompleted& sale, const ReceiptNumber& receipt, std::vector<PiecesMoved>& moved)
{
    for (const SaleLine& line : sale.lines) {
        if (line.swapped_receipt != receipt) continue;
        const std::int64_t milli{line.quantity.milli()};
        const auto known = std::find_if(moved.begin(), moved.end(), [&](const PiecesMoved& one) {
            return one.line == line.swapped_line && one.sku == line.sku;
        });
        PiecesMoved& one{known == moved.end() ? moved.emplace_back(PiecesMoved{line.swapped_line, line.sku})
                                              : *known};
        one.elsewhere += line.line_kind == LineKind::return_ ? -milli : milli;
    }
}

} // namespace

DayReader::Shift DaysReader::open_shift() const
{
    Shift shift;
    database::Statement find{m_connection, "SELECT shift, staff, business_date, float_amount, opened_at_ms FROM shifts"
                                           " WHERE closed = 0 ORDER BY shift DESC LIMIT 1"};
    if (!find.step()) return shift;
    shift.shift = find.integer(0);
    read_id(find, 1, shift.staff);
    shift.business_date = find.text(2);
    shift.float_amount = money_at(find, 3);
    shift.opened_at_ms = find.integer(4);
    return shift;
}

std::vector<DayReader::ClosedShift> DaysReader::closed_since_last_z() const
{
    database::Statement find{m_connection, "SELECT shift, business_date, variance FROM shifts"
                                           " WHERE closed = 1 AND z = 0 ORDER BY shift"};
    std::vector<ClosedShift> closed;
    while (find.step()) {
        const std::int64_t shift{find.integer(0)};
        closed.push_back({shift, find.text(1), takings_of_shift(shift), money_at(find, 2)});
    }
    return closed;
}

Takings DaysReader::takings_of_shift(std::int64_t shift) const { return read_takings(m_connection, shift); }

std::vector<Money> DaysReader::turnover_by_hour(std::string_view business_date) const
{
    constexpr std::int64_t minutes_a_quarter{15};
    std::vector<Money> hours(24);
    database::Statement offset{m_connection, "SELECT utc_offset_minutes FROM places WHERE place = ?1"};
    offset.bind(1, m_self.store.text);
    const std::int64_t offset_minutes{offset.step() ? offset.integer(0) : 0};

    database::Statement find{m_connection,
                             "SELECT quarter, amount FROM turnover_by_quarter WHERE business_date = ?1"};
    find.bind(1, business_date);
    while (find.step()) {
        const std::int64_t minute{find.integer(0) * minutes_a_quarter + offset_minutes};
        hours[static_cast<std::size_t>((minute / 60 % 24 + 24) % 24)] += money_at(find, 1);
    }
    return hours;
}

std::vector<ReportView::MissCause> DaysReader::misses(std::string_view business_date) const
{
    database::Statement find{m_connection, "SELECT reason, misses, rescued FROM misses WHERE business_date = ?1"};
    find.bind(1, business_date);
    std::vector<ReportView::MissCause> causes;
    while (find.step()) causes.push_back({word_at<MissReason>(find, 0), find.integer(1), find.integer(2)});
    std::sort(causes.begin(), causes.end(), [](const auto& a, const auto& b) { return a.reason < b.reason; });
    return causes;
}

std::vector<ReportView::DayTotal> DaysReader::last_days(std::int64_t count) const
{
    // A day may have been closed more than once.
    database::Statement find{m_connection, "SELECT business_date, sum(turnover) FROM day_reports"
                                           " GROUP BY business_date ORDER BY business_date DESC LIMIT ?1"};
    find.bind(1, count);
    std::vector<ReportView::DayTotal> days;
    while (find.step()) days.push_back({find.text(0), money_at(find, 1)});
    std::reverse(days.begin(), days.end());
    return days;
}

DayReader::Counts DaysReader::counts() const
{
    Counts counts;
    database::Statement find{m_connection, "SELECT what, value FROM counts"};
    while (find.step()) {
        const std::string what{find.text(0)};
        const std::int64_t value{find.integer(1)};
        if (what == "receipts") counts.receipts = value;
        else if (what == "orders") counts.orders = value;
        else if (what == "members") counts.members = value;
        else if (what == "shifts") counts.shifts = value;
        else if (what == "z") counts.z = value;
        else if (what == "misses") counts.misses = value;
        else if (what == "tickets") counts.tickets = value;
        else if (what == "cards") counts.cards = value;
        else if (what == "talks") counts.talks = value;
        else if (what == "payments") counts.payments = value;
        else if (what == "loads") counts.loads = value;
        else if (what == "notes") counts.notes = value;
        else if (what == "complaints") counts.complaints = value;
        else if (what == "fees") counts.fees = value;
        else if (what == "fee_refunds") counts.fee_refunds = value;
    }
    return counts;
}

std::vector<ParkedView> DaysReader::parked() const
{
    database::Statement find{m_connection,
                             "SELECT p.ticket, p.at_ms, p.staff, coalesce(m.name, ''), p.pieces, p.till FROM"
                             " (SELECT ticket, at_ms, staff, member, pieces, 0 AS till FROM parked_tickets UNION ALL"
                             " SELECT ticket, at_ms, staff, member, pieces, till FROM parked_elsewhere) p"
                             " LEFT JOIN members m ON m.member = p.member ORDER BY p.till, p.ticket"};
    std::vector<ParkedView> parked;
    while (find.step()) {
        ParkedView& view{parked.emplace_back()};
        view.ticket = find.integer(0);
        view.at_ms = find.integer(1);
        read_id(find, 2, view.staff);
        view.member_name = find.text(3);
        view.pieces = find.integer(4);
        view.till = find.integer(5);
    }
    return parked;
}

std::optional<TicketParked> DaysReader::parked(std::int64_t ticket, TillNumber till) const
{
    if (till != 0) return parked_elsewhere(ticket, till);
    database::Statement find{m_connection, "SELECT number FROM parked_tickets WHERE ticket = ?1"};
    find.bind(1, ticket);
    if (!find.step()) return std::nullopt;
    auto event = journal_event(m_journal, m_self.till, find.integer(0));
    auto* parked = event ? std::get_if<TicketParked>(&event->body) : nullptr;
    if (parked == nullptr) return std::nullopt;
    return std::move(*parked);
}

std::optional<TicketParked> DaysReader::parked_elsewhere(std::int64_t ticket, TillNumber till) const
{
    database::Statement find{m_connection, "SELECT number FROM parked_elsewhere WHERE till = ?1 AND ticket = ?2"};
    find.bind(1, till).bind(2, ticket);
    if (!find.step()) return std::nullopt;
    auto event = journal_event(m_journal, office_origin, find.integer(0));
    auto* told = event ? std::get_if<ParkedTold>(&event->body) : nullptr;
    if (told == nullptr) return std::nullopt;
    return std::move(told->ticket);
}

std::optional<SaleCompleted> DaysReader::sale(const ReceiptNumber& receipt) const
{
    database::Statement find{m_connection, "SELECT number FROM sales WHERE receipt = ?1"};
    find.bind(1, receipt.text);
    if (!find.step()) return std::nullopt;
    auto event = journal_event(m_journal, m_self.till, find.integer(0));
    auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
    if (sale == nullptr) return std::nullopt;
    return std::move(*sale);
}

std::optional<SaleCompleted> DaysReader::known_sale(const ReceiptNumber& receipt) const
{
    if (auto own = sale(receipt)) return own;
    database::Statement find{m_connection, "SELECT sale FROM other_receipts WHERE receipt = ?1"};
    find.bind(1, receipt.text);
    auto event = find.step() ? decode(find.text(0)) : refuse("receipt.unknown");
    auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
    if (sale == nullptr) return std::nullopt;
    return std::move(*sale);
}

std::vector<Visit> DaysReader::visits(const ReceiptNumber& receipt) const
{
    std::vector<Visit> visits;
    std::map<std::int64_t, std::int64_t> milli_here;
    database::Statement find{m_connection, "SELECT number FROM return_visits WHERE receipt = ?1 ORDER BY number"};
    find.bind(1, receipt.text);
    while (find.step()) {
        const auto event = journal_event(m_journal, m_self.till, find.integer(0));
        const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
        if (sale == nullptr) continue;
        Visit& visit{visits.emplace_back()};
        for (const SaleLine& line : sale->lines) {
            if (line.line_kind != LineKind::return_ || line.returned_receipt != receipt) continue;
            visit.push_back({line.returned_line, line.quantity});
            milli_here[line.returned_line] += line.quantity.milli();
        }
    }
    // What came back at other tills is known by its sum only, from the news or from the answer when we asked.
    Visit elsewhere;
    std::map<std::int64_t, std::int64_t> milli_elsewhere;
    database::Statement heard{m_connection, "SELECT line, milli FROM returned WHERE receipt = ?1"};
    heard.bind(1, receipt.text);
    while (heard.step()) milli_elsewhere[heard.integer(0)] = heard.integer(1) - milli_here[heard.integer(0)];
    // Asked for before anything of it came back here, so none of ours is in that number.
    database::Statement told{m_connection, "SELECT line, milli FROM other_returns WHERE receipt = ?1"};
    told.bind(1, receipt.text);
    while (told.step()) {
        std::int64_t& milli{milli_elsewhere[told.integer(0)]};
        milli = std::max(milli, told.integer(1));
    }
    for (const auto& [line, milli] : milli_elsewhere) {
        if (milli > 0) elsewhere.push_back({line, Quantity::from_milli(milli)});
    }
    if (!elsewhere.empty()) visits.push_back(std::move(elsewhere));
    return visits;
}

Money DaysReader::rounded_back(const ReceiptNumber& receipt) const
{
    Money rounded;
    database::Statement find{m_connection, "SELECT number FROM return_visits WHERE receipt = ?1"};
    find.bind(1, receipt.text);
    while (find.step()) {
        const auto event = journal_event(m_journal, m_self.till, find.integer(0));
        const auto* refund = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
        if (refund != nullptr) rounded += rounded_off(*refund, receipt);
    }
    return rounded;
}

std::vector<PiecesMoved> DaysReader::pieces_moved(const ReceiptNumber& receipt) const
{
    std::vector<PiecesMoved> moved;
    database::Statement find{m_connection, "SELECT line, sku, milli FROM pieces_moved WHERE receipt = ?1"
                                           " ORDER BY line, sku"};
    find.bind(1, receipt.text);
    while (find.step()) moved.push_back({find.integer(0), {find.text(1)}, find.integer(2)});
    // A swap at another till is known as soon as its receipt was asked for: who brings the piece shows it.
    database::Statement elsewhere{m_connection, "SELECT sale FROM other_receipts WHERE instr(sale, ?1) > 0"
                                                " AND NOT EXISTS (SELECT 1 FROM sales s"
                                                " WHERE s.receipt = other_receipts.receipt) ORDER BY receipt"};
    elsewhere.bind(1, fmt::format("\"{}\"", receipt.text));
    while (elsewhere.step()) {
        const auto event = decode(elsewhere.text(0));
        const auto* sale = event ? std::get_if<SaleCompleted>(&event->body) : nullptr;
        if (sale != nullptr) add_swaps(*sale, receipt, moved);
    }
    return moved;
}

std::vector<ReceiptNumber> DaysReader::receipts_of(const MemberId& member, std::int64_t limit) const
{
    std::vector<ReceiptNumber> receipts;
    if (member.empty()) return receipts;
    database::Statement find{m_connection, fmt::format("SELECT receipt FROM sales WHERE member IN {} AND member <> ''"
                                                       " ORDER BY number DESC LIMIT ?2",
                                                       same_person)};
    find.bind(1, member.text).bind(2, limit);
    while (find.step()) receipts.push_back({find.text(0)});
    return receipts;
}

std::int64_t DaysReader::reprints(const ReceiptNumber& receipt) const
{
    database::Statement find{m_connection, "SELECT copies FROM reprints WHERE receipt = ?1"};
    find.bind(1, receipt.text);
    return find.step() ? find.integer(0) : 0;
}

std::vector<DayReader::AskedCard> DaysReader::open_cards() const
{
    database::Statement find{m_connection, "SELECT key, amount, asked_at_ms, approved FROM open_cards ORDER BY number"};
    std::vector<AskedCard> cards;
    while (find.step()) cards.push_back({find.text(0), money_at(find, 1), find.integer(2), find.integer(3) != 0});
    return cards;
}

ReceiptNumber DaysReader::sold_serial(const Sku& sku, const std::string& serial) const
{
    database::Statement find{m_connection, "SELECT receipt FROM serials WHERE sku = ?1 AND serial = ?2 AND out > 0"};
    find.bind(1, sku.text).bind(2, serial);
    return find.step() ? ReceiptNumber{find.text(0)} : ReceiptNumber{};
}

std::string DaysReader::chain_head() const { return m_journal.head(m_self.till).chain; }

} // namespace guitai
