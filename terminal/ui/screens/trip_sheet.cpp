#include "terminal/ui/screens/trip_sheet.hpp"

#include "terminal/ui/screens/frame.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

bool has_form(const OrderBrief& order) { return order.first_trip && !order.member.empty(); }

void tell(Scene& scene, OrdersMemory& memory, const OrderBrief& order, TenderKind tender)
{
    scene.push(TellTrip{order.order, TripEnd::delivered, {}, tender, memory.trip.monthly_use.text(),
                        memory.trip.payday.text()});
    memory.trip = {};
    memory.sheet = OrderSheet::none;
}

// How much she uses in a month, and when her wages come: both may stay empty.
void draw_form(Scene& scene, TripMemory& trip, Rect& in)
{
    Ui& ui{scene.ui};
    if (!trip.began) {
        trip.began = true;
        scene.writing.open(KeyLayout::letters);
    }
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    (void)write_on_glass(ui, scene.writing, keys, trip.on_payday ? trip.payday : trip.monthly_use);
    scene.canvas().text(in.cut_top(26.0F, gap_s), Type::body, scene.colour().ink_soft, ui.word("trip.first"));
    const Rect row{in.cut_top(52.0F, gap_m)};
    const auto entry = [&](std::string_view id, TextEntry& text, bool payday) {
        const bool is_active{trip.on_payday == payday};
        const EntryResult result{entry_field(ui, id, row.cell(payday ? 1 : 0, 2, 0, 1, gap_tile), text,
                                             {.icon = payday ? icon::schedule : icon::inventory_2,
                                              .hint = ui.word(payday ? "file.part.payday" : "file.part.monthly_use"),
                                              .spelling = is_active ? std::string_view{scene.writing.spelling}
                                                                    : std::string_view{},
                                              .active = is_active})};
        if (!result.tapped) return;
        trip.on_payday = payday;
        scene.writing.open(payday ? KeyLayout::symbols : KeyLayout::letters);
    };
    entry("trip.monthly_use", trip.monthly_use, false);
    entry("trip.payday", trip.payday, true);
}

} // namespace

bool asks_at_the_door(const OrderBrief& order) { return !order.due.is_zero() || has_form(order); }

void draw_brought_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail)
{
    Ui& ui{scene.ui};
    const OrderBrief& order{detail.brief};
    const bool form{has_form(order)};
    const float height{form ? keyboard_height + 330.0F : 330.0F};
    const float width{form ? std::min(ui.page.w - 2.0F * page_margin, 900.0F) : 480.0F};
    Sheet sheet{ui, "brought", {width, height}, form ? SheetPlace::bottom : SheetPlace::middle};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("order.brought")) || sheet.dismissed()) memory.sheet = OrderSheet::none;
    if (form) draw_form(scene, memory.trip, in);
    const Rect row{in.cut_bottom(touch_main, gap_s)};
    if (order.due.is_zero()) {
        if (button(ui, "trip.brought", row,
                   {.kind = Kind::main, .icon = icon::check, .label = ui.word("order.brought"), .type = Type::title}))
            tell(scene, memory, order, TenderKind::cash);
        return;
    }
    scene.canvas().text(in, Type::title, scene.colour().ink, ui.word("trip.took", money_text(order.due)));
    constexpr std::array tenders{TenderKind::cash, TenderKind::card, TenderKind::wallet};
    for (std::size_t at{0}; at < tenders.size(); ++at) {
        const std::string word{word_of(tenders[at])};
        if (button(ui, "trip." + word, row.cell(static_cast<int>(at), 3, 0, 1, gap_tile),
                   {.kind = at == 0 ? Kind::main : Kind::plain, .label = ui.word("tender." + word)}))
            tell(scene, memory, order, tenders[at]);
    }
}

} // namespace guitai::ui
