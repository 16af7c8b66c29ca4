#include "terminal/start/headless_sync.hpp"

#include <chrono>
#include <thread>

namespace guitai::start {
namespace {

constexpr std::int64_t meet_timeout_ms{5'000};

} // namespace

Result<void> HeadlessSync::open_line()
{
    if (m_store.device().office_url.empty()) return refuse("sync.no_office", "this shop has no head office");
    if (m_line) return {};
    auto line = OfficeLine::open(
        m_store, m_clock,
        [this](std::vector<std::string> lines) -> Result<void> {
            const auto kept = m_store.inbox().accept(lines);
            if (!kept) return refuse(kept.error());
            return {};
        },
        [this](std::int64_t number) { m_store.inbox().confirm(number); },
        [this](const std::vector<HistoryBegan>& histories) { return follow(histories); });
    if (!line) return refuse(line.error());
    m_line = std::move(*line);
    return {};
}

Result<void> HeadlessSync::follow(const std::vector<HistoryBegan>& histories)
{
    if (m_may_follow && !m_may_follow()) return refuse("office.restored", "after this ticket");
    return m_store.inbox().follow(histories);
}

Result<void> HeadlessSync::run(std::int64_t timeout_ms, const std::function<void(std::int64_t, std::int64_t)>& progress)
{
    if (auto opened = open_line(); !opened) return opened;
    const auto begin = std::chrono::steady_clock::now();
    for (HttpWire* wire : {&m_line->up_wire(), &m_line->down_wire()}) {
        wire->end_by(begin + std::chrono::milliseconds{timeout_ms}); // A cable that swallows everything says nothing.
    }
    const SyncPatience patience{
        .elapsed_ms =
            [begin] {
                using std::chrono::milliseconds;
                return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - begin).count();
            },
        .pause = [](std::int64_t wait_ms) { std::this_thread::sleep_for(std::chrono::milliseconds{wait_ms}); },
        .timeout_ms = timeout_ms,
        .progress = progress};
    const SyncOutcome outcome{
        sync_now(m_line->up(), m_line->down(), [this] { return m_line->cursor(); }, patience)};
    m_seen.reached = outcome.reached;
    m_seen.problem = outcome.problem;
    m_seen.office_head = m_line->down().office_head();
    if (outcome.reached) m_seen.contact_at_ms = m_clock.now_ms();
    return {};
}

Result<bool> HeadlessSync::look_up(const ReceiptNumber& receipt)
{
    if (m_store.device().office_url.empty()) return refuse("return.unknown_receipt", receipt.text);
    if (auto opened = open_line(); !opened) return refuse(opened.error());
    const auto found = m_line->look_up(receipt);
    if (!found) return refuse(lookup_refusal(found.error()));
    if (auto kept = keep_found(m_store, receipt, *found); !kept) return refuse(lookup_refusal(kept.error()));
    return true;
}

Result<std::optional<Recipient>> HeadlessSync::door_of(const OrderId& order)
{
    if (m_store.device().office_url.empty()) return refuse("order.unknown", order.text);
    if (auto opened = open_line(); !opened) return refuse(opened.error());
    auto door = m_line->door_of(order);
    if (!door) return refuse(lookup_refusal(door.error()));
    return std::optional{std::move(*door)};
}

Result<bool> HeadlessSync::meet()
{
    if (auto ran = run(meet_timeout_ms); !ran || !m_seen.reached) return refuse("points.office_away");
    return true;
}

Result<bool> HeadlessSync::ask(const LeaseAsk& ask)
{
    if (auto opened = open_line(); !opened) return refuse("points.office_away");
    const auto granted = m_line->ask_for(request_of(ask));
    if (!granted) return refuse(lease_refusal(granted.error()));
    return meet(); // It is among the news by now.
}

SyncView HeadlessSync::status() const
{
    SyncView view{m_seen};
    view.pending = m_store.device().office_url.empty() ? 0 : m_store.inbox().pending();
    view.cursor = m_store.inbox().cursor();
    return view;
}

} // namespace guitai::start
