#include "terminal/ui/widgets/chart.hpp"

#include <algorithm>
#include <cmath>

namespace guitai::ui {
namespace {

// A round number above the highest, near enough that bars fill their field.
float nice_above(float value)
{
    const float power{std::pow(10.0F, std::floor(std::log10(std::max(value, 1.0F))))};
    for (const float step : {1.0F, 1.5F, 2.0F, 2.5F, 3.0F, 4.0F, 5.0F, 6.0F, 8.0F, 10.0F}) {
        if (value <= step * power) return step * power;
    }
    return 10.0F * power;
}

float highest(const std::vector<ChartPoint>& points)
{
    float top{0.0F};
    for (const ChartPoint& point : points) top = std::max(top, point.value);
    return top;
}

void scale_lines(Canvas& c, const Rect& plot, float top)
{
    for (int i{0}; i <= 2; ++i) {
        const float y{plot.bottom() - plot.h * static_cast<float>(i) / 2.0F};
        c.rule(plot.x, plot.right(), y, i == 0 ? c.colour().outline : c.colour().line);
        std::string shown{std::to_string(static_cast<int>(top * static_cast<float>(i) / 2.0F))};
        if (shown.size() > 3) shown.insert(shown.size() - 3, 1, ',');
        c.text({plot.x - 68.0F, y - 10.0F, 60.0F, 20.0F}, Type::caption, c.colour().ink_faint, shown, Align::right);
    }
}

} // namespace

void bar_chart(Canvas& c, const Rect& box, const std::vector<ChartPoint>& points, int marked)
{
    const Palette& p{c.colour()};
    if (points.empty()) return;
    const Rect plot{box.x + 68.0F, box.y + 24.0F, box.w - 68.0F, box.h - 52.0F};
    const float top{nice_above(highest(points))};
    scale_lines(c, plot, top);
    const float pitch{plot.w / static_cast<float>(points.size())};
    for (std::size_t i{0}; i < points.size(); ++i) {
        const bool is_marked{marked >= 0 ? static_cast<int>(i) == marked : points[i].value >= highest(points)};
        const float tall{plot.h * points[i].value / top};
        const Rect bar{std::round(plot.x + pitch * (static_cast<float>(i) + 0.2F)), std::round(plot.bottom() - tall),
                       std::floor(pitch * 0.6F), tall};
        if (tall > 1.0F) {
            c.list()->AddRectFilled(bar.low(), bar.high(), is_marked ? p.primary : mixed(p.surface, p.primary, 0.45F),
                                    5.0F, ImDrawFlags_RoundCornersTop);
        }
        const Rect slot{plot.x + pitch * static_cast<float>(i) - 20.0F, plot.bottom() + 4.0F, pitch + 40.0F, 24.0F};
        c.text(slot, Type::caption, p.ink_faint, points[i].label, Align::centre);
        if (is_marked)
            c.text({slot.x, bar.y - 24.0F, slot.w, 22.0F}, Type::strong, p.ink, points[i].shown, Align::centre);
    }
}

void rank_chart(Canvas& c, const Rect& box, const std::vector<ChartPoint>& points, Tone tone)
{
    const float top{std::max(highest(points), 1.0F)};
    Rect rest{box};
    const float pitch{box.h / static_cast<float>(std::max<std::size_t>(points.size(), 1))};
    for (const ChartPoint& point : points) {
        Rect row{rest.cut_top(pitch)};
        Rect head{row.cut_top(24.0F)};
        c.text(head, Type::strong, c.colour().ink, point.shown, Align::right);
        c.text(head, Type::body, c.colour().ink_soft, point.label);
        progress(c, {row.x, row.y + 2.0F, row.w, 8.0F}, point.value / top, tone);
    }
}

void line_chart(Canvas& c, const Rect& box, const std::vector<ChartPoint>& today, const std::vector<float>& before,
                std::size_t known)
{
    const Palette& p{c.colour()};
    const Rect plot{box.x + 68.0F, box.y + 12.0F, box.w - 84.0F, box.h - 40.0F};
    float top{highest(today)};
    for (const float value : before) top = std::max(top, value);
    top = nice_above(top);
    scale_lines(c, plot, top);
    const std::size_t slots{std::max({today.size(), before.size(), std::size_t{2}})};
    const auto at = [&](std::size_t i, float value) {
        return ImVec2{plot.x + plot.w * static_cast<float>(i) / static_cast<float>(slots - 1),
                      plot.bottom() - plot.h * value / top};
    };
    for (std::size_t i{1}; i < before.size(); ++i) {
        const ImVec2 a{at(i - 1, before[i - 1])};
        const ImVec2 b{at(i, before[i])};
        // ImGui has no dashes: half of each eighth is drawn.
        for (int d{0}; d < 8; d += 2) {
            const float t0{static_cast<float>(d) / 8.0F};
            const float t1{static_cast<float>(d + 1) / 8.0F};
            c.list()->AddLine({a.x + (b.x - a.x) * t0, a.y + (b.y - a.y) * t0},
                              {a.x + (b.x - a.x) * t1, a.y + (b.y - a.y) * t1}, p.ink_faint, 2.0F);
        }
    }
    std::vector<ImVec2> path;
    for (std::size_t i{0}; i < std::min(known, today.size()); ++i) path.push_back(at(i, today[i].value));
    for (std::size_t i{1}; i < path.size(); ++i) {
        const ImVec2 quad[]{path[i - 1], path[i], {path[i].x, plot.bottom()}, {path[i - 1].x, plot.bottom()}};
        c.list()->AddConvexPolyFilled(quad, 4, faded(p.primary, 0.10F));
    }
    c.list()->AddPolyline(path.data(), static_cast<int>(path.size()), p.primary, 0, 3.0F);
    if (!path.empty()) {
        c.list()->AddCircleFilled(path.back(), 6.0F, p.primary, 20);
        c.list()->AddCircle(path.back(), 6.0F, p.surface, 20, 2.0F);
    }
    for (std::size_t i{0}; i < today.size(); i += 2) {
        c.text({at(i, 0).x - 40.0F, plot.bottom() + 4.0F, 80.0F, 24.0F}, Type::caption, p.ink_faint, today[i].label,
               Align::centre);
    }
}

} // namespace guitai::ui
