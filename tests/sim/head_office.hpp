// The head office of the simulated chain: the real one behind its API, on a disk
// that loses what was not synced. Requests come in as values, in process.
#pragma once

#include "sync/office/access.hpp"
#include "sync/office/api.hpp"
#include "sync/office/office.hpp"
#include "sync/office/restored.hpp"
#include "sync/office/writer.hpp"
#include "tests/sim/dice.hpp"
#include "tests/sim/faults.hpp"
#include "tests/sim/goods.hpp"
#include "tests/support/crash_vfs.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace guitai::sim {

class HeadOffice {
public:
    // How it writes, where it is not as its lie says; asked at each start.
    using Around = std::function<std::unique_ptr<office::Writing>(office::Office& office)>;
    HeadOffice(const std::string& name, const Clock& clock, std::uint64_t seed, Lie lie, Around around = {});
    ~HeadOffice();
    HeadOffice(const HeadOffice&) = delete;
    HeadOffice& operator=(const HeadOffice&) = delete;

    // Writes the chain's places, people, goods and stock.
    void found(const Chain& chain);
    // Number and shop of a new till.
    [[nodiscard]] office::Enrolled enrol(const PlaceCode& store, const std::string& public_key);

    // Nothing: it was down, or went down before it could answer.
    std::optional<office::Response> handle(const office::Request& request);
    // As a program of the office does, with a token.
    std::optional<office::Response> post(const std::string& target, const std::string& body);

    // Somebody decides at the console; nothing comes of it where it is down.
    void decide(const std::function<void(office::Office&, const database::Transaction&)>& what);

    [[nodiscard]] bool is_up() const { return m_process != nullptr; }
    // Power on, and the program started; again until it stands.
    void start();
    // What was not synced may be lost.
    void cut_power(std::uint64_t seed);
    [[nodiscard]] tests::CrashDisk& disk() { return m_disk; }
    // A copy of everything on the disk; the office is up.
    void make_backup();
    [[nodiscard]] bool has_backup() const { return !m_backup.empty(); }
    // Nothing is on the disk but that copy, and the program is started.
    void put_back();
    [[nodiscard]] std::int64_t times_put_back() const { return m_times_put_back; }
    [[nodiscard]] office::Office& office();
    [[nodiscard]] database::Connection& reads();
    // How often a lying office took events in, said so and forgot them.
    [[nodiscard]] std::int64_t lost() const { return m_lost; }

private:
    struct Process;

    // In a safe place: no power cut and no backup reaches it.
    class SafeWitness final : public office::Witness {
    public:
        void note(const office::BooksStand& stand) override { m_noted = stand; }
        [[nodiscard]] std::optional<office::BooksStand> noted() override { return m_noted; }

    private:
        std::optional<office::BooksStand> m_noted;
    };

    tests::CrashDisk m_disk;
    SafeWitness m_witness;
    std::map<std::string, std::string> m_backup; // Bytes by file.
    std::int64_t m_times_put_back{0};
    const Clock& m_clock;
    OfficeChance m_chance;
    Dice m_dice; // Of a lying office.
    Lie m_lie;
    Around m_around;
    std::int64_t m_lost{0};
    std::string m_token;
    std::unique_ptr<Process> m_process;
};

} // namespace guitai::sim
