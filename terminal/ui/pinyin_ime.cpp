#include "terminal/ui/pinyin_ime.hpp"

#include "terminal/ui/keys.hpp"

#include <googlepinyin/pinyinime.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace guitai::ui {
namespace {

constexpr std::size_t hanzi_max{40};

bool one_is_used{false};

std::filesystem::path installed_dictionary()
{
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{"/usr/lib", error}) {
        const std::filesystem::path file{entry.path() / "googlepinyin/data/dict_pinyin.dat"};
        if (std::filesystem::exists(file, error)) return file;
    }
    return "/usr/lib/googlepinyin/data/dict_pinyin.dat";
}

// Opened once and never closed: the library leaks its dictionary when it is.
bool open_once(const std::filesystem::path& file)
{
    static const bool opened{std::filesystem::exists(file) && ime_pinyin::im_open_decoder(file.c_str(), "")};
    return opened;
}

std::string candidate_text(std::size_t index)
{
    std::array<ime_pinyin::char16, hanzi_max + 1> buffer{};
    if (ime_pinyin::im_get_candidate(index, buffer.data(), buffer.size() - 1) == nullptr) return {};
    std::string text;
    for (const ime_pinyin::char16 character : buffer) {
        if (character == 0) break;
        text += utf8(character);
    }
    return text;
}

} // namespace

PinyinIme::PinyinIme(std::filesystem::path dictionary) : m_dictionary{std::move(dictionary)}
{
    assert(!one_is_used);
    one_is_used = true;
}

PinyinIme::~PinyinIme()
{
    one_is_used = false;
}

bool PinyinIme::ready()
{
    if (std::exchange(m_asked, true)) return m_ready;
    // No file for words it learns: a till is shared, and what one clerk typed is no news to the next.
    m_ready = open_once(m_dictionary.empty() ? installed_dictionary() : m_dictionary);
    if (m_ready) ime_pinyin::im_set_max_lens(letters_max, hanzi_max);
    return m_ready;
}

void PinyinIme::add_word(std::string_view letters, std::string_view hanzi)
{
    m_words.emplace(letters, hanzi);
}

bool PinyinIme::type(char letter)
{
    const bool is_letter{letter >= 'a' && letter <= 'z'};
    const bool splits{letter == '\'' && !m_letters.empty() && m_letters.back() != '\''};
    if (!(is_letter || splits) || m_letters.size() >= letters_max) return false;
    m_letters += letter;
    search();
    return true;
}

bool PinyinIme::backspace()
{
    if (m_letters.empty()) return false;
    if (m_chosen > 0) {
        --m_chosen;
        offer(ime_pinyin::im_cancel_last_choice());
        return true;
    }
    m_letters.pop_back();
    search();
    return true;
}

void PinyinIme::clear()
{
    m_letters.clear();
    search();
}

std::string PinyinIme::choose(std::size_t index)
{
    if (index >= m_candidates.size()) return {};
    if (index < m_own || !m_ready) {
        std::string word{m_candidates[index]};
        clear();
        return word;
    }
    const std::size_t left{ime_pinyin::im_choose(index - m_own)};
    ++m_chosen;
    const std::uint16_t* starts{nullptr};
    const std::size_t syllables{ime_pinyin::im_get_spl_start_pos(starts)};
    if (ime_pinyin::im_get_fixed_len() >= syllables) {
        std::string sentence{candidate_text(0)};
        clear();
        return sentence;
    }
    offer(left);
    return {};
}

std::string PinyinIme::take_letters()
{
    std::string letters{m_letters};
    clear();
    return letters;
}

void PinyinIme::search()
{
    m_chosen = 0;
    std::size_t count{0};
    const bool spells{!m_letters.empty()};
    if (m_ready || (spells && ready())) ime_pinyin::im_reset_search();
    if (m_ready && spells) count = ime_pinyin::im_search(m_letters.data(), m_letters.size());
    offer(count);
}

void PinyinIme::offer(std::size_t count)
{
    m_candidates.clear();
    std::string plain{m_letters};
    plain.erase(std::remove(plain.begin(), plain.end(), '\''), plain.end());
    // Half a choice made, our own words no longer fit what is left.
    if (m_chosen == 0 && plain.size() > 1) {
        const auto [first, last] = m_words.equal_range(plain);
        for (auto word = first; word != last; ++word) m_candidates.push_back(word->second);
    }
    m_own = m_candidates.size();
    for (std::size_t i{0}; i < count && m_candidates.size() < candidates_max; ++i) {
        m_candidates.push_back(candidate_text(i));
    }
    spell();
}

void PinyinIme::spell()
{
    m_spelling = m_letters;
    if (!m_ready || m_letters.empty()) return;
    const std::uint16_t* starts{nullptr};
    const std::size_t syllables{ime_pinyin::im_get_spl_start_pos(starts)};
    const std::size_t fixed{std::min<std::size_t>(ime_pinyin::im_get_fixed_len(), syllables)};
    std::size_t decoded{0};
    (void)ime_pinyin::im_get_sps_str(&decoded);
    m_spelling.clear();
    if (fixed > 0) {
        // The first candidate of the whole holds what is fixed in front.
        const std::string whole{candidate_text(0)};
        m_spelling = whole.substr(0, std::min(whole.size(), fixed * 3));
    }
    for (std::size_t i{fixed}; i < syllables; ++i) {
        if (i > fixed && m_letters[starts[i] - 1U] != '\'') m_spelling += '\'';
        m_spelling += m_letters.substr(starts[i], static_cast<std::size_t>(starts[i + 1] - starts[i]));
    }
    if (decoded < m_letters.size()) m_spelling += m_letters.substr(decoded);
}

} // namespace guitai::ui
