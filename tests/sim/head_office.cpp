#include "tests/sim/head_office.hpp"

#include "sync/office/projections/takings.hpp"

#include <stdexcept>

namespace guitai::sim {
namespace {

constexpr const char* file_name{"office.db"};
constexpr std::int64_t uncommitted_percent{10};

std::int64_t last_position(office::Office& office)
{
    database::Statement find{office.connection(), "SELECT COALESCE(MAX(position), 0) FROM journal"};
    return find.step() ? find.integer(0) : 0;
}

// A writer that tells the till before the commit, and sometimes loses it then.
class TooSoon final : public office::Writing {
public:
    TooSoon(office::Office& office, Dice& dice, std::int64_t& lost) : m_office{office}, m_dice{dice}, m_lost{lost} {}

    void submit(Work work, Failed) override
    {
        database::Transaction open{m_office.connection()};
        const std::int64_t before{last_position(m_office)};
        if (const Told told = work(m_office, open)) told();
        if (!m_dice.percent(uncommitted_percent)) return open.commit();
        if (last_position(m_office) > before) ++m_lost;
    }

private:
    office::Office& m_office;
    Dice& m_dice;
    std::int64_t& m_lost;
};

// Adds what came in to the takings once more.
class TakesTwice final : public office::Writing {
public:
    explicit TakesTwice(office::Office& office) : m_office{office} {}

    void submit(Work work, Failed) override
    {
        const std::int64_t before{last_position(m_office)};
        database::Transaction open{m_office.connection()};
        const Told told{work(m_office, open)};
        for (const JournalLine& line : m_office.books().journal().after_position(before, 1'000)) {
            const auto event = decode(line.text);
            if (event && std::holds_alternative<SaleCompleted>(event->body)) {
                office::DayTakings{}.apply(m_office.connection(), *event);
            }
        }
        open.commit();
        if (told) told();
    }

private:
    office::Office& m_office;
};

// Accepts every order from the warehouse, whatever lies there.
class PromisesAnything final : public office::Writing {
public:
    explicit PromisesAnything(office::Office& office) : m_office{office} {}

    void submit(Work work, Failed) override
    {
        database::Transaction open{m_office.connection()};
        const Told told{work(m_office, open)};
        database::Statement find{m_office.connection(), "SELECT order_id FROM orders WHERE state = 'captured'"};
        std::vector<std::string> captured;
        while (find.step()) captured.push_back(find.text(0));
        for (const std::string& order : captured) m_office.say(open, OrderAccepted{{order}, warehouse, "2026-12-01"});
        open.commit();
        if (told) told();
    }

private:
    office::Office& m_office;
};

// What is out at a till is in the purse again a moment later, whatever the till does with it.
class ReclaimsByClock final : public office::Writing {
public:
    explicit ReclaimsByClock(office::Office& office) : m_office{office} {}

    void submit(Work work, Failed) override
    {
        database::Transaction open{m_office.connection()};
        m_office.connection().run("UPDATE purse_lots SET available = available + leased, leased = 0;"
                                  "UPDATE purse_lease_lots SET rem = 0");
        const Told told{work(m_office, open)};
        open.commit();
        if (told) told();
    }

private:
    office::Office& m_office;
};

// Has no patience with tills that have not reported.
class LendsAtOnce final : public office::Writing {
public:
    explicit LendsAtOnce(office::Office& office) : m_office{office} {}

