// The two halves of sync, each one step at a time: Uplink sends what the head
// office has not confirmed, Downlink fetches its news. They own no thread, no
// database and no clock; the loop, the headless driver and the simulator all
// turn the same two cranks.
#pragma once

#include "sync/client/request_signer.hpp"
#include "sync/client/wire.hpp"
#include "sync/events/ids.hpp"
#include "sync/events/result.hpp"
#include "sync/events/time.hpp"
#include "sync/journal/history.hpp"
#include "sync/journal/journal.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guitai {

inline constexpr int batch_lines_max{1'000};
inline constexpr std::size_t batch_bytes_max{256'000};

// Who is speaking, to whom, at what time.
struct LinkEnd {
    Wire& wire;
    const RequestSigner& signer;
    const Clock& clock;
    TillNumber till{0};
};

// Lines of the till's own journal, in order, from the first one not confirmed.
struct Unconfirmed {
    std::int64_t confirmed{0}; // The last number that is; the lines follow it.
    std::vector<std::string> lines;
    std::string chain;    // Of our own journal after the last of `lines`.
    std::int64_t head{0}; // The newest number of our own journal.
};

class Uplink {
public:
    using Read = std::function<Unconfirmed(int lines_max, std::size_t bytes_max)>;
    using Confirm = std::function<void(std::int64_t number)>;
    // Of our own journal; nothing for a number that it has not.
    using ChainAt = std::function<std::optional<std::string>(std::int64_t number)>;

    Uplink(LinkEnd end, Read read, Confirm confirm, ChainAt chain_at);

    // Sends one batch. True where something was confirmed and more may wait,
    // false where there was nothing to send. Refuses as the office did, or
    // `wire.*`; `sync.chain_differs` where the office holds other bytes than we do,
    // `sync.office_ahead` where it holds events that we do not know of. Refused with `till.set_aside` it has sent all
    // there is nevertheless, where the office could be reached: what was sold here was sold.
    [[nodiscard]] Result<bool> step();

private:
    LinkEnd m_end;
    Read m_read;
    Confirm m_confirm;
    ChainAt m_chain_at;
};

// Where the till's books stand.
struct Standing {
    ChainHead news;            // Of the head office.
    ChainHead own;             // Of our own events.
    std::int64_t confirmed{0}; // The last of our own that the office said it has.
    std::string generation{};  // Of the last history of the office that we heard of; empty: the first.
};

// What a till shows to an office that forgot it.
struct Holdings {
    std::int64_t through{0};         // The last of our own events.
    std::vector<std::string> grants; // Bytes of the office's events, as it once wrote them.
};

// What a till does when its head office was put back to an older copy.
struct FollowHistory {
    // Puts aside what the office forgot, so that from here on only the new history fits. Refuses
    // feed.other_history where the till never shared one with it.
    std::function<Result<void>(const std::vector<HistoryBegan>&)> follow{};
    // Read after that.
    std::function<Holdings()> held{};
};

class Downlink {
public:
    // Keeps the lines and moves the cursor with them, or refuses and keeps none. Where our books were put
    // back to an older copy there are our own events among them, which the office still had.
    using Accept = std::function<Result<void>(std::vector<std::string> lines)>;
    using Stand = std::function<Standing()>;

    // `confirm` hears of an office that holds less than it once said: it was put back
    // to an older copy, and a till that has nothing new to say would never notice.
    Downlink(LinkEnd end, Stand stand, Accept accept, Uplink::Confirm confirm, FollowHistory history = {});

    // Fetches one answer; with nothing new the office waits up to `wait_ms`
    // before it says so. True where news came, or a new history is to be followed. Refuses as the office did, or
    // `sync.office_ahead` where it holds events of this till and does not give them back.
    [[nodiscard]] Result<bool> step(std::int64_t wait_ms);

    // The newest office event heard of.
    [[nodiscard]] std::int64_t office_head() const { return m_office_head; }
    // Whether the office holds events of this till that have not come back yet.
    [[nodiscard]] bool lacks_own() const { return m_lacks_own; }
    // Whether the last answer told that the office lost something it is to be given again.
    [[nodiscard]] bool office_lost() const { return m_office_lost; }

private:
    [[nodiscard]] Result<bool> follow(const std::vector<HistoryBegan>& histories);

    LinkEnd m_end;
    Stand m_stand;
    Accept m_accept;
    Uplink::Confirm m_confirm;
    FollowHistory m_history;
    std::string m_followed; // The last history that was shown what we hold.
    std::int64_t m_office_head{0};
    bool m_lacks_own{false};
    bool m_office_lost{false};
};

} // namespace guitai
