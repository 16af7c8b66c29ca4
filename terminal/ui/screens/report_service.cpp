#include "terminal/ui/screens/report_service.hpp"

#include "sync/events/average.hpp"
#include "terminal/ui/phrases.hpp"
#include "terminal/ui/widgets/chart.hpp"
#include "terminal/ui/widgets/face.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace guitai::ui {
namespace {

constexpr std::array<Feeling, 3> best_first{Feeling::good, Feeling::fair, Feeling::bad};
constexpr std::array<Tone, 3> tones{Tone::primary, Tone::gold, Tone::save};
constexpr float face_radius{26.0F};

void draw_funnel(Scene& scene, const ServiceView& service, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    c.text(in.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink, scene.ui.word("report.funnel"));
    if (service.funnel.front() == 0) {
        c.text(in.cut_top(32.0F), Type::body, scene.colour().ink_faint, scene.ui.word("report.funnel_none"));
        return;
    }
    std::vector<ChartPoint> points;
    for (std::size_t step{0}; step < service.funnel.size(); ++step) {
        const std::int64_t talks{service.funnel[step]};
        points.push_back({fmt::format("{} {}", step + 1, scene.ui.word(fmt::format("talk.step.{}", step + 1))),
                          static_cast<float>(talks),
                          fmt::format("{} · {} %", talks, talks * 100 / service.funnel.front())});
    }
    rank_chart(c, {in.x, in.y, in.w, std::min(in.h, 60.0F * static_cast<float>(points.size()))}, points, Tone::primary);
}

void draw_feelings(Scene& scene, const ServiceView& service, const Rect& card)
{
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const std::int64_t told{std::accumulate(service.feelings.begin(), service.feelings.end(), std::int64_t{0})};
    c.text(in.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink,
           told == 0 ? std::string{scene.ui.word("report.feelings_none")} : scene.ui.word("report.feelings", told));
    for (std::size_t at{0}; at < best_first.size(); ++at) {
        const Feeling feeling{best_first[at]};
        const ToneColours colours{tone_colours(scene.colour(), tones[at])};
        const Rect cell{in.cell(static_cast<int>(at), static_cast<int>(best_first.size()), 0, 1, gap_s)};
        const float y{cell.y + face_radius + 2.0F};
        draw_face(c, {cell.mid_x(), y}, face_radius, feeling, told == 0 ? scene.colour().ink_faint : colours.ink,
                  told == 0 ? scene.colour().surface : colours.soft);
        const std::int64_t count{service.feelings[static_cast<std::size_t>(feeling)]};
        c.text({cell.x, y + face_radius + 2.0F, cell.w, 30.0F}, Type::title, scene.colour().ink, count_text(count),
               Align::centre);
        c.text({cell.x, y + face_radius + 30.0F, cell.w, 22.0F}, Type::caption, scene.colour().ink_soft,
               scene.ui.word("feeling." + std::string{word_of(feeling)}), Align::centre);
    }
}

void draw_cost(Scene& scene, const ServiceView& service, const Rect& card)
{
    constexpr std::int64_t ms_a_minute{60'000};
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    c.text(in.cut_top(28.0F, gap_s), Type::strong, scene.colour().ink, scene.ui.word("report.cost"));
    struct Line {
        std::string_view word;
        std::string figure;
        std::int64_t of{0};
    };
    const std::array<Line, 2> lines{{
        {"report.cost_minutes", average_text(service.serving_ms, service.served * ms_a_minute),
         service.served},
        {"report.cost_taps", average_text(service.member_taps, service.member_sales),
         service.member_sales},
    }};
    for (std::size_t at{0}; at < lines.size(); ++at) {
        Rect cell{in.cell(static_cast<int>(at), static_cast<int>(lines.size()), 0, 1, gap_m)};
        c.text(cell.cut_top(24.0F), Type::caption, scene.colour().ink_soft, scene.ui.word(lines[at].word));
        c.text(cell.cut_top(38.0F), Type::headline, scene.colour().ink, lines[at].figure);
        c.text(cell.cut_top(22.0F), Type::caption, scene.colour().ink_faint,
               lines[at].of == 0 ? std::string{scene.ui.word("report.cost_unknown")}
                                 : scene.ui.word("report.cost_served", lines[at].of));
    }
}

} // namespace

void draw_service(Scene& scene, const ServiceView& service, Rect page)
{
    Rect right{page.cut_near(scene.ui.hand, std::min(page.w * 0.5F, 520.0F), gap_m)};
    draw_funnel(scene, service, page);
    draw_feelings(scene, service, right.cut_top((right.h - gap_m) * 0.52F, gap_m));
    draw_cost(scene, service, right);
}

} // namespace guitai::ui
