// A printer on the wire, played by a socket of our own on this machine.
#include "terminal/device/printer_port.hpp"
#include "terminal/device/printer_status.hpp"
#include "tests/support/catch.hpp"

#include <arpa/inet.h>
#include <array>
#include <functional>
#include <future>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace guitai;
using namespace std::string_literals;

namespace {

class Listener {
public:
    Listener() : m_socket{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        REQUIRE(::bind(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
        REQUIRE(::listen(m_socket, 4) == 0);
        socklen_t size{sizeof address};
        REQUIRE(::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        m_address = "tcp://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    }
    ~Listener() { close(); }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] int accept() const { return ::accept(m_socket, nullptr, nullptr); }
    void close()
    {
        if (m_socket >= 0) ::close(m_socket);
        m_socket = -1;
    }

private:
    int m_socket;
    std::string m_address;
};

// Serves one job: what it answers to each question in turn (then nothing), and everything it read but questions.
std::string serve(int printer, std::vector<std::string> answers)
{
    std::string all;
    std::size_t asked{0};
    std::array<char, 4'096> part{};
    for (ssize_t got{1}; got > 0;) {
        got = ::read(printer, part.data(), part.size());
        if (got > 0) all.append(part.data(), static_cast<std::size_t>(got));
        for (std::size_t at{all.find(ask_status)}; at != std::string::npos; at = all.find(ask_status)) {
            all.erase(at, ask_status.size());
            if (asked < answers.size()) {
                static_cast<void>(::write(printer, answers[asked].data(), answers[asked].size()));
            }
            ++asked;
        }
    }
    ::close(printer);
    return all;
}

const std::string well{"\x16\x12\x12"};
const std::string without_paper{"\x1E\x32\x72"};
const std::string with_cover_open{"\x1E\x16\x12"};

} // namespace

TEST_CASE("what a printer answers is understood, and what is no answer is none", "[printer]")
{
    CHECK(trouble_in(well) == PrinterTrouble::none);
    CHECK(trouble_in(without_paper) == PrinterTrouble::no_paper);
    CHECK(trouble_in(with_cover_open) == PrinterTrouble::cover_open);
    CHECK(trouble_in("\x1E\x12\x12") == PrinterTrouble::offline);
    CHECK(trouble_in("\x16\x12\x1E") == PrinterTrouble::none); // Nearly out of paper.
    CHECK(!trouble_in(""));
    CHECK(!trouble_in("\x16\x12"));
    CHECK(!trouble_in("ok\n"));
    CHECK(!trouble_in("\x16\x12\x12\x12"));
}

TEST_CASE("a network printer gets all the bytes, and a dead one is said to be dead", "[printer]")
{
    Listener listener;
    const std::string sent(300'000, 'x'); // More than any socket's buffer.
    auto paper = std::async(std::launch::async, [&] { return serve(listener.accept(), {}); });
    CHECK((*open_printer(listener.address()))->send(sent).trouble == PrinterTrouble::none);
    CHECK(paper.get() == sent);

    listener.close();
    const PrintOutcome outcome{(*open_printer(listener.address()))->send("x")};
    CHECK(outcome.trouble == PrinterTrouble::unreachable);
    CHECK(!outcome.begun);
}

TEST_CASE("a printer without paper is not sent anything", "[printer]")
{
    Listener listener;
    auto paper = std::async(std::launch::async, [&] { return serve(listener.accept(), {without_paper}); });
    const PrintOutcome outcome{(*open_printer(listener.address()))->send("receipt")};
    CHECK(outcome.trouble == PrinterTrouble::no_paper);
    CHECK(!outcome.begun);
    CHECK(paper.get().empty());
}

TEST_CASE("a roll that ran out under a receipt is found out", "[printer]")
{
    Listener listener;
    auto paper = std::async(std::launch::async, [&] { return serve(listener.accept(), {well, without_paper}); });
    const PrintOutcome outcome{(*open_printer(listener.address()))->send("receipt")};
    CHECK(outcome.trouble == PrinterTrouble::no_paper);
    CHECK(outcome.begun);
    CHECK(paper.get() == "receipt");
}

TEST_CASE("a printer that says it is well before and after has printed", "[printer]")
{
    Listener listener;
    auto paper = std::async(std::launch::async, [&] { return serve(listener.accept(), {well, well}); });
    const PrintOutcome outcome{(*open_printer(listener.address()))->send("receipt")};
    CHECK(outcome.trouble == PrinterTrouble::none);
    CHECK(paper.get() == "receipt");
}

TEST_CASE("a printer that answered once is asked again after it was silent, one that never did is not", "[printer]")
{
    Listener listener;
    const auto printer = std::move(*open_printer(listener.address()));
    const auto send = [&](std::vector<std::string> answers) {
        auto paper = std::async(std::launch::async, [&] { return serve(listener.accept(), std::move(answers)); });
        const PrintOutcome outcome{printer->send("receipt")};
        static_cast<void>(paper.get());
        return outcome.trouble;
    };

    CHECK(send({well, well}) == PrinterTrouble::none);
    for (int times{0}; times < 3; ++times) CHECK(send({}) == PrinterTrouble::none); // Busy: taken on trust.
    CHECK(send({without_paper}) == PrinterTrouble::no_paper);

    const auto dumb = std::move(*open_printer(listener.address()));
    for (int times{0}; times < 3; ++times) {
        auto paper = std::async(std::launch::async, [&] { return serve(listener.accept(), {}); });
        CHECK(dumb->send("receipt").trouble == PrinterTrouble::none);
        CHECK(paper.get() == "receipt");
    }
}

TEST_CASE("a printer that takes the call and never reads is given up at once when the till closes", "[printer]")
{
    Listener listener;
    const auto printer = std::move(*open_printer(listener.address()));
    const std::string sent(30'000'000, 'x'); // More than both ends hold.
    auto outcome = std::async(std::launch::async, [&] { return printer->send(sent); });
    const int called{listener.accept()};
    printer->give_up();

    CHECK(outcome.get().trouble == PrinterTrouble::unreachable);
    ::close(called);
    CHECK(printer->send("x").trouble == PrinterTrouble::unreachable);
}
