#include "terminal/ui/screens/sale_sheets.hpp"

#include "terminal/ui/screens/cannot_sheet.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<std::int64_t, 6> percents{5, 10, 15, 20, 30, 50};
constexpr std::array<std::string_view, 4> reasons{"discount.reason_flaw", "discount.reason_regular",
                                                  "discount.reason_display", "discount.reason_other"};
constexpr std::size_t quantity_digits_max{4};

// "9 折" or "10% off": what is left is said in Chinese, what goes in English.
std::string percent_words(const Scene& scene, std::int64_t off)
{
    const std::int64_t left{100 - off};
    const std::string fold{left % 10 == 0 ? std::to_string(left / 10) : std::to_string(left)};
    return scene.ui.word("discount.percent", fold, off);
}

void draw_reasons(Scene& scene, SaleSheetMemory& memory, Rect row)
{
    for (int i{0}; i < static_cast<int>(reasons.size()); ++i) {
        const std::string_view word{scene.ui.word(reasons[static_cast<std::size_t>(i)])};
        const Rect at{row.cell(i, static_cast<int>(reasons.size()), 0, 1, gap_s)};
        if (chip(scene.ui, "discount.reason/" + std::to_string(i), at, word, memory.reason == i)) memory.reason = i;
    }
}

void draw_amount_side(Scene& scene, SaleSheetMemory& memory, Rect box)
{
    if (!memory.by_amount) {
        for (int i{0}; i < static_cast<int>(percents.size()); ++i) {
            const std::int64_t off{percents[static_cast<std::size_t>(i)]};
            const Kind kind{memory.percent == off ? Kind::tinted : Kind::plain};
            const Rect at{box.cell(i % 2, 2, i / 2, 3, gap_tile)};
            const std::string word{percent_words(scene, off)};
            if (button(scene.ui, "discount.percent/" + std::to_string(off), at,
                       {.kind = kind, .label = word, .type = Type::title}))
                memory.percent = off;
        }
        return;
    }
    draw_amount_box(scene, box.cut_top(64.0F, gap_s), scene.ui.word("discount.off"),
                    money_short(typed_amount(memory.digits)), !memory.digits.empty());
    if (const char key{number_pad(scene.ui, "discount.pad", box, {.corner = PadCorner::decimal})}; key != 0)
        type_amount(memory.digits, key);
}

void draw_discount(Scene& scene, SaleSheetMemory& memory)
{
    const CartLineView* const line{line_of(scene, memory.line)};
    if (line == nullptr) {
        memory.open = SaleSheet::none;
        return;
    }
    Ui& ui{scene.ui};
    Sheet sheet{ui, "discount", {560.0F, 708.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("discount.title")) || sheet.dismissed()) memory.open = SaleSheet::none;
    const std::string name{name_in(ui.words, line->name, line->name_en)};
    figure_row(scene.canvas(), in.cut_top(28.0F, gap_s), name, money_text(line->total), scene.colour().ink_soft);
    const std::array<std::string_view, 2> kinds{ui.word("discount.by_percent"), ui.word("discount.by_amount")};
    if (const int tapped{segmented(ui, "discount.kind", in.cut_top(56.0F, gap_m), kinds, memory.by_amount ? 1 : 0)};
        tapped >= 0)
        memory.by_amount = tapped == 1;
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    draw_reasons(scene, memory, in.cut_bottom(48.0F, gap_m));
    scene.canvas().text(in.cut_bottom(28.0F, gap_m), Type::caption, scene.colour().ink_soft, ui.word("discount.why"));
    draw_amount_side(scene, memory, in);

    const Money off{typed_amount(memory.digits)};
    const bool any{memory.by_amount ? !off.is_zero() : memory.percent > 0};
    const bool ready{any && memory.reason >= 0};
    const std::string what{memory.by_amount ? money_short(off) : percent_words(scene, memory.percent)};
    const std::string label{ready ? ui.word("discount.go", what)
                                  : std::string{ui.word(any ? "discount.need_reason" : "discount.need_amount")}};
    if (!button(ui, "discount.go", go,
                {.kind = Kind::main, .label = label, .enabled = ready, .type = Type::title}))
        return;
    DiscountLine command;
    command.line = memory.line;
    if (memory.by_amount)
        command.amount = off;
    else
        command.percent = BasisPoints{memory.percent * 100};
    command.reason = ui.word(reasons[static_cast<std::size_t>(memory.reason)]);
    scene.push(std::move(command));
    memory.open = SaleSheet::none;
}

