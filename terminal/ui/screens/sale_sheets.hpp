// What opens over the ticket: a discount, a quantity, the parked tickets, and
// everything that is not wanted every minute.
#pragma once

#include "terminal/ui/screens/checkout_sheets.hpp"
#include "terminal/ui/screens/club_sheets.hpp"
#include "terminal/ui/screens/points_sheet.hpp"
#include "terminal/ui/screens/returns_sheet.hpp"
#include "terminal/ui/screens/ticket_pane.hpp"
#include "terminal/ui/screens/ticket_sheets.hpp"
#include "terminal/ui/screens/value_sheets.hpp"

#include <optional>
#include <string>

namespace guitai::ui {

enum class SaleSheet {
    none, discount, quantity, recall, more, returns, guides, note, drawer, delivery, mark, repay, points, load,
    sell_gift, cannot, fee, services
};

struct SaleSheetMemory {
    SaleSheet open{SaleSheet::none};
    LineNumber line{0};
    std::string digits;      // Of the pad.
    bool by_amount{false};   // A discount in yuan instead of percent.
    std::int64_t percent{0}; // Off, whole percent; 0: none chosen.
    int reason{-1};
    ReceiptNumber last_receipt; // For the reprint.
    KineticScroll scroll;
    ReturnsMemory returns;
    bool returns_found{false}; // A receipt was open in the last frame.
    GuidesMemory guides;
    NoteMemory note;
    DeliverySheetMemory delivery;
    MarkMemory mark;
    RepayMemory repay;
    LoadMemory load;
    FeeMemory fee;
    ServicesMemory services;
    std::optional<DeliveryWish> wish; // Of a delivery that needs an address first.
    PointsMemory points;

    void show(SaleSheet sheet, LineNumber of_line)
    {
        const ReceiptNumber kept{last_receipt};
        *this = {};
        last_receipt = kept;
        open = sheet;
        line = of_line;
    }
};

enum class SheetTap { none, cash_in_out, x_report, member, address };

[[nodiscard]] SheetTap draw_sale_sheet(Scene& scene, SaleSheetMemory& memory);

} // namespace guitai::ui
