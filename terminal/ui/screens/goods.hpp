// How goods look and what they are called: from the words of a catalogue to the
// colour of a cloth and the cut of a garment. It knows the names that shops use
// for colours, in both languages, and no product.
#pragma once

#include "terminal/app/view.hpp"
#include "terminal/ui/widgets/garment.hpp"
#include "terminal/ui/words.hpp"

#include <string>
#include <string_view>

namespace guitai::ui {

// The cloth of a colour's name: an exact name, else the last basic colour in it
// ("奶油白" is a white). A name that says nothing gets a quiet colour of its own,
// the same each time, so that two unknown colours can be told apart.
[[nodiscard]] ImU32 cloth_of(std::string_view colour);
// What the goods are cut like, by the words of category and name in either language; Cut::other where they say nothing.
[[nodiscard]] Cut cut_of(std::string_view category, std::string_view name);
[[nodiscard]] GoodsLook look_of(std::string_view picture, std::string_view category, std::string_view name,
                                std::string_view colour);

// The English name where English is chosen and there is one.
[[nodiscard]] const std::string& name_in(const Words& words, const std::string& name, const std::string& name_en);
// A colour or category that everybody knows in both languages; any other as it is.
[[nodiscard]] std::string_view colour_in(const Words& words, std::string_view colour);
[[nodiscard]] std::string_view category_in(const Words& words, std::string_view category);
// The colour in "枫红 165/88A": the longest known name it begins with, else all before the last gap.
[[nodiscard]] std::string_view colour_of(std::string_view variant);
// The same in the language of the screen: "Maple 165/88A".
[[nodiscard]] std::string variant_in(const Words& words, std::string_view variant);
// "雾蓝 · 170/92A"
[[nodiscard]] std::string variant_in(const Words& words, std::string_view colour, std::string_view size);

} // namespace guitai::ui
