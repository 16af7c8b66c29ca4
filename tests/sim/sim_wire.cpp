#include "tests/sim/sim_wire.hpp"

#include "sync/events/event.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace guitai::sim {
namespace {

office::Request as_received(const WireRequest& sent)
{
    office::Request request{.method = sent.method, .target = sent.target, .headers = {}, .body = sent.body};
    for (const auto& [name, value] : sent.headers) {
        std::string lower{name};
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        request.headers.emplace(std::move(lower), value);
    }
    return request;
}

WireAnswer as_heard(const office::Response& response)
{
    WireAnswer answer{response.status, response.body, {}};
    for (const auto& [name, value] : response.headers) {
        if (name == "Guitai-Head") answer.guitai_head = value;
        if (name == "Guitai-Cursor") answer.guitai_cursor = value;
    }
    return answer;
}

} // namespace

Result<WireAnswer> SimWire::send(const WireRequest& request)
{
    if (is_dead() || !m_office.is_up()) return refuse("wire.unreachable");
    if (m_lie == Lie::wire_swallows && request.target == "/v1/events") {
        m_swallows = m_swallows || m_dice.percent(20);
        if (m_swallows) return swallow(request);
        follow(request.body);
    }
    if (m_dice.percent(m_trouble.request_lost)) return refuse("wire.timeout");
    if (m_dice.percent(m_trouble.request_late)) {
        m_on_the_way.push_back(request);
        return refuse("wire.timeout");
    }
    auto answer = deliver(request);
    if (answer && m_dice.percent(m_trouble.request_doubled)) answer = deliver(request);
    if (!answer || m_dice.percent(m_trouble.answer_lost)) return refuse("wire.timeout");
    return *answer;
}

void SimWire::deliver_late()
{
    if (m_on_the_way.empty() || is_dead()) return;
    const auto at = m_on_the_way.begin() + m_dice.below(static_cast<std::int64_t>(m_on_the_way.size()));
    const WireRequest request{*at};
    m_on_the_way.erase(at);
    (void)deliver(request);
}

std::optional<WireAnswer> SimWire::deliver(const WireRequest& request)
{
    const auto response = m_office.handle(as_received(request));
    if (!response) return std::nullopt;
    return as_heard(*response);
}

// From some moment on, the answer of an office that has everything.
WireAnswer SimWire::swallow(const WireRequest& request)
{
    follow(request.body);
    return {200, fmt::format(R"({{"cursor":{},"chain":"{}","quarantined":0}})", m_seen.number, m_seen.chain), {}};
}

void SimWire::follow(const std::string& body)
{
    for (std::size_t from{0}; from < body.size();) {
        const std::size_t end{body.find('\n', from)};
        const std::string line{body.substr(from, end - from)};
        const auto event = decode(line);
        if (event && event->number == m_seen.number + 1) m_seen = {event->number, chain_link(m_seen.chain, line)};
        from = end + 1;
    }
}

} // namespace guitai::sim
