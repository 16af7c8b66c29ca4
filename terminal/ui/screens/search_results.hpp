// What a search found: members first, for they are few, then goods. A row acts
// at once; Enter takes the only one there is.
#pragma once

#include "terminal/ui/screens/catalogue_pane.hpp"

namespace guitai::ui {

[[nodiscard]] PaneTap draw_search_results(Scene& scene, CatalogueMemory& memory, Rect pane);

} // namespace guitai::ui
