// The one writer of the head office. Whoever wants to change something hands in
// its work; a group of works shares one transaction and one commit, and only then
// hears its answer. Knows nothing of what a work does.
#pragma once

#include "sync/office/office.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace guitai::office {

class Writing {
public:
    // Told after the commit.
    using Told = std::function<void()>;
    // Done inside the transaction. A group that fails is undone and each of its
    // works done again by itself, so a work reads nothing that it has changed outside.
    using Work = std::function<Told(Office& office, const database::Transaction& open)>;
    // Told instead where the machine failed: nothing was written.
    using Failed = std::function<void(const std::string& why)>;

    Writing() = default;
    virtual ~Writing() = default;
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    // May be called from any thread; answers come from the writer's.
    virtual void submit(Work work, Failed failed) = 0;
};

// Does each work at once, in a transaction of its own: for tests, the simulator
// and the command line.
class WritingAtOnce final : public Writing {
public:
    explicit WritingAtOnce(Office& office) : m_office{office} {}
    void submit(Work work, Failed failed) override;

private:
    Office& m_office;
};

// A thread that takes all works waiting and commits them together.
class Writer final : public Writing {
public:
    // More in one commit would let the first of them wait for the last.
    static constexpr std::size_t group_max{500};
    // More waiting than this is refused at once: the caller is told to come again.
    static constexpr std::size_t waiting_max{20'000};

    // `committed` runs on the writer's thread after every commit that wrote. The
    // office and its connection belong to this thread until the writer is gone.
    Writer(Office& office, std::function<void()> committed);
    // Finishes what is waiting.
    ~Writer() override;

    void submit(Work work, Failed failed) override;

private:
    struct Job {
        Work work;
        Failed failed;
    };

    void run();
    [[nodiscard]] std::vector<Job> take_group();
    void do_group(std::vector<Job> group);
    [[nodiscard]] std::string try_group(std::vector<Job>& group, std::size_t first, std::size_t count);

    Office& m_office;
    std::function<void()> m_committed;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Job> m_waiting;
    bool m_stopping{false};
    std::thread m_thread;
};

} // namespace guitai::office
