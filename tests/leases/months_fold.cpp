#include "tests/leases/months_fold.hpp"

#include <algorithm>
#include <tuple>

namespace guitai::leases {

void MonthsFold::tell(const Event& event)
{
    if (const auto* day = std::get_if<PointsDayBegan>(&event.body)) begin_day(day->on);
    else if (const auto* granted = std::get_if<LeaseGranted>(&event.body)) grant(*granted);
    else if (const auto* back = std::get_if<LeaseReturned>(&event.body)) give_back(back->lease);
    const auto* sale = std::get_if<SaleCompleted>(&event.body);
    if (sale == nullptr) return;
    for (const PointsRedeemed& one : sale->spent) spend(part_id(sale->receipt, one.n), one.lots);
    for (const PointsBack& one : sale->points_back) take_back(part_id(one.receipt, 1), one.points);
    for (const PointsRestored& one : sale->restored) restore(one.redemption, one.amount);
    for (const LotEarned& one : sale->earned) earn(sale->receipt.text, one);
}

MonthsFold::Purse MonthsFold::purse(const std::string& member) const
{
    Purse purse;
    if (const auto debt = m_debts.find(member); debt != m_debts.end()) purse.debt = debt->second;
    const auto names = m_lots_of.find(member);
    if (names == m_lots_of.end()) return purse;
    for (const std::string& name : names->second) {
        const Lot& lot{m_lots.at(name)};
        std::int64_t out{0};
        for (const auto& [lease, units] : lot.out) out += units;
        purse.leased += out;
        if (!is_past(lot)) purse.good += lot.free + out;
    }
    return purse;
}

void MonthsFold::begin_day(const std::string& on)
{
    m_today = std::max(m_today, on);
    while (!m_by_day.empty() && m_by_day.begin()->first < m_today) {
        for (const std::string& name : m_by_day.begin()->second) {
            Lot& lot{m_lots.at(name)};
            lot.expired += lot.free;
            m_sums.expired += lot.free;
            lot.free = 0;
        }
        m_by_day.erase(m_by_day.begin());
    }
}

void MonthsFold::move(std::int64_t& from, std::int64_t units)
{
    from -= units;
    if (from < 0) m_sums.strange -= from;
}

void MonthsFold::spend(const std::string& redemption, const std::vector<LotPart>& parts)
{
    for (const LotPart& part : parts) {
        move(m_lots[part.lot].out[part.lease], part.amount);
        m_drawn[redemption].emplace_back(part.lot, part.amount);
        m_sums.spent += part.amount;
    }
    const auto waiting = m_waiting_redemptions.find(redemption);
    if (waiting == m_waiting_redemptions.end()) return;
    const std::int64_t points{waiting->second};
    m_waiting_redemptions.erase(waiting);
    restore(redemption, points);
}

void MonthsFold::restore(const std::string& redemption, std::int64_t points)
{
    const auto drawn = m_drawn.find(redemption);
    if (drawn == m_drawn.end()) {
        m_waiting_redemptions[redemption] += points;
        return;
    }
    for (auto part = drawn->second.rbegin(); part != drawn->second.rend(); ++part) {
        const std::int64_t back{std::min(points, part->second)};
        part->second -= back;
        points -= back;
        m_sums.restored += back;
        if (back > 0) come_home(m_lots.at(part->first), back);
    }
}

void MonthsFold::take_back(const std::string& name, std::int64_t points)
{
    const auto known = m_lots.find(name);
    if (known == m_lots.end()) {
        m_waiting_lots[name] += points;
        return;
    }
    Lot& lot{known->second};
    std::int64_t units{std::min(points, lot.amount - lot.back)};
    lot.back += units;
    m_sums.taken += units;
    for (std::int64_t* part : {&lot.free, &lot.expired}) {
        const std::int64_t here{std::min(units, *part)};
        *part -= here;
        units -= here;
    }
    m_debts[lot.member] += units;
    pay_debt(lot.member);
}

void MonthsFold::earn(const std::string& receipt, const LotEarned& earned)
{
    const std::string name{part_id(receipt, earned.n)};
    Lot& lot{m_lots[name]};
    lot = {name, earned.member.text, earned.earned_on, earned.expires_on, earned.amount, 0, 0, 0, {}};
    m_lots_of[lot.member].push_back(name);
    if (!lot.expires.empty()) m_by_day[lot.expires].push_back(name);
    m_sums.earned += earned.amount;
    if (earned.kept) {
        lot.out[receipt] = earned.amount;
        m_lots_in[receipt].push_back(name);
    } else {
        come_home(lot, earned.amount);
    }
    const auto waiting = m_waiting_lots.find(name);
    if (waiting == m_waiting_lots.end()) return;
    const std::int64_t points{waiting->second};
    m_waiting_lots.erase(waiting);
    take_back(name, points);
}

void MonthsFold::grant(const LeaseGranted& granted)
{
    if (m_lots_in.contains(granted.lease)) return; // Said again.
    for (const LeaseLot& part : granted.lots) {
        Lot& lot{m_lots[part.lot]};
        move(lot.free, part.amount);
        lot.out[granted.lease] += part.amount;
        m_lots_in[granted.lease].push_back(part.lot);
    }
}

void MonthsFold::give_back(const std::string& lease)
{
    for (const std::string& name : m_lots_in[lease]) {
        Lot& lot{m_lots.at(name)};
        const auto out = lot.out.find(lease);
        if (out == lot.out.end()) continue;
        const std::int64_t units{out->second};
        lot.out.erase(out);
        come_home(lot, units);
    }
}

void MonthsFold::come_home(Lot& lot, std::int64_t units)
{
    if (is_past(lot)) {
        lot.expired += units;
        m_sums.expired += units;
    } else {
        lot.free += units;
    }
    pay_debt(lot.member);
}

void MonthsFold::pay_debt(const std::string& member)
{
    std::int64_t& debt{m_debts[member]};
    if (debt == 0) return;
    std::vector<Lot*> lots;
    for (const std::string& name : m_lots_of[member]) lots.push_back(&m_lots.at(name));
    std::sort(lots.begin(), lots.end(), [](const Lot* a, const Lot* b) {
        const auto key = [](const Lot& lot) {
            return std::tuple{lot.expires.empty() ? std::string{"9999"} : lot.expires, lot.earned, lot.name};
        };
        return key(*a) < key(*b);
    });
    for (Lot* lot : lots) {
        const std::int64_t units{std::min(debt, lot->free)};
        lot->free -= units;
        debt -= units;
    }
}

} // namespace guitai::leases
