#include "terminal/device/escpos.hpp"
#include "terminal/device/printer_queue.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/escpos_reader.hpp"
#include "tests/support/temp_folder.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <future>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace guitai;
using namespace guitai::test;

namespace {

// Says no as often as it is told to, and keeps what it was sent.
class FakePort final : public PrinterPort {
public:
    struct Log {
        std::mutex mutex;
        std::condition_variable changed;
        std::vector<std::string> printed;
        int refusals{0};
        int refused{0};
    };
    explicit FakePort(Log& log) : m_log{log} {}

    [[nodiscard]] Result<void> send(std::string_view bytes) override
    {
        const std::lock_guard held{m_log.mutex};
        const bool refused{m_log.refused < m_log.refusals};
        if (refused) ++m_log.refused;
        else m_log.printed.emplace_back(bytes);
        m_log.changed.notify_all();
        if (refused) return refuse("printer.unreachable");
        return {};
    }

private:
    Log& m_log;
};

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

    const Paper paper{EscposReader::read(escpos_bytes(job))};

    REQUIRE(paper.lines.size() >= 3);
    CHECK(paper.lines[0] == "人民路店");
    CHECK(paper.lines[1] == "轻薄羽绒服        ￥399.00"); // One blank less: the sign is wider on paper.
    CHECK(paper.lines[2] == "优惠             -￥40.00");
    CHECK(paper.barcodes == std::vector<std::string>{"{BS01-71-000001"});
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
    CHECK(printer_text("😀") == "?"); // In no printer's font.
    CHECK(printer_text("\xFF\xFE") == "??");
    CHECK(EscposReader::read(escpos_bytes({"a\n", false, "bad code"})).barcodes.empty());
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

    REQUIRE((*printer)->send("one\n"));
    REQUIRE((*printer)->send("two\n"));

    CHECK(temp.read("paper.bin") == "one\ntwo\n");
    CHECK((*open_printer("usb:" + (temp / "no/such/printer").string()))->send("x").error().code ==
          "printer.unreachable");
}

TEST_CASE("a network printer gets all the bytes, and a dead one is said to be dead")
{
    const int listener{::socket(AF_INET, SOCK_STREAM, 0)};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(listener, 1) == 0);
    socklen_t size{sizeof address};
    REQUIRE(::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    const std::string where{"tcp://127.0.0.1:" + std::to_string(ntohs(address.sin_port))};
    const std::string sent(300'000, 'x'); // More than any socket's buffer.

    auto paper = std::async(std::launch::async, [listener] {
        const int printer{::accept(listener, nullptr, nullptr)};
        std::string all;
        std::vector<char> part(4'096);
        for (ssize_t got{1}; got > 0;) {
            got = ::read(printer, part.data(), part.size());
            if (got > 0) all.append(part.data(), static_cast<std::size_t>(got));
        }
        ::close(printer);
        return all;
    });
    CHECK((*open_printer(where))->send(sent));
    CHECK(paper.get() == sent);

    ::close(listener);
    CHECK((*open_printer(where))->send("x").error().code == "printer.unreachable");
}

TEST_CASE("jobs come out in order and leave the books when they are on paper")
{
    Jobs jobs{{{1, {"first\n", false, ""}}, {2, {"second\n", false, ""}}}};
    FakePort::Log log;
    PrinterQueue queue{std::make_unique<FakePort>(log), jobs.source(), [] {}, 1};

    wait_until(log, [&] { return log.printed.size() == 2; });
    jobs.kept.push_back({3, {"third\n", false, ""}});
    queue.wake();
    wait_until(log, [&] { return log.printed.size() == 3; });

    CHECK(EscposReader::read(log.printed[0]).lines.at(0) == "first");
    CHECK(EscposReader::read(log.printed[2]).lines.at(0) == "third");
    CHECK(queue.ok());
}

TEST_CASE("a printer that was dead prints everything once it is back, and the till never waited")
{
    Jobs jobs{{{1, {"first\n", false, ""}}, {2, {"second\n", false, ""}}}};
    FakePort::Log log;
    log.refusals = 3;
    {
        PrinterQueue queue{std::make_unique<FakePort>(log), jobs.source(), [] {}, 1};
        wait_until(log, [&] { return log.printed.size() == 2; });
    }

    CHECK(log.refused == 3);
    CHECK(jobs.kept.empty()); // Also those printed in the last moment.
}

TEST_CASE("while the printer is dead the till is told, and jobs stay in the books")
{
    Jobs jobs{{{1, {"first\n", false, ""}}}};
    FakePort::Log log;
    log.refusals = 1'000'000;
    std::promise<void> told;
    std::once_flag once;
    {
        PrinterQueue queue{std::make_unique<FakePort>(log), jobs.source(),
                           [&] { std::call_once(once, [&] { told.set_value(); }); }, 1};
        told.get_future().wait();
        CHECK(!queue.ok());
        CHECK(queue.waiting() == 1);
    }

    CHECK(jobs.kept.size() == 1);
}
