// Finding Chinese names by the first letters of how they are read: "yrf" finds
// 羽绒服. A hanzi with several readings answers to each of them, for no program
// knows which one is meant (长沙 is c s, 长老 is z l). Knows no catalogue and no list.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guitai {

// The letters that readings of `hanzi` begin with, the most common first: "zc" for
// 长. Empty for what is no hanzi or has no known reading.
[[nodiscard]] std::string_view initials_of(char32_t hanzi);

// Whether `typed` names a run of characters anywhere in `text`: each letter a hanzi
// that may begin so, or itself in either case; digits and hanzi only themselves.
// Spaces and marks in both are passed over. Typing nothing matches everything.
[[nodiscard]] bool matches_initials(std::string_view text, std::string_view typed);

// Every way the initials of `text` may be read, letters and digits in lower case
// standing for themselves: "csyy" and "zsyy" for 长沙YY. At most `ways_max` of them,
// the most common readings first; never empty unless ways_max is 0.
[[nodiscard]] std::vector<std::string> ways_to_read(std::string_view text, std::size_t ways_max);

// How the surname at the start of `name` is said, where its hanzi are said
// otherwise in other words: "Shàn" for 单雪莹, "Yùchí" for 尉迟风. Empty where there is no doubt.
[[nodiscard]] std::string_view reading_of_surname(std::string_view name);

} // namespace guitai
