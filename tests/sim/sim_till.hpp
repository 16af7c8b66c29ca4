// A till of the simulated chain: the real till over the real store and the real
// links, on a disk that can be cut off. Remembers, apart from all of them, what
// it has told its clerk was done.
#pragma once

#include "sync/client/link.hpp"
#include "terminal/app/till.hpp"
#include "terminal/store/till_store.hpp"
#include "tests/sim/crooked_clock.hpp"
#include "tests/sim/sim_cards.hpp"
#include "tests/sim/sim_wire.hpp"
#include "tests/support/crash_vfs.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace guitai::sim {

// What became of a command.
enum class Outcome {
    done,
    refused,
    failed, // The disk said no; the program lives and nothing was done.
    cut     // The power went: whether it was done, only the disk can say.
};

class SimTill {
public:
    SimTill(const std::string& name, const TrueTime& time, std::uint64_t seed, HeadOffice& office,
            const PlaceCode& store, Lie lie);
    ~SimTill();
    SimTill(const SimTill&) = delete;
    SimTill& operator=(const SimTill&) = delete;

    [[nodiscard]] TillNumber number() const { return m_device.till; }
    [[nodiscard]] const PlaceCode& place() const { return m_device.store; }
    [[nodiscard]] CrookedClock& clock() { return m_clock; }
    [[nodiscard]] SimWire& wire() { return m_wire; }
    [[nodiscard]] SimCards& cards() { return m_cards; }
    [[nodiscard]] tests::CrashDisk& disk() { return m_disk; }

    // The refusal of the last command that was refused.
    [[nodiscard]] const Refusal& refusal() const { return m_refusal; }
    Outcome handle(const Command& command);
    [[nodiscard]] const TillView& view() const;

    // One batch up, one answer down. What refuses is kept for whoever asks.
    void sync();
    [[nodiscard]] const std::string& sync_problem() const { return m_sync_problem; }
    [[nodiscard]] bool has_all_news() const;

    // What the phone of that member gets for the link that this till shows; nothing where she is refused, or the head
    // office is down for her too.
    [[nodiscard]] std::optional<std::string> phone_fetches(const MemberId& member, const std::string& link);

    [[nodiscard]] bool is_up() const { return m_process != nullptr; }
    void start();
    void cut_power(std::uint64_t seed);
    void kill();
    // The last customer is gone and the program is closed as it should be.
    void stop_in_order();

    // Every own event of which the till said that it is written, as bytes, in
    // order; after a start, those too that were kept without being answered for.
    [[nodiscard]] const std::vector<std::string>& acknowledged() const { return m_acknowledged; }
    // Kinds of the events that the last start found beyond what had been acknowledged.
    [[nodiscard]] const std::vector<std::string>& found_at_start() const { return m_found_at_start; }
    // What must never be found: acknowledged events gone or changed here, confirmed ones gone at the office.
    [[nodiscard]] const std::vector<std::string>& broken_promises() const { return m_broken_promises; }

    [[nodiscard]] TillStore& store();
    // What `ask` finds there; nothing where the disk was bad or the power went meanwhile.
    template<typename Ask>
    [[nodiscard]] auto read(const Ask& ask) -> std::optional<decltype(ask(std::declval<TillStore&>()))>
    {
        try {
            return ask(store());
        } catch (const database::DatabaseError&) {
            if (m_disk.is_off()) fall();
            return std::nullopt;
        }
    }
    // For looking, as another program does.
    [[nodiscard]] std::unique_ptr<database::Connection> open_reader() const;

private:
    struct Process;

    void note_acknowledged();
    void look_at_journal();
    Result<void> accept(const std::vector<std::string>& lines);
    void lie_about(const std::string& line);
    void fall();

    HeadOffice& m_office;
    tests::CrashDisk m_disk;
    CrookedClock m_clock;
    SimWire m_wire;
    SimCards m_cards;
    DeviceKey m_key;
    RequestSigner m_signer;
    Lie m_lie;
    Dice m_dice; // Of a lying till.
    Device m_device;
    Refusal m_refusal;
    std::string m_sync_problem;
    std::vector<std::string> m_acknowledged;
    std::vector<std::string> m_found_at_start;
    std::vector<std::string> m_broken_promises;
    std::unique_ptr<Process> m_process;
};

} // namespace guitai::sim
