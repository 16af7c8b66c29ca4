#include "terminal/ui/screens/checkout_sheets.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"
#include "terminal/ui/screens/tender_cards.hpp"
#include "terminal/ui/screens/ticket_pane.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

int way_of(const CartLineView& line)
{
    if (line.kind != LineKind::order) return 0;
    return line.delivery == Delivery::ship ? 1 : 2;
}

// Whoever is known already need not be written down once more.
bool is_known(const Scene& scene, const CartLineView& line, Delivery delivery)
{
    if (line.kind == LineKind::order) return delivery != Delivery::ship || !line.recipient.address.empty();
    return delivery == Delivery::ship_to_shop && scene.view.cart.member.has_value();
}

void send_delivery(Scene& scene, const DeliverySheetMemory& memory, const CartLineView& line, int way,
                   std::optional<DeliveryWish>& wish)
{
    if (way == 0) {
        scene.push(SetDelivery{line.line, {}, {}, {}, {}});
        return;
    }
    const Delivery delivery{way == 1 ? Delivery::ship : Delivery::ship_to_shop};
    std::optional<Money> fee;
    if (!memory.digits.empty()) fee = typed_amount(memory.digits);
    if (is_known(scene, line, delivery)) scene.push(SetDelivery{line.line, delivery, fee, {}, {}});
    else wish = DeliveryWish{line.line, delivery, fee};
}

} // namespace

LineNumber line_to_mark(const CartView& cart)
{
    const auto found = std::find_if(cart.lines.begin(), cart.lines.end(),
                                    [](const CartLineView& line) { return line.needs_serial || line.needs_lot; });
    return found == cart.lines.end() ? 0 : found->line;
}

bool draw_delivery(Scene& scene, DeliverySheetMemory& memory, LineNumber number, std::optional<DeliveryWish>& wish)
{
    const CartLineView* const line{line_of(scene, number)};
    if (line == nullptr) return false;
    Ui& ui{scene.ui};
    Sheet sheet{ui, "delivery", {560.0F, 660.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("delivery.title")) || sheet.dismissed()) return false;
    scene.canvas().text(in.cut_top(28.0F, gap_s), Type::body, scene.colour().ink_soft,
                        name_in(ui.words, line->name, line->name_en));
    const int way{memory.way < 0 ? way_of(*line) : memory.way};
    const std::array<std::string_view, 3> ways{ui.word("delivery.take_now"), ui.word("delivery.ship"),
                                               ui.word("delivery.ship_to_shop")};
    if (const int tapped{segmented(ui, "delivery.way", in.cut_top(56.0F, gap_m), ways, way)}; tapped >= 0)
        memory.way = tapped;
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    if (way != 0) {
        const Money asked{way == 1 ? scene.view.shop.delivery_fee : Money{}};
        const bool typed{!memory.digits.empty()};
        draw_amount_box(scene, in.cut_top(64.0F, gap_s), ui.word("delivery.fee"),
                        money_short(typed ? typed_amount(memory.digits) : asked), typed);
        if (const char key{number_pad(ui, "delivery.pad", in, {.corner = PadCorner::decimal})}; key != 0)
            type_amount(memory.digits, key);
    }
    const bool address{way != 0 && !is_known(scene, *line, way == 1 ? Delivery::ship : Delivery::ship_to_shop)};
    if (!button(ui, "delivery.go", go,
                {.kind = Kind::main, .icon = icon::local_shipping,
                 .label = ui.word(address ? "delivery.address" : "delivery.go"), .type = Type::title}))
        return true;
    send_delivery(scene, memory, *line, way, wish);
    return false;
}

bool draw_mark(Scene& scene, MarkMemory& memory, LineNumber number)
{
    const CartLineView* const line{line_of(scene, number)};
    if (line == nullptr) return false;
    Ui& ui{scene.ui};
    if (!memory.began) {
        memory.began = true;
        memory.serial.set(line->serial);
        memory.lot.set(line->lot);
        memory.at_lot = line->needs_lot && !line->needs_serial;
        scene.writing.open(KeyLayout::symbols);
    }
    Sheet sheet{ui, "mark", {std::min(ui.page.w - 2.0F * page_margin, 900.0F), keyboard_height + 330.0F},
                SheetPlace::bottom};
    Rect in{sheet.inside()};
    bool open{!(sheet.head(in, ui.word("mark.title")) || sheet.dismissed())};
    scene.canvas().text(in.cut_top(26.0F, gap_s), Type::body, scene.colour().ink_soft,
                        name_in(ui.words, line->name, line->name_en));
    TextEntry& active{memory.at_lot ? memory.lot : memory.serial};
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    const bool done{write_on_glass(ui, scene.writing, keys, active) == Wrote::done};
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const Rect row{in.cut_bottom(52.0F, gap_tile)};
    const auto field = [&](std::string_view id, int column, std::string_view hint, TextEntry& entry, bool is_lot) {
        const bool here{memory.at_lot == is_lot};
        const EntryResult result{entry_field(ui, id, row.cell(column, 2, 0, 1, gap_tile), entry,
                                             {.icon = icon::qr_code_scanner,
                                              .hint = hint,
                                              .spelling = here ? std::string_view{scene.writing.spelling} : "",
                                              .active = here})};
        if (!result.tapped) return;
        memory.at_lot = is_lot;
        scene.writing.open(KeyLayout::symbols);
    };
    field("mark.serial", 0, ui.word("mark.serial"), memory.serial, false);
    field("mark.lot", 1, ui.word("mark.lot"), memory.lot, true);
    if (button(ui, "mark.go", go,
               {.kind = Kind::main, .icon = icon::check, .label = ui.word("mark.go"), .type = Type::title}) ||
        done) {
        scene.push(MarkLine{number, memory.serial.text(), memory.lot.text()});
        open = false;
    }
    return open;
}

bool draw_repay(Scene& scene, RepayMemory& memory)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const auto& member = scene.view.cart.member;
    Sheet sheet{ui, "repay", {480.0F, 700.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("repay.title")) || sheet.dismissed() || !member) return false;
    draw_banner(scene, in);
    if (const auto& paid = scene.view.payment.account_paid; memory.sent && paid) {
        empty_state(c, in, icon::check_circle, ui.word("repay.done", money_text(paid->amount)),
                    ui.word("repay.left", money_text(paid->owed), money_text(paid->change)));
        return true;
    }
    figure_row(c, in.cut_top(30.0F, gap_s), member->profile.name, ui.word("repay.owed", money_text(member->owed)),
               scene.colour().ink);
    draw_counter_tenders(scene, "repay.tender", in.cut_top(52.0F, gap_s), memory.tender);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const bool typed{!memory.digits.empty()};
    const Money given{typed ? typed_amount(memory.digits) : member->owed};
    draw_amount_box(scene, in.cut_top(64.0F, gap_s), ui.word("repay.amount"), money_short(given), typed);
    if (const char key{number_pad(ui, "repay.pad", in, {.corner = PadCorner::decimal})}; key != 0)
        type_amount(memory.digits, key);
    if (button(ui, "repay.go", go,
               {.kind = Kind::main, .icon = icon::payments, .label = ui.word("repay.go", money_short(given)),
                .enabled = given > Money{} && member->owed > Money{}, .type = Type::title})) {
        // More than is owed is a note that gives change.
        const Money amount{memory.tender == TenderKind::cash ? std::min(given, member->owed) : given};
        scene.push(PayAccount{member->profile.member.text, memory.tender, amount, given, {}});
        memory.sent = true;
    }
    return true;
}

} // namespace guitai::ui
