// Paper, off the till thread. A dead printer never stops a sale: jobs wait in the
// books, are tried again, and come out after a crash too, the interrupted one
// perhaps twice. Knows no SQL: where jobs are kept is asked of whoever made it.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/device/printer_port.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace guitai {

using NumberedJob = std::pair<std::int64_t, PrintJob>;

// Where jobs are kept. Asked on the till thread only.
struct JobSource {
    std::function<std::vector<NumberedJob>(std::int64_t after_job, int limit)> fetch; // Oldest first.
    std::function<void(std::int64_t job)> done;
};

class PrinterQueue final : public PrinterStatus {
public:
    static constexpr int jobs_in_hand_max{20};
    static constexpr std::int64_t retry_ms_default{3'000};

    // `changed` is called from the printer's thread when a job came out or the
    // printer stopped answering; have it call wake() on the till thread.
    PrinterQueue(std::unique_ptr<PrinterPort> port, JobSource source, std::function<void()> changed,
                 std::int64_t retry_ms = retry_ms_default);
    ~PrinterQueue() override;

    [[nodiscard]] bool ok() const override;
    [[nodiscard]] std::int64_t waiting() const override;
    // Takes what was printed off the books and hands on what is new. Till thread.
    void wake() override;

private:
    void print_for_ever();
    void feed();

    std::unique_ptr<PrinterPort> m_port;
    JobSource m_source;
    std::function<void()> m_changed;
    std::int64_t m_retry_ms;
    std::int64_t m_last_fetched{0}; // Till thread's own.

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<NumberedJob> m_jobs; // In hand; the first one is being printed.
    std::vector<std::int64_t> m_printed;
    bool m_ok{true};
    bool m_stopped{false};
    std::thread m_thread;
};

// No printer is connected: nothing waits, nothing is wrong.
class NoPrinter final : public PrinterStatus {
public:
    [[nodiscard]] bool ok() const override { return true; }
    [[nodiscard]] std::int64_t waiting() const override { return 0; }
    void wake() override {}
};

} // namespace guitai
