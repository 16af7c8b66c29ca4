#include "terminal/device/escpos.hpp"
#include "terminal/device/printer_queue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/escpos_printer.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <thread>

using namespace guitai;
using namespace guitai::test;

namespace {

// Does what it is told, send by send, and keeps what it was sent. When nothing is left to do, it prints.
class FakePort final : public PrinterPort {
public:
    struct Log {
        std::mutex mutex;
        std::condition_variable changed;
        std::deque<PrintOutcome> to_come;
        std::vector<std::string> printed; // Whole.
        std::vector<std::string> broken;  // Begun at most.
        bool dead{false};                 // Answers nothing at all, until it may give up.
        bool given_up{false};

        void will(PrinterTrouble trouble, int times = 1)
        {
            for (; times > 0; --times) to_come.push_back({.trouble = trouble});
        }
        void will_break_off() { to_come.push_back({.trouble = PrinterTrouble::no_paper, .begun = true}); }
    };
    explicit FakePort(Log& log) : m_log{log} {}

    [[nodiscard]] PrintOutcome send(std::string_view bytes) override
    {
        std::unique_lock held{m_log.mutex};
        PrintOutcome outcome;
        if (m_log.dead) {
            m_log.changed.wait(held, [this] { return m_log.given_up; });
            outcome.trouble = PrinterTrouble::unreachable;
        } else if (!m_log.to_come.empty()) {
            outcome = m_log.to_come.front();
            m_log.to_come.pop_front();
        }
        (outcome.trouble == PrinterTrouble::none ? m_log.printed : m_log.broken).emplace_back(bytes);
        m_log.changed.notify_all();
        return outcome;
    }
    void give_up() override
    {
        const std::lock_guard held{m_log.mutex};
        m_log.given_up = true;
        m_log.changed.notify_all();
    }

private:
    Log& m_log;
};

// One fake printer for each log.
std::vector<std::unique_ptr<PrinterPort>> ports_to(std::initializer_list<FakePort::Log*> logs)
{
    std::vector<std::unique_ptr<PrinterPort>> ports;
    for (FakePort::Log* const log : logs) ports.push_back(std::make_unique<FakePort>(*log));
    return ports;
}

PrinterSetup quick()
{
    PrinterSetup setup;
    setup.retry_ms = 1;
    setup.paper.again_mark = "补打：可能已有一张";
    return setup;
}

// The books' side: what is there and what was taken off.
struct Jobs {
    std::vector<NumberedJob> kept;

    JobSource source()
    {
        return {[this](std::int64_t after, int limit) {
                    std::vector<NumberedJob> found;
                    for (const NumberedJob& job : kept) {
                        if (job.first > after && static_cast<int>(found.size()) < limit) found.push_back(job);
                    }
                    return found;
                },
                [this](std::int64_t done) {
                    kept.erase(std::remove_if(kept.begin(), kept.end(),
                                              [&](const NumberedJob& job) { return job.first == done; }),
                               kept.end());
                }};
    }
};

template<typename Condition>
void wait_until(FakePort::Log& log, Condition condition)
{
    std::unique_lock held{log.mutex};
    log.changed.wait(held, condition);
}

} // namespace

TEST_CASE("a receipt becomes paper that says the same")
{
    const PrintJob job{"人民路店\n轻薄羽绒服         ¥399.00\n优惠             −¥40.00\n", true, "S01-71-000001"};

    const Paper paper{print_out(escpos_bytes(job))};

    REQUIRE(paper.lines.size() >= 3);
    CHECK(paper.lines[0] == "人民路店");
    CHECK(paper.lines[1] == "轻薄羽绒服         ￥399.00");
    CHECK(paper.lines[2] == "优惠             -￥40.00");
    CHECK(paper.barcodes == std::vector<std::string>{"S01-71-000001"});
    CHECK(paper.cuts == 1);
    CHECK(paper.drawer_kicks == 1);
}

TEST_CASE("the bytes of a small receipt are these")
{
    using namespace std::string_literals;

    CHECK(escpos_bytes({"店 A", false, ""}) == "\x1B@\x1C&\xB5\xEA A\n\x1DV\x42\x03"s);
    CHECK(escpos_bytes({"", true, ""}) == "\x1B@\x1Bp\x00\x19\xFA"s);
}

TEST_CASE("nothing in a name steers the printer")
{
    CHECK(printer_text("a\x1B@\x1DVb\x7F\r\n") == "a@Vb\n");
    CHECK(printer_text("😀") == "??"); // In no printer's font, and as wide as it was laid out.
    CHECK(printer_text("\xFF\xFE") == "??");
    CHECK(print_out(escpos_bytes({"a\n", false, "bad code"})).barcodes.empty());
}

