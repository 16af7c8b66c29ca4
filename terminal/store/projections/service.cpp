#include "terminal/store/projections/service.hpp"

#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

void learn(database::Connection& connection, const PairingsFound& found)
{
    if (found.part == 1) database::Statement{connection, "DELETE FROM pairings"}.run();
    for (const Pairing& pairing : found.pairings) {
        run(connection,
            "INSERT INTO pairings (left_style, right_style, left_receipts, right_receipts, together)"
            " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (left_style, right_style) DO UPDATE SET"
            " left_receipts = ?3, right_receipts = ?4, together = ?5",
            pairing.left, pairing.right, pairing.left_receipts, pairing.right_receipts, pairing.together);
    }
    run(connection,
        "INSERT INTO pairing_news (one, found_on, receipts) VALUES (1, ?1, ?2)"
        " ON CONFLICT (one) DO UPDATE SET found_on = ?1, receipts = ?2",
        found.found_on, found.receipts);
}

// Of one customer a miss and a receipt may tell: the farthest step counts, once.
void add_talk(database::Connection& connection, const std::string& business_date, const Talk& talk)
{
    if (talk.number == 0 || talk.step == 0) return;
    run(connection,
        "INSERT INTO talks (talk, business_date, step) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (talk) DO UPDATE SET step = max(step, ?3)",
        talk.number, business_date, talk.step);
}

void add_cost(database::Connection& connection, const SaleCompleted& sale)
{
    if (sale.talk.number == 0) return;
    const bool counted{!sale.member.empty() && sale.talk.taps > 0};
    const std::int64_t sales{counted ? 1 : 0};
    const std::int64_t taps{counted ? sale.talk.taps : 0};
    run(connection,
        "INSERT INTO service_days (business_date, served, serving_ms, member_sales, member_taps)"
        " VALUES (?1, 1, ?2, ?3, ?4) ON CONFLICT (business_date) DO UPDATE SET served = served + 1,"
        " serving_ms = serving_ms + ?2, member_sales = member_sales + ?3, member_taps = member_taps + ?4",
        sale.business_date, sale.talk.serving_ms, sales, taps);
}

} // namespace

void ServiceProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* found = std::get_if<PairingsFound>(&event.body)) learn(connection, *found);
    if (event.origin != m_self.till) return;
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        add_talk(connection, sale->business_date, sale->talk);
        add_cost(connection, *sale);
    } else if (const auto* miss = std::get_if<MissRecorded>(&event.body)) {
        add_talk(connection, miss->business_date, miss->talk);
    } else if (const auto* ended = std::get_if<TalkEnded>(&event.body)) {
        add_talk(connection, ended->business_date, ended->talk);
    } else if (const auto* given = std::get_if<FeelingGiven>(&event.body)) {
        run(connection,
            "INSERT INTO feelings (receipt, business_date, feeling) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            given->receipt, given->business_date, given->feeling);
    }
}

} // namespace guitai
