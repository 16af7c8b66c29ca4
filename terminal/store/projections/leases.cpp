#include "terminal/store/projections/leases.hpp"

#include "sync/events/payment_number.hpp"
#include "terminal/store/rows.hpp"

namespace guitai {
namespace {

bool is_known(database::Connection& connection, const std::string& lease)
{
    database::Statement find{connection, "SELECT 1 FROM lease_rows WHERE lease = ?1"};
    find.bind(1, lease);
    return find.step();
}

void open_row(database::Connection& connection, const std::string& lease, const std::string& account, bool ahead)
{
    run(connection, "INSERT INTO lease_rows (lease, account, ahead, closed) VALUES (?1, ?2, ?3, 0)", lease, account,
        ahead);
}

void add_lot(database::Connection& connection, const std::string& lease, const LeaseLot& lot)
{
    run(connection,
        "INSERT INTO lease_row_lots (lease, lot, lot_kind, amount, earned_on, expires_on)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING",
        lease, lot.lot, lot.lot_kind, lot.amount, lot.earned_on, lot.expires_on);
}

// What was granted once is the row's; said again it changes nothing, after its return least of all.
void grant(database::Connection& connection, const LeaseGranted& granted)
{
    if (is_known(connection, granted.lease)) return;
    open_row(connection, granted.lease, granted.account, granted.ask == 0);
    for (const LeaseLot& lot : granted.lots) add_lot(connection, granted.lease, lot);
}

void bring(database::Connection& connection, const LeaseBrought& brought)
{
    const auto event = decode(brought.line);
    const auto* granted = event ? std::get_if<LeaseGranted>(&event->body) : nullptr;
    if (granted == nullptr) return;
    grant(connection, *granted);
    run(connection, "INSERT INTO brought_leases (number, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING", event->number,
        brought.line);
}

void close_row(database::Connection& connection, const std::string& lease)
{
    run(connection, "DELETE FROM lease_row_lots WHERE lease = ?1", lease);
    run(connection, "UPDATE lease_rows SET closed = 1 WHERE lease = ?1", lease);
}

// `paper` is the receipt or the slip that they came with, and gives the lease its name.
void keep_born(database::Connection& connection, const std::string& paper, const std::vector<LotEarned>& lots)
{
    if (is_known(connection, paper)) return;
    for (const LotEarned& lot : lots) {
        if (!lot.kept) continue;
        if (!is_known(connection, paper)) open_row(connection, paper, lot.account, false);
        add_lot(connection, paper,
                {part_id(paper, lot.n), lot.lot_kind, lot.amount, lot.earned_on, lot.expires_on});
    }
}

void spend(database::Connection& connection, const std::vector<LotPart>& parts)
{
    for (const LotPart& part : parts) {
        if (part.lease.empty()) continue;
        run(connection, "UPDATE lease_row_lots SET amount = amount - MIN(amount, ?3) WHERE lease = ?1 AND lot = ?2",
            part.lease, part.lot, part.amount);
        database::Statement left{connection, "SELECT 1 FROM lease_row_lots WHERE lease = ?1 AND amount > 0"};
        left.bind(1, part.lease);
        if (!left.step()) close_row(connection, part.lease);
    }
}

void spend(database::Connection& connection, const SaleCompleted& sale)
{
    for (const PointsRedeemed& spent : sale.spent) spend(connection, spent.lots);
    for (const ValueSpent& spent : sale.value_spent) spend(connection, spent.lots);
    for (const ServiceTaken& taken : sale.services) spend(connection, taken.spent.lots);
}

} // namespace

void LeasesProjection::apply(database::Connection& connection, const Event& event)
{
    if (const auto* granted = std::get_if<LeaseGranted>(&event.body)) {
        if (granted->till == m_self.till) grant(connection, *granted);
    }
    if (event.origin != m_self.till) return;
    if (const auto* sale = std::get_if<SaleCompleted>(&event.body)) {
        spend(connection, *sale);
        keep_born(connection, sale->receipt.text, sale->earned);
    } else if (const auto* loaded = std::get_if<ValueLoaded>(&event.body)) {
        keep_born(connection, payment_number(*loaded, m_self.till), loaded->lots);
    } else if (const auto* fee = std::get_if<MembershipPaid>(&event.body)) {
        keep_born(connection, payment_number(*fee, m_self.till), {fee->lot});
    } else if (const auto* back = std::get_if<MembershipRefunded>(&event.body)) {
        spend(connection, back->lots);
    } else if (const auto* brought = std::get_if<LeaseBrought>(&event.body)) {
        bring(connection, *brought);
    } else if (const auto* returned = std::get_if<LeaseReturned>(&event.body)) {
        close_row(connection, returned->lease);
    }
}

} // namespace guitai
