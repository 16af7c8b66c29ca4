#include "sync/events/plain_code.hpp"

#include <algorithm>

namespace guitai {

bool is_plain_code(std::string_view text, std::size_t chars_max)
{
    const auto fits = [](char c) {
        const bool is_letter{(c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')};
        return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= chars_max && std::all_of(text.begin(), text.end(), fits);
}

} // namespace guitai
