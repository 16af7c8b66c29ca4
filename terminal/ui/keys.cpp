#include "terminal/ui/keys.hpp"

namespace guitai::ui {

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