void draw_quantity(Scene& scene, SaleSheetMemory& memory)
{
    const CartLineView* const line{line_of(scene, memory.line)};
    if (line == nullptr) {
        memory.open = SaleSheet::none;
        return;
    }
    Ui& ui{scene.ui};
    Sheet sheet{ui, "quantity", {420.0F, 620.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("quantity.title")) || sheet.dismissed()) memory.open = SaleSheet::none;
    scene.canvas().text(in.cut_top(26.0F, gap_s), Type::body, scene.colour().ink_soft,
                        name_in(ui.words, line->name, line->name_en));
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const bool typed{!memory.digits.empty()};
    draw_amount_box(scene, in.cut_top(72.0F, gap_tile), ui.word("quantity.pieces"),
                    typed ? memory.digits : text_of(line->quantity), typed);
    const char key{number_pad(ui, "quantity.pad", in)};
    if (key == '<' && typed) memory.digits.pop_back();
    if (key >= '0' && key <= '9' && memory.digits.size() < quantity_digits_max && !(key == '0' && !typed))
        memory.digits += key;
    const std::optional<Quantity> wanted{parse_quantity(memory.digits)};
    const std::string label{wanted ? ui.word("quantity.go", memory.digits) : std::string{ui.word("quantity.none")}};
    if (button(ui, "quantity.go", go,
               {.kind = Kind::main, .label = label, .enabled = wanted.has_value(), .type = Type::title})) {
        scene.push(SetQuantity{memory.line, *wanted});
        memory.open = SaleSheet::none;
    }
}

void draw_recall(Scene& scene, SaleSheetMemory& memory)
{
    Ui& ui{scene.ui};
    const std::vector<ParkedView>& parked{scene.view.cart.parked};
    const float tall{std::min(120.0F + row_height * static_cast<float>(parked.size()) + gap_l, 620.0F)};
    Sheet sheet{ui, "recall", {560.0F, std::max(tall, 220.0F)}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("recall.title")) || sheet.dismissed() || parked.empty()) memory.open = SaleSheet::none;
    const float content{row_height * static_cast<float>(parked.size())};
    const float offset{memory.scroll.update(ui, in, content)};
    const Clip clip{in};
    float y{in.y - offset};
    for (const ParkedView& ticket : parked) {
        const Rect row{in.x, y, in.w, row_height};
        y += row_height;
        const std::string who{ticket.member_name.empty() ? std::string{ui.word("recall.stranger")}
                                                         : ticket.member_name};
        std::string note{clock_words(scene, ticket.at_ms) + " · " + ticket.staff.text};
        if (ticket.till != 0) note += " · " + ui.word("recall.till", ticket.till);
        const std::string own{std::to_string(ticket.ticket)};
        const std::string id{ticket.till == 0 ? own : std::to_string(ticket.till) + "-" + own};
        const std::string total{ticket.total.is_zero() ? std::string{} : money_text(ticket.total)};
        const std::string pieces{ui.word("count.pieces", ticket.pieces)};
        if (!list_row(ui, "recall/" + id, row,
                      {.icon = icon::inbox,
                       .title = who,
                       .note = note,
                       .figure = total.empty() ? std::string_view{pieces} : std::string_view{total},
                       .figure_note = total.empty() ? std::string_view{} : std::string_view{pieces},
                       .opens = true}))
            continue;
        scene.push(Recall{ticket.ticket, ticket.till});
        scene.toast = {}; // "Put aside" is no longer so.
        memory.open = SaleSheet::none;
    }
    scroll_mark(scene.canvas(), in, offset, content);
}

