#include "sync/catalogue/axes.hpp"

#include "sync/catalogue/text.hpp"

#include <algorithm>
#include <array>

namespace guitai {
namespace {

template<std::size_t Count>
bool contains_any(std::string_view option, const std::array<std::string_view, Count>& words)
{
    const std::string name{lower_ascii(option)};
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

} // namespace

bool names_colour(std::string_view option)
{
    return contains_any(option, std::array<std::string_view, 5>{"color", "colour", "颜色", "顏色", "色号"});
}

bool names_size(std::string_view option)
{
    return contains_any(option, std::array<std::string_view, 6>{"size", "尺码", "尺碼", "尺寸", "号型", "码数"});
}

Axes axes_of(const std::vector<std::pair<std::string_view, std::string_view>>& options)
{
    std::string_view colour;
    std::string_view size;
    std::vector<std::string_view> others;
    for (const auto& [name, value] : options) {
        if (colour.empty() && names_colour(name))
            colour = value;
        else if (size.empty() && names_size(name))
            size = value;
        else
            others.push_back(value);
    }

    Axes axes{std::string{colour}, std::string{size}};
    for (const std::string_view other : others) {
        if (axes.size.empty())
            axes.size = other;
        else if (axes.colour.empty())
            axes.colour = other;
        else
            axes.colour.append(" · ").append(other);
    }
    return axes;
}

} // namespace guitai
