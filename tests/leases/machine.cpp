#include "tests/leases/machine.hpp"

#include "sync/client/lease_ask.hpp"
#include "terminal/app/use_cases.hpp"
#include "tests/leases/naive_till.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace guitai::leases {
namespace {

constexpr const char* file_name{"till.db"};

// Nobody signs in here.
class NoPins final : public PinChecker {
public:
    [[nodiscard]] std::string hash(const std::string&) const override { return {}; }
    [[nodiscard]] bool matches(const std::string&, const std::string&) const override { return false; }
};

SaleCompleted ticket(TillStore& store, const std::string& today, const MemberId& member, std::int64_t minor)
{
    const Device& device{store.device()};
    SaleCompleted sale;
    sale.receipt = make_receipt_number(device.store, device.till, store.days().counts().receipts + 1);
    sale.store = device.store;
    sale.shift = 1;
    sale.staff = {"王芳"};
    sale.business_date = today;
    sale.member = member;
    SaleLine line;
    line.sku = {"PS0101"};
    line.quantity = Quantity::pieces(1);
    line.unit = Money::from_minor(minor);
    line.total = line.unit;
    sale.lines = {line};
    sale.tenders = {{TenderKind::cash, line.total, line.total, {}, {}}};
    sale.total = line.total;
    return sale;
}

SaleCompleted ticket_back(TillStore& store, const std::string& today, const ReceiptNumber& receipt)
{
    SaleCompleted sale{ticket(store, today, {}, 100)};
    SaleLine& line{sale.lines.front()};
    line.line_kind = LineKind::return_;
    line.total = -line.total;
    line.returned_receipt = receipt;
    line.returned_line = 1;
    sale.total = line.total;
    sale.tenders = {{TenderKind::cash, sale.total, sale.total, {}, {}}};
    return sale;
}

std::int64_t points_of(const std::vector<LotPart>& parts)
{
    std::int64_t points{0};
    for (const LotPart& part : parts) points += part.amount;
    return points;
}

std::unique_ptr<TillStore> open_store(tests::CrashDisk& disk, const Clock& clock)
{
    auto folder = DataFolder::over(database::open(disk.url(file_name)));
    if (!folder) throw std::runtime_error{"the till does not open: " + folder.error().detail};
    auto store = std::make_unique<TillStore>(std::move(*folder), clock);
    store->ledger().leave_out_paper();
    return store;
}

} // namespace

// Everything that dies with the process.
struct Machine::Process final : SyncPort, PrinterStatus, LeaseLine {
    Machine& owner;
    std::unique_ptr<TillStore> store;
    NaiveWire wire;
    LinkEnd end;
    Outbox outbox;
    NoPins pins;
    bool reached{false};
    Ports ports;
    TillState state;
    Desk desk{ports, state};
    NaiveEar ear;
    Uplink up;
    Downlink down;

    explicit Process(Machine& machine)
        : owner{machine}, store{open_store(machine.m_disk, machine.m_clock)},
          wire{machine.m_wire, machine.m_office, machine.m_who.till, machine.m_rule, machine.m_dice},
          end{wire, machine.m_signer, machine.m_clock, machine.m_who.till},
          outbox{store->books().connection(), machine.m_who.till},
          ports{Ports{.catalogue = store->catalogue(), .members = store->members(), .staff = store->staff(),
                      .orders = store->orders(), .days = store->days(), .ledger = store->ledger(), .pins = pins,
                      .clock = machine.m_clock, .sync = *this, .printer = *this,
                      .shop = [this] { return store->shop(); }, .rules = [this] { return store->rules(); },
                      .points = &store->points(), .leases = this,
                      .nonce = fmt::format("{:016x}", machine.m_dice.seed()), .program = "machine",
                      .member_files = &store->member_files(), .club = &store->club()}},
          ear{machine.m_rule, desk},
          up{end, [this](int lines, std::size_t bytes) { return unconfirmed(lines, bytes); },
             [this](std::int64_t number) { store->inbox().confirm(number); },
             [this](std::int64_t number) { return outbox.chain_at(number); }},
          down{end,
               [this] { return Standing{outbox.news(), outbox.head(), outbox.confirmed(), outbox.generation()}; },
               [this](const std::vector<std::string>& lines) { return accept(lines); },
               [this](std::int64_t number) { store->inbox().confirm(number); },
               {[this](const std::vector<HistoryBegan>& histories) { return store->inbox().follow(histories); },
                [this] { return Holdings{outbox.head().number, outbox.forgotten_grants()}; }}}
    {
        state.view.shop = store->shop();
        state.rules = store->rules();
        store->inbox().on_news([this](const Event& event) { ear.hear(event); });
        ear.begin(store->books().connection());
    }

