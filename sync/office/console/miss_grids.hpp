// The grid of a style, colour by size, painted by how often each was asked for in vain.
#pragma once

#include "sync/events/ids.hpp"
#include "sync/office/console/pages.hpp"

#include <string_view>

namespace guitai::office {

// {{#sizes}} across and {{#colours}} down, each with its {{#cells}}.
void fill_miss_grid(const PageMaker& maker, PageData& row, const StyleId& style, std::string_view since);

} // namespace guitai::office