TEST_CASE("an address says which printer, or that it is none")
{
    CHECK(open_printer("file:/tmp/receipts.bin"));
    CHECK(open_printer("usb:/dev/usb/lp0"));
    CHECK(open_printer("tcp://192.168.1.50:9100"));
    for (const char* wrong : {"", "lp0", "tcp://", "tcp://:9100", "tcp://printer", "tcp://printer:0", "tcp://p:99999",
                              "file:", "http://printer"}) {
        INFO(wrong);
        CHECK(open_printer(wrong).error().code == "printer.bad_address");
    }
}

TEST_CASE("a file printer adds each job at the end")
{
    const TempFolder temp;
    const auto printer = open_printer("file:" + (temp / "paper.bin").string());

    CHECK((*printer)->send("one\n").trouble == PrinterTrouble::none);
    CHECK((*printer)->send("two\n").trouble == PrinterTrouble::none);

    CHECK(temp.read("paper.bin") == "one\ntwo\n");
    CHECK((*open_printer("usb:" + (temp / "no/such/printer").string()))->send("x").trouble ==
          PrinterTrouble::unreachable);
}

TEST_CASE("several addresses are several printers, or the wrong one is named")
{
    CHECK(open_printers({"file:/tmp/a", "tcp://127.0.0.1:9100"})->size() == 2);
    CHECK(open_printers({})->empty());
    CHECK(open_printers({"file:/tmp/a", "lp0"}).error().detail.substr(0, 3) == "lp0");
}

TEST_CASE("jobs come out in order and leave the books when they are on paper")
{
    Jobs jobs;
    FakePort::Log log;
    PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
    jobs.kept = {{1, {"first\n", false, ""}}, {2, {"second\n", false, ""}}};
    queue.wake();
    wait_until(log, [&] { return log.printed.size() == 2; });
    jobs.kept.push_back({3, {"third\n", false, ""}});
    queue.wake();
    wait_until(log, [&] { return log.printed.size() == 3; });

    CHECK(print_out(log.printed[0]).lines.at(0) == "first");
    CHECK(print_out(log.printed[2]).lines.at(0) == "third");
    CHECK(queue.ok());
}

TEST_CASE("a printer that was dead prints everything once it is back, and the till never waited")
{
    Jobs jobs;
    FakePort::Log log;
    log.will(PrinterTrouble::unreachable, 3);
    {
        PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
        jobs.kept = {{1, {"first\n", true, ""}}, {2, {"second\n", false, ""}}};
        queue.wake();
        wait_until(log, [&] { return log.printed.size() == 2; });
    }

    CHECK(log.broken.size() == 3);
    CHECK(jobs.kept.empty()); // Also those printed in the last moment.
    CHECK(print_out(log.broken[0]).drawer_kicks == 1);
    CHECK(print_out(log.printed[0]).drawer_kicks == 0); // Nobody stands at the drawer any more.
    CHECK(print_out(log.printed[0]).lines.at(0) == "first"); // Nothing of it was on paper: no mark.
}

TEST_CASE("a receipt that broke off comes out whole once more, and says so")
{
    Jobs jobs;
    FakePort::Log log;
    log.will_break_off();
    PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
    jobs.kept = {{1, {"first\n", false, "S01-71-000001"}}, {2, {"second\n", false, ""}}};
    queue.wake();
    wait_until(log, [&] { return log.printed.size() == 2; });

    const Paper again{print_out(log.printed[0])};
    CHECK(again.lines.at(0) == "补打：可能已有一张");
    CHECK(again.lines.at(1) == "first");
    CHECK(again.barcodes.size() == 1);
    CHECK(print_out(log.printed[1]).lines.at(0) == "second");
}

TEST_CASE("what a crash left is marked, for nobody knows what is on paper")
{
    Jobs jobs{{{1, {"first\n", true, ""}}}};
    FakePort::Log log;
    PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
    wait_until(log, [&] { return log.printed.size() == 1; });

    CHECK(print_out(log.printed[0]).lines.at(0) == "补打：可能已有一张");
    CHECK(print_out(log.printed[0]).drawer_kicks == 0);
}

