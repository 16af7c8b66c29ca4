// Paper, off the till thread. A dead printer never stops a sale: jobs wait in the
// books, are tried again, on another printer where there is one, and come out
// after a crash too. What may be on paper already comes out whole once more, and
// says so. Knows no SQL: where jobs are kept is asked of whoever made it.
#pragma once

#include "terminal/app/ports.hpp"
#include "terminal/device/escpos.hpp"
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

struct PrinterSetup {
    PaperSetup paper{};
    std::int64_t retry_ms{3'000};   // Between two tries of all printers.
    std::int64_t closing_ms{2'000}; // For what is in hand, when the till closes.
};

class PrinterQueue final : public PrinterStatus {
public:
    static constexpr int jobs_in_hand_max{20};
    // So many slips another printer stands in before the first one is tried again.
    static constexpr int stand_in_jobs_max{10};

    // `ports` are tried in their order; at least one. `changed` is called from the
    // printer's thread when a job came out or the trouble became another one; have it call
    // wake() on the till thread.
    PrinterQueue(std::vector<std::unique_ptr<PrinterPort>> ports, JobSource source, std::function<void()> changed,
                 PrinterSetup setup = {});
    ~PrinterQueue() override;

    // Whether slips come out, of whichever printer.
    [[nodiscard]] bool ok() const override;
    [[nodiscard]] std::int64_t waiting() const override;
    // Of the first printer, also while another one stands in.
    [[nodiscard]] PrinterTrouble trouble() const override;
    // Takes what was printed off the books and hands on what is new. Till thread.
    void wake() override;

private:
    struct Waiting {
        NumberedJob job{};
        Attempt attempt{Attempt::first};
    };

    void print_for_ever();
    // Tries the printers in turn; whether it is on paper. Without the lock.
    [[nodiscard]] bool print(Waiting& slip);
    void note(const PrintOutcome& outcome, std::size_t port);
    void feed();
    // The number of the last job behind `after`; `after` where there is none.
    [[nodiscard]] std::int64_t last_in_books(std::int64_t after) const;
    void take_off_the_books();

    std::vector<std::unique_ptr<PrinterPort>> m_ports;
    JobSource m_source;
    std::function<void()> m_changed;
    PrinterSetup m_setup;
    std::int64_t m_last_fetched{0}; // Till thread's own, as are the next two.
    std::int64_t m_left_over{0};    // Up to this job they were there before we began.
    std::int64_t m_too_late{0};     // Up to this one they came while nothing came out.
    std::size_t m_port{0};          // Printer thread's own, as is the next one.
    int m_stand_in_jobs{0};

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_rested; // Nothing is in hand, or nothing can come out.
    std::deque<Waiting> m_jobs; // In hand; the first one is being printed.
    std::vector<std::int64_t> m_printed;
    PrinterTrouble m_trouble{PrinterTrouble::none}; // Of the first printer.
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
