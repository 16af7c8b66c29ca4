// Which of a variant's options is its colour and which its size: the two axes of
// the grid. Every program lets shops name options as they like.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai {

struct Axes {
    std::string colour;
    std::string size;
};

[[nodiscard]] bool names_colour(std::string_view option);
[[nodiscard]] bool names_size(std::string_view option);

// {name, value} of each option, in the file's order. An option of neither name takes
// a free axis, size first; when both are taken it joins the colour, so that two
// variants never fall on one cell.
[[nodiscard]] Axes axes_of(const std::vector<std::pair<std::string_view, std::string_view>>& options);

} // namespace guitai
