#include "terminal/store/projections/counts.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

// What of this till's own making `body` is one more of, or nothing.
std::string_view counted_as(const EventBody& body)
{
    if (std::holds_alternative<SaleCompleted>(body)) return "receipts";
    if (std::holds_alternative<OrderPlaced>(body)) return "orders";
    if (std::holds_alternative<MemberEnrolled>(body)) return "members";
    if (std::holds_alternative<ShiftOpened>(body)) return "shifts";
    if (std::holds_alternative<DayClosed>(body)) return "z";
    if (std::holds_alternative<MissRecorded>(body)) return "misses";
    if (std::holds_alternative<TicketParked>(body)) return "tickets";
    if (std::holds_alternative<CardAsked>(body)) return "cards";
    if (std::holds_alternative<AccountPaid>(body)) return "payments";
    if (std::holds_alternative<ValueLoaded>(body)) return "loads";
    if (std::holds_alternative<ComplaintOpened>(body)) return "complaints";
    if (std::holds_alternative<MembershipPaid>(body)) return "fees";
    if (std::holds_alternative<MembershipRefunded>(body)) return "fee_refunds";
    if (const auto* noted = std::get_if<MemberNoted>(&body); noted && !noted->dropped) return "notes";
    return {};
}

// A talk leaves one event or several, or none: its number says how many there were.
std::int64_t talk_in(const EventBody& body)
{
    if (const auto* sale = std::get_if<SaleCompleted>(&body)) return sale->talk.number;
    if (const auto* miss = std::get_if<MissRecorded>(&body)) return miss->talk.number;
    if (const auto* ended = std::get_if<TalkEnded>(&body)) return ended->talk.number;
    return 0;
}

} // namespace

void CountsProjection::apply(database::Connection& connection, const Event& event)
{
    if (event.origin != m_self.till) return;
    if (const std::int64_t talk{talk_in(event.body)}; talk > 0) {
        run(connection,
            "INSERT INTO counts (what, value) VALUES ('talks', ?1)"
            " ON CONFLICT (what) DO UPDATE SET value = max(value, ?1)",
            talk);
    }
    const std::string_view what{counted_as(event.body)};
    if (what.empty()) return;
    run(connection,
        "INSERT INTO counts (what, value) VALUES (?1, 1) ON CONFLICT (what) DO UPDATE SET value = value + 1", what);
}

} // namespace guitai
