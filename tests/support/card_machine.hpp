// What a payment terminal and its bank remember: one answer a key, however often
// it is asked. Shared by the fake terminal, the simulator behind a socket and the
// simulated shop days, so that each can prove that nobody was charged twice.
#pragma once

#include "terminal/app/command.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace guitai::test {

enum class Customer { pays, declines, dawdles };

class CardMachine {
public:
    struct Charge {
        CardNews state{CardNews::waiting};
        Money amount{};
        std::string reference{};
        std::int64_t charged{0}; // How often money moved for it.
    };

    HearCard ask(const std::string& key, Money amount, Customer customer)
    {
        const auto [found, is_new] = m_charges.try_emplace(key);
        Charge& charge{found->second};
        if (is_new) charge.amount = amount;
        if (charge.state == CardNews::waiting && customer == Customer::pays) {
            charge.state = CardNews::approved;
            charge.reference = "SLIP" + std::to_string(++m_slips);
            ++charge.charged;
        } else if (charge.state == CardNews::waiting && customer == Customer::declines) {
            charge.state = CardNews::declined;
            charge.reference = "insufficient funds";
        }
        return answer(CardQuestion::ask, key, charge);
    }

    HearCard look_up(const std::string& key) const
    {
        const auto found = m_charges.find(key);
        if (found == m_charges.end()) return answer(CardQuestion::look_up, key, {CardNews::unknown});
        return answer(CardQuestion::look_up, key, found->second);
    }

    HearCard give_back(const std::string& key)
    {
        Charge& charge{m_charges[key]};
        if (charge.state == CardNews::approved) charge.state = CardNews::given_back;
        else if (charge.state == CardNews::waiting) charge.state = CardNews::declined;
        return answer(CardQuestion::give_back, key, charge);
    }

    [[nodiscard]] const std::map<std::string, Charge>& charges() const { return m_charges; }
    // What the customer is out of pocket for `key`.
    [[nodiscard]] Money net(const std::string& key) const
    {
        const auto found = m_charges.find(key);
        return found != m_charges.end() && found->second.state == CardNews::approved ? found->second.amount : Money{};
    }
    [[nodiscard]] Money net() const
    {
        Money sum;
        for (const auto& [key, charge] : m_charges) sum += net(key);
        return sum;
    }

private:
    static HearCard answer(CardQuestion question, const std::string& key, const Charge& charge)
    {
        HearCard heard;
        heard.key = key;
        heard.question = question;
        heard.news = charge.state;
        heard.amount = charge.amount;
        heard.reference = charge.reference;
        return heard;
    }

    std::map<std::string, Charge> m_charges;
    std::int64_t m_slips{0};
};

} // namespace guitai::test
