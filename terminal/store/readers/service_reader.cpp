#include "terminal/store/readers/service_reader.hpp"

#include "terminal/store/rows.hpp"

#include <algorithm>

namespace guitai {

ServiceReader::Pairings StoreServiceReader::pairings(const StyleId& style, std::int64_t limit) const
{
    Pairings pairings;
    database::Statement news{m_connection, "SELECT receipts FROM pairing_news WHERE one = 1"};
    if (!news.step()) return pairings;
    pairings.receipts = news.integer(0);
    // By confidence and not by lift: what hardly anybody takes beside it is no suggestion, however rare it is alone.
    database::Statement find{m_connection,
                             "SELECT right_style, left_receipts, right_receipts, together FROM pairings"
                             " WHERE left_style = ?1 ORDER BY together DESC, right_receipts, right_style LIMIT ?2"};
    find.bind(1, style.text).bind(2, limit);
    while (find.step()) {
        Pairing& pairing{pairings.found.emplace_back()};
        pairing.left = style;
        read_id(find, 0, pairing.right);
        pairing.left_receipts = find.integer(1);
        pairing.right_receipts = find.integer(2);
        pairing.together = find.integer(3);
    }
    return pairings;
}

std::optional<Feeling> StoreServiceReader::feeling(const ReceiptNumber& receipt) const
{
    database::Statement find{m_connection, "SELECT feeling FROM feelings WHERE receipt = ?1"};
    find.bind(1, receipt.text);
    return find.step() ? std::optional{word_at<Feeling>(find, 0)} : std::nullopt;
}

ServiceView StoreServiceReader::service(std::string_view business_date) const
{
    ServiceView view;
    database::Statement feelings{m_connection, "SELECT feeling, count(*) FROM feelings WHERE business_date = ?1"
                                               " GROUP BY feeling"};
    feelings.bind(1, business_date);
    while (feelings.step()) {
        view.feelings[static_cast<std::size_t>(word_at<Feeling>(feelings, 0))] = feelings.integer(1);
    }
    database::Statement talks{m_connection, "SELECT step, count(*) FROM talks WHERE business_date = ?1 GROUP BY step"};
    talks.bind(1, business_date);
    while (talks.step()) {
        // Who came so far has come past every step before.
        for (std::int64_t step{0}; step < std::min(talks.integer(0), talk_steps); ++step) {
            view.funnel[static_cast<std::size_t>(step)] += talks.integer(1);
        }
    }
    database::Statement cost{m_connection, "SELECT served, serving_ms, member_sales, member_taps FROM service_days"
                                           " WHERE business_date = ?1"};
    cost.bind(1, business_date);
    if (cost.step()) {
        view.served = cost.integer(0);
        view.serving_ms = cost.integer(1);
        view.member_sales = cost.integer(2);
        view.member_taps = cost.integer(3);
    }
    return view;
}

} // namespace guitai