struct MoreRow {
    std::string_view id, word;
    const char* icon;
    bool enabled;
    Key key{Key::none};
};

SheetTap open_from_more(Scene& scene, SaleSheetMemory& memory, std::string_view tapped)
{
    memory.open = SaleSheet::none;
    if (tapped == "more.check") scene.push(BeginPriceCheck{});
    if (tapped == "more.returns") memory.show(SaleSheet::returns, memory.line);
    if (tapped == "more.points") memory.show(SaleSheet::points, memory.line);
    if (tapped == "more.guides") memory.show(SaleSheet::guides, memory.line);
    if (tapped == "more.note") memory.show(SaleSheet::note, memory.line);
    if (tapped == "more.quantity") memory.show(SaleSheet::quantity, memory.line);
    if (tapped == "more.delivery") memory.show(SaleSheet::delivery, memory.line);
    if (tapped == "more.mark") memory.show(SaleSheet::mark, memory.line);
    if (tapped == "more.repay") memory.show(SaleSheet::repay, memory.line);
    if (tapped == "more.load") memory.show(SaleSheet::load, memory.line);
    if (tapped == "more.sell_gift") memory.show(SaleSheet::sell_gift, memory.line);
    if (tapped == "more.fee") memory.show(SaleSheet::fee, memory.line);
    if (tapped == "more.services") memory.show(SaleSheet::services, memory.line);
    if (tapped == "more.detach") scene.push(DetachMember{});
    if (tapped == "more.reprint") scene.push(Reprint{memory.last_receipt});
    if (tapped == "more.gift") scene.push(Reprint{memory.last_receipt, ReprintKind::gift});
    if (tapped == "more.drawer") memory.open = SaleSheet::drawer;
    if (tapped == "more.clear") scene.push(ClearTicket{});
    if (tapped == "more.cash") return SheetTap::cash_in_out;
    if (tapped == "more.x_report") {
        scene.push(TakeXReport{});
        return SheetTap::x_report;
    }
    return SheetTap::none;
}

SheetTap draw_more(Scene& scene, SaleSheetMemory& memory)
{
    Ui& ui{scene.ui};
    const bool lines{!scene.view.cart.lines.empty()};
    const bool owes{scene.view.cart.member && scene.view.cart.member->owed > Money{}};
    const bool pays_fees{scene.view.cart.member &&
                         (!scene.view.payment.membership.fee.is_zero() || !scene.view.cart.member->fees.empty())};
    const std::array<MoreRow, 20> rows{{
        {"more.check", "more.check", icon::search, true, Key::f7},
        {"more.returns", "more.returns", icon::undo, true, Key::f5},
        {"more.points", "more.points", icon::stars, scene.view.cart.redeem.possible},
        {"more.guides", "more.guides", icon::groups, lines},
        {"more.note", "more.note", icon::note_add, true},
        {"more.quantity", "more.quantity", icon::dialpad, lines},
        {"more.delivery", "more.delivery", icon::local_shipping, lines},
        {"more.mark", "more.mark", icon::qr_code_scanner, lines},
        {"more.repay", "more.repay", icon::payments, owes},
        {"more.load", "more.load", icon::account_balance_wallet, scene.view.cart.member.has_value()},
        {"more.sell_gift", "more.sell_gift", icon::redeem, scene.view.payment.takes_gift_cards},
        {"more.fee", "more.fee", icon::badge, pays_fees},
        {"more.services", "more.services", icon::stars, !scene.view.services.empty() && lines},
        {"more.detach", "more.detach", icon::person, scene.view.cart.member.has_value()},
        {"more.reprint", "more.reprint", icon::print, !memory.last_receipt.empty()},
        {"more.gift", "more.gift", icon::card_giftcard, !memory.last_receipt.empty()},
        {"more.cash", "more.cash", icon::savings, true},
        {"more.drawer", "more.drawer", icon::lock_open, true},
        {"more.x_report", "more.x_report", icon::bar_chart, true},
        {"more.clear", "more.clear", icon::delete_icon, lines || !scene.view.cart.coupons.empty()},
    }};
    Sheet sheet{ui, "more", {760.0F, 720.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("ticket.more")) || sheet.dismissed()) memory.open = SaleSheet::none;
    std::string_view tapped;
    for (int i{0}; i < static_cast<int>(rows.size()); ++i) {
        const MoreRow& row{rows[static_cast<std::size_t>(i)]};
        const Kind kind{row.icon == icon::delete_icon ? Kind::danger : Kind::plain};
        if (button(ui, row.id, in.cell(i % 3, 3, i / 3, 7, gap_tile),
                   {.kind = kind,
                    .icon = row.icon,
                    .label = ui.word(row.word),
                    .enabled = row.enabled,
                    .shortcut = row.key}))
            tapped = row.id;
    }
    if (tapped.empty()) return SheetTap::none;
    return open_from_more(scene, memory, tapped);
}

