// The sale: goods at the far side, the ticket at the clerk's hand, and the sheets
// over both. The grid stands in the goods' place while it is open.
#pragma once

#include "terminal/ui/screens/advice_pane.hpp"
#include "terminal/ui/screens/catalogue_pane.hpp"
#include "terminal/ui/screens/grid_screen.hpp"
#include "terminal/ui/screens/sale_sheets.hpp"
#include "terminal/ui/screens/ticket_pane.hpp"

namespace guitai::ui {

struct SaleMemory {
    CatalogueMemory catalogue;
    TicketMemory ticket;
    SaleSheetMemory sheet;
    GridMemory grid;
    AdviceMemory advice;
    std::string wanted_phone; // For the form of a new member.
};

// What the sale asks of the navigation.
enum class SaleWish { none, pay, member, find_member, new_member, health, cash_in_out, x_report, capture, deliver };

// Inside a page whose rail is cut off already. `capture`: `memory.grid.way` was chosen; `deliver`:
// `memory.sheet.wish` needs to know where to.
[[nodiscard]] SaleWish draw_sale(Scene& scene, SaleMemory& memory, Rect page);

} // namespace guitai::ui
