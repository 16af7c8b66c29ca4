#include "terminal/ui/widgets/tokens.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <cmath>
#include <string_view>

using namespace guitai::ui;

namespace {

// WCAG 2: relative luminance of an opaque colour, from 0 to 1.
double luminance(ImU32 colour)
{
    const auto linear = [](unsigned byte) {
        const double c{byte / 255.0};
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour & 0xFFU) + 0.7152 * linear((colour >> 8U) & 0xFFU) +
           0.0722 * linear((colour >> 16U) & 0xFFU);
}

double contrast(ImU32 a, ImU32 b)
{
    const double la{luminance(a)};
    const double lb{luminance(b)};
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair {
    std::string_view name;
    ImU32 Palette::*front;
    ImU32 Palette::*back;
    double least;
    double light, dark; // As the table of the design says.
};

constexpr double text{4.5};
constexpr double edge{3.0};

constexpr std::array<Pair, 24> pairs{{
    {"ink on surface", &Palette::ink, &Palette::surface, text, 17.40, 14.74},
    {"ink on canvas", &Palette::ink, &Palette::canvas, text, 15.42, 16.43},
    {"ink_soft on surface", &Palette::ink_soft, &Palette::surface, text, 8.78, 9.76},
    {"ink_faint on surface", &Palette::ink_faint, &Palette::surface, text, 5.86, 6.59},
    {"ink_faint on canvas", &Palette::ink_faint, &Palette::canvas, text, 5.19, 7.34},
    {"ink_faint on sunken", &Palette::ink_faint, &Palette::sunken, text, 5.06, 7.08},
    {"ink_faint on primary_soft", &Palette::ink_faint, &Palette::primary_soft, text, 4.96, 4.98},
    {"primary on surface", &Palette::primary, &Palette::surface, text, 6.48, 7.79},
    {"primary on primary_soft", &Palette::primary, &Palette::primary_soft, text, 5.49, 5.89},
    {"on_primary on primary", &Palette::on_primary, &Palette::primary, text, 6.48, 7.86},
    {"on_primary on primary_down", &Palette::on_primary, &Palette::primary_down, text, 10.26, 5.05},
    {"ink on primary_soft", &Palette::ink, &Palette::primary_soft, text, 14.74, 11.14},
    {"gold on gold_soft", &Palette::gold, &Palette::gold_soft, text, 5.88, 8.05},
    {"ink_soft on gold_soft", &Palette::ink_soft, &Palette::gold_soft, text, 7.77, 7.79},
    {"save on surface", &Palette::save, &Palette::surface, text, 6.08, 8.38},
    {"save on save_soft", &Palette::save, &Palette::save_soft, text, 5.24, 7.06},
    {"save on primary_soft", &Palette::save, &Palette::primary_soft, text, 5.15, 6.33},
    {"danger on surface", &Palette::danger, &Palette::surface, text, 6.67, 7.48},
    {"danger on danger_soft", &Palette::danger, &Palette::danger_soft, text, 5.53, 6.42},
    {"info on surface", &Palette::info, &Palette::surface, text, 6.62, 8.42},
    {"info on info_soft", &Palette::info, &Palette::info_soft, text, 5.60, 6.98},
    {"outline on surface", &Palette::outline, &Palette::surface, edge, 3.75, 4.20},
    {"outline on canvas", &Palette::outline, &Palette::canvas, edge, 3.33, 4.68},
    {"focus on canvas", &Palette::focus, &Palette::canvas, edge, 5.86, 9.38},
}};

} // namespace

TEST_CASE("every pair of colours that stand on each other is readable in both themes", "[ui]")
{
    for (const Pair& pair : pairs) {
        INFO(pair.name);

        const double in_light{contrast(light_palette.*pair.front, light_palette.*pair.back)};
        const double in_dark{contrast(dark_palette.*pair.front, dark_palette.*pair.back)};

        CHECK(in_light >= pair.least);
        CHECK(in_dark >= pair.least);
        CHECK(std::abs(in_light - pair.light) < 0.01);
        CHECK(std::abs(in_dark - pair.dark) < 0.01);
    }
}

TEST_CASE("contrast is measured as WCAG does", "[ui]")
{
    CHECK(std::abs(contrast(rgb(0x000000), rgb(0xFFFFFF)) - 21.0) < 0.001);
    CHECK(std::abs(contrast(rgb(0x777777), rgb(0xFFFFFF)) - 4.478) < 0.001);
}
