// What is asked before an order goes on: why not, how the rest is paid, which parcel it is.
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/orders_screen.hpp"
#include "terminal/ui/screens/trip_sheet.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 4> cancel_reasons{"cancel.changed_mind", "cancel.too_late", "cancel.bought",
                                                         "cancel.other"};
constexpr std::array<std::string_view, 2> trip_ends{"trip.not_there", "trip.refused"};
constexpr std::array<std::string_view, 4> reject_reasons{"reject.sold", "reject.missing", "reject.faulty",
                                                         "reject.busy"};
// Those that most parcels of a Chinese shop go with; any other is typed.
constexpr std::array<std::string_view, 4> carriers{"顺丰", "京东", "中通", "圆通"};

// One of the reasons, in the words of the one who tapped it; empty while none was.
std::string draw_reasons(Scene& scene, OrdersMemory& memory, std::string_view title,
                         std::span<const std::string_view> reasons)
{
    Sheet sheet{scene.ui, title, {480.0F, 424.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, scene.ui.word(title)) || sheet.dismissed()) memory.sheet = OrderSheet::none;
    std::string said;
    for (const std::string_view reason : reasons) {
        const std::string_view word{scene.ui.word(reason)};
        if (button(scene.ui, reason, in.cut_top(touch_main, gap_tile), {.label = word})) said = word;
    }
    if (!said.empty()) memory.sheet = OrderSheet::none;
    return said;
}

void draw_collect_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail)
{
    Sheet sheet{scene.ui, "collect", {480.0F, 330.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, scene.ui.word("order.collect")) || sheet.dismissed()) memory.sheet = OrderSheet::none;
    scene.canvas().text(in.cut_top(28.0F), Type::body, scene.colour().ink_soft, scene.ui.word("orders.rest"));
    scene.canvas().text(in.cut_top(60.0F, gap_m), Type::total, scene.colour().ink, money_text(detail.brief.due));
    const Rect row{in.cut_bottom(76.0F)};
    for (const TenderKind tender : {TenderKind::cash, TenderKind::card}) {
        const int i{tender == TenderKind::cash ? 0 : 1};
        const std::string word{scene.ui.word("tender." + std::string{word_of(tender)})};
        if (!button(scene.ui, "collect." + std::string{word_of(tender)}, row.cell(i, 2, 0, 1, gap_tile),
                    {.icon = i == 0 ? icon::payments : icon::credit_card, .label = word,
                     .shortcut = i == 0 ? Key::f1 : Key::f3}))
            continue;
        scene.push(CollectOrder{detail.brief.order, tender});
        memory.sheet = OrderSheet::none;
    }
}

// The people of this shop, for what goes to a door: the one who is tapped brings it.
void draw_runners(Scene& scene, ParcelMemory& parcel, Rect chips)
{
    for (const PersonView& person : scene.view.session.people) {
        const std::string word{scene.ui.word("order.runner", person.name.text)};
        const float wide{chip_width(scene.canvas(), word)};
        if (wide > chips.w) return;
        const Rect at{chips.cut_left(wide, gap_s)};
        const std::string id{"hand_over.runner/" + person.name.text};
        if (!chip(scene.ui, id, at, word, parcel.runner == person.name)) continue;
        parcel.runner = parcel.runner == person.name ? StaffName{} : person.name;
    }
}

// Which carrier took it, and its number.
void draw_hand_over_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail)
{
    Ui& ui{scene.ui};
    ParcelMemory& parcel{memory.parcel};
    if (!parcel.began) {
        parcel.began = true;
        scene.writing.open(KeyLayout::symbols);
    }
    Sheet sheet{ui, "hand_over", {std::min(ui.page.w - 2.0F * page_margin, 900.0F), keyboard_height + 340.0F},
                SheetPlace::bottom};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("order.hand_over")) || sheet.dismissed()) memory.sheet = OrderSheet::none;
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    TextEntry& active{parcel.on_carrier ? parcel.carrier : parcel.tracking};
    const bool done{write_on_glass(ui, scene.writing, keys, active) == Wrote::done};
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    if (detail.brief.delivery == Delivery::ship) draw_runners(scene, parcel, in.cut_top(48.0F, gap_s));
    Rect chips{in.cut_top(48.0F, gap_tile)};
    for (const std::string_view name : carriers) {
        const Rect at{chips.cut_left(chip_width(scene.canvas(), name), gap_s)};
        const bool chosen{parcel.runner.empty() && parcel.carrier.text() == name};
        if (!chip(ui, "hand_over.carrier/" + std::string{name}, at, name, chosen)) continue;
        parcel.runner = {};
        parcel.carrier.clear();
        parcel.carrier.append(name);
        parcel.on_carrier = false;
    }
    const Rect row{in.cut_top(52.0F)};
    const auto entry = [&](std::string_view id, TextEntry& text, bool carrier, int at) {
        const bool is_active{parcel.on_carrier == carrier};
        const EntryResult result{entry_field(ui, id, row.cell(at, 2, 0, 1, gap_tile), text,
                                             {.icon = carrier ? icon::local_shipping : icon::qr_code_scanner,
                                              .hint = ui.word(carrier ? "order.carrier" : "order.tracking"),
                                              .spelling = is_active ? std::string_view{scene.writing.spelling}
                                                                    : std::string_view{},
                                              .active = is_active})};
        if (!result.tapped) return;
        parcel.on_carrier = carrier;
        scene.writing.open(carrier ? KeyLayout::letters : KeyLayout::symbols);
    };
    entry("hand_over.carrier", parcel.carrier, true, 0);
    entry("hand_over.tracking", parcel.tracking, false, 1);
    const bool sent{!parcel.carrier.text().empty() && !parcel.tracking.text().empty()};
    const bool ready{sent || !parcel.runner.empty()};
    if (!(button(ui, "hand_over.go", go,
                 {.kind = Kind::main, .icon = icon::check, .label = ui.word("order.hand_over"), .enabled = ready,
                  .type = Type::title}) ||
          (done && ready)))
        return;
    if (parcel.runner.empty())
        scene.push(HandOverOrder{detail.brief.order, parcel.carrier.text(), parcel.tracking.text()});
    else
        scene.push(HandOverOrder{detail.brief.order, {}, {}, parcel.runner});
    memory.sheet = OrderSheet::none;
}

} // namespace

void draw_order_sheet(Scene& scene, OrdersMemory& memory, const OrderDetail& detail)
{
    const OrderId& order{detail.brief.order};
    switch (memory.sheet) {
    case OrderSheet::none: return;
    case OrderSheet::cancel:
        if (auto why = draw_reasons(scene, memory, "cancel.title", cancel_reasons); !why.empty())
            scene.push(AskCancelOrder{order, std::move(why)});
        return;
    case OrderSheet::reject:
        if (auto why = draw_reasons(scene, memory, "reject.title", reject_reasons); !why.empty())
            scene.push(RejectPick{order, std::move(why)});
        return;
    case OrderSheet::collect: return draw_collect_sheet(scene, memory, detail);
    case OrderSheet::hand_over: return draw_hand_over_sheet(scene, memory, detail);
    case OrderSheet::brought: return draw_brought_sheet(scene, memory, detail);
    case OrderSheet::not_brought:
        if (auto why = draw_reasons(scene, memory, "trip.title", trip_ends); !why.empty()) {
            const bool refused{why == scene.ui.word(trip_ends.back())};
            scene.push(TellTrip{order, refused ? TripEnd::refused : TripEnd::not_there, std::move(why)});
        }
        return;
    }
}

} // namespace guitai::ui
