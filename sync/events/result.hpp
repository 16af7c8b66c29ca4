// How this project says "no".
//
// A function that can be refused returns Result<T>. A refusal is part of the
// business (the PIN was wrong, the shift is not open) and the caller must look
// at it. A broken machine (disk, database) throws; a broken promise of our own
// code is an assert, and the program stops.
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace guitai {

// One refusal. `code` is a dotted key of assets/words, for the shop's staff;
// `detail` is English, with the place and the value, for logs and scripts.
struct Refusal {
    std::string code;
    std::string detail;

    bool operator==(const Refusal&) const = default;
};

template<typename T>
using Result = tl::expected<T, Refusal>;

[[nodiscard]] inline tl::unexpected<Refusal> refuse(std::string code, std::string detail = {})
{
    return tl::unexpected<Refusal>(Refusal{std::move(code), std::move(detail)});
}

// Hands a refusal on to the caller.
[[nodiscard]] inline tl::unexpected<Refusal> refuse(Refusal refusal)
{
    return tl::unexpected<Refusal>(std::move(refusal));
}

} // namespace guitai
