// Years of a small chain whose members earn and spend: `lease_months --days 730 --members 5000 --tills 3 --seed 1`. The
// tills and the head office are the real ones over real stores and real links; visits are made up. At the end every
// member's points at every till and at the office are what a fold of other hands makes of all events.
#include "sync/points/points.hpp"
#include "sync/purses/fold.hpp"
#include "tests/leases/machine.hpp"
#include "tests/leases/months_fold.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

using namespace guitai;
using leases::Machine;

namespace {

constexpr std::int64_t day_ms{24 * 3'600'000};

struct Wanted {
    std::uint64_t seed{1};
    std::int64_t days{20}, members{60}, tills{3};
    std::int64_t visits{50}; // Of a hundred members, in thirty days.
};

bool read(int count, char** words, Wanted& wanted)
{
    for (int at{1}; at + 1 < count; at += 2) {
        const std::string_view name{words[at]};
        const std::int64_t value{std::strtoll(words[at + 1], nullptr, 10)};
        if (name == "--seed") wanted.seed = static_cast<std::uint64_t>(value);
        else if (name == "--days") wanted.days = value;
        else if (name == "--members") wanted.members = value;
        else if (name == "--tills") wanted.tills = value;
        else if (name == "--visits") wanted.visits = value;
        else return false;
    }
    return count % 2 == 1 && wanted.tills > 0 && wanted.members > 0;
}

class Chain {
public:
    explicit Chain(const Wanted& wanted);

    void live_a_day();
    void settle();
    // What is not so; gives how many members were looked at.
    [[nodiscard]] std::int64_t compare();
    void tell() const;
    [[nodiscard]] bool is_right() const { return m_wrong == 0; }

private:
    void open_shops();
    void visit(Machine& machine, const MemberId& member);
    void pay_with_points(Machine& machine, const MemberId& member);
    void close(Machine& machine);
    void catch_up(Machine& machine);
    void complain(const std::string& what);
    [[nodiscard]] leases::MonthsFold fold_all();
    [[nodiscard]] MemberId anybody() { return {fmt::format("M{}", m_dice.below(m_wanted.members))}; }
    [[nodiscard]] std::string today() const { return iso_date(m_time.now_ms, 480); }

