// Bar and line charts for the day report. No axis without a unit, no value by colour alone.
#pragma once

#include "terminal/ui/widgets/notes.hpp"

#include <string>
#include <vector>

namespace guitai::ui {

struct ChartPoint {
    std::string label;
    float value{0.0F};
    std::string shown; // The value in words: "¥3,200".
};

// Bars; the highest, or `marked`, carries its value.
void bar_chart(Canvas& canvas, const Rect& box, const std::vector<ChartPoint>& points, int marked = -1);
// Horizontal bars with label left and value right: rankings, causes, tenders.
void rank_chart(Canvas& canvas, const Rect& box, const std::vector<ChartPoint>& points, Tone tone);
// Today solid, the other (last week) dashed. The line ends after `known` points: the rest of `today` has yet to come
// and is named on the axis only.
void line_chart(Canvas& canvas, const Rect& box, const std::vector<ChartPoint>& today,
                const std::vector<float>& before, std::size_t known);

} // namespace guitai::ui
