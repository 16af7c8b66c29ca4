// A payment terminal behind a socket on this machine, for tests and demos: speaks
// the lines of terminal/device/card_lines.hpp, goes wrong on demand, and remembers
// every key, so that it can be seen that nobody was charged twice.
#pragma once

#include "tests/support/card_machine.hpp"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace guitai::test {

// What becomes of the next questions.
enum class Manner {
    pays,
    declines,
    dawdles, // Says "waiting", and the last word only when it is let go on.
    silent,  // Does nothing and says nothing.
    late,    // Charges, and answers only when it is let go on.
    twice,   // Says everything twice.
    dies     // Charges, and hangs up before it answers.
};

class CardSimulator {
public:
    // Port 0: any that is free. `told` hears every question and answer, on the simulator's thread.
    explicit CardSimulator(std::uint16_t port = 0, std::function<void(const std::string&)> told = {});
    ~CardSimulator();
    CardSimulator(const CardSimulator&) = delete;
    CardSimulator& operator=(const CardSimulator&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    void be(Manner manner);
    // A late or dawdling answer may go out.
    void go_on();
    [[nodiscard]] CardMachine machine() const;
    // What was asked so far, as it was written. Waits until there are so many.
    [[nodiscard]] std::vector<std::string> questions(std::size_t at_least = 0);

private:
    void serve();
    void talk(int client);
    void answer(int client, const std::string& line);
    [[nodiscard]] HearCard ask_machine(const std::string& line, Manner manner);
    void say(int client, const HearCard& heard);
    // Until the client hung up, the simulator stops, or it was let go on.
    void hold(int client);

    std::function<void(const std::string&)> m_told;
    int m_listener;
    int m_bell;
    std::uint16_t m_port{0};

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    CardMachine m_machine;
    Manner m_manner{Manner::pays};
    std::vector<std::string> m_questions;
    bool m_stopped{false};
    bool m_may_go_on{false};
    std::thread m_thread;
};

} // namespace guitai::test
