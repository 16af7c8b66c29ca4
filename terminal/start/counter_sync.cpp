#include "terminal/start/counter_sync.hpp"

#include <chrono>
#include <future>
#include <utility>

namespace guitai::start {
namespace {

constexpr std::chrono::milliseconds closing_look{50};

} // namespace

CounterSync::CounterSync(TillStore& store, const Clock& clock, RunQueue& queue, std::function<void()> changed)
    : m_store{store}, m_clock{clock}, m_queue{queue}, m_changed{std::move(changed)}
{
}

CounterSync::~CounterSync()
{
    m_closing = true; // Frees a sync thread that waits for this one.
    if (m_line) m_line->ask_wire().stop();
    if (m_asker.joinable()) m_asker.join();
    m_loop.reset();
}

Result<void> CounterSync::begin()
{
    if (m_store.device().office_url.empty()) return {};
    auto line = OfficeLine::open(
        m_store, m_clock, [this](std::vector<std::string> lines) { return keep(lines); },
        [this](std::int64_t number) { on_till_thread([this, number] { m_store.inbox().confirm(number); }); },
        [this](const std::vector<HistoryBegan>& histories) { return follow(histories); });
    if (!line) return refuse(line.error());
    m_line = std::move(*line);
    m_loop = std::make_unique<SyncLoop>(m_line->up(), m_line->up_wire(), m_line->down(), m_line->down_wire(), m_clock,
                                        m_chance, [this] {
                                            if (m_change_posted.exchange(true)) return;
                                            m_queue.post([this] {
                                                m_change_posted = false;
                                                m_changed();
                                            });
                                        });
    return {};
}

bool CounterSync::on_till_thread(const std::function<void()>& work)
{
    // Shared: when the till closes, the waiting thread leaves before the work may have run.
    auto done = std::make_shared<std::promise<void>>();
    auto finished = done->get_future();
    m_queue.post([work, done] {
        work();
        done->set_value();
    });
    while (finished.wait_for(closing_look) != std::future_status::ready) {
        if (m_closing) return false;
    }
    return true;
}

Result<void> CounterSync::keep(const std::vector<std::string>& lines)
{
    std::size_t first{0};
    while (first < lines.size()) {
        const std::size_t count{Inbox::slice_of(lines, first)};
        const auto from = lines.begin() + static_cast<std::ptrdiff_t>(first);
        auto slice = std::make_shared<std::vector<std::string>>(from, from + static_cast<std::ptrdiff_t>(count));
        auto kept = std::make_shared<Result<std::size_t>>(std::size_t{0});
        if (!on_till_thread([this, slice, kept] { *kept = m_store.inbox().accept(*slice); })) {
            return refuse("wire.unreachable", "the till is closing");
        }
        if (!*kept) return refuse(kept->error());
        first += count;
    }
    return {};
}

Result<void> CounterSync::follow(const std::vector<HistoryBegan>& histories)
{
    auto followed = std::make_shared<Result<void>>();
    const auto follow_now = [this, histories, followed] {
        const bool may{!m_may_follow || m_may_follow()};
        *followed = may ? m_store.inbox().follow(histories) : refuse("office.restored", "after this ticket");
    };
    if (!on_till_thread(follow_now)) {
        return refuse("wire.unreachable", "the till is closing");
    }
    return *followed;
}

Result<bool> CounterSync::look_up(const ReceiptNumber& receipt)
{
    if (!m_line) return refuse("return.unknown_receipt", receipt.text);
    if (m_asking.exchange(true)) return refuse("return.asking", receipt.text);
    if (m_asker.joinable()) m_asker.join();
    m_asker = std::thread{[this, receipt] {
        auto found = m_line->look_up(receipt);
        m_asking = false;
        m_queue.post([this, receipt, found = std::move(found)] {
            Result<void> known;
            try {
                if (found) known = keep_found(m_store, receipt, *found);
                else known = refuse(found.error());
                if (!known) known = refuse(lookup_refusal(known.error()));
            } catch (const database::DatabaseError& broken) {
                known = refuse(refusal_of(broken)); // No room on the disk: the clerk is told.
            }
            if (m_answered) m_answered(receipt, known);
        });
    }};
    return false;
}

Result<std::optional<Recipient>> CounterSync::door_of(const OrderId& order)
{
    if (!m_loop || !m_loop->state().reached || m_asking.exchange(true)) return refuse("return.office_away");
    if (m_asker.joinable()) m_asker.join();
    m_asker = std::thread{[this, order] {
        auto door = m_line->door_of(order);
        m_asking = false;
        if (!door) return; // Whoever looks again asks again.
        m_queue.post([this, heard = HearDoor{order, std::move(*door)}] {
            if (m_door_answered) m_door_answered(heard);
        });
    }};
    return std::optional<Recipient>{};
}

Result<bool> CounterSync::meet()
{
    if (!m_loop || !m_loop->state().reached) return refuse("points.office_away");
    m_loop->hurry();
    return false;
}

Result<bool> CounterSync::ask(const LeaseAsk& ask)
{
    if (!m_loop || !m_loop->state().reached || m_asking.exchange(true)) return refuse("points.office_away");
    if (m_asker.joinable()) m_asker.join();
    m_asker = std::thread{[this, ask] {
        const auto granted = m_line->ask_for(request_of(ask));
        m_asking = false;
        if (granted) return;
        const Refusal why{lease_refusal(granted.error())};
        m_queue.post([this, ask, why] {
            if (m_lease_refused) m_lease_refused({ask.ask, why.code, why.detail});
        });
    }};
    return false;
}

SyncView CounterSync::status() const
{
    SyncView view;
    view.cursor = m_store.inbox().cursor();
    if (!m_loop) return view;
    const SyncState state{m_loop->state()};
    view.pending = m_store.inbox().pending();
    view.office_head = state.office_head;
    view.reached = state.reached;
    view.contact_at_ms = state.contact_at_ms;
    view.problem = state.problem;
    return view;
}

void CounterSync::hurry()
{
    if (m_loop) m_loop->hurry();
}

void CounterSync::try_now()
{
    if (m_loop) m_loop->try_now();
}

} // namespace guitai::start
