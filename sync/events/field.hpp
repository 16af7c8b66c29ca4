// An event lists its fields once, and hands the list to whoever visits it: writing
// and reading both follow it. A visitor and no tuple, because the whole house
// includes the events and only two files walk their fields.
#pragma once

#include <string_view>

namespace guitai {

enum class Presence { always, later };

template<typename Owner, typename Value>
struct Field {
    std::string_view name;
    Value Owner::*member;
    Presence presence{Presence::always};
};

// A field that every event of its kind has carried from the first day.
template<typename Owner, typename Value>
constexpr Field<Owner, Value> field(std::string_view name, Value Owner::*member)
{
    return {name, member, Presence::always};
}

// A field added after the kind was first released: old events lack it and read as its default.
template<typename Owner, typename Value>
constexpr Field<Owner, Value> later_field(std::string_view name, Value Owner::*member)
{
    return {name, member, Presence::later};
}

// The words of an enum on the wire; specialised beside each enum as a
// `static constexpr std::array` of {value, word} pairs called `all`.
template<typename Enum>
struct Words;

template<typename Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value)
{
    for (const auto& [known, word] : Words<Enum>::all) {
        if (known == value) return word;
    }
    return {};
}

// False, and `value` untouched, where no such word exists.
template<typename Enum>
[[nodiscard]] constexpr bool read_word(std::string_view text, Enum& value)
{
    for (const auto& [known, word] : Words<Enum>::all) {
        if (word == text) {
            value = known;
            return true;
        }
    }
    return false;
}

} // namespace guitai
