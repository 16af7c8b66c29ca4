// How names become words that a full-text index finds again: every hanzi is a
// word of its own, and every tail of a name's pinyin initials is one, so that
// "yrf" finds 轻薄羽绒服. Knows no table.
#pragma once

#include <string>
#include <string_view>

namespace guitai {

// "羽绒服 Lite" -> "羽 绒 服 Lite". What is neither hanzi, letter nor digit divides words.
[[nodiscard]] std::string words_of(std::string_view name);

// "羽绒服" -> "yrf rf f": each tail once, whichever way a hanzi may be read.
[[nodiscard]] std::string initial_words_of(std::string_view name);

// What finds `typed` in words_of (as a phrase, the last word of letters as a
// prefix) or in initial_words_of (as a prefix); several words must all be found.
// Empty where nothing can be looked for.
[[nodiscard]] std::string match_for(std::string_view typed);

} // namespace guitai
