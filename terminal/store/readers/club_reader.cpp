#include "terminal/store/readers/club_reader.hpp"

#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/readers/journal_event.hpp"
#include "terminal/store/rows.hpp"

#include <fmt/format.h>

namespace guitai {

std::vector<FeeView> StoreClubReader::fees(const MemberId& member) const
{
    database::Statement find{m_connection,
                             fmt::format("SELECT fee, member, amount, tender, reference, points, paid_on, paid_until,"
                                         " refunded FROM fees WHERE member IN {} ORDER BY paid_until DESC, fee DESC",
                                         same_person)};
    find.bind(1, member.text);
    std::vector<FeeView> fees;
    while (find.step()) {
        fees.push_back({find.text(0), {find.text(1)}, money_at(find, 2), word_at<TenderKind>(find, 3), find.text(4),
                        find.integer(5), find.text(6), find.text(7), find.flag(8)});
    }
    return fees;
}

ServicesSet StoreClubReader::services() const
{
    database::Statement find{m_connection, "SELECT number FROM service_rules"};
    auto event = find.step() ? journal_event(m_journal, office_origin, find.integer(0)) : std::nullopt;
    auto* services = event ? std::get_if<ServicesSet>(&event->body) : nullptr;
    return services == nullptr ? ServicesSet{} : std::move(*services);
}

bool StoreClubReader::service_returned(const ReceiptNumber& receipt, std::int64_t n) const
{
    database::Statement find{m_connection, "SELECT 1 FROM services_returned WHERE receipt = ?1 AND n = ?2"};
    find.bind(1, receipt.text).bind(2, n);
    return find.step();
}

} // namespace guitai
