#include "tests/sim/sim_cards.hpp"

#include <utility>

namespace guitai::sim {

void SimCards::ask(const std::string& key, Money amount, std::int64_t) { put({CardQuestion::ask, key, amount}); }

void SimCards::look_up(const std::string& key, std::int64_t) { put({CardQuestion::look_up, key, {}}); }

void SimCards::give_back(const std::string& key, std::int64_t) { put({CardQuestion::give_back, key, {}}); }

void SimCards::put(Question question)
{
    // As the real one does: a newer question about a key calls an older one off, which may be on its way.
    for (auto older = m_questions.begin(); older != m_questions.end();) {
        if (older->key != question.key) {
            ++older;
            continue;
        }
        if (m_dice.percent(m_trouble.terminal_late)) m_strayed.push_back(*older);
        older = m_questions.erase(older);
    }
    m_questions.push_back(lied_about(std::move(question)));
}

SimCards::Question SimCards::lied_about(Question question)
{
    if (question.question == CardQuestion::ask) m_asked[question.key] = question.amount;
    if (m_lie != Lie::till_asks_anew || question.question != CardQuestion::look_up) return question;
    const auto asked = m_asked.find(question.key);
    if (asked == m_asked.end()) return question;
    question.question = CardQuestion::ask;
    question.amount = asked->second;
    m_fresh[question.key] += "'";
    return question;
}

test::Customer SimCards::customer()
{
    const std::int64_t mood{m_dice.below(10)};
    if (mood < 7) return test::Customer::pays;
    return mood < 8 ? test::Customer::declines : test::Customer::dawdles;
}

HearCard SimCards::reach(const Question& question)
{
    const auto fresh = m_fresh.find(question.key);
    const std::string key{question.key + (fresh == m_fresh.end() ? "" : fresh->second)};
    HearCard heard;
    if (question.question == CardQuestion::give_back) {
        heard = m_machine.give_back(key);
    } else if (question.question == CardQuestion::ask) {
        heard = m_machine.ask(key, question.amount, customer());
    } else {
        heard = m_machine.look_up(key);
        // Who took her time has found her card meanwhile.
        if (heard.news == CardNews::waiting) (void)m_machine.ask(key, heard.amount, customer());
    }
    heard.key = question.key;
    heard.question = question.question;
    return heard;
}

std::vector<HearCard> SimCards::turn()
{
    std::vector<HearCard> heard{std::exchange(m_late, {})};
    for (Question& stray : std::exchange(m_strayed, {})) {
        if (m_dice.percent(m_trouble.terminal_late)) m_strayed.push_back(std::move(stray));
        else (void)reach(stray);
    }
    for (const Question& question : std::exchange(m_questions, {})) {
        const HearCard silence{question.key, question.question, CardNews::silent, {}, {}};
        if (m_dice.percent(m_trouble.terminal_deaf)) {
            if (m_dice.percent(m_trouble.terminal_late)) m_strayed.push_back(question);
            heard.push_back(silence);
            continue;
        }
        const HearCard answer{reach(question)};
        if (m_dice.percent(m_trouble.terminal_dumb)) {
            heard.push_back(silence);
            if (m_dice.percent(m_trouble.terminal_late)) m_late.push_back(answer);
            continue;
        }
        heard.push_back(answer);
        if (m_dice.percent(m_trouble.terminal_twice)) heard.push_back(answer);
    }
    return heard;
}

void SimCards::forget()
{
    for (Question& question : m_questions) {
        if (m_dice.percent(50)) m_strayed.push_back(std::move(question));
    }
    m_questions.clear();
    m_late.clear();
}

} // namespace guitai::sim
