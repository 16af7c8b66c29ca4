// The initials of every hanzi, as packaging/pinyin_table.cpp writes them while
// building. For pinyin.cpp alone.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace guitai::pinyin_table {

inline constexpr char32_t first_common{0x3400};
inline constexpr char32_t last_common{0x9FFF};

// A hanzi outside the common range.
struct Rare {
    std::uint32_t code{0};
    std::uint16_t set{0};
};

extern const std::span<const std::string_view> sets; // Each set of initials once; the first is empty.
extern const std::span<const std::uint16_t> common;  // Which set, from first_common to last_common.
extern const std::span<const Rare> rare;             // By rising code.

} // namespace guitai::pinyin_table
