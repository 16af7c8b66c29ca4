// Sync behind the screen: the loop's threads send and listen, and what they bring
// is written by the till thread, in slices between frames.
#pragma once

#include "sync/client/sync_loop.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/app/run_queue.hpp"
#include "terminal/start/machine_chance.hpp"
#include "terminal/start/office_line.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace guitai::start {

class CounterSync final : public SyncPort, public OfficeLookup, public LeaseLine {
public:
    // `changed` runs on the till thread after news was kept or the state became another one.
    CounterSync(TillStore& store, const Clock& clock, RunQueue& queue, std::function<void()> changed);
    ~CounterSync() override;
    CounterSync(const CounterSync&) = delete;
    CounterSync& operator=(const CounterSync&) = delete;

    // What an answer about another till's receipt is told to, on the till thread.
    using Answered = std::function<void(const ReceiptNumber& receipt, const Result<void>& known)>;
    void on_receipt(Answered answered) { m_answered = std::move(answered); }

    // What an answer about where an order goes is told to, on the till thread.
    void on_door(std::function<void(const HearDoor&)> answered) { m_door_answered = std::move(answered); }

    // What a refusal of a lease is told to, on the till thread. What was granted comes with the news.
    void on_lease(std::function<void(const HearLease&)> refused) { m_lease_refused = std::move(refused); }

    // Asked on the till thread before the books are worked out again for a head office that was put back to an older
    // copy; before begin().
    void follow_only_if(std::function<bool()> may_follow) { m_may_follow = std::move(may_follow); }

    // Refuses folder.no_key. A shop without a head office starts nothing.
    Result<void> begin();

    [[nodiscard]] SyncView status() const override;
    void hurry() override;
    void try_now();
    // Asks on a thread of its own: nothing at the counter waits. False, or refused while another one is asked for.
    [[nodiscard]] Result<bool> look_up(const ReceiptNumber& receipt) override;
    [[nodiscard]] Result<std::optional<Recipient>> door_of(const OrderId& order) override;
    // Both ask in the background: false, or refused where the office can not be reached.
    [[nodiscard]] Result<bool> meet() override;
    [[nodiscard]] Result<bool> ask(const LeaseAsk& ask) override;

private:
    Result<void> keep(const std::vector<std::string>& lines);
    Result<void> follow(const std::vector<HistoryBegan>& histories);
    // Runs `work` on the till thread and waits for it; false where the till is closing.
    bool on_till_thread(const std::function<void()>& work);

    TillStore& m_store;
    const Clock& m_clock;
    RunQueue& m_queue;
    std::function<void()> m_changed;
    MachineChance m_chance;
    std::atomic<bool> m_closing{false};
    std::atomic<bool> m_change_posted{false}; // One posted change stands for all until it ran.
    std::unique_ptr<OfficeLine> m_line;
    std::unique_ptr<SyncLoop> m_loop;
    Answered m_answered;
    std::function<bool()> m_may_follow; // Null: at any time.
    std::function<void(const HearLease&)> m_lease_refused;
    std::function<void(const HearDoor&)> m_door_answered;
    std::atomic<bool> m_asking{false};
    std::thread m_asker;
};

} // namespace guitai::start