// Why the drawer opens without a sale: one tap, and it is written down.
void draw_drawer(Scene& scene, SaleSheetMemory& memory)
{
    constexpr std::array<std::string_view, 3> drawer_reasons{"drawer.reason.change", "drawer.reason.check",
                                                             "drawer.reason.stuck"};
    Ui& ui{scene.ui};
    Sheet sheet{ui, "drawer", {460.0F, 340.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("drawer.title")) || sheet.dismissed()) memory.open = SaleSheet::none;
    for (int i{0}; i < 3; ++i) {
        const std::string_view reason{drawer_reasons[static_cast<std::size_t>(i)]};
        if (!button(ui, reason, in.cell(0, 1, i, 3, gap_tile), {.icon = icon::lock_open, .label = ui.word(reason)}))
            continue;
        scene.push(OpenDrawer{std::string{ui.word(reason)}});
        memory.open = SaleSheet::none;
    }
}

} // namespace

SheetTap draw_sale_sheet(Scene& scene, SaleSheetMemory& memory)
{
    // A scanned receipt opens them by itself.
    if (memory.open == SaleSheet::none && !scene.view.returns.sales.empty()) memory.show(SaleSheet::returns, 0);
    // A question for a second person stands over everything, and what was asked waits below it.
    if (!scene.view.approval.code.empty()) return SheetTap::none;
    bool open{true};
    switch (memory.open) {
    case SaleSheet::returns: {
        const bool found{!scene.view.returns.sales.empty()};
        open = draw_returns(scene, memory.returns);
        // Whatever was found and is put away leaves nothing open.
        open = open && !(memory.returns_found && !found);
        memory.returns_found = found;
        break;
    }
    case SaleSheet::points: open = draw_points_sheet(scene, memory.points); break;
    case SaleSheet::guides: open = draw_guides(scene, memory.guides, memory.line); break;
    case SaleSheet::delivery: open = draw_delivery(scene, memory.delivery, memory.line, memory.wish); break;
    case SaleSheet::mark: open = draw_mark(scene, memory.mark, memory.line); break;
    case SaleSheet::repay: open = draw_repay(scene, memory.repay); break;
    case SaleSheet::load: open = draw_load(scene, memory.load, false); break;
    case SaleSheet::sell_gift: open = draw_load(scene, memory.load, true); break;
    case SaleSheet::fee: open = draw_fee(scene, memory.fee); break;
    case SaleSheet::services: open = draw_services(scene, memory.services); break;
    case SaleSheet::cannot: open = draw_cannot(scene); break;
    case SaleSheet::note: open = draw_note(scene, memory.note, memory.line); break;
    case SaleSheet::discount: draw_discount(scene, memory); break;
    case SaleSheet::quantity: draw_quantity(scene, memory); break;
    case SaleSheet::recall: draw_recall(scene, memory); break;
    case SaleSheet::drawer: draw_drawer(scene, memory); break;
    case SaleSheet::more: return draw_more(scene, memory);
    case SaleSheet::none: break;
    }
    if (!open) memory.open = SaleSheet::none;
    return memory.wish ? SheetTap::address : SheetTap::none;
}

} // namespace guitai::ui
