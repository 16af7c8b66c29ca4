// Pinyin to hanzi for our own keyboard, over Google Pinyin and words of our own
// (goods, places, members). It spells and offers; it knows no keyboard and no
// field. One at a time in a process: the library behind it keeps one state.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guitai::ui {

class PinyinIme {
public:
    static constexpr std::size_t letters_max{40};
    static constexpr std::size_t candidates_max{60};

    // `dictionary` is dict_pinyin.dat; empty: found where Debian puts it. The first one opened serves the process.
    // It is read with the first letter, so that the till opens without it. Where there is none our own words alone are
    // offered; ready() then says false.
    explicit PinyinIme(std::filesystem::path dictionary = {});
    ~PinyinIme();
    PinyinIme(const PinyinIme&) = delete;
    PinyinIme& operator=(const PinyinIme&) = delete;

    [[nodiscard]] bool ready();

    // A word the dictionary does not know, under its letters: "xiuningxian" or its initials "xnx".
    // Words added first are offered first. Both may be added for one word.
    void add_word(std::string_view letters, std::string_view hanzi);

    // a–z, or ' between two syllables. False if the letter was not taken: no letter, or too many.
    bool type(char letter);
    // Takes the last letter back, or the last choice; false when there is nothing to take back.
    bool backspace();
    void clear();

    // Nothing is being spelled.
    [[nodiscard]] bool empty() const { return m_letters.empty(); }
    // What stands in the bar: hanzi chosen so far and the rest in syllables, "休ning".
    [[nodiscard]] const std::string& spelling() const { return m_spelling; }
    // The letters as typed.
    [[nodiscard]] const std::string& letters() const { return m_letters; }
    [[nodiscard]] const std::vector<std::string>& candidates() const { return m_candidates; }

    // Chooses a candidate. Returns the finished hanzi when all letters are used up, which empties the state;
    // otherwise nothing, and the rest is offered. An index that is not offered returns nothing.
    [[nodiscard]] std::string choose(std::size_t index);
    // Gives up spelling and hands back the bare letters: "ok" stays "ok".
    [[nodiscard]] std::string take_letters();

private:
    void search();
    void offer(std::size_t count);
    void spell();

    std::filesystem::path m_dictionary;
    std::multimap<std::string, std::string> m_words;
    std::string m_letters, m_spelling;
    std::vector<std::string> m_candidates;
    std::size_t m_own{0};   // How many of the candidates are our own words; they come first.
    std::size_t m_chosen{0}; // Choices inside the library that can be taken back.
    bool m_asked{false}; // For the dictionary.
    bool m_ready{false};
};

} // namespace guitai::ui
