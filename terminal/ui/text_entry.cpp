#include "terminal/ui/text_entry.hpp"

namespace guitai::ui {

std::size_t character_bytes(std::string_view text)
{
    if (text.empty()) return 0;
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length{first < 0x80U ? 1U : first < 0xC2U ? 0U : first < 0xE0U ? 2U : first < 0xF0U ? 3U : 4U};
    if (length == 0 || first > 0xF4U || length > text.size()) return 0;
    for (std::size_t i{1}; i < length; ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) return 0;
    }
    return length;
}

std::size_t character_count(std::string_view text)
{
    std::size_t count{0};
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U) ++count;
    }
    return count;
}

void TextEntry::set(std::string_view text)
{
    m_text = text;
    m_edited = false;
}

bool TextEntry::accepted(std::string_view character) const
{
    if (m_accepts == Accepts::text) return static_cast<unsigned char>(character[0]) >= 0x20U;
    if (character.size() != 1) return false;
    const char c{character[0]};
    if (c >= '0' && c <= '9') {
        // Fen are the smallest coin: a third decimal is a slip of the finger.
        const std::size_t point{m_text.find('.')};
        return m_accepts == Accepts::digits || point == std::string::npos || m_text.size() - point <= 2;
    }
    return m_accepts == Accepts::amount && c == '.' && m_text.find('.') == std::string::npos;
}

void TextEntry::append(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length{character_bytes(text)};
        const std::string_view character{text.substr(0, length)};
        if (length > 0 && accepted(character) && character_count(m_text) < m_most) {
            m_text += character;
            m_edited = true;
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
}

void TextEntry::backspace()
{
    if (m_text.empty()) return;
    while (!m_text.empty() && (static_cast<unsigned char>(m_text.back()) & 0xC0U) == 0x80U) m_text.pop_back();
    if (!m_text.empty()) m_text.pop_back();
    m_edited = true;
}

bool TextEntry::take(Keys& keys)
{
    const std::string before{m_text};
    append(keys.take_typed());
    if (keys.take(Key::backspace)) backspace();
    (void)keys.take(Key::space); // The character has come already.
    return m_text != before;
}

} // namespace guitai::ui
