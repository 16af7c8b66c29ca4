// Sync for the headless driver: no thread, only when asked, so that a script's
// answers never depend on when a packet came.
#pragma once

#include "sync/client/sync_now.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/start/office_line.hpp"

#include <functional>
#include <memory>

namespace guitai::start {

class HeadlessSync final : public SyncPort, public OfficeLookup, public LeaseLine {
public:
    // A shop without a head office has no line and is never reached.
    HeadlessSync(TillStore& store, const Clock& clock) : m_store{store}, m_clock{clock} {}

    // Asked before the books are worked out again for a head office that was put back to an older copy.
    void follow_only_if(std::function<bool()> may_follow) { m_may_follow = std::move(may_follow); }

    // Sends and fetches until nothing is left or the time is up. Refuses folder.no_key and sync.no_office.
    Result<void> run(std::int64_t timeout_ms, const std::function<void(std::int64_t, std::int64_t)>& progress = {});

    // Waits for the office; always true or refused.
    [[nodiscard]] Result<bool> look_up(const ReceiptNumber& receipt) override;
    [[nodiscard]] Result<std::optional<Recipient>> door_of(const OrderId& order) override;
    // The same: always true or refused.
    [[nodiscard]] Result<bool> meet() override;
    [[nodiscard]] Result<bool> ask(const LeaseAsk& ask) override;
    [[nodiscard]] SyncView status() const override;
    void hurry() override {}

private:
    Result<void> open_line();
    [[nodiscard]] Result<void> follow(const std::vector<HistoryBegan>& histories);

    TillStore& m_store;
    const Clock& m_clock;
    std::unique_ptr<OfficeLine> m_line;
    SyncView m_seen;
    std::function<bool()> m_may_follow; // Null: at any time.
};

} // namespace guitai::start
