#include "terminal/store/readers/points_reader.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/purses/fold.hpp"
#include "terminal/store/purse_numbers.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {

std::optional<PointsReader::Lease> StorePointsReader::lease(std::string_view name) const
{
    database::Statement row{m_connection, "SELECT account, ahead FROM lease_rows WHERE lease = ?1 AND closed = 0"};
    row.bind(1, name);
    if (!row.step()) return std::nullopt;
    Lease lease{std::string{name}, account_here(m_connection, row.text(0)), row.flag(1), {}};
    // Points without a last day are spent last.
    database::Statement lots{m_connection, "SELECT lot, lot_kind, amount, earned_on, expires_on FROM lease_row_lots"
                                           " WHERE lease = ?1 AND amount > 0 ORDER BY expires_on = '', expires_on,"
                                           " earned_on, lot_kind = 'bonus', lot"};
    lots.bind(1, name);
    while (lots.step()) {
        lease.lots.push_back({lots.text(0), word_at<LotKind>(lots, 1), lots.integer(2), lots.text(3), lots.text(4)});
    }
    return lease;
}

std::vector<LeaseLot> StorePointsReader::purse(std::string_view account) const
{
    return purses::available_of(m_connection, std::string{account});
}

Money StorePointsReader::value(std::string_view account, std::string_view today) const
{
    // Her money of all her numbers is one.
    std::vector<std::string> accounts{std::string{account}};
    if (!is_gift_account(account)) {
        accounts.clear();
        const MemberId member{std::string{account.substr(value_account({}).size())}};
        for (const MemberId& number : numbers_of(m_connection, member)) accounts.push_back(value_account(number));
    }
    database::Statement sum{m_connection, "SELECT COALESCE(SUM(minor), 0) FROM value_lots WHERE account = ?1 AND"
                                          " (expires_on = '' OR expires_on >= ?2)"};
    Money all;
    for (const std::string& one : accounts) {
        sum.bind(1, one).bind(2, today);
        if (sum.step()) all += money_at(sum, 0);
        sum.reset();
    }
    return all;
}

Money StorePointsReader::restored(const std::string& redemption) const
{
    database::Statement find{m_connection, "SELECT minor FROM value_restored WHERE redemption = ?1"};
    find.bind(1, redemption);
    return find.step() ? money_at(find, 0) : Money{};
}

std::string StorePointsReader::points_day() const { return purses::today_of(m_connection); }

bool StorePointsReader::office_recovering() const
{
    database::Statement find{m_connection, "SELECT recovered FROM office_histories ORDER BY number DESC LIMIT 1"};
    return find.step() && find.integer(0) == 0;
}

} // namespace guitai
