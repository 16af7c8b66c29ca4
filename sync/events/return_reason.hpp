// Reasons of a return that mean something beyond the receipt. A reason is what a
// person said, in the language of the glass; these few are understood in every one.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace guitai {

// The goods differ from their photograph (实物与图片不符): the catalogue is at fault, not the goods.
[[nodiscard]] constexpr bool is_photo_reason(std::string_view reason)
{
    constexpr std::array<std::string_view, 3> known{"实物与图片不符", "Not as pictured", "photo"};
    return std::find(known.begin(), known.end(), reason) != known.end();
}

// The firm's own fault, so that it bears the way back: the wrong piece was sent, it has a fault, or is not as pictured.
[[nodiscard]] constexpr bool is_our_fault(std::string_view reason)
{
    constexpr std::array<std::string_view, 9> known{"质量问题", "Faulty", "faulty", "发错货",  "发错了",
                                                    "Wrong item", "wrong_item", "商品瑕疵", "defect"};
    return is_photo_reason(reason) || std::find(known.begin(), known.end(), reason) != known.end();
}

// It costs less today than what was paid (保价): it comes back and goes out again on the same ticket.
inline constexpr std::string_view price_drop_reason{"price_drop"};

} // namespace guitai
