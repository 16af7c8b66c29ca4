// Money is a whole number of the smallest coin (fen). It is never a double, and
// it rounds in one named way. Knows no currency sign but its own text form.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guitai {

// A rate in hundredths of a percent: 1300 is 13 %.
struct BasisPoints {
    std::int64_t value{0};

    auto operator<=>(const BasisPoints&) const = default;
};

class Money {
public:
    // No till total comes near this; a larger one is a bug, not a big sale.
    static constexpr std::int64_t minor_max{100'000'000'000};

    constexpr Money() = default;

    [[nodiscard]] static constexpr bool fits(std::int64_t minor) { return minor >= -minor_max && minor <= minor_max; }

    // A number from outside is asked fits() first; here a misfit is our bug.
    [[nodiscard]] static constexpr Money from_minor(std::int64_t minor)
    {
        assert(fits(minor));
        return Money{minor};
    }

    [[nodiscard]] constexpr std::int64_t minor() const { return m_minor; }
    [[nodiscard]] constexpr bool is_zero() const { return m_minor == 0; }
    [[nodiscard]] constexpr bool is_negative() const { return m_minor < 0; }

    // This amount × numerator ÷ denominator, half a fen rounded away from zero:
    // the one rounding of the house. denominator > 0.
    [[nodiscard]] constexpr Money scaled(std::int64_t numerator, std::int64_t denominator) const
    {
        assert(denominator > 0);
        __extension__ using Wide = __int128; // 10^11 fen × 10^9 does not fit in 64 bits.
        const Wide product{static_cast<Wide>(m_minor) * numerator};
        const Wide half{product < 0 ? -denominator / 2 : denominator / 2};
        return from_minor(static_cast<std::int64_t>((product + half) / denominator));
    }

    // The part of this amount at `rate`.
    [[nodiscard]] constexpr Money at_rate(BasisPoints rate) const { return scaled(rate.value, 10'000); }

    // The tax inside an amount that already includes it: amount × r ÷ (1 + r).
    [[nodiscard]] constexpr Money tax_inside(BasisPoints rate) const { return scaled(rate.value, 10'000 + rate.value); }

    friend constexpr Money operator+(Money a, Money b) { return from_minor(a.m_minor + b.m_minor); }
    friend constexpr Money operator-(Money a, Money b) { return from_minor(a.m_minor - b.m_minor); }
    friend constexpr Money operator-(Money a) { return from_minor(-a.m_minor); }
    friend constexpr Money operator*(Money a, std::int64_t count) { return from_minor(a.m_minor * count); }
    constexpr Money& operator+=(Money other) { return *this = *this + other; }
    constexpr Money& operator-=(Money other) { return *this = *this - other; }

    auto operator<=>(const Money&) const = default;

private:
    explicit constexpr Money(std::int64_t minor) : m_minor{minor} {}

    std::int64_t m_minor{0};
};

// "¥1,234.50"; a minus is U+2212 and stands before the sign.
[[nodiscard]] std::string text_of(Money money);

// "1234.5", "1,234.50" or "-3" exactly; nothing for anything else, more than two
// decimals and what does not fit included.
[[nodiscard]] std::optional<Money> parse_money(std::string_view text);

namespace literals {
consteval Money operator""_fen(unsigned long long minor) { return Money::from_minor(static_cast<std::int64_t>(minor)); }
} // namespace literals

} // namespace guitai
