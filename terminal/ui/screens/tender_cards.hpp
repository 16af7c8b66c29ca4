// The ways to pay, or to give back, that this shop and this ticket know, as cards to tap.
#pragma once

#include "terminal/ui/screens/scene.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace guitai::ui {

struct TenderCard {
    TenderKind tender;
    const char* icon;
    Key key;
};

// Nothing is owed by strangers, no promise goes back, and a purse only where there is something in it.
[[nodiscard]] std::vector<const TenderCard*> cards_here(const Scene& scene);
// True once it is tapped.
[[nodiscard]] bool draw_tender(Scene& scene, const Rect& box, const TenderCard& card, bool chosen, bool enabled);

// The ways in which money is taken that is no ticket, as chips in a row.
void draw_counter_tenders(Scene& scene, std::string_view id, const Rect& row, TenderKind& chosen);

[[nodiscard]] std::string tender_word(const Scene& scene, TenderKind tender);
[[nodiscard]] const char* tender_icon(TenderKind tender);
// Money goes back to the customer.
[[nodiscard]] bool goes_back(const Scene& scene);

} // namespace guitai::ui
