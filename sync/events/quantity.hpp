// How many of something, in thousandths, so that 0.85 m of cloth is as exact as
// two coats. Never a double.
#pragma once

#include "sync/events/money.hpp"

#include <cassert>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

class Quantity {
public:
    static constexpr std::int64_t per_piece{1'000};
    static constexpr std::int64_t milli_max{1'000'000'000};

    constexpr Quantity() = default;

    [[nodiscard]] static constexpr bool fits(std::int64_t milli) { return milli >= -milli_max && milli <= milli_max; }
    // A number from outside is asked fits() first.
    [[nodiscard]] static constexpr Quantity from_milli(std::int64_t milli)
    {
        assert(fits(milli));
        return Quantity{milli};
    }
    [[nodiscard]] static constexpr Quantity pieces(std::int64_t count) { return from_milli(count * per_piece); }

    [[nodiscard]] constexpr std::int64_t milli() const { return m_milli; }
    [[nodiscard]] constexpr bool is_whole() const { return m_milli % per_piece == 0; }
    // Whole pieces, a broken one not counted.
    [[nodiscard]] constexpr std::int64_t whole() const { return m_milli / per_piece; }
    [[nodiscard]] constexpr bool is_zero() const { return m_milli == 0; }

    // This many at `unit` each.
    [[nodiscard]] constexpr Money times(Money unit) const { return unit.scaled(m_milli, per_piece); }

    friend constexpr Quantity operator+(Quantity a, Quantity b) { return from_milli(a.m_milli + b.m_milli); }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return from_milli(a.m_milli - b.m_milli); }
    friend constexpr Quantity operator-(Quantity a) { return from_milli(-a.m_milli); }
    constexpr Quantity& operator+=(Quantity other) { return *this = *this + other; }

    auto operator<=>(const Quantity&) const = default;

private:
    explicit constexpr Quantity(std::int64_t milli) : m_milli{milli} {}

    std::int64_t m_milli{0};
};

// "2" or "0.85".
[[nodiscard]] std::string text_of(Quantity quantity);
// Up to three decimals; nothing for anything else.
[[nodiscard]] std::optional<Quantity> parse_quantity(std::string_view text);

} // namespace guitai
