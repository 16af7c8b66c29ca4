// The left of the sale: one box that takes everything, the categories, the wall
// of goods, and what a search found. It asks for the stretch of goods it shows
// and holds none of them.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>

namespace guitai::ui {

struct CatalogueMemory {
    TextEntry search;
    bool active{false};    // The box takes the keyboard.
    bool on_glass{false};  // Our own keyboard is up: the box was tapped by a finger.
    bool all_categories{false};
    KineticScroll tiles, results;
    std::string shown_category;
    std::int64_t asked_first{-1};
};

enum class PaneTap { none, recall, health, new_member };

// The search box, the parked tickets and the lamp; shared with the grid, which stands in the same place.
[[nodiscard]] PaneTap draw_search_bar(Scene& scene, CatalogueMemory& memory, Rect& pane);
// Everything below it: banner, results or categories and tiles.
[[nodiscard]] PaneTap draw_catalogue(Scene& scene, CatalogueMemory& memory, Rect pane);
// All categories, where one tapped for more than fit; over everything else, so it is drawn last.
void draw_category_sheet(Scene& scene, CatalogueMemory& memory);
// Empties the box and what it found.
void end_search(Scene& scene, CatalogueMemory& memory);

} // namespace guitai::ui
