#include "tests/leases/world.hpp"

#include "sync/office/leases.hpp"
#include "sync/office/together.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>

namespace guitai::leases {
namespace {

constexpr std::int64_t minute_ms{60'000};
constexpr std::int64_t day_ms{24 * 60 * minute_ms};

// Disks have names, and two worlds may live at once.
std::string fresh_name()
{
    static std::atomic<int> worlds{0};
    return fmt::format("leases-{}", ++worlds);
}

sim::Trouble bad_line()
{
    sim::Trouble trouble{sim::no_trouble()};
    trouble.request_lost = trouble.answer_lost = trouble.request_doubled = trouble.request_late = 6;
    return trouble;
}

PlaceSet shop(const char* code)
{
    PlaceSet shop;
    shop.place = {code};
    shop.name = code;
    shop.utc_offset_minutes = 480;
    return shop;
}

MemberSet member(const char* number)
{
    MemberSet set;
    set.profile.member = {number};
    set.profile.name = "张敏";
    return set;
}

} // namespace

LeaseWorld::LeaseWorld(const Plan& plan)
    : m_plan{plan}, m_dice{plan.seed}, m_office_dice{m_dice.seed()},
      m_office{fresh_name(), m_clock, m_dice.seed(), sim::Lie::none,
               [this](office::Office& office) { return writing_with(m_plan.rule, office, m_office_dice); }}
{
    found();
    for (const char* store : {"S01", "S02"}) add_machine(enrol({store})).start();
}

LeaseWorld::~LeaseWorld() = default;

void LeaseWorld::found()
{
    m_office.decide([](office::Office& office, const database::Transaction& open) {
        for (const char* store : {"S01", "S02"}) office.say(open, shop(store));
        for (const char* number : {"M1", "M2"}) office.say(open, member(number));
    });
    for (int lot{0}; lot < 3; ++lot) give();
}

Who LeaseWorld::enrol(const PlaceCode& store)
{
    Who who;
    for (unsigned char& byte : who.key) byte = static_cast<unsigned char>(m_dice.below(256));
    const auto enrolled = m_office.enrol(store, RequestSigner{who.key}.public_key());
    who.till = enrolled.till;
    who.store = enrolled.store;
    who.office = enrolled.office;
    return who;
}

Machine& LeaseWorld::add_machine(const Who& who)
{
    m_machines.push_back(std::make_unique<Machine>(fresh_name(), m_time, m_dice.seed(), m_office, who, m_plan.rule));
    m_machines.back()->wire().set(bad_line());
    return *m_machines.back();
}

Complaints LeaseWorld::live()
{
    try {
        for (int at{0}; at < m_plan.steps; ++at) {
            step();
            ++m_counts.steps;
            if (auto wrong = look(); !wrong.empty()) return wrong;
        }
        heal();
        if (auto wrong = look(); !wrong.empty()) return wrong;
        return faults_after_healing();
    } catch (const database::DatabaseError& error) {
        return {std::string{"the tables refuse it: "} + error.what()};
    }
}

Complaints LeaseWorld::look()
{
    Complaints complaints;
    for (const auto& machine : m_machines) {
        for (std::string& one : m_truth.read(*machine)) complaints.push_back(std::move(one));
    }
    m_truth.read(m_office);
    for (std::string& one : faults_of_books(m_office, m_truth)) complaints.push_back(std::move(one));
    return complaints;
}

std::string LeaseWorld::some_day()
{
    return m_dice.percent(40) ? "2099-12-31" : iso_date(m_time.now_ms + m_dice.below(4) * day_ms, 480);
}

void LeaseWorld::give()
{
    const PointsPosted gift{anybody(), m_dice.between(4, 30), some_day(), PointsReason::imported, "", office_origin, 0,
                            {}};
    m_office.decide([&](office::Office& office, const database::Transaction& open) { office.say(open, gift); });
}

void LeaseWorld::step()
{
    m_time.now_ms += m_dice.between(1, 8) * minute_ms;
    const auto chance = [this](int in_a_thousand) { return m_dice.below(1'000) < in_a_thousand; };
    if (chance(m_plan.day)) m_time.now_ms += day_ms;
    if (chance(40)) give();
    if (chance(m_plan.copy)) copy_disk();
    if (chance(m_plan.put_back)) put_office_back();
    if (chance(m_plan.write_off)) write_off();
    if (chance(m_plan.merge)) merge_or_part();
    if (chance(m_plan.together)) m_dice.percent(50) ? lend_together() : take_in_together();
    Machine& machine{*m_machines[static_cast<std::size_t>(m_dice.below(std::ssize(m_machines)))]};
    if (chance(m_plan.rewind)) rewind(machine);
    if (machine.is_up()) act(machine);
    else if (m_dice.percent(60)) machine.start();
}

void LeaseWorld::act(Machine& machine)
{
    const auto chance = [this](int in_a_thousand) { return m_dice.below(1'000) < in_a_thousand; };
    if (chance(m_plan.crash + m_plan.stop)) return go_down(machine);
    if (chance(m_plan.take_back + m_plan.restore)) return bring_back(machine);
    if (chance(m_plan.vouch)) {
        (void)machine.vouch();
        return;
    }
    if (chance(m_plan.cut)) machine.wire().cut_off_until(m_time.now_ms + m_dice.between(10, 120) * minute_ms);
    trade(machine);
}

void LeaseWorld::trade(Machine& machine)
{
    const std::int64_t points{m_dice.between(1, 12)};
    if (m_plan.is_calm && m_truth.is_doubted(machine.till()) && m_dice.percent(70)) {
        return m_dice.percent(60) ? sync(machine) : machine.ask(anybody(), points, false);
    }
    const std::int64_t what{m_dice.below(100)};
    if (what < 15) {
        if (auto sold = machine.sell(anybody(), points, some_day())) m_sold.push_back(std::move(*sold));
    } else if (what < 35) {
        machine.ask(anybody(), points, m_dice.percent(60));
    } else if (what < 65) {
        spend(machine, points);
    } else if (what < 90) {
        sync(machine);
    } else {
        machine.give_back(m_plan.claims_too_much && m_dice.percent(50));
    }
}

void LeaseWorld::spend(Machine& machine, std::int64_t points)
{
    auto spent = machine.spend(anybody(), points);
    if (!spent) return;
    ++m_counts.spends;
    m_counts.offline_spends += machine.wire().is_dead() ? 1 : 0;
    m_redeemed.push_back(std::move(*spent));
}

// The two cranks turn by themselves: a till may hear before it has said anything.
void LeaseWorld::sync(Machine& machine)
{
    m_dice.percent(25) ? machine.listen() : machine.sync();
    if (m_dice.percent(30)) machine.wire().deliver_late();
}

void LeaseWorld::go_down(Machine& machine)
{
    const bool in_order{m_dice.below(m_plan.crash + m_plan.stop) < m_plan.stop};
    m_counts.crashes += in_order ? 0 : 1;
    (void)m_truth.read(machine); // What nobody ever hears of has happened all the same.
    in_order ? machine.stop_in_order() : machine.kill();
}

void LeaseWorld::bring_back(Machine& machine)
{
    const bool of_goods{m_dice.below(m_plan.take_back + m_plan.restore) < m_plan.take_back};
    if (of_goods && !m_sold.empty()) {
        const Sold& sold{m_dice.pick(m_sold)};
        if (knows(machine, sold.by)) machine.take_back(sold, m_dice.between(1, sold.points));
    } else if (!of_goods && !m_redeemed.empty()) {
        const Redeemed& redeemed{m_dice.pick(m_redeemed)};
        if (!knows(machine, redeemed.by)) return;
        machine.restore(redeemed, m_dice.between(1, redeemed.amount));
        ++m_counts.restores;
    }
}

// Copies of a till give the same names to different things: what one of them calls so, another machine does not know.
bool LeaseWorld::knows(const Machine& machine, const void* by) const
{
    const auto is_doubted = [&](const auto& one) { return one.get() == by && m_truth.is_doubted(one->till()); };
    return by == &machine || std::none_of(m_machines.begin(), m_machines.end(), is_doubted);
}

void LeaseWorld::copy_disk()
{
    if (m_machines.size() > 2) return;
    Machine& original{*m_machines.front()};
    (void)m_truth.read(original);
    const std::string image{original.image()};
    m_truth.doubt(original.till());
    Machine& copy{add_machine(original.who())};
    copy.put(image);
    copy.start();
    if (m_plan.minutes_apart > 0) {
        original.wire().cut_off_until(m_time.now_ms + m_plan.minutes_apart * minute_ms);
    }
    ++m_counts.copies;
}

void LeaseWorld::rewind(Machine& machine)
{
    if (&machine != m_machines.front().get()) return;
    if (m_old_disk.empty()) {
        m_old_disk = machine.image();
        return;
    }
    (void)m_truth.read(machine);
    machine.put(m_old_disk);
    m_truth.forget_place(machine);
    m_truth.doubt(machine.till());
    std::erase_if(m_sold, [&machine](const Sold& one) { return one.by == &machine; });
    std::erase_if(m_redeemed, [&machine](const Redeemed& one) { return one.by == &machine; });
    m_old_disk.clear();
    machine.start();
}

void LeaseWorld::put_office_back()
{
    m_truth.read(m_office);
    if (m_office.has_backup()) {
        m_office.put_back();
        m_truth.office_was_put_back(m_backup_number);
        ++m_counts.put_backs;
        return;
    }
    m_office.make_backup();
    m_backup_number = Journal{m_office.reads()}.head(office_origin).number;
}

void LeaseWorld::write_off()
{
    if (m_is_written_off) return;
    m_is_written_off = true;
    const TillNumber till{m_machines.front()->till()};
    m_office.decide([&](office::Office& office, const database::Transaction& open) {
        if (m_plan.rule != Naive::writes_off_unnamed) {
            (void)office::write_till_off(office, open, till, {"老板"});
            return;
        }
        TillWrittenOff unnamed{till, {}, 0, {"老板"}};
        for (const auto state : {purse::LeaseState::open, purse::LeaseState::dormant}) {
            for (const auto& lease : purses::leases_of_till(office.connection(), till, state)) {
                unnamed.leases.push_back(lease.lease);
            }
        }
        office.say(open, unnamed);
    });
}

} // namespace guitai::leases
