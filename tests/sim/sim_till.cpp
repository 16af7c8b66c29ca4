#include "tests/sim/sim_till.hpp"

#include "sync/events/purse_account.hpp"
#include "sync/client/lease_ask.hpp"
#include "sync/client/receipt_lookup.hpp"
#include "sync/database/sealed.hpp"
#include "sync/office/member_site/carry_lease.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/projections/leases.hpp"
#include "terminal/store/projections/stock.hpp"
#include "terminal/store/till_secrets.hpp"
#include "tests/sim/lines.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace guitai::sim {
namespace {

// A salt of the machine's chance would make every day another one: what is chosen here stands as it is. PINs of the
// people are the head office's own.
class SimPins final : public PinChecker {
public:
    [[nodiscard]] std::string hash(const std::string& pin) const override { return std::string{chosen} + pin; }
    [[nodiscard]] bool matches(const std::string& hash, const std::string& pin) const override
    {
        return hash.starts_with(chosen) ? hash == std::string{chosen} + pin : m_people.matches(hash, pin);
    }

private:
    static constexpr std::string_view chosen{"chosen "};
    Argon2Pins m_people;
};

constexpr const char* file_name{"till.db"};

// As a till's own secret makes one: every power cut falls on sealed books.
const database::SealKey books_seal{[] {
    database::SealKey key{};
    for (std::size_t at{0}; at < key.size(); ++at) key[at] = static_cast<unsigned char>(at + 1);
    return key;
}()};

DeviceKey key_from(std::uint64_t seed)
{
    Dice dice{seed};
    DeviceKey key{};
    for (unsigned char& byte : key) byte = static_cast<unsigned char>(dice.below(256));
    return key;
}

} // namespace

namespace {

// As unforeseen as a seed is.
class DiceDigits final : public SecretDigits {
public:
    explicit DiceDigits(std::uint64_t seed) : m_dice{seed} {}
    [[nodiscard]] std::string draw(std::size_t count) override
    {
        std::string digits;
        while (digits.size() < count) digits += static_cast<char>('0' + m_dice.below(10));
        return digits;
    }

private:
    Dice m_dice;
};

} // namespace

// Everything that a power cut takes away.
struct SimTill::Process final : SyncPort, PrinterStatus, LeaseLine, OfficeLookup {
    LinkEnd ask_end;
    Lie lie;
    bool reached{false};
    TillStore store;
    std::unique_ptr<database::Connection> up_reader;
    Outbox outbox;
    SimPins pins;
    DiceDigits digits;
    TillSharedKey phone_key, gift_key;
    Till till;
    Uplink up;
    Downlink down;

    Process(SimTill& owner, DataFolder folder)
        : ask_end{owner.m_wire, owner.m_signer, owner.m_clock, owner.number()}, lie{owner.m_lie},
          store{std::move(folder), owner.m_clock}, up_reader{owner.open_reader()},
          outbox{*up_reader, owner.number()}, digits{static_cast<std::uint64_t>(owner.number())},
          phone_key{owner.m_key, store.folder().connection(), owner.number(), SharedKeyUse::phone},
          gift_key{owner.m_key, store.folder().connection(), owner.number(), SharedKeyUse::gift},
          till{Ports{.catalogue = store.catalogue(), .members = store.members(), .staff = store.staff(),
                     .orders = store.orders(), .days = store.days(), .ledger = store.ledger(), .pins = pins,
                     .clock = owner.m_clock, .sync = *this, .printer = *this, .shop = [this] { return store.shop(); },
                     .rules = [this] { return store.rules(); }, .receipts = this, .card_terminal = &owner.m_cards,
                     .offers = &store.offers(), .service = &store.service(), .phone_key = &phone_key,
                     .gift_key = &gift_key, .digits = &digits, .points = &store.points(), .leases = this,
                     .nonce = fmt::format("{:016x}", owner.m_dice.seed()), .program = "sim",
                     .member_files = &store.member_files(), .club = &store.club(),
                     .complaints = &store.complaints()}},
          up{{owner.m_wire, owner.m_signer, owner.m_clock, owner.number()},
             [this](int lines_max, std::size_t bytes_max) { return unconfirmed(lines_max, bytes_max); },
             [this, &owner](std::int64_t number) { confirm(owner, number); },
             [this](std::int64_t number) { return outbox.chain_at(number); }},
          down{{owner.m_wire, owner.m_signer, owner.m_clock, owner.number()},
               [this] { return Standing{outbox.news(), outbox.head(), outbox.confirmed(), outbox.generation()}; },
               [&owner](const std::vector<std::string>& lines) { return owner.accept(lines); },
               [this, &owner](std::int64_t number) { confirm(owner, number); },
               {[this](const std::vector<HistoryBegan>& histories) { return follow(histories); },
                [this] { return Holdings{outbox.head().number, outbox.forgotten_grants()}; }}}
    {
        store.inbox().on_news([this](const Event& event) { till.hear(event); });
    }

