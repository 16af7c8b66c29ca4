// The payment terminal over a real socket, against one that goes wrong on demand.
#include "terminal/device/card_terminal.hpp"
#include "tests/support/card_simulator.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>

using namespace guitai;
using namespace guitai::literals;
using test::CardSimulator;
using test::Manner;

namespace {

constexpr int long_ms{60'000};

// A till's ear: keeps what the terminal said until the test takes it.
struct Ear {
    std::mutex mutex;
    std::condition_variable heard_more;
    std::deque<HearCard> heard;

    void hear(HearCard one)
    {
        const std::lock_guard held{mutex};
        heard.push_back(std::move(one));
        heard_more.notify_all();
    }
    HearCard next()
    {
        std::unique_lock held{mutex};
        heard_more.wait(held, [this] { return !heard.empty(); });
        HearCard one{heard.front()};
        heard.pop_front();
        return one;
    }
};

struct Line {
    CardSimulator simulator;
    Ear ear;
    TcpCardTerminal terminal;

    explicit Line(CardPatience patience = {long_ms, long_ms, long_ms})
        : terminal{{"127.0.0.1", std::to_string(simulator.port())},
                   [this](HearCard heard) { ear.hear(std::move(heard)); }, patience}
    {
    }
};

constexpr CardPatience in_a_hurry{2'000, 30, 2'000};

} // namespace

TEST_CASE("a terminal approves what it is asked for, with the number of its slip")
{
    Line line;
    line.terminal.ask("K1", 12900_fen, 0);

    const HearCard heard{line.ear.next()};
    CHECK(heard.key == "K1");
    CHECK(heard.question == CardQuestion::ask);
    CHECK(heard.news == CardNews::approved);
    CHECK(heard.amount == 12900_fen);
    CHECK(heard.reference == "SLIP1");
    CHECK(line.simulator.questions(1).front() ==
          R"({"amount_minor":12900,"currency":"CNY","do":"ask","key":"K1"})");
}

TEST_CASE("a terminal declines, and says why")
{
    Line line;
    line.simulator.be(Manner::declines);
    line.terminal.ask("K1", 12900_fen, 0);

    const HearCard heard{line.ear.next()};
    CHECK(heard.news == CardNews::declined);
    CHECK(heard.reference == "insufficient funds");
}

TEST_CASE("a customer who takes her time is waited for on the same line")
{
    Line line;
    line.simulator.be(Manner::dawdles);
    line.terminal.ask("K1", 12900_fen, 0);
    (void)line.simulator.questions(1);
    line.simulator.go_on();

    CHECK(line.ear.next().news == CardNews::approved);
    CHECK(line.simulator.questions().size() == 1);
}

TEST_CASE("a terminal that says nothing in time is silent, and one that charged and died is looked up")
{
    Line line{in_a_hurry};
    line.simulator.be(Manner::silent);
    line.terminal.ask("K1", 12900_fen, 0);
    CHECK(line.ear.next().news == CardNews::silent);

    line.simulator.be(Manner::dies);
    line.terminal.ask("K1", 12900_fen, 0);
    CHECK(line.ear.next().news == CardNews::silent);
    line.simulator.be(Manner::pays);
    line.terminal.look_up("K1", 0);
    CHECK(line.ear.next().news == CardNews::approved);
    line.terminal.ask("K1", 12900_fen, 0);
    CHECK(line.ear.next().reference == "SLIP1");
    CHECK(line.simulator.machine().charges().at("K1").charged == 1);
}

TEST_CASE("a terminal that says everything twice is heard once a question")
{
    Line line;
    line.simulator.be(Manner::twice);
    line.terminal.ask("K1", 12900_fen, 0);
    CHECK(line.ear.next().news == CardNews::approved);
    line.terminal.look_up("K2", 0);

    CHECK(line.ear.next().key == "K2");
}

TEST_CASE("giving back calls an ask off that is still under way, and it is never heard of again")
{
    Line line;
    line.simulator.be(Manner::late);
    line.terminal.ask("K1", 12900_fen, 0);
    (void)line.simulator.questions(1);
    line.simulator.be(Manner::pays);

    line.terminal.give_back("K1", 0);

    const HearCard heard{line.ear.next()};
    CHECK(heard.question == CardQuestion::give_back);
    CHECK(heard.news == CardNews::given_back);
    CHECK(line.simulator.machine().net().is_zero());
}

TEST_CASE("a key that was given back before it was ever heard of is never charged")
{
    Line line;
    line.terminal.look_up("K1", 0);
    CHECK(line.ear.next().news == CardNews::unknown);
    line.terminal.give_back("K1", 0);
    CHECK(line.ear.next().news == CardNews::declined);
    line.terminal.ask("K1", 12900_fen, 0);

    CHECK(line.ear.next().news == CardNews::declined);
}

TEST_CASE("a question that waits for later is called off by a newer one about the same key")
{
    Line line;
    line.terminal.look_up("K1", 3'600'000);
    line.terminal.give_back("K1", 0);

    CHECK(line.ear.next().question == CardQuestion::give_back);
    CHECK(line.simulator.questions().size() == 1);
}

TEST_CASE("a terminal that is off is silent, and so is one that speaks another language")
{
    Ear ear;
    std::uint16_t closed{0};
    { closed = CardSimulator{}.port(); }
    TcpCardTerminal terminal{{"127.0.0.1", std::to_string(closed)},
                             [&](HearCard heard) { ear.hear(std::move(heard)); }};
    terminal.ask("K1", 12900_fen, 0);
    CHECK(ear.next().news == CardNews::silent);

    for (const char* const line : {"", "{", "[]", "null", R"({"key":"K1"})", R"({"key":"K1","state":"paid"})",
                                   R"({"key":1,"state":"approved"})", R"({"key":"K2","state":"approved"})"}) {
        CHECK_FALSE(read_card_line(CardQuestion::ask, "K1", line));
    }
    CHECK_FALSE(read_card_line(CardQuestion::ask, "K1", std::string(card_line_bytes_max + 1, ' ')));
    const auto odd = read_card_line(CardQuestion::ask, "K1", R"({"key":"K1","state":"approved","amount_minor":"9"})");
    CHECK(odd->amount.is_zero());
}

TEST_CASE("a program that stops does not wait for its terminal")
{
    CardSimulator simulator;
    simulator.be(Manner::silent);
    std::atomic<bool> patience_is_over{false};
    {
        TcpCardTerminal terminal{{"127.0.0.1", std::to_string(simulator.port())},
                                 [&](const HearCard&) { patience_is_over = true; }, {long_ms, long_ms, long_ms}};
        terminal.ask("K1", 12900_fen, 0);
        CHECK(simulator.questions(1).size() == 1);
    }
    CHECK_FALSE(patience_is_over); // Had it waited, it would have said that no answer came.
}

TEST_CASE("only an address with a host and a port is one of a terminal")
{
    CHECK(read_card_address("tcp://10.0.0.7:9600")->port == "9600");
    CHECK(card_address_of("").value() == std::nullopt);
    for (const char* const wrong : {"10.0.0.7:9600", "tcp://", "tcp://:9600", "tcp://host", "tcp://host:",
                                    "tcp://host:0", "tcp://host:70000", "tcp://host:96x", "udp://host:1"}) {
        CHECK(read_card_address(wrong).error().code == "card.bad_address");
    }
}
