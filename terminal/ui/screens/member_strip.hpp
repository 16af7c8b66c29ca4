// Who is being served, in one strip of the ticket, and the words for her tier and points.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>
#include <string_view>

namespace guitai::ui {

// True when it is tapped: to look at her, or for somebody to be found.
[[nodiscard]] bool draw_member_strip(Scene& scene, const Rect& box);

// One line below it: what she asks for every time, or the one thing to ask her. Zero: there is neither.
[[nodiscard]] float reminder_height(const Scene& scene);
[[nodiscard]] bool draw_reminder(Scene& scene, const Rect& box);

// "金卡" of "gold"; a name of the shop's own as it is. Valid as long as the words and `tier`.
[[nodiscard]] std::string_view tier_name(const Words& words, std::string_view tier);
[[nodiscard]] std::string_view tier_name(const Scene& scene, std::string_view tier);
// "金卡 · 今天生日"
[[nodiscard]] std::string tier_words(const Scene& scene, const MemberView& member);
// "积分 12,480 · 800 分 12月31日到期"
[[nodiscard]] std::string points_words(const Scene& scene, const PointsView& points);

} // namespace guitai::ui
