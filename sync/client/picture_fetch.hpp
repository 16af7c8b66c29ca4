// Fetches the pictures that a catalogue names by address, so that a shop's own
// export shows its photographs: on threads of its own, a few at a time, into one
// folder, each whole or not at all. A picture that can not be had is no error,
// only a picture that is not there yet. It knows no catalogue, no screen and
// nothing of the head office.
#pragma once

#include "sync/events/time.hpp"

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace guitai {

struct PictureLimits {
    std::size_t at_once{2};
    std::size_t waiting_max{64};       // The oldest wish goes first: the screen has moved on.
    std::size_t failures_max{4'096};   // Remembered.
    std::int64_t bytes_max{12'000'000};
    std::int64_t folder_bytes_max{2'000'000'000}; // Then the oldest pictures make room.
    std::int64_t connect_ms_max{5'000}, whole_ms_max{60'000};
    // After a failure, doubled each time up to the longest.
    std::int64_t host_first_ms{30'000}, host_longest_ms{10 * 60'000};
    std::int64_t picture_first_ms{10 * 60'000}, picture_longest_ms{24 * 3'600'000};
};

class PictureFetch {
public:
    struct Answer {
        std::string address;
        bool arrived{false};
        std::string why; // In English, for the log, where it did not.
    };

    // `answered` is called on a fetching thread, once for every picture that was tried.
    PictureFetch(std::filesystem::path folder, const Clock& clock, std::function<void(const Answer&)> answered,
                 PictureLimits limits = {});
    // What is under way is given up; nothing of it stays.
    ~PictureFetch();
    PictureFetch(const PictureFetch&) = delete;
    PictureFetch& operator=(const PictureFetch&) = delete;

    // From any thread, and never waits. The newest wish is served first. Ignored where `address` is no http or https
    // address, is under way, failed a short while ago, or is there already.
    void want(const std::string& address);

    // Where the picture of `address` is, or will be: the folder and a name made from a hash of the address, so that no
    // catalogue can choose the place.
    [[nodiscard]] std::filesystem::path file_of(std::string_view address) const;

private:
    struct Failure {
        std::int64_t wait_ms{0};
        std::int64_t not_before_ms{0};
    };
    using Failures = std::map<std::string, Failure, std::less<>>;
    enum class Outcome : std::uint8_t { arrived, not_reached, refused };

    void run(const std::stop_token& stop);
    [[nodiscard]] bool rests(const Failures& failures, std::string_view key) const;
    void remember(Failures& failures, const std::string& key, std::int64_t first_ms, std::int64_t longest_ms);
    void note(const std::string& address, Outcome outcome);
    [[nodiscard]] std::string keep(const std::string& address, const std::string& bytes);
    void make_room(std::int64_t bytes);

    std::filesystem::path m_folder;
    const Clock& m_clock;
    std::function<void(const Answer&)> m_answered;
    PictureLimits m_limits;

    std::mutex m_mutex; // Guards the four below.
    std::condition_variable_any m_wished;
    std::deque<std::string> m_waiting; // The newest at the back.
    std::set<std::string, std::less<>> m_under_way;
    Failures m_pictures_failed;
    Failures m_hosts_failed;

    std::mutex m_folder_mutex; // Guards the one below, and the sweeping.
    std::int64_t m_folder_bytes{-1}; // Below zero: not counted yet.
    std::vector<std::jthread> m_threads; // Last: they use what stands above.
};

} // namespace guitai
