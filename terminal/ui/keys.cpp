#include "terminal/ui/keys.hpp"

#include <array>

namespace guitai::ui {

std::string_view cap_of(Key key)
{
    constexpr std::array<std::string_view, 12> functions{"F1", "F2", "F3", "F4",  "F5",  "F6",
                                                         "F7", "F8", "F9", "F10", "F11", "F12"};
    constexpr std::array<std::string_view, 5> pages{"Alt 1", "Alt 2", "Alt 3", "Alt 4", "Alt 5"};
    const auto from = [key](Key first) { return static_cast<std::size_t>(key) - static_cast<std::size_t>(first); };
    if (key >= Key::f1 && key <= Key::f12) return functions[from(Key::f1)];
    if (key >= Key::alt_1 && key <= Key::alt_5) return pages[from(Key::alt_1)];
    if (key == Key::enter) return "Enter";
    return key == Key::escape ? "Esc" : std::string_view{};
}

std::string utf8(char32_t character)
{
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((character >> shift) & 0x3FU)); };
    if (character < 0x80U) return {static_cast<char>(character)};
    if (character < 0x800U) return {static_cast<char>(0xC0U | (character >> 6U)), tail(0)};
    if (character >= 0xD800U && character < 0xE000U) return {};
    if (character < 0x10000U) return {static_cast<char>(0xE0U | (character >> 12U)), tail(6), tail(0)};
    if (character > 0x10FFFFU) return {};
    return {static_cast<char>(0xF0U | (character >> 18U)), tail(12), tail(6), tail(0)};
}

void Keys::type(char32_t character)
{
    if (character < 0x20U || character == 0x7FU) return;
    m_typed += utf8(character);
}

} // namespace guitai::ui
