// A till's line to its head office, put together: wires, signature, the journal's
// unconfirmed part on one side and the inbox on the other. Whoever makes it says
// how news reaches the till: at once (headless) or through the run queue (screen).
#pragma once

#include "sync/client/door_lookup.hpp"
#include "sync/client/http.hpp"
#include "sync/client/lease_ask.hpp"
#include "sync/client/link.hpp"
#include "sync/client/receipt_lookup.hpp"
#include "sync/client/request_signer.hpp"
#include "terminal/app/points_ports.hpp"
#include "terminal/store/inbox.hpp"
#include "terminal/store/till_store.hpp"

#include <memory>

namespace guitai::start {

class OfficeLine {
public:
    // To the inbox, as the news goes there.
    using Follow = std::function<Result<void>(const std::vector<HistoryBegan>&)>;
    // Refuses folder.no_key. The store outlives the line; `accept`, `confirm` and `follow`
    // are called by whoever turns the cranks, on that thread.
    [[nodiscard]] static Result<std::unique_ptr<OfficeLine>> open(const TillStore& store, const Clock& clock,
                                                                  Downlink::Accept accept, Uplink::Confirm confirm,
                                                                  Follow follow);

    [[nodiscard]] Uplink& up() { return m_up; }
    [[nodiscard]] Downlink& down() { return m_down; }
    [[nodiscard]] HttpWire& up_wire() { return m_up_wire; }
    [[nodiscard]] HttpWire& down_wire() { return m_down_wire; }
    [[nodiscard]] HttpWire& ask_wire() { return m_ask_wire; }
    // Waits for the answer, on a wire of its own; one at a time. As look_up_receipt() refuses.
    [[nodiscard]] Result<FoundReceipt> look_up(const ReceiptNumber& receipt);
    [[nodiscard]] Result<Recipient> door_of(const OrderId& order) { return look_up_door(m_ask, order); }
    // The same, as ask_for_lease() refuses.
    [[nodiscard]] Result<Event> ask_for(const LeaseRequest& wanted);
    // The last office event here, read on the downlink's own connection.
    [[nodiscard]] std::int64_t cursor() const { return m_down_outbox.news().number; }

private:
    OfficeLine(const TillStore& store, const DeviceKey& seed, const Clock& clock, Downlink::Accept accept,
               Uplink::Confirm confirm, Follow follow);
    [[nodiscard]] Unconfirmed unconfirmed(int lines_max, std::size_t bytes_max) const;
    [[nodiscard]] Standing standing() const;
    [[nodiscard]] Holdings holdings() const;

    RequestSigner m_signer;
    HttpWire m_up_wire;
    HttpWire m_down_wire;
    HttpWire m_ask_wire;
    LinkEnd m_ask;
    // A connection each: the two directions may be turned by two threads.
    std::unique_ptr<database::Connection> m_up_reader;
    std::unique_ptr<database::Connection> m_down_reader;
    Outbox m_up_outbox;
    Outbox m_down_outbox;
    Uplink m_up;
    Downlink m_down;
};

// As the counter says it: the office is away, or it does not know the receipt.
[[nodiscard]] Refusal lookup_refusal(const Refusal& why);
[[nodiscard]] Refusal lease_refusal(const Refusal& why);
[[nodiscard]] LeaseRequest request_of(const LeaseAsk& ask);
// On the till's thread. Refuses receipt.unknown.
[[nodiscard]] Result<void> keep_found(TillStore& store, const ReceiptNumber& receipt, const FoundReceipt& found);

} // namespace guitai::start