    // Unless it was put back to an older copy an office keeps what it once confirmed.
    void confirm(SimTill& owner, std::int64_t number)
    {
        if (number < store.inbox().confirmed() && owner.m_office.times_put_back() == 0) {
            owner.m_broken_promises.push_back(fmt::format("the office confirmed {} events of till {} and holds {}",
                                                          store.inbox().confirmed(), owner.number(), number));
        }
        store.inbox().confirm(number);
    }

    Result<void> follow(const std::vector<HistoryBegan>& histories)
    {
        if (!till.is_between_tickets()) return refuse("office.restored", "after this ticket");
        return store.inbox().follow(histories);
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

    // One batch up, one answer down; the first refusal.
    Result<void> talk()
    {
        const auto sent = up.step();
        const auto heard = down.step(0);
        reached = heard.has_value();
        if (!sent) return refuse(sent.error());
        if (!heard) return refuse(heard.error());
        return {};
    }
    [[nodiscard]] Result<bool> meet() override
    {
        constexpr int rounds{20};
        for (int round{0}; round < rounds; ++round) {
            if (!talk()) continue; // Lost on the way, or there is no line.
            if (store.inbox().pending() == 0 && store.inbox().cursor() >= down.office_head()) return true;
        }
        return refuse("points.office_away");
    }
    // The screen shows that she has them: that must be enough.
    Result<bool> grant_itself(const LeaseAsk& ask)
    {
        LeaseGranted lease;
        lease.lease = fmt::format("0/{}", 1'000'000 + ask.ask);
        lease.till = ask_end.till;
        lease.epoch = ask.epoch;
        lease.generation = ask.generation;
        lease.account = ask.account;
        lease.lots = {{"0/1", LotKind::points, ask.amount, "2026-01-01", "2027-12-31"}};
        const Event granted{office_origin, 1'000'000 + ask.ask, 0, lease};
        LeasesProjection{store.device().identity()}.apply(store.books().connection(), granted);
        till.hear(granted);
        return true;
    }
    [[nodiscard]] Result<bool> ask(const LeaseAsk& ask) override
    {
        if (lie == Lie::till_spends_what_it_shows && unit_of(ask.account) == LotUnit::points) return grant_itself(ask);
        const auto granted =
            ask_for_lease(ask_end, {ask.epoch, ask.generation, ask.ask, ask.account, ask.amount, ask.exact});
        if (granted) return meet();
        const std::string& code{granted.error().code};
        const bool away{code.rfind("wire.", 0) == 0 || code == "office.unavailable"};
        if (away) return refuse("points.office_away");
        return refuse(code == "lease.asked_back" ? "lease.not_enough" : code, granted.error().detail);
    }

    [[nodiscard]] Result<bool> look_up(const ReceiptNumber& receipt) override
    {
        const auto found = look_up_receipt(ask_end, receipt);
        if (!found) {
            const bool unknown{found.error().code == "receipt.unknown"};
            return refuse(unknown ? "return.unknown_receipt" : "return.office_away", found.error().detail);
        }
        std::vector<std::pair<std::int64_t, std::int64_t>> returned_milli;
        for (const FoundReceipt::Returned& line : found->returned) returned_milli.emplace_back(line.line, line.milli);
        if (auto kept = store.other_receipts().keep(receipt, found->sale, returned_milli); !kept) {
            return refuse(kept.error());
        }
        return true;
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
};

SimTill::SimTill(const std::string& name, const TrueTime& time, std::uint64_t seed, HeadOffice& office,
                 const PlaceCode& store, Lie lie)
    : m_office{office},
      m_disk{name},
      m_clock{time},
      m_wire{office, time, seed, lie},
      m_cards{seed, lie},
      m_key{key_from(seed)},
      m_signer{m_key},
      m_lie{lie},
      m_dice{seed}
{
    const office::Enrolled enrolled{office.enrol(store, m_signer.public_key())};
    m_device = {enrolled.till, enrolled.store, "http://office", enrolled.office, enrolled.test};
    const auto connection = database::open_sealed(m_disk.url(file_name), books_seal);
    if (!migrate_store(*connection)) throw std::runtime_error{"a new disk is newer than the program"};
    write_device(*connection, m_device);
}

SimTill::~SimTill() = default;

void SimTill::start()
{
    m_disk.power_on();
    auto connection = database::open_sealed(m_disk.url(file_name), books_seal);
    if (m_lie == Lie::till_sleeps_on_commit) connection->run("PRAGMA synchronous = OFF");
    auto folder = DataFolder::over(std::move(connection));
    if (!folder) throw std::runtime_error{"the till does not open: " + folder.error().detail};
    m_process = std::make_unique<Process>(*this, std::move(*folder));
    look_at_journal();
}

void SimTill::look_at_journal()
{
    m_found_at_start.clear();
    const auto lines = all_lines(store().books().journal(), number());
    for (std::size_t at{0}; at < m_acknowledged.size(); ++at) {
        const std::string before{at == 0 || at > lines.size() ? chain_of_nothing() : lines[at - 1].chain};
        if (at < lines.size() && keeps_promise(lines[at], m_acknowledged[at], before)) continue;
        m_broken_promises.push_back(fmt::format("till {}: event {} was acknowledged and is {} after a start", number(),
                                                at + 1, at < lines.size() ? "another" : "gone"));
        m_acknowledged.resize(at);
    }
    for (std::size_t at{m_acknowledged.size()}; at < lines.size(); ++at) {
        const auto event = decode(lines[at].text);
        m_found_at_start.emplace_back(event ? kind_of(event->body) : "unreadable");
        m_acknowledged.push_back(lines[at].text);
    }
}

void SimTill::note_acknowledged()
{
    const auto known = static_cast<std::int64_t>(m_acknowledged.size());
    for (JournalLine& line : store().books().journal().after(number(), known, 1'000)) {
        m_acknowledged.push_back(std::move(line.text));
    }
}

Outcome SimTill::handle(const Command& command)
{
    if (!is_up()) return Outcome::cut;
    try {
        if (m_lie == Lie::till_sleeps_on_commit) {
            // Again before each command: a commit that nobody waits for makes the next one wait for the disk.
            store().settle();
            store().folder().connection().run("PRAGMA synchronous = OFF");
        }
        const auto done = m_process->till.handle(command);
        note_acknowledged();
        if (m_lie == Lie::till_forgets_returns) {
            store().books().connection().run("DELETE FROM returned; DELETE FROM return_visits");
        }
        if (done) return Outcome::done;
        m_refusal = done.error();
        return Outcome::refused;
    } catch (const database::DatabaseError&) {
        if (!m_disk.is_off()) return Outcome::failed;
        fall();
        return Outcome::cut;
    }
}

const TillView& SimTill::view() const { return m_process->till.view(); }

void SimTill::sync()
{
    if (!is_up()) return;
    try {
        const auto talked = m_process->talk();
        m_sync_problem = talked ? "" : talked.error().code;
        m_process->till.refresh();
        note_acknowledged();
    } catch (const database::DatabaseError& error) {
        m_sync_problem = error.what();
        if (m_disk.is_off()) fall();
    }
}

bool SimTill::has_all_news() const
{
    return is_up() && m_process->store.inbox().pending() == 0 &&
           m_process->store.inbox().cursor() >= m_process->down.office_head();
}

Result<void> SimTill::accept(const std::vector<std::string>& lines)
{
    const auto kept = store().inbox().accept(lines);
    if (!kept) return refuse(kept.error());
    for (const std::string& line : lines) lie_about(line);
    return {};
}

void SimTill::lie_about(const std::string& line)
{
    if (m_lie != Lie::till_counts_echo && m_lie != Lie::till_forgets_news) return;
    const auto event = decode(line);
    const auto* moved = event ? std::get_if<StockMoved>(&event->body) : nullptr;
    if (moved == nullptr) return;
    const bool own{moved->source_origin == number()};
    if (m_lie == Lie::till_counts_echo && own) {
        StockProjection{{number() + 100, place()}}.apply(store().books().connection(), *event);
    } else if (m_lie == Lie::till_forgets_news && !own && m_dice.percent(30)) {
        Event undone{*event};
        for (StockMove& move : std::get<StockMoved>(undone.body).moves) move.change = -move.change;
        StockProjection{{number(), place()}}.apply(store().books().connection(), undone);
    }
}

void SimTill::fall()
{
    m_process.reset();
    m_cards.forget();
}

void SimTill::cut_power(std::uint64_t seed)
{
    if (!m_disk.is_off()) m_disk.power_cut(seed);
    fall();
}

void SimTill::stop_in_order()
{
    if (!is_up()) return;
    try {
        m_process->till.stop();
        note_acknowledged();
    } catch (const database::DatabaseError&) {
        m_sync_problem = "the disk failed at the end"; // It ends all the same.
    }
    kill();
}

void SimTill::kill()
{
    m_disk.kill_programs();
    fall();
}

TillStore& SimTill::store() { return m_process->store; }

std::unique_ptr<database::Connection> SimTill::open_reader() const
{
    if (m_process) m_process->store.settle(); // As any look at a running till would.
    return database::open_sealed(m_disk.url(file_name), books_seal, database::Access::read_only);
}

std::optional<std::string> SimTill::phone_fetches(const MemberId& member, const std::string& link)
{
    std::optional<std::string> code;
    m_office.decide([&](office::Office& office, const database::Transaction& open) {
        const auto answer = office::carry_lease(office, open, member, link);
        if (answer) code = *answer;
    });
    return code;
}

} // namespace guitai::sim
