// Complaints as lines: what is to be done next for whom, and by when.
#pragma once

#include "terminal/app/complaint_view.hpp"
#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

// "回电 · 最迟 11-22 10:00"; of a late one it says so; of a closed one, that it is.
[[nodiscard]] std::string course_text(const Scene& scene, const ComplaintView& complaint);
// The same in a few words: "投诉：回电，最迟 11月22日 10:00". Empty of a closed one.
[[nodiscard]] std::string reminder_text(const Scene& scene, const ComplaintView& complaint);
// "商品 · 袖口开线"
[[nodiscard]] std::string matter_text(const Scene& scene, const ComplaintView& complaint);

// Those of the shop that are not closed, the first due first, as rows of `box`; the one tapped, or null.
[[nodiscard]] const ComplaintView* draw_complaints(Scene& scene, KineticScroll& list, const Rect& box);

} // namespace guitai::ui
