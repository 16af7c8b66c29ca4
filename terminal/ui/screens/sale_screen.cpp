#include "terminal/ui/screens/sale_screen.hpp"

#include "terminal/ui/screens/frame.hpp"

namespace guitai::ui {
namespace {

SaleWish wish_of(PaneTap tap)
{
    switch (tap) {
    case PaneTap::health: return SaleWish::health;
    case PaneTap::new_member: return SaleWish::new_member;
    case PaneTap::recall:
    case PaneTap::none: break;
    }
    return SaleWish::none;
}

SaleWish act_on_ticket(Scene& scene, SaleMemory& memory, TicketTap tap)
{
    const CartLineView* const line{open_line(scene, memory.ticket)};
    const LineNumber number{line == nullptr ? 0 : line->line};
    switch (tap) {
    case TicketTap::pay:
        // What it is has to be said first.
        if (const LineNumber to_mark{line_to_mark(scene.view.cart)}; to_mark != 0) {
            memory.sheet.show(SaleSheet::mark, to_mark);
            break;
        }
        if (!scene.view.cart.cannot.empty()) {
            memory.sheet.show(SaleSheet::cannot, 0);
            break;
        }
        return SaleWish::pay;
    case TicketTap::member: return SaleWish::member;
    case TicketTap::find_member: return SaleWish::find_member;
    case TicketTap::park:
        scene.push(Park{});
        memory.ticket.parking = true;
        memory.ticket.parked_before = scene.view.parked_ticket;
        break;
    case TicketTap::recall: memory.sheet.show(SaleSheet::recall, 0); break;
    case TicketTap::discount: memory.sheet.show(SaleSheet::discount, number); break;
    case TicketTap::more: memory.sheet.show(SaleSheet::more, number); break;
    case TicketTap::quantity: memory.sheet.show(SaleSheet::quantity, number); break;
    case TicketTap::none: break;
    }
    return SaleWish::none;
}

void take_shortcuts(Scene& scene, SaleMemory& memory)
{
    if (!scene.ui.reachable() || memory.sheet.open != SaleSheet::none) return;
    // What stands behind 更多, without the way through it.
    if (scene.ui.keys.take(Key::f5)) memory.sheet.show(SaleSheet::returns, 0);
    if (scene.ui.keys.take(Key::f7)) scene.push(BeginPriceCheck{});
    if (scene.view.cart.lines.empty() || !scene.ui.keys.take_character('*')) return;
    const CartLineView* const line{open_line(scene, memory.ticket)};
    if (line != nullptr) memory.sheet.show(SaleSheet::quantity, line->line);
}

} // namespace

SaleWish draw_sale(Scene& scene, SaleMemory& memory, Rect page)
{
    const Measures measures{measures_of(scene.ui.page)};
    take_shortcuts(scene, memory);
    const Rect hand{page.cut_near(scene.ui.hand, measures.ticket)};
    Rect pane{page.inset(page_margin, 0.0F)};
    const bool grid{!scene.view.grid.style.empty()};
    // A tapped cell needs the four ways, and they stand where the ticket was.
    const bool ways{grid && !scene.view.grid.chosen.empty()};
    PaneTap tap{draw_search_bar(scene, memory.catalogue, pane)};
    if (tap == PaneTap::recall) memory.sheet.show(SaleSheet::recall, 0);
    SaleWish wish{wish_of(tap)};
    if (grid && !memory.catalogue.active) {
        draw_grid(scene, memory.grid, pane);
    } else {
        memory.grid = {};
        if (!memory.catalogue.on_glass) draw_advice(scene, memory.advice, pane);
        if (const SaleWish other{wish_of(draw_catalogue(scene, memory.catalogue, pane))}; other != SaleWish::none)
            wish = other;
    }
    if (wish == SaleWish::new_member) memory.wanted_phone = memory.catalogue.search.text();
    if (ways) {
        if (draw_ways(scene, memory.grid, hand)) wish = SaleWish::capture;
    } else if (const SaleWish other{act_on_ticket(scene, memory, draw_ticket(scene, memory.ticket, hand))};
               other != SaleWish::none) {
        wish = other;
    }
    draw_category_sheet(scene, memory.catalogue);
    switch (draw_sale_sheet(scene, memory.sheet)) {
    case SheetTap::cash_in_out: return SaleWish::cash_in_out;
    case SheetTap::x_report: return SaleWish::x_report;
    case SheetTap::member: return SaleWish::member;
    case SheetTap::address: return SaleWish::deliver;
    case SheetTap::none: break;
    }
    return wish;
}

} // namespace guitai::ui
