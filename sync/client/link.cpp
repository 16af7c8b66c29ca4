#include "sync/client/link.hpp"

#include "sync/client/answers.hpp"
#include "sync/client/apart.hpp"
#include "sync/client/ask_office.hpp"
#include "sync/client/showing.hpp"

#include <utility>

namespace guitai {
namespace {

std::vector<std::string> split(const std::string& body)
{
    std::vector<std::string> lines;
    std::size_t start{0};
    while (start < body.size()) {
        const std::size_t end{std::min(body.find('\n', start), body.size())};
        if (end > start) lines.push_back(body.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

std::string feed_target(const Standing& stand, std::int64_t wait_ms)
{
    std::string target{"/v1/feed?after=" + std::to_string(stand.news.number) + "&wait=" + std::to_string(wait_ms) +
                       "&chain=" + stand.news.chain + "&generation=" + stand.generation +
                       "&confirmed=" + std::to_string(stand.confirmed)};
    // While the office waits we go on selling: it must not take what we send meanwhile for what we lack.
    if (wait_ms == 0) target += "&own=" + std::to_string(stand.own.number) + "&own_chain=" + stand.own.chain;
    return target;
}

// Our books were put back to an older copy: going on would hide new events behind numbers already used.
Result<void> check_ahead(std::int64_t held, std::int64_t known)
{
    if (held <= known) return {};
    return refuse("sync.office_ahead", "the office holds " + std::to_string(held) +
                                           " events of this till, which knows " + std::to_string(known));
}

} // namespace

Uplink::Uplink(LinkEnd end, Read read, Confirm confirm, ChainAt chain_at)
    : m_end{end}, m_read{std::move(read)}, m_confirm{std::move(confirm)}, m_chain_at{std::move(chain_at)}
{
}

Result<bool> Uplink::step()
{
    const Unconfirmed batch{m_read(batch_lines_max, batch_bytes_max)};
    if (batch.lines.empty()) return false;

    WireRequest request{.method = "POST", .target = "/v1/events", .body = lines_joined(batch.lines)};
    const auto answer = ask_office(m_end, std::move(request), sync_patience_ms);
    if (!answer) return refuse(answer.error());
    const auto receipt = read_receipt(*answer);
    if (!receipt) {
        if (!is_apart(receipt.error())) return refuse(receipt.error());
        const auto told = tell_apart({m_end, m_read, m_confirm, m_chain_at});
        return refuse(told || told.error().code != "wire.unreachable" ? receipt.error() : told.error());
    }

    if (auto known = check_ahead(receipt->cursor, batch.head); !known) return refuse(known.error());
    const auto sent = static_cast<std::int64_t>(batch.lines.size());
    if (receipt->cursor == batch.confirmed + sent && receipt->chain != batch.chain) {
        return refuse("sync.chain_differs", "after event " + std::to_string(receipt->cursor));
    }
    // The office may already hold more than we remember (its answer was lost), or less (it was restored):
    // its cursor is where the next batch begins, either way.
    m_confirm(receipt->cursor);
    return true;
}

Downlink::Downlink(LinkEnd end, Stand stand, Accept accept, Uplink::Confirm confirm, FollowHistory history)
    : m_end{end}, m_stand{std::move(stand)}, m_accept{std::move(accept)}, m_confirm{std::move(confirm)},
      m_history{std::move(history)}
{
}

Result<bool> Downlink::follow(const std::vector<HistoryBegan>& histories)
{
    if (!m_history.follow || histories.empty()) return refuse("feed.other_history");
    m_office_lost = true; // Also where nothing of our own is gone: there is more to say.
    if (auto followed = m_history.follow(histories); !followed) return refuse(followed.error());
    const std::string& generation{histories.back().generation};
    if (auto shown = show_leases(m_end, generation, m_history.held()); !shown) return refuse(shown.error());
    // Asked a second time, we do not ask again at once.
    if (std::exchange(m_followed, generation) == generation) return refuse("office.restored");
    m_office_head = 0; // Of the history that is gone.
    return true;
}

Result<bool> Downlink::step(std::int64_t wait_ms)
{
    m_office_lost = false;
    const Standing before{m_stand()};
    const auto answer = ask_office(m_end, {.method = "GET", .target = feed_target(before, wait_ms)},
                                   sync_patience_ms + wait_ms);
    if (!answer) return refuse(answer.error());
    const auto cursor = read_cursor(*answer); // With a refusal as well.
    m_office_lost = cursor && *cursor < before.confirmed;
    if (m_office_lost) m_confirm(*cursor);
    if (const auto histories = read_histories(*answer)) return follow(*histories);
    const auto head = read_head(*answer);
    if (!head) return refuse(head.error());
    m_office_head = *head;
    std::vector<std::string> lines{split(answer->body)};
    const bool any{!lines.empty()};
    if (any) {
        if (auto kept = m_accept(std::move(lines)); !kept) return refuse(kept.error());
    }
    // Asked after the answer: what we sold while it was under way may be there already.
    const auto known = check_ahead(cursor.value_or(0), m_stand().own.number);
    m_lacks_own = !known;
    if (!any && !known) return refuse(known.error());
    return any;
}

} // namespace guitai
