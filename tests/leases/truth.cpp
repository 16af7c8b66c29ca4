#include "tests/leases/truth.hpp"

#include "sync/events/made_names.hpp"
#include "sync/purses/fold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::leases {
namespace {

constexpr int lines_max{100'000};

std::string spent_late(const Machine& machine, const SaleCompleted& sale, const std::set<std::string>& returned)
{
    for (const PointsRedeemed& spent : sale.spent) {
        for (const LotPart& part : spent.lots) {
            if (!returned.contains(part.lease)) continue;
            return fmt::format("till {} spent of lease {} after it had returned it", machine.till(), part.lease);
        }
    }
    return {};
}

} // namespace

Complaints Truth::read(Machine& machine)
{
    Complaints complaints;
    if (!machine.is_up()) return complaints;
    Place& place{m_places[&machine]};
    for (const JournalLine& line : machine.store().books().journal().after(machine.till(), place.number, lines_max)) {
        place.number = line.number;
        const auto event = decode(line.text);
        if (!event) continue;
        const auto* sale = std::get_if<SaleCompleted>(&event->body);
        if (sale != nullptr) {
            if (auto late = spent_late(machine, *sale, place.returned); !late.empty()) complaints.push_back(late);
        }
        if (const auto* back = std::get_if<LeaseReturned>(&event->body)) place.returned.insert(back->lease);
        if (!m_seen.insert(line.chain).second) continue;
        if (sale != nullptr) see(machine, *sale);
        if (const auto* vouched = std::get_if<LeasesVouched>(&event->body)) {
            m_vouched.insert(vouched->leases.begin(), vouched->leases.end());
        }
    }
    return complaints;
}

std::string Truth::as_it_was_made(std::string lot) const
{
    for (const auto& one : m_stems) lot = renamed(lot, one.first, [&one](const MadeName&) { return one.second; });
    return lot;
}

std::string Truth::known_as(const Machine& machine, const std::string& redemption) const
{
    const auto other = m_other_names.find({&machine, redemption});
    return other == m_other_names.end() ? redemption : other->second;
}

void Truth::see(const Machine& machine, const SaleCompleted& sale)
{
    for (const LotEarned& lot : sale.earned) {
        m_earned[part_id(sale.receipt, lot.n)] += lot.amount;
        if (lot.kept) m_granted.insert(sale.receipt.text); // It was in a hand from its birth.
    }
    for (const PointsRedeemed& spent : sale.spent) {
        const std::string given{part_id(sale.receipt, spent.n)};
        std::string name{given};
        while (m_drawn.contains(name)) name += "'";
        if (name != given) m_other_names[{&machine, given}] = name;
        for (const LotPart& part : spent.lots) {
            m_spent[part.lot] += part.amount;
            m_drawn[name].emplace_back(part.lot, part.amount);
        }
    }
    for (const PointsRestored& restored : sale.restored) {
        m_claimed[known_as(machine, restored.redemption)] += restored.amount;
    }
}

void Truth::read(sim::HeadOffice& office)
{
    database::Connection& reads{office.reads()};
    for (const JournalLine& line : Journal{reads}.after(office_origin, m_office_place, lines_max)) {
        m_office_place = line.number;
        if (const auto event = decode(line.text)) see_said(reads, *event);
    }
}

void Truth::see_said(database::Connection& reads, const Event& event)
{
    if (const auto* posted = std::get_if<PointsPosted>(&event.body)) {
        const bool is_given{posted->reason == PointsReason::imported && posted->subject.empty()};
        if (is_given) m_earned[purses::office_name(reads, event.number)] += posted->points;
    } else if (const auto* granted = std::get_if<LeaseGranted>(&event.body)) {
        const bool is_again{!m_granted.insert(granted->lease).second};
        const bool is_false{m_doubted.contains(granted->till) && m_vouched.contains(granted->lease)};
        // A till that is set aside has nobody's word: what it is given all the same nobody agreed to lose.
        if (is_again && is_false && !purses::till_row(reads, granted->till).set_aside) {
            m_bound += purses::points_in(granted->lots);
        }
    } else if (const auto* aside = std::get_if<TillSetAside>(&event.body)) {
        if (aside->branch != 0) m_stems[aside->branch] = aside->till;
    } else if (const auto* off = std::get_if<TillWrittenOff>(&event.body)) {
        m_bound += off->bound;
    } else if (const auto* gone = std::get_if<TillGoneWithout>(&event.body)) {
        m_bound += gone->bound_points;
    }
}

std::int64_t Truth::overspent() const
{
    std::map<std::string, std::int64_t> spent;
    for (const auto& [lot, units] : m_spent) spent[as_it_was_made(lot)] += units;
    for (const auto& [redemption, drawn] : m_drawn) {
        const auto claimed = m_claimed.find(redemption);
        std::int64_t left{claimed == m_claimed.end() ? 0 : claimed->second};
        // Each unit comes back once, whoever says so; the last drawn is the first.
        for (auto part = drawn.rbegin(); part != drawn.rend(); ++part) {
            const std::int64_t back{std::min(left, part->second)};
            spent[as_it_was_made(part->first)] -= back;
            left -= back;
        }
    }
    std::int64_t over{0};
    for (const auto& [lot, units] : spent) {
        const auto earned = m_earned.find(lot);
        over += std::max<std::int64_t>(0, units - (earned == m_earned.end() ? 0 : earned->second));
    }
    return over;
}

} // namespace guitai::leases
