// What stands around every page: the rail, the head with its lamp, the banner,
// and the measures that follow from the window's width. It knows where a page
// begins, not what is on it.
#pragma once

#include "terminal/ui/screens/scene.hpp"

namespace guitai::ui {

// Measures by the logical width of the window.
struct Measures {
    float ticket{424.0F};
    float panel{424.0F};      // Details beside a list.
    bool narrow{false};       // Under 1100: short words in the top bar.
};
[[nodiscard]] Measures measures_of(const Rect& page);

inline constexpr float rail_width{88.0F};
inline constexpr float head_height{76.0F};

// Cuts the rail off the far side of `page` and draws it. Where to go, or stay.
[[nodiscard]] Go draw_rail(Scene& scene, Rect& page, Go current);
// Cuts a page's head off its top: title, a line behind it, and the lamp. True when the lamp was tapped.
[[nodiscard]] bool draw_head(Scene& scene, Rect& page, std::string_view title, std::string_view line = {});
// The same with the arrow back. `back` or `settings` (the lamp), else stay.
[[nodiscard]] Go draw_head_back(Scene& scene, Rect& page, std::string_view id, std::string_view title,
                                std::string_view line = {});

// How old what the till knows is: a cloud and words, right-aligned in `box`. True when tapped.
[[nodiscard]] bool draw_lamp(Scene& scene, const Rect& box, bool narrow);
[[nodiscard]] float lamp_width(const Scene& scene, bool narrow);
[[nodiscard]] std::string lamp_words(const Scene& scene, bool narrow);

// The till's last word, where it has one: cut off the top of `page`. Nothing jumps on the ticket's side.
void draw_banner(Scene& scene, Rect& page);
// What ails the printer and how many slips wait for it, in a clerk's words; empty where nothing does.
[[nodiscard]] std::string printer_words(const Scene& scene);
[[nodiscard]] std::string_view trouble_key(PrinterTrouble trouble);
// On pages without a rail: a coloured edge and a tab at the top that say that this is no real shop. Hides nothing.
void draw_test_mark(Scene& scene);
// How far the first sync is; cut off the top of `page` while it runs.
void draw_first_sync(Scene& scene, Rect& page);

// "王芳" as a clerk reads it, "11月21日 星期六" and "09:28" of an instant in the shop's own time.
[[nodiscard]] std::string day_words(const Scene& scene, std::int64_t at_ms);
[[nodiscard]] std::string clock_words(const Scene& scene, std::int64_t at_ms);
// "21日 10:02", or only the clock when it was today.
[[nodiscard]] std::string moment_words(const Scene& scene, std::int64_t at_ms);
// "林晓梅女士": the name with the form of address she likes.
[[nodiscard]] std::string addressed(std::string_view name, std::string_view form_of_address);
// A refusal in the words of the shop; one that has none gets a general sentence.
[[nodiscard]] std::string refusal_words(const Scene& scene, std::string_view code, std::string_view detail);

} // namespace guitai::ui
