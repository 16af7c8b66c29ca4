#include "tests/sim/world.hpp"

#include "tests/sim/oracles.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::sim {
namespace {

constexpr std::int64_t minute_ms{60'000};
constexpr std::int64_t hour_ms{60 * minute_ms};
constexpr std::int64_t day_ms{24 * hour_ms};
constexpr std::int64_t operations_ahead{60}; // A power cut comes within so many writes.
constexpr int rounds_to_heal{400};

// What an office writes before it opens, put on its disk before the tills enrol.
HeadOffice& founded(HeadOffice& office, const Chain& chain)
{
    office.found(chain);
    return office;
}

} // namespace

World::Stand::Stand(World& world, const std::string& name, const PlaceCode& store)
    : till{name, world.m_time, world.m_dice.seed(), world.m_office, store, world.m_plan.lie},
      clerk{till, world.m_chain, world.m_tally, world.m_dice.seed()}
{
}

World::World(const Plan& plan)
    : m_plan{plan}, m_dice{plan.seed}, m_chain{make_chain(m_dice)},
      m_office{"sim-office", m_office_clock, m_dice.seed(), plan.lie},
      m_dispatcher{founded(m_office, m_chain), m_dice.seed()},
      // Half of the chains have both tills in one shop.
      m_tills{Stand{*this, "sim-till-1", first_shop},
              Stand{*this, "sim-till-2", m_dice.percent(50) ? first_shop : second_shop}}
{
    for (const MemberProfile& regular : regulars()) m_tally.points[regular.member] = regular_points;
    for (Stand& stand : m_tills) {
        stand.clerk.start_till();
        stand.till.sync();
    }
}

std::vector<std::string> World::live_a_day()
{
    for (Stand& stand : m_tills) {
        stand.till.wire().set(m_plan.trouble);
        stand.till.cards().set(m_plan.trouble);
        stand.clerk.open_the_day();
    }
    for (int at{0}; at < 2 * m_plan.steps_a_day; ++at) {
        step();
        if (auto wrong = surprises(); !wrong.empty()) return wrong;
    }
    for (Stand& stand : m_tills) stand.clerk.close_the_day();
    m_time.now_ms += day_ms - m_time.now_ms % day_ms + hour_ms; // 09:00 +08:00 again.
    return surprises();
}

std::vector<std::string> World::heal_and_ask()
{
    heal();
    auto wrong = surprises();
    return wrong.empty() ? ask_oracles(*this) : wrong;
}

void World::step()
{
    m_time.now_ms += m_dice.between(1, 12) * minute_ms / 2;
    Stand& stand{m_tills[static_cast<std::size_t>(m_dice.below(2))]};
    make_trouble(stand);
    stand.clerk.step();
    trouble_the_office();
    // What was decided between the backup and the last till's report nobody decides again in the same way.
    if (m_dice.percent(30) && !m_orders_rest) m_dispatcher.step();
    for (Stand& one : m_tills) {
        if (m_dice.percent(40)) one.till.sync();
        learn_decisions();
        if (m_dice.percent(20)) one.till.wire().deliver_late();
        learn_decisions();
    }
}

void World::learn_decisions()
{
    if (!m_office.is_up()) return;
    const Journal& journal{m_office.office().books().journal()};
    m_learned = std::min(m_learned, journal.head(office_origin).number); // It was put back.
    for (const JournalLine& line : journal.after(office_origin, m_learned, 1'000'000)) {
        m_learned = line.number;
        const auto event = decode(line.text);
        if (!event) continue;
        if (const auto* split = std::get_if<OrderSplit>(&event->body)) m_tally.split(*split);
        if (const auto* instead = std::get_if<OrderSubstituted>(&event->body)) m_tally.substitute(*instead);
    }
}

void World::make_trouble(Stand& stand)
{
    const Trouble& trouble{m_plan.trouble};
    if (m_dice.percent(trouble.cut_off)) {
        const std::int64_t away_ms{m_dice.percent(30) ? day_ms : m_dice.between(10, 180) * minute_ms};
        stand.till.wire().cut_off_until(m_time.now_ms + away_ms);
    }
    if (m_dice.percent(trouble.clock_jump)) stand.till.clock().go_wrong(m_dice.between(-48, 48) * hour_ms);
    if (m_dice.percent(trouble.till_power_cut)) {
        stand.till.disk().cut_at(m_dice.between(1, operations_ahead), m_dice.seed());
    }
    if (m_dice.percent(trouble.till_disk_fault)) {
        const auto fault = m_dice.percent(50) ? tests::DiskFault::no_space : tests::DiskFault::io_error;
        stand.till.disk().fail_at(m_dice.between(1, operations_ahead), fault, m_dice.between(1, 3));
    }
    if (m_dice.percent(trouble.till_killed)) {
        stand.till.kill();
        stand.clerk.start_till();
    }
    if (m_dice.percent(trouble.till_closed)) {
        stand.till.stop_in_order();
        stand.clerk.start_till();
    }
}

void World::trouble_the_office()
{
    if (!m_office.is_up() && m_dice.percent(30)) start_office();
    if (m_dice.percent(m_plan.trouble.clock_jump)) m_office_clock.go_wrong(m_dice.between(-2, 2) * hour_ms);
    if (m_plan.trouble.office_put_back > 0) lose_the_office_disk();
    if (!m_dice.percent(m_plan.trouble.office_power_cut)) return;
    if (m_dice.percent(50)) m_office.cut_power(m_dice.seed());
    else m_office.disk().cut_at(m_dice.between(1, operations_ahead), m_dice.seed());
}

void World::lose_the_office_disk()
{
    if (!m_dice.percent(m_plan.trouble.office_put_back) || !m_office.is_up() || m_office.disk().is_off()) return;
    if (m_office.has_backup()) m_office.put_back();
    else m_office.make_backup();
    m_orders_rest = true;
}

void World::start_office()
{
    while (!m_office.is_up()) {
        try {
            m_office.start();
        } catch (const database::DatabaseError&) {
            m_office.cut_power(m_dice.seed()); // A start can be cut off too.
        }
    }
}

bool World::all_is_sent()
{
    return std::all_of(m_tills.begin(), m_tills.end(), [](const Stand& one) {
        const bool settled{one.till.is_up() && one.till.view().payment.cards_to_settle == 0};
        return settled && one.till.has_all_news();
    });
}

// Every line mended, everything running; then both ends talk until they have nothing more to say.
void World::heal()
{
    for (Stand& stand : m_tills) {
        stand.till.wire().set(no_trouble());
        stand.till.cards().set(no_trouble());
        stand.till.wire().cut_off_until(0);
        stand.till.clock().put_right();
        stand.till.disk().heal();
    }
    m_office_clock.put_right();
    int quiet_rounds{0};
    for (int round{0}; round < rounds_to_heal && quiet_rounds < 2; ++round) {
        start_office();
        if (m_office.times_put_back() > 0) m_dispatcher.erase_again();
        for (Stand& stand : m_tills) {
            if (!stand.till.is_up()) stand.clerk.start_till();
            (void)stand.clerk.hear_terminal();
            stand.clerk.put_ticket_away();
            stand.till.wire().deliver_late();
            stand.till.sync();
        }
        learn_decisions();
        quiet_rounds = all_is_sent() ? quiet_rounds + 1 : 0;
    }
    if (!m_office.has_backup()) m_orders_rest = false;
}

std::vector<std::string> World::surprises() const
{
    std::vector<std::string> all{m_dispatcher.surprises()};
    for (const Stand& stand : m_tills) {
        all.insert(all.end(), stand.clerk.surprises().begin(), stand.clerk.surprises().end());
        all.insert(all.end(), stand.till.broken_promises().begin(), stand.till.broken_promises().end());
    }
    return all;
}

std::string World::digest()
{
    std::string all;
    const auto add = [&all](const Journal& journal) {
        for (const TillNumber origin : journal.origins()) {
            const ChainHead head{journal.head(origin)};
            all += fmt::format("{}:{}:{} ", origin, head.number, head.chain);
        }
    };
    add(m_office.office().books().journal());
    for (Stand& stand : m_tills) add(stand.till.store().books().journal());
    return all;
}

std::int64_t World::events()
{
    if (!m_office.is_up()) return 0; // The day ended before it was started again.
    std::int64_t all{0};
    const Journal& journal{m_office.office().books().journal()};
    for (const TillNumber origin : journal.origins()) all += journal.head(origin).number;
    return all;
}

} // namespace guitai::sim
