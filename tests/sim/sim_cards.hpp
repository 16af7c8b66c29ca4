// The payment terminal of a simulated till, on a line of its own that loses,
// doubles and delays. The bank behind it remembers every key and outlives any
// power cut of the till.
#pragma once

#include "terminal/app/ports.hpp"
#include "tests/sim/dice.hpp"
#include "tests/sim/faults.hpp"
#include "tests/support/card_machine.hpp"

#include <map>
#include <string>
#include <vector>

namespace guitai::sim {

class SimCards final : public CardTerminal {
public:
    SimCards(std::uint64_t seed, Lie lie) : m_dice{seed}, m_lie{lie} {}

    void set(const Trouble& trouble) { m_trouble = trouble; }

    void ask(const std::string& key, Money amount, std::int64_t wait_ms) override;
    void look_up(const std::string& key, std::int64_t wait_ms) override;
    void give_back(const std::string& key, std::int64_t wait_ms) override;

    // What arrives at the till now.
    [[nodiscard]] std::vector<HearCard> turn();
    // The till went down: nobody waits for answers any more. What is on its way to the terminal still arrives.
    void forget();

    [[nodiscard]] const test::CardMachine& machine() const { return m_machine; }

private:
    struct Question {
        CardQuestion question{CardQuestion::ask};
        std::string key{};
        Money amount{};
    };

    void put(Question question);
    [[nodiscard]] HearCard reach(const Question& question);
    [[nodiscard]] test::Customer customer();
    // A lying till asks with a fresh key after silence.
    [[nodiscard]] Question lied_about(Question question);

    Dice m_dice;
    Lie m_lie;
    Trouble m_trouble{no_trouble()};
    test::CardMachine m_machine;
    std::vector<Question> m_questions;
    std::vector<Question> m_strayed;   // Given up by the till, and still on their way.
    std::vector<HearCard> m_late;      // Answers that come after the till had given them up.
    std::map<std::string, Money> m_asked;
    std::map<std::string, std::string> m_fresh; // The liar's last key for each of the till's.
};

} // namespace guitai::sim