    Result<void> accept(const std::vector<std::string>& lines)
    {
        const auto kept = store->inbox().accept(lines);
        if (!kept) return refuse(kept.error());
        return {};
    }
    [[nodiscard]] Unconfirmed unconfirmed(int lines_max, std::size_t bytes_max) const
    {
        Unconfirmed batch{.confirmed = outbox.confirmed(), .lines = {}, .chain = {}, .head = outbox.head().number};
        for (JournalLine& line : outbox.after(batch.confirmed, lines_max, bytes_max)) {
            batch.lines.push_back(std::move(line.text));
            batch.chain = std::move(line.chain);
        }
        return batch;
    }
    bool talk()
    {
        store->settle();
        const auto sent = up.step();
        const auto heard = down.step(0);
        reached = heard.has_value();
        return sent.has_value() && heard.has_value();
    }
    [[nodiscard]] bool has_all_news() const
    {
        return store->inbox().pending() == 0 && store->inbox().cursor() >= down.office_head();
    }
    [[nodiscard]] Result<bool> meet() override
    {
        constexpr int rounds{6};
        for (int round{0}; round < rounds; ++round) {
            if (talk() && has_all_news()) return true;
        }
        return refuse("points.office_away");
    }
    [[nodiscard]] Result<bool> ask(const LeaseAsk& wanted) override
    {
        const auto granted = ask_for_lease(
            end, {wanted.epoch, wanted.generation, wanted.ask, wanted.account, wanted.amount, wanted.exact});
        if (!granted) return refuse(granted.error());
        return meet();
    }
    [[nodiscard]] SyncView status() const override
    {
        SyncView view;
        view.reached = reached;
        return view;
    }
    void hurry() override {}
    [[nodiscard]] bool ok() const override { return true; }
    [[nodiscard]] std::int64_t waiting() const override { return 0; }
    void wake() override {}

    // Her own number where she is not known here yet.
    [[nodiscard]] MemberProfile profile(const MemberId& member) const
    {
        if (auto known = store->members().find(member.text)) return *known;
        MemberProfile unknown;
        unknown.member = member;
        return unknown;
    }
};

Machine::Machine(const std::string& disk, const sim::TrueTime& time, std::uint64_t seed, sim::HeadOffice& office,
                 Who who, Naive rule)
    : m_time{time}, m_office{office}, m_who{std::move(who)}, m_rule{rule}, m_disk{disk}, m_clock{time},
      m_wire{office, time, seed, sim::Lie::none}, m_signer{m_who.key}, m_dice{seed}
{
}

Machine::~Machine() = default;

void Machine::start()
{
    m_disk.power_on();
    if (m_disk.bytes_of(file_name).empty()) {
        const auto connection = database::open(m_disk.url(file_name));
        if (!migrate_store(*connection)) throw std::runtime_error{"a new disk is newer than the program"};
        write_device(*connection, {m_who.till, m_who.store, "http://office", m_who.office, true});
    }
    m_process = std::make_unique<Process>(*this);
}

void Machine::kill()
{
    m_disk.kill_programs();
    m_process.reset();
}

void Machine::stop_in_order()
{
    end_process(m_process->desk);
    m_process.reset(); // The disk is written back whole.
}

std::string Machine::image()
{
    // As a copy of the disk does while nothing is being written: both files, or what is in the log is not in it.
    if (m_process) m_process->store->books().connection().run("PRAGMA wal_checkpoint(TRUNCATE)");
    return m_disk.bytes_of(file_name);
}

void Machine::put(const std::string& image)
{
    if (is_up()) kill();
    m_disk.power_on();
    for (const std::string& file : m_disk.files()) m_disk.remove(file);
    m_disk.put(file_name, image);
}

void Machine::sync() { (void)m_process->talk(); }

void Machine::listen() { m_process->reached = m_process->down.step(0).has_value(); }

bool Machine::has_all_news() const { return is_up() && m_process->has_all_news(); }

