// A machine at a counter that sells, earns, asks for points and spends them: the real store, the real links and the
// real use cases of leases, without a screen and a cart. Its disk can be copied and put back to an older copy, and its
// process dies with everything that it held in memory.
#pragma once

#include "sync/client/link.hpp"
#include "terminal/app/leases.hpp"
#include "terminal/store/till_store.hpp"
#include "tests/leases/naive.hpp"
#include "tests/sim/crooked_clock.hpp"
#include "tests/sim/sim_wire.hpp"
#include "tests/support/crash_vfs.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace guitai::leases {

// Who a till is, whatever machine it runs on.
struct Who {
    TillNumber till{0};
    PlaceCode store{};
    DeviceKey key{};
    std::string office{};
};

// Points of a redemption or of a sale that somebody brings goods back of.
struct Redeemed {
    const void* by{nullptr}; // The machine.
    std::string name{};
    std::string account{};
    MemberId member{};
    std::vector<LotPart> lots{};
    std::int64_t amount{0};
};
struct Sold {
    const void* by{nullptr};
    ReceiptNumber receipt{};
    MemberId member{};
    std::int64_t points{0};
    std::string expires{};
};

class Machine {
public:
    Machine(const std::string& disk, const sim::TrueTime& time, std::uint64_t seed, sim::HeadOffice& office, Who who,
            Naive rule);
    ~Machine();
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;

    [[nodiscard]] TillNumber till() const { return m_who.till; }
    [[nodiscard]] const Who& who() const { return m_who; }
    [[nodiscard]] sim::SimWire& wire() { return m_wire; }
    [[nodiscard]] bool is_up() const { return m_process != nullptr; }

    void start();
    void kill();
    void stop_in_order();
    // Everything on the disk as it is now, and the disk made so; no process runs on it then.
    [[nodiscard]] std::string image();
    void put(const std::string& image);

    // One batch up, one answer down.
    void sync();
    void listen();
    [[nodiscard]] bool has_all_news() const;

    // What follows is done by the running process; all of it may come to nothing.
    std::optional<Sold> sell(const MemberId& member, std::int64_t points, const std::string& expires);
    void ask(const MemberId& member, std::int64_t points, bool exact);
    std::optional<Redeemed> spend(const MemberId& member, std::int64_t points);
    void take_back(const Sold& sold, std::int64_t points);
    void restore(const Redeemed& redeemed, std::int64_t points);
    void give_back(bool claims_too_much);
    // The leases that the owner vouched for.
    std::vector<std::string> vouch();
    void do_anything(); // A first event, so that the office hears of the start.

    [[nodiscard]] TillStore& store();
    [[nodiscard]] const LeaseHand& hand() const;
    [[nodiscard]] std::int64_t in_hand(const MemberId& member) const;

private:
    struct Process;

    const sim::TrueTime& m_time;
    sim::HeadOffice& m_office;
    Who m_who;
    Naive m_rule;
    tests::CrashDisk m_disk;
    sim::CrookedClock m_clock;
    sim::SimWire m_wire;
    RequestSigner m_signer;
    sim::Dice m_dice;
    std::unique_ptr<Process> m_process;
};

} // namespace guitai::leases