TEST_CASE("however many jobs a crash left, all are marked and none opens the drawer")
{
    Jobs jobs;
    FakePort::Log log;
    const int left{PrinterQueue::jobs_in_hand_max + 5};
    for (int job{1}; job <= left; ++job) jobs.kept.push_back({job, {"slip\n", true, ""}});
    PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
    wait_until(log, [&] { return log.printed.size() == PrinterQueue::jobs_in_hand_max; });
    while (queue.waiting() > 0) std::this_thread::yield();
    jobs.kept.push_back({left + 1, {"new\n", true, ""}});
    queue.wake();
    wait_until(log, [&] { return log.printed.size() == static_cast<std::size_t>(left + 1); });

    int kicks{0};
    for (int job{0}; job < left; ++job) {
        const Paper paper{print_out(log.printed[static_cast<std::size_t>(job)])};
        CHECK(paper.lines.at(0) == "补打：可能已有一张");
        kicks += paper.drawer_kicks;
    }
    CHECK(kicks == 0);
    CHECK(print_out(log.printed.back()).drawer_kicks == 1);
}

TEST_CASE("a dead printer that comes back opens the drawer for none of the sales it missed")
{
    Jobs jobs;
    FakePort::Log log;
    log.will(PrinterTrouble::unreachable, 2);
    {
        PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
        jobs.kept = {{1, {"one\n", true, ""}}, {2, {"", true, ""}}, {3, {"three\n", true, ""}}};
        queue.wake();
        wait_until(log, [&] { return log.printed.size() == 3; });
    }

    int kicks{0};
    for (const std::string& bytes : log.printed) kicks += print_out(bytes).drawer_kicks;
    CHECK(kicks == 0);
}

TEST_CASE("while the printer is without paper the till is told so, and jobs stay in the books")
{
    Jobs jobs;
    FakePort::Log log;
    log.will(PrinterTrouble::no_paper, 1'000'000);
    std::promise<void> told;
    std::once_flag once;
    {
        PrinterQueue queue{ports_to({&log}), jobs.source(),
                           [&] { std::call_once(once, [&] { told.set_value(); }); }, quick()};
        jobs.kept = {{1, {"first\n", false, ""}}};
        queue.wake();
        told.get_future().wait();
        CHECK(!queue.ok());
        CHECK(queue.trouble() == PrinterTrouble::no_paper);
        CHECK(queue.waiting() == 1);
    }

    CHECK(jobs.kept.size() == 1);
}

TEST_CASE("a drawer that does not open is not opened later")
{
    Jobs jobs;
    FakePort::Log log;
    log.will(PrinterTrouble::unreachable);
    {
        PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, quick()};
        jobs.kept = {{1, {"", true, ""}}, {2, {"paper\n", false, ""}}};
        queue.wake();
        wait_until(log, [&] { return log.printed.size() == 1; });
    }

    CHECK(print_out(log.printed[0]).drawer_kicks == 0);
    CHECK(jobs.kept.empty());
}

TEST_CASE("another printer stands in, and the first one is tried again later")
{
    Jobs jobs;
    FakePort::Log first;
    FakePort::Log second;
    first.will_break_off();
    PrinterQueue queue{ports_to({&first, &second}), jobs.source(), [] {}, quick()};
    for (int job{1}; job <= PrinterQueue::stand_in_jobs_max + 3; ++job) {
        jobs.kept.push_back({job, {"slip " + std::to_string(job) + "\n", false, ""}});
    }
    queue.wake();
    wait_until(first, [&] { return first.printed.size() == 2; });

    CHECK(second.printed.size() == static_cast<std::size_t>(PrinterQueue::stand_in_jobs_max + 1));
    CHECK(print_out(second.printed[0]).lines.at(0) == "补打：可能已有一张"); // Half of it hangs from the first.
    CHECK(print_out(second.printed[1]).lines.at(0) == "slip 2");
    CHECK(queue.ok());
    CHECK(queue.trouble() == PrinterTrouble::none);
}

TEST_CASE("while another printer stands in, slips come out and the first one's trouble is known")
{
    Jobs jobs;
    FakePort::Log first;
    FakePort::Log second;
    first.will(PrinterTrouble::cover_open, 1'000'000);
    PrinterQueue queue{ports_to({&first, &second}), jobs.source(), [] {}, quick()};
    jobs.kept = {{1, {"slip\n", false, ""}}};
    queue.wake();
    wait_until(second, [&] { return second.printed.size() == 1; });
    CHECK(queue.trouble() == PrinterTrouble::cover_open);
}

TEST_CASE("a printer that hangs holds nobody up, not even the end of the till")
{
    Jobs jobs;
    FakePort::Log log;
    log.dead = true;
    PrinterSetup setup{quick()};
    setup.closing_ms = 1;
    {
        PrinterQueue queue{ports_to({&log}), jobs.source(), [] {}, setup};
        jobs.kept = {{1, {"slip\n", false, ""}}};
        queue.wake();
        queue.wake();
        CHECK(queue.waiting() == 1);
    }

    CHECK(log.given_up);
    CHECK(jobs.kept.size() == 1);
}