    void submit(Work work, Failed) override
    {
        database::Transaction open{m_office.connection()};
        if (office::is_recovering(m_office.connection())) {
            m_office.say(open, OfficeRecovered{office::latest_history(m_office.connection())->generation});
        }
        const Told told{work(m_office, open)};
        open.commit();
        if (told) told();
    }

private:
    office::Office& m_office;
};

} // namespace

namespace {

// As `guitai-office serve` does.
void call_witness(office::Office& office, office::Witness& witness)
{
    database::Transaction open{office.connection()};
    if (auto heard = office::hear_witness(office, open, witness); !heard) throw std::runtime_error{heard.error().code};
    open.commit();
    office.believe(witness);
}

} // namespace

// Everything that a power cut takes away.
struct HeadOffice::Process {
    std::unique_ptr<database::Connection> connection;
    std::unique_ptr<database::Connection> reads;
    std::unique_ptr<office::Office> office;
    std::unique_ptr<office::Writing> writing;
    std::unique_ptr<office::Api> api;
};

HeadOffice::HeadOffice(const std::string& name, const Clock& clock, std::uint64_t seed, Lie lie, Around around)
    : m_disk{name}, m_clock{clock}, m_chance{seed}, m_dice{seed}, m_lie{lie}, m_around{std::move(around)}
{
    start();
    database::Transaction open{*m_process->connection};
    m_token = office::make_token(*m_process->office, open, Role::office, "order desk");
    open.commit();
}

HeadOffice::~HeadOffice() = default;

void HeadOffice::start()
{
    m_disk.power_on();
    auto process = std::make_unique<Process>();
    process->connection = database::open(m_disk.url(file_name));
    if (m_lie == Lie::office_sleeps_on_commit) process->connection->run("PRAGMA synchronous = OFF");
    auto opened = office::Office::open(*process->connection, m_clock, m_chance);
    if (!opened) throw std::runtime_error{"the office does not open: " + opened.error().detail};
    process->office = std::move(*opened);
    process->reads = database::open(m_disk.url(file_name), database::Access::read_only);
    office::Office& office{*process->office};
    if (m_lie == Lie::office_answers_too_soon) process->writing = std::make_unique<TooSoon>(office, m_dice, m_lost);
    else if (m_lie == Lie::office_takes_twice) process->writing = std::make_unique<TakesTwice>(office);
    else if (m_lie == Lie::office_promises_anything) process->writing = std::make_unique<PromisesAnything>(office);
    else if (m_lie == Lie::office_reclaims) process->writing = std::make_unique<ReclaimsByClock>(office);
    else if (m_lie == Lie::office_lends_at_once) process->writing = std::make_unique<LendsAtOnce>(office);
    else if (m_around) process->writing = m_around(office);
    else process->writing = std::make_unique<office::WritingAtOnce>(office);
    call_witness(office, m_witness);
    process->api = std::make_unique<office::Api>(*process->writing, m_clock, nullptr);
    m_process = std::move(process);
}

void HeadOffice::cut_power(std::uint64_t seed)
{
    if (!m_disk.is_off()) m_disk.power_cut(seed);
    m_process.reset();
}

void HeadOffice::make_backup()
{
    m_backup.clear();
    for (const std::string& file : m_disk.files()) m_backup[file] = m_disk.bytes_of(file);
}

void HeadOffice::put_back()
{
    m_process.reset();
    m_disk.kill_programs();
    m_disk.power_on();
    for (const std::string& file : m_disk.files()) m_disk.remove(file);
    for (const auto& [file, bytes] : m_backup) m_disk.put(file, bytes);
    m_backup.clear();
    ++m_times_put_back;
    start();
}

void HeadOffice::found(const Chain& chain)
{
    database::Transaction open{*m_process->connection};
    for (EventBody& body : chain.events()) m_process->office->say(open, std::move(body));
    open.commit();
}

office::Enrolled HeadOffice::enrol(const PlaceCode& store, const std::string& public_key)
{
    database::Transaction open{*m_process->connection};
    const auto code = office::make_enrol_code(*m_process->office, open, store);
    if (!code) throw std::runtime_error{code.error().detail};
    const auto enrolled = office::enrol(*m_process->office, open, *code, public_key);
    if (!enrolled) throw std::runtime_error{enrolled.error().detail};
    open.commit();
    return *enrolled;
}

std::optional<office::Response> HeadOffice::handle(const office::Request& request)
{
    if (!is_up()) return std::nullopt;
    office::Response response{m_process->api->handle(*m_process->reads, request)};
    // Whatever it says in its last moment, nobody hears it.
    if (m_disk.is_off()) {
        m_process.reset();
        return std::nullopt;
    }
    return response;
}

std::optional<office::Response> HeadOffice::post(const std::string& target, const std::string& body)
{
    return handle({.method = "POST",
                   .target = target,
                   .headers = {{"authorization", "Bearer " + m_token}},
                   .body = body});
}

void HeadOffice::decide(const std::function<void(office::Office&, const database::Transaction&)>& what)
{
    if (!is_up()) return;
    try {
        m_process->writing->submit(
            [&](office::Office& office, const database::Transaction& open) -> office::Writing::Told {
                what(office, open);
                return {};
            },
            [](const std::string&) {});
    } catch (const database::DatabaseError& error) {
        // A writer that lies hands the disk's complaint on; nothing was decided then.
        // What the tables refuse is a finding.
        if (error.fault == database::Fault::constraint) throw;
    }
    if (m_disk.is_off()) m_process.reset();
}

office::Office& HeadOffice::office() { return *m_process->office; }

database::Connection& HeadOffice::reads() { return *m_process->reads; }

} // namespace guitai::sim
