// A payment terminal in memory that goes wrong on demand. What it is asked waits
// until the test lets it answer.
#pragma once

#include "terminal/app/ports.hpp"
#include "tests/support/card_machine.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace guitai::test {

class FakeCardTerminal final : public CardTerminal {
public:
    // deaf: it is never reached. dumb: it does what it is asked, and nobody hears of it.
    enum class Line { good, deaf, dumb, twice };
    struct Asked {
        CardQuestion question{CardQuestion::ask};
        std::string key{};
        Money amount{};
        std::int64_t wait_ms{0};
    };

    CardMachine machine;
    Customer customer{Customer::pays};
    Line line{Line::good};
    std::vector<Asked> asked; // Everything so far.
    std::function<void()> on_ask{};

    void ask(const std::string& key, Money amount, std::int64_t wait_ms) override
    {
        if (on_ask) on_ask();
        put({CardQuestion::ask, key, amount, wait_ms});
    }
    void look_up(const std::string& key, std::int64_t wait_ms) override
    {
        put({CardQuestion::look_up, key, {}, wait_ms});
    }
    void give_back(const std::string& key, std::int64_t wait_ms) override
    {
        put({CardQuestion::give_back, key, {}, wait_ms});
    }

    // What it says to everything that it was asked since the last time.
    [[nodiscard]] std::vector<HearCard> answers()
    {
        std::vector<HearCard> heard;
        for (const Asked& one : std::exchange(m_waiting, {})) {
            HearCard answer{one.key, one.question, CardNews::silent, {}, {}};
            if (line != Line::deaf) answer = asked_machine(one);
            if (line == Line::dumb) answer = {one.key, one.question, CardNews::silent, {}, {}};
            heard.push_back(answer);
            if (line == Line::twice) heard.push_back(answer);
        }
        return heard;
    }
    // A program that went down hears no answers.
    void forget_questions() { m_waiting.clear(); }
    [[nodiscard]] std::vector<CardQuestion> questions() const
    {
        std::vector<CardQuestion> all;
        for (const Asked& one : asked) all.push_back(one.question);
        return all;
    }

private:
    void put(Asked one)
    {
        asked.push_back(one);
        m_waiting.push_back(std::move(one));
    }
    HearCard asked_machine(const Asked& one)
    {
        switch (one.question) {
        case CardQuestion::ask: return machine.ask(one.key, one.amount, customer);
        case CardQuestion::look_up: return machine.look_up(one.key);
        case CardQuestion::give_back: break;
        }
        return machine.give_back(one.key);
    }

    std::vector<Asked> m_waiting;
};

} // namespace guitai::test