std::optional<Sold> Machine::sell(const MemberId& member, std::int64_t points, const std::string& expires)
{
    Process& p{*m_process};
    const MemberProfile profile{p.profile(member)};
    SaleCompleted sale{ticket(*p.store, p.desk.today(), profile.member, points * 100)};
    sale.points_earned = points;
    sale.points_expire_on = expires;
    LotEarned lot;
    lot.account = profile.purse();
    lot.member = profile.member;
    lot.amount = points;
    lot.earned_on = sale.business_date;
    lot.expires_on = expires;
    lot.kept = keeps_what_is_born(p.desk);
    lot.sale = sale.total;
    sale.earned = {lot};
    (void)record(p.desk, {sale});
    if (lot.kept) p.state.hand.take(sale.receipt.text);
    return Sold{this, sale.receipt, profile.member, points, expires};
}

void Machine::ask(const MemberId& member, std::int64_t points, bool exact)
{
    Process& p{*m_process};
    std::int64_t number{0};
    if (p.state.hand.state() == LeaseHand::State::none) do_anything();
    (void)ask_for_lease(p.desk, {p.profile(member).purse(), points, exact}, number);
}

std::optional<Redeemed> Machine::spend(const MemberId& member, std::int64_t points)
{
    Process& p{*m_process};
    const MemberProfile profile{p.profile(member)};
    auto sources = guitai::in_hand(p.desk, profile.purse());
    for (PointsSource& one : p.ear.believed(profile.purse())) sources.push_back(std::move(one));
    PointsRedeemed spent;
    spent.account = profile.purse();
    spent.member = profile.member;
    spent.lots = draw_points(sources, points, p.desk.today());
    spent.amount = points_of(spent.lots);
    if (spent.amount == 0) return std::nullopt;
    spent.worth = Money::from_minor(spent.amount);
    SaleCompleted sale{ticket(*p.store, p.desk.today(), profile.member, 20'000)};
    sale.spent = {spent};
    (void)record(p.desk, {sale});
    p.ear.spent(spent.lots);
    return Redeemed{this, part_id(sale.receipt, 1), spent.account, spent.member, spent.lots, spent.amount};
}

void Machine::take_back(const Sold& sold, std::int64_t points)
{
    Process& p{*m_process};
    SaleCompleted back{ticket_back(*p.store, p.desk.today(), sold.receipt)};
    back.points_back = {{sold.member, sold.receipt, points, sold.expires}};
    (void)record(p.desk, {back});
}

void Machine::restore(const Redeemed& redeemed, std::int64_t points)
{
    Process& p{*m_process};
    const ReceiptNumber receipt{redeemed.name.substr(0, redeemed.name.find('/'))};
    SaleCompleted back{ticket_back(*p.store, p.desk.today(), receipt)};
    PointsRestored restored;
    restored.redemption = redeemed.name;
    restored.account = redeemed.account;
    restored.member = redeemed.member;
    restored.lots = restored_parts(redeemed.lots, 0, points);
    restored.amount = points_of(restored.lots);
    back.restored = {restored};
    (void)record(p.desk, {back});
}

void Machine::give_back(bool claims_too_much)
{
    Process& p{*m_process};
    if (!claims_too_much) {
        p.ear.remember();
        return tend_leases(p.desk);
    }
    const std::set<std::string> held{p.state.hand.leases()};
    for (const std::string& name : held) {
        const auto lease = p.store->points().lease(name);
        if (!lease) continue;
        LeaseReturned back{name, lease->account, {}};
        for (const LeaseLot& lot : lease->lots) back.lots.push_back({lot.lot, name, lot.amount + 3, lot.expires_on});
        (void)record(p.desk, {back});
        p.state.hand.drop(name);
    }
}

std::vector<std::string> Machine::vouch()
{
    Process& p{*m_process};
    const std::vector<std::string> resting{p.state.hand.dormant().begin(), p.state.hand.dormant().end()};
    p.state.approved_by = {"老板"};
    const auto done = perform(p.desk, VouchLeases{"停电"});
    p.state.approved_by = {};
    return done ? resting : std::vector<std::string>{};
}

void Machine::do_anything() { (void)record(m_process->desk, {SignedOut{{"王芳"}}}); }

TillStore& Machine::store() { return *m_process->store; }

const LeaseHand& Machine::hand() const { return m_process->state.hand; }

std::int64_t Machine::in_hand(const MemberId& member) const
{
    return points_in(guitai::in_hand(m_process->desk, m_process->profile(member).purse()));
}

} // namespace guitai::leases
