// Connections that only read, lent to whoever runs on a reader thread.
#pragma once

#include "sync/database/database.hpp"

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace guitai::office {

class ReadConnections {
public:
    using Open = std::function<std::unique_ptr<database::Connection>()>;
    explicit ReadConnections(Open open) : m_open{std::move(open)} {}

    // Calls `use` with a connection that nobody else has meanwhile. Any thread.
    template<typename Use>
    void lend(Use&& use)
    {
        auto connection = take();
        use(*connection); // One that failed is not put back: the next reader opens another.
        const std::lock_guard lock{m_mutex};
        m_free.push_back(std::move(connection));
    }

private:
    std::unique_ptr<database::Connection> take()
    {
        {
            const std::lock_guard lock{m_mutex};
            if (!m_free.empty()) {
                auto connection = std::move(m_free.back());
                m_free.pop_back();
                return connection;
            }
        }
        return m_open();
    }

    Open m_open;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<database::Connection>> m_free;
};

} // namespace guitai::office
