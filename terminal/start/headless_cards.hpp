// The payment terminal of the headless driver, which has no loop: what the
// terminal says waits until the next line is answered, or somebody waits for it.
#pragma once

#include "terminal/app/run_queue.hpp"
#include "terminal/app/till.hpp"
#include "terminal/device/card_terminal.hpp"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace guitai::start {

class HeadlessCards {
public:
    // Nothing for `address`: there is no terminal.
    explicit HeadlessCards(const std::optional<CardAddress>& address);

    [[nodiscard]] CardTerminal* terminal() { return m_terminal.get(); }
    // Hands `till` what the terminal said, and waits until `is_enough` or the time is up.
    void hear(Till& till, std::int64_t timeout_ms, const std::function<bool()>& is_enough);

private:
    void tell_till(const HearCard& heard);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_is_news{false};
    Till* m_till{nullptr}; // Only while it listens.
    RunQueue m_queue;
    std::unique_ptr<TcpCardTerminal> m_terminal;
};

} // namespace guitai::start