    Wanted m_wanted;
    sim::Dice m_dice;
    sim::TrueTime m_time;
    sim::CrookedClock m_clock{m_time};
    sim::HeadOffice m_office;
    std::vector<std::unique_ptr<Machine>> m_machines;
    std::vector<leases::Sold> m_sold;
    std::vector<leases::Redeemed> m_redeemed;
    std::int64_t m_visits{0}, m_spends{0}, m_offline{0}, m_backs{0}, m_restores{0}, m_restarts{0}, m_crashes{0};
    std::int64_t m_wrong{0};
};

Chain::Chain(const Wanted& wanted)
    : m_wanted{wanted}, m_dice{wanted.seed}, m_office{"months-office", m_clock, m_dice.seed(), sim::Lie::none}
{
    open_shops();
    for (std::int64_t at{0}; at < wanted.tills; ++at) {
        leases::Who who;
        for (unsigned char& byte : who.key) byte = static_cast<unsigned char>(m_dice.below(256));
        const auto enrolled = m_office.enrol({fmt::format("S{:02}", at + 1)}, RequestSigner{who.key}.public_key());
        who.till = enrolled.till;
        who.store = enrolled.store;
        who.office = enrolled.office;
        m_machines.push_back(std::make_unique<Machine>(fmt::format("months-{}", at), m_time, m_dice.seed(), m_office,
                                                       who, leases::Naive::none));
        m_machines.back()->start();
        catch_up(*m_machines.back());
    }
}

void Chain::open_shops()
{
    m_office.decide([this](office::Office& office, const database::Transaction& open) {
        for (std::int64_t at{0}; at < m_wanted.tills; ++at) {
            PlaceSet shop;
            shop.place = {fmt::format("S{:02}", at + 1)};
            shop.name = shop.place.text;
            shop.utc_offset_minutes = 480;
            office.say(open, shop);
        }
        for (std::int64_t at{0}; at < m_wanted.members; ++at) {
            MemberSet member;
            member.profile.member = {fmt::format("M{}", at)};
            member.profile.phone = fmt::format("138{:08}", at);
            member.profile.name = "张敏";
            office.say(open, member);
        }
    });
}

// Until both ends have nothing more to say; a dead line says nothing.
void Chain::catch_up(Machine& machine)
{
    for (int round{0}; round < 200; ++round) {
        machine.sync();
        if (machine.wire().is_dead() || machine.has_all_news()) return;
    }
}

void Chain::live_a_day()
{
    for (const auto& machine : m_machines) {
        sim::Trouble trouble{sim::no_trouble()};
        trouble.request_lost = trouble.answer_lost = trouble.request_doubled = trouble.request_late = 1;
        machine->wire().set(trouble);
        if (m_dice.percent(3)) machine->wire().cut_off_until(m_time.now_ms + day_ms);
        machine->do_anything();
        catch_up(*machine);
        (void)machine->vouch();
    }
    const std::int64_t month_visits{m_wanted.members * m_wanted.visits / 100};
    const std::int64_t visits{month_visits / 30 + (m_dice.below(30) < month_visits % 30 ? 1 : 0)};
    for (std::int64_t at{0}; at < visits; ++at) {
        m_time.now_ms += 10 * 3'600'000 / (visits + 1);
        const MemberId member{anybody()};
        const auto home = static_cast<std::int64_t>(std::hash<std::string>{}(member.text) % m_machines.size());
        const std::int64_t where{m_dice.percent(80) ? home : m_dice.below(std::ssize(m_machines))};
        visit(*m_machines[static_cast<std::size_t>(where)], member);
    }
    for (const auto& machine : m_machines) close(*machine);
    m_time.now_ms += day_ms - m_time.now_ms % day_ms + 3'600'000; // 09:00 +08:00 again.
}

void Chain::visit(Machine& machine, const MemberId& member)
{
    ++m_visits;
    if (m_dice.percent(30)) pay_with_points(machine, member);
    if (auto sold = machine.sell(member, m_dice.between(5, 300), expiry_of(today()))) {
        m_sold.push_back(std::move(*sold));
    }
    if (m_dice.percent(3)) {
        const leases::Sold& sold{m_dice.pick(m_sold)};
        machine.take_back(sold, m_dice.between(1, sold.points));
        ++m_backs;
    }
    if (m_dice.percent(2) && !m_redeemed.empty()) {
        const leases::Redeemed& redeemed{m_dice.pick(m_redeemed)};
        machine.restore(redeemed, m_dice.between(1, redeemed.amount));
        ++m_restores;
    }
    if (m_dice.percent(10)) catch_up(machine);
}

// Half of what her screen shows.
void Chain::pay_with_points(Machine& machine, const MemberId& member)
{
    const std::int64_t wanted{machine.store().members().points(member, today()).balance / 2};
    if (wanted < 1) return;
    const std::int64_t missing{wanted - machine.in_hand(member)};
    if (missing > 0 && !machine.wire().is_dead()) machine.ask(member, missing, false);
    auto spent = machine.spend(member, wanted);
    if (!spent) return;
    ++m_spends;
    m_offline += machine.wire().is_dead() ? 1 : 0;
    m_redeemed.push_back(std::move(*spent));
}

void Chain::close(Machine& machine)
{
    catch_up(machine);
    machine.give_back(false);
    catch_up(machine);
    machine.wire().deliver_late();
    if (m_dice.percent(1)) {
        ++m_crashes;
        machine.kill();
        machine.start();
    } else if (m_dice.percent(5)) {
        ++m_restarts;
        machine.stop_in_order();
        machine.start();
    }
}

void Chain::settle()
{
    for (int round{0}; round < 6; ++round) {
        for (const auto& machine : m_machines) {
            machine->wire().set(sim::no_trouble());
            machine->wire().cut_off_until(0);
            machine->wire().deliver_late();
            machine->do_anything();
            catch_up(*machine);
            (void)machine->vouch();
            catch_up(*machine);
            machine->give_back(false);
            catch_up(*machine);
        }
    }
}

leases::MonthsFold Chain::fold_all()
{
    leases::MonthsFold fold;
    const Journal journal{m_office.reads()};
    std::int64_t position{0};
    for (auto lines = journal.after_position(position, 5'000); !lines.empty();
         lines = journal.after_position(position, 5'000)) {
        for (const JournalLine& line : lines) {
            position = line.position;
            if (const auto event = decode(line.text)) fold.tell(*event);
        }
    }
    return fold;
}

void Chain::complain(const std::string& what)
{
    constexpr std::int64_t shown_max{20};
    if (m_wrong++ < shown_max) fmt::print("{}\n", what);
}

std::int64_t Chain::compare()
{
    const leases::MonthsFold fold{fold_all()};
    const auto& sums = fold.sums();
    fmt::print("by the second opinion: {} earned, {} spent, {} restored, {} taken back, {} expired\n", sums.earned,
               sums.spent, sums.restored, sums.taken, sums.expired);
    if (sums.strange != 0) complain(fmt::format("{} points were moved from where they were not", sums.strange));
    database::Connection& reads{m_office.reads()};
    if (const auto loss = purses::loss_of(reads); loss != 0) complain(fmt::format("{} points are lost", loss));
    const std::string last_day{purses::today_of(reads)};
    std::int64_t points{0}, debts{0};
    for (std::int64_t at{0}; at < m_wanted.members; ++at) {
        const std::string member{fmt::format("M{}", at)};
        const auto due = fold.purse(member);
        const auto seen = purses::view_of(reads, member);
        points += due.good;
        debts += due.debt;
        if (due.leased != 0) complain(fmt::format("{} points of {} are still out", due.leased, member));
        if (seen.points != due.good || seen.debt != due.debt) {
            complain(fmt::format("{} has {} points and owes {} at the office, {} and {} by the second opinion", member,
                                 seen.points, seen.debt, due.good, due.debt));
        }
        for (const auto& machine : m_machines) {
            const auto shown = machine->store().members().points({member}, last_day);
            if (shown.balance - shown.debt == due.good - due.debt) continue;
            complain(fmt::format("till {} shows {} points and {} owed of {}, due are {} and {}", machine->till(),
                                 shown.balance, shown.debt, member, due.good, due.debt));
        }
    }
    fmt::print("{} members hold {} points and owe {} on {}\n", m_wanted.members, points, debts, last_day);
    return m_wanted.members * (1 + std::ssize(m_machines));
}

void Chain::tell() const
{
    fmt::print("{} visits, {} paid with points ({} of them without a line), {} returns of goods, {} of redemptions,"
               " {} restarts, {} crashes\n",
               m_visits, m_spends, m_offline, m_backs, m_restores, m_restarts, m_crashes);
}

} // namespace

int main(int count, char** words)
{
    Wanted wanted;
    if (!read(count, words, wanted)) {
        fmt::print(stderr, "lease_months [--seed N] [--days N] [--members N] [--tills N] [--visits N]\n");
        return 2;
    }
    spdlog::set_level(spdlog::level::off);
    fmt::print("{} members at {} tills for {} days from seed {}\n", wanted.members, wanted.tills, wanted.days,
               wanted.seed);
    const auto began = std::chrono::steady_clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>{std::chrono::steady_clock::now() - began}.count();
    };
    Chain chain{wanted};
    for (std::int64_t day{1}; day <= wanted.days; ++day) {
        chain.live_a_day();
        if (day % 60 == 0) {
            fmt::print("day {} after {:.0f} s\n", day, seconds());
            std::fflush(stdout); // Somebody is watching.
        }
    }
    chain.settle();
    fmt::print("lived in {:.1f} s\n", seconds());
    chain.tell();
    const std::int64_t compared{chain.compare()};
    fmt::print("{} balances compared, {}, after {:.1f} s\n", compared,
               chain.is_right() ? "to the point the same" : "not all the same", seconds());
    return chain.is_right() ? 0 : 1;
}
