// Rows of lists and pairs of a name and its figure: orders, members, settings,
// reports. A row knows what it shows, never what it stands for.
#pragma once

#include "terminal/ui/widgets/touch.hpp"

namespace guitai::ui {

struct RowLook {
    const char* icon{nullptr}; // Leads the row in a round of its tone.
    Tone tone{Tone::plain};
    std::string_view title{}, note{};               // Left: strong, and soft below it.
    std::string_view figure{}, figure_note{};       // Right: strong, and faint below it.
    std::string_view tag{};                         // Beside the title.
    Tone tag_tone{Tone::info};
    bool opens{false};  // A chevron: there is more behind it.
    bool chosen{false}; // A tint and a 2 px edge.
    bool ruled{true};   // A hairline below.
};

inline constexpr float row_height{72.0F};

// A row that can be tapped.
[[nodiscard]] bool list_row(Ui& ui, std::string_view id, const Rect& box, const RowLook& view);
// The same, only to be read.
void plain_row(Ui& ui, const Rect& box, const RowLook& view);

// A name at the left and its amount at the right of one line: totals, reports.
void figure_row(Canvas& canvas, const Rect& box, std::string_view name, std::string_view amount, ImU32 colour,
                Type type = Type::body);
// A caption above a large figure: "可用积分" over "12,480".
void statistic(Canvas& canvas, const Rect& box, std::string_view name, std::string_view figure, ImU32 colour,
               Type type = Type::headline);
// surface: on what is itself in the tone's soft colour, where a soft disc would not be seen.
enum class Disc { soft, surface };
// Somebody, as a round with the last character of the name.
void avatar(Canvas& canvas, ImVec2 middle, float radius, std::string_view name, Tone tone, Disc disc = Disc::soft);

} // namespace guitai::ui
