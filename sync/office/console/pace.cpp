#include "sync/office/console/pace.hpp"

#include <algorithm>

namespace guitai::office {

bool Pace::allows(std::string_view session, std::int64_t now_ms)
{
    const std::lock_guard lock{m_mutex};
    auto found = m_busy_until_ms.find(session);
    if (found == m_busy_until_ms.end()) {
        if (m_busy_until_ms.size() >= sessions_max) {
            std::erase_if(m_busy_until_ms, [now_ms](const auto& each) { return each.second <= now_ms; });
        }
        found = m_busy_until_ms.emplace(std::string{session}, now_ms).first;
    }
    const std::int64_t busy_until_ms{std::max(found->second, now_ms) + ms_per_request};
    if (busy_until_ms - now_ms > requests_max * ms_per_request) return false;
    found->second = busy_until_ms;
    return true;
}

} // namespace guitai::office
