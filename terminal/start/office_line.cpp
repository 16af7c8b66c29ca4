#include "terminal/start/office_line.hpp"

#include <chrono>
#include <string_view>
#include <thread>
#include <utility>

namespace guitai::start {
namespace {

// Another till was asked to give points back; it answers within two seconds, or not now.
constexpr std::string_view asked_back_code{"lease.asked_back"};
constexpr int asked_back_tries{6};
constexpr std::chrono::milliseconds asked_back_pause{300};

} // namespace

Result<std::unique_ptr<OfficeLine>> OfficeLine::open(const TillStore& store, const Clock& clock,
                                                     Downlink::Accept accept, Uplink::Confirm confirm, Follow follow)
{
    const auto seed = store.folder().key();
    if (!seed) return refuse(seed.error());
    return std::unique_ptr<OfficeLine>{
        new OfficeLine{store, *seed, clock, std::move(accept), std::move(confirm), std::move(follow)}};
}

OfficeLine::OfficeLine(const TillStore& store, const DeviceKey& seed, const Clock& clock, Downlink::Accept accept,
                       Uplink::Confirm confirm, Follow follow)
    : m_signer{seed}, m_up_wire{store.device().office_url, store.folder().trusted()},
      m_down_wire{store.device().office_url, store.folder().trusted()},
      m_ask_wire{store.device().office_url, store.folder().trusted()},
      m_ask{m_ask_wire, m_signer, clock, store.device().till},
      m_up_reader{store.folder().open_reader()}, m_down_reader{store.folder().open_reader()},
      m_up_outbox{*m_up_reader, store.device().till}, m_down_outbox{*m_down_reader, store.device().till},
      m_up{{m_up_wire, m_signer, clock, store.device().till},
           [this](int lines_max, std::size_t bytes_max) { return unconfirmed(lines_max, bytes_max); },
           confirm,
           [this](std::int64_t number) { return m_up_outbox.chain_at(number); }},
      m_down{{m_down_wire, m_signer, clock, store.device().till},
             [this] { return standing(); },
             std::move(accept),
             std::move(confirm),
             {std::move(follow), [this] { return holdings(); }}}
{
}

Unconfirmed OfficeLine::unconfirmed(int lines_max, std::size_t bytes_max) const
{
    Unconfirmed batch{.confirmed = m_up_outbox.confirmed(), .lines = {}, .chain = {},
                      .head = m_up_outbox.head().number};
    for (JournalLine& line : m_up_outbox.after(batch.confirmed, lines_max, bytes_max)) {
        batch.lines.push_back(std::move(line.text));
        batch.chain = std::move(line.chain);
    }
    return batch;
}

Result<FoundReceipt> OfficeLine::look_up(const ReceiptNumber& receipt) { return look_up_receipt(m_ask, receipt); }

Refusal lookup_refusal(const Refusal& why)
{
    const bool away{why.code.rfind("wire.", 0) == 0};
    return {away ? "return.office_away" : "return.unknown_receipt", why.detail};
}

Result<Event> OfficeLine::ask_for(const LeaseRequest& wanted)
{
    auto granted = ask_for_lease(m_ask, wanted);
    for (int tries{0}; tries < asked_back_tries && !granted && granted.error().code == asked_back_code; ++tries) {
        std::this_thread::sleep_for(asked_back_pause);
        granted = ask_for_lease(m_ask, wanted);
    }
    return granted;
}

Refusal lease_refusal(const Refusal& why)
{
    if (why.code == asked_back_code) return {"lease.not_enough", why.detail};
    const bool away{why.code.rfind("wire.", 0) == 0};
    return {away ? "points.office_away" : why.code, why.detail};
}

LeaseRequest request_of(const LeaseAsk& ask)
{
    return {ask.epoch, ask.generation, ask.ask, ask.account, ask.amount, ask.exact};
}

Result<void> keep_found(TillStore& store, const ReceiptNumber& receipt, const FoundReceipt& found)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> returned_milli;
    for (const FoundReceipt::Returned& line : found.returned) returned_milli.emplace_back(line.line, line.milli);
    return store.other_receipts().keep(receipt, found.sale, returned_milli);
}

Standing OfficeLine::standing() const
{
    return {m_down_outbox.news(), m_down_outbox.head(), m_down_outbox.confirmed(), m_down_outbox.generation()};
}

Holdings OfficeLine::holdings() const
{
    return {m_down_outbox.head().number, m_down_outbox.forgotten_grants()};
}

} // namespace guitai::start
