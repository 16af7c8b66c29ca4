// A payment terminal behind a socket, asked on a thread of its own. Every question
// is answered once, by its last word or by silence when its time is up; a newer
// question about the same key calls an older one off. Decides nothing about money:
// what a silence means is the till's to say. Addresses in digits: the time that a
// name takes to be looked up is the system's and nobody can cut it short.
#pragma once

#include "sync/events/result.hpp"
#include "terminal/app/ports.hpp"
#include "terminal/device/card_lines.hpp"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace guitai {

struct CardPatience {
    int connect_ms{3'000};
    int ask_ms{90'000};  // A customer looks for the card and types a PIN.
    int other_ms{10'000};
};

struct CardAddress {
    std::string host;
    std::string port;
};

// "tcp://HOST:PORT". Refuses card.bad_address; a terminal that is off is no bad address.
[[nodiscard]] Result<CardAddress> read_card_address(const std::string& address);

// As read_card_address(); nothing where `address` is empty: there is no terminal.
[[nodiscard]] Result<std::optional<CardAddress>> card_address_of(const std::string& address);

class TcpCardTerminal final : public CardTerminal {
public:
    // `heard` is called on the terminal's thread; have it reach the till on the till's.
    TcpCardTerminal(CardAddress address, std::function<void(HearCard)> heard, CardPatience patience = {});
    // Calls off what is under way.
    ~TcpCardTerminal() override;

    void ask(const std::string& key, Money amount, std::int64_t wait_ms) override;
    void look_up(const std::string& key, std::int64_t wait_ms) override;
    void give_back(const std::string& key, std::int64_t wait_ms) override;

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Request {
        CardQuestion question{CardQuestion::ask};
        std::string key{};
        Money amount{};
        SteadyTime due{};
    };
    class Line;

    void put(Request request, std::int64_t wait_ms);
    void serve();
    [[nodiscard]] std::list<Request>::iterator next_due();
    [[nodiscard]] HearCard talk(const Request& request);
    // The program stops, or something newer is to be asked about that key.
    [[nodiscard]] bool is_called_off(const std::string& key);

    CardAddress m_address;
    std::function<void(HearCard)> m_heard;
    CardPatience m_patience;
    int m_bell; // Rung to wake a thread that waits for the terminal.

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::list<Request> m_requests;
    bool m_stopped{false};
    std::thread m_thread;
};

} // namespace guitai
