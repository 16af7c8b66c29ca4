// Reading back what a projection wrote.
#pragma once

#include "sync/events/field.hpp"

#include <string_view>

namespace guitai::office {

// The value of a word in a row; the first of its kind where a later program wrote
// a word that this one does not know.
template<typename Enum>
[[nodiscard]] Enum stored_word(std::string_view text)
{
    Enum value{};
    return read_word(text, value) ? value : Enum{};
}

} // namespace guitai::office
