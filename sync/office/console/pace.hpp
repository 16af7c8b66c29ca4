// How fast one session may go: far above what hands can do, far below what a script in a stolen session would. Lives
// in memory; a restart forgives.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace guitai::office {

class Pace {
public:
    static constexpr std::int64_t requests_max{600}; // At once …
    static constexpr std::int64_t ms_per_request{100}; // … and then one more in each of these.
    static constexpr std::size_t sessions_max{10'000};

    // False: this one is too many. Any thread.
    [[nodiscard]] bool allows(std::string_view session, std::int64_t now_ms);

private:
    std::mutex m_mutex;
    // Until when the requests so far keep their session busy.
    std::map<std::string, std::int64_t, std::less<>> m_busy_until_ms;
};

} // namespace guitai::office
