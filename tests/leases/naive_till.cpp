#include "tests/leases/naive_till.hpp"

#include "sync/purses/fold.hpp"
#include "sync/purses/tills.hpp"

#include <algorithm>
#include <string_view>

namespace guitai::leases {
namespace {

std::vector<std::string> lines_of(const std::string& body)
{
    std::vector<std::string> lines;
    for (std::size_t from{0}; from < body.size();) {
        const std::size_t end{std::min(body.find('\n', from), body.size())};
        if (end > from) lines.push_back(body.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

void apply_again(sim::HeadOffice& office, const std::vector<std::string>& lines)
{
    office.decide([&](office::Office& books, const database::Transaction&) {
        for (const std::string& line : lines) {
            const auto event = decode(line);
            const bool is_here{event && books.books().journal().head(event->origin).number >= event->number};
            if (is_here) purses::fold(books.connection(), *event);
        }
    });
}

// It is in the journal, and nothing of it in any table.
void pass_over(sim::HeadOffice& office, const std::string& line)
{
    office.decide([&](office::Office& books, const database::Transaction& open) {
        if (const auto record = record_from(line)) (void)books.books().journal().append(open, *record);
    });
}

void believe_claims(sim::HeadOffice& office, const std::vector<std::string>& lines)
{
    office.decide([&](office::Office& books, const database::Transaction&) {
        for (const std::string& line : lines) {
            const auto event = decode(line);
            const auto* returned = event ? std::get_if<LeaseReturned>(&event->body) : nullptr;
            if (returned == nullptr || books.books().journal().head(event->origin).number >= event->number) continue;
            for (const LotPart& part : returned->lots) {
                database::Statement{books.connection(),
                                    "UPDATE purse_lots SET leased = leased + ?3 - (SELECT rem FROM purse_lease_lots p"
                                    " WHERE p.lease = ?1 AND p.lot = ?2) WHERE lot = ?2"}
                    .bind(1, returned->lease).bind(2, part.lot).bind(3, part.amount).run();
                database::Statement{books.connection(),
                                    "UPDATE purse_lease_lots SET rem = ?3 WHERE lease = ?1 AND lot = ?2"}
                    .bind(1, returned->lease).bind(2, part.lot).bind(3, part.amount).run();
            }
        }
    });
}

// Gives whether it was, and is not now.
bool put_aside(sim::HeadOffice& office, TillNumber till, bool aside)
{
    bool was{false};
    office.decide([&](office::Office& books, const database::Transaction&) {
        was = purses::till_row(books.connection(), till).set_aside;
        if (!was && !aside) return;
        purses::mark_till(books.connection(), till, "set_aside", aside ? 1 : 0);
        database::Statement{books.connection(), "UPDATE till_contacts SET set_aside = ?2 WHERE till = ?1"}
            .bind(1, till)
            .bind(2, aside ? 1 : 0)
            .run();
    });
    return was;
}

bool has_vouch(const std::vector<std::string>& lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        const auto event = decode(line);
        return event && std::holds_alternative<LeasesVouched>(event->body);
    });
}

} // namespace

void NaiveEar::begin(database::Connection& books)
{
    if (m_rule != Naive::fills_hand_at_start) return;
    database::Statement find{books, "SELECT lease FROM lease_rows WHERE closed = 0"};
    while (find.step()) m_found.insert(find.text(0));
}

// True: it was heard as the rule has it.
bool NaiveEar::hear_armed(const Event& event, const TillArmed& armed)
{
    const LeaseHand& hand{m_desk.state.hand};
    if (armed.till != m_desk.state.view.shop.till) return false;
    if (m_rule == Naive::forgets_arming) return m_is_shown;
    if (m_rule == Naive::never_superseded) return hand.state() == LeaseHand::State::armed;
    if (m_rule != Naive::ignores_nonce) return false;
    TillArmed mine{armed};
    mine.nonce = hand.nonce();
    hear_leases(m_desk, {event.origin, event.number, event.at_ms, std::move(mine)});
    return true;
}

bool NaiveEar::hear_granted(const Event& event, const LeaseGranted& granted)
{
    LeaseHand& hand{m_desk.state.hand};
    if (granted.till != m_desk.state.view.shop.till) return false;
    if (m_rule == Naive::takes_any_epoch) {
        if (m_desk.ports.points->lease(granted.lease)) hand.take(granted.lease);
        return true;
    }
    if (m_rule != Naive::never_superseded) return false;
    LeaseGranted mine{granted};
    mine.epoch = hand.epoch();
    hear_leases(m_desk, {event.origin, event.number, event.at_ms, std::move(mine)});
    return true;
}

void NaiveEar::hear(const Event& event)
{
    if (const auto* shown = std::get_if<LeasesShown>(&event.body)) {
        m_is_shown = m_is_shown || shown->till == m_desk.state.view.shop.till;
    }
    if (const auto* armed = std::get_if<TillArmed>(&event.body)) {
        if (hear_armed(event, *armed)) return;
    } else if (const auto* granted = std::get_if<LeaseGranted>(&event.body)) {
        if (hear_granted(event, *granted)) return;
    }
    hear_leases(m_desk, event);
}

void NaiveEar::remember()
{
    if (m_rule != Naive::keeps_returned) return;
    for (const std::string& name : m_desk.state.hand.leases()) {
        if (auto lease = m_desk.ports.points->lease(name)) m_returned[name] = std::move(*lease);
    }
}

void NaiveEar::spent(const std::vector<LotPart>& lots)
{
    for (const LotPart& part : lots) {
        const auto lease = m_returned.find(part.lease);
        if (lease == m_returned.end()) continue;
        for (LeaseLot& lot : lease->second.lots) {
            if (lot.lot == part.lot) lot.amount -= std::min(lot.amount, part.amount);
        }
    }
}

std::vector<PointsSource> NaiveEar::believed(const std::string& account) const
{
    std::vector<PointsSource> sources;
    const LeaseHand& hand{m_desk.state.hand};
    for (const auto& [name, lease] : m_returned) {
        if (!hand.holds(name) && lease.account == account) sources.push_back({name, lease.lots});
    }
    for (const std::string& name : m_found) {
        const auto lease = hand.holds(name) ? std::nullopt : m_desk.ports.points->lease(name);
        if (lease && lease->account == account) sources.push_back({name, lease->lots});
    }
    return sources;
}

Result<WireAnswer> NaiveWire::send(const WireRequest& request)
{
    const bool hears{m_rule == Naive::believes_aside && request.target.starts_with("/v1/feed")};
    if ((request.target != "/v1/events" && !hears) || !m_office.is_up()) return m_wire.send(request);
    const auto lines = lines_of(request.body);
    const bool by_chance{m_rule != Naive::none && m_dice.percent(10)};
    if (m_rule == Naive::passes_over_gaps && by_chance && !lines.empty()) pass_over(m_office, lines.front());
    if (m_rule == Naive::trusts_returns) believe_claims(m_office, lines);
    // Whoever is believed also hears the answer.
    const bool believes{m_rule == Naive::believes_aside && (hears || has_vouch(lines))};
    const bool was_aside{believes && put_aside(m_office, m_till, false)};
    auto answer = m_wire.send(request);
    if (was_aside) (void)put_aside(m_office, m_till, true);
    if (m_rule == Naive::applies_repeats && by_chance) apply_again(m_office, lines);
    return answer;
}

} // namespace guitai::leases
