#include "terminal/ui/screens/ticket_pane.hpp"

#include "terminal/ui/screens/club_sheets.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/member_strip.hpp"
#include "terminal/ui/screens/points_sheet.hpp"
#include "terminal/ui/screens/ticket_offers.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace guitai::ui {
namespace {

constexpr float more_height{32.0F};

// A line's texts, which its look only points at.
struct Reason {
    std::string text, amount;
    const char* picture{nullptr};
    Tone tone{Tone::gold};
};
struct LineTexts {
    std::string variant, unit, total, quantity;
    std::vector<Reason> reasons;
    std::vector<ReasonLook> views;
    LineLook look;
};

std::string_view kind_word(const Scene& scene, const CartLineView& line)
{
    const bool swapped{!line.swapped_receipt.empty()};
    if (swapped) return scene.ui.word(line.kind == LineKind::return_ ? "line.swap_back" : "line.swap_in");
    if (line.kind == LineKind::sale) return {};
    return scene.ui.word("line." + std::string{word_of(line.kind)});
}

// Which piece it is, or that it has still to be said.
std::string mark_words(const Scene& scene, const CartLineView& line)
{
    if (line.needs_serial) return std::string{scene.ui.word("mark.needs_serial")};
    if (line.needs_lot) return std::string{scene.ui.word("mark.needs_lot")};
    if (!line.serial.empty()) return scene.ui.word("returns.serial", line.serial);
    return line.lot.empty() ? std::string{} : scene.ui.word("mark.lot_is", line.lot);
}

// What of the line the member can not have.
std::vector<std::string> cannot_words(const Scene& scene, const CartLineView& line)
{
    std::vector<std::string> words;
    for (const CannotView& one : scene.view.cart.cannot) {
        if (one.line == line.line) words.push_back(scene.ui.word("line.cannot", one.about));
    }
    return words;
}

// As many as write_line() writes: a long ticket is measured whole, and written where it is seen.
std::size_t reasons_of(const Scene& scene, const CartLineView& line)
{
    const bool marked{line.needs_serial || line.needs_lot || !line.serial.empty() || !line.lot.empty()};
    const auto& cannot = scene.view.cart.cannot;
    const auto of_line = std::count_if(cannot.begin(), cannot.end(),
                                       [&](const CannotView& one) { return one.line == line.line; });
    return line.why.size() + (marked ? 1U : 0U) + (line.kind == LineKind::order ? 1U : 0U) +
           (line.usual_size.empty() ? 0U : 1U) + static_cast<std::size_t>(of_line);
}

void write_reasons(const Scene& scene, const CartLineView& line, std::vector<Reason>& reasons)
{
    const Words& words{scene.ui.words};
    for (std::string& text : cannot_words(scene, line))
        reasons.push_back({std::move(text), {}, icon::error, Tone::danger});
    if (!line.usual_size.empty()) {
        reasons.push_back({scene.ui.word("line.usual_size", line.usual_size), {}, icon::straighten, Tone::gold});
    }
    for (const PriceReason& reason : line.why) {
        const bool news{reason.amount.is_zero()};
        reasons.push_back({reason_words(words, reason), news ? "" : money_text(-reason.amount),
                           news ? icon::stars : icon::local_offer, news ? Tone::gold : Tone::save});
    }
    if (std::string mark{mark_words(scene, line)}; !mark.empty())
        reasons.push_back({std::move(mark), {}, icon::stars, Tone::gold});
    if (line.kind == LineKind::order)
        reasons.push_back({delivery_words(scene, line.delivery), {}, icon::local_shipping, Tone::info});
}

void write_line(const Scene& scene, const CartLineView& line, bool open, LineTexts& texts)
{
    const Words& words{scene.ui.words};
    texts.variant = variant_in(words, line.colour, line.size);
    texts.quantity = text_of(line.quantity);
    texts.unit = texts.quantity + " × " + money_text(line.unit);
    texts.total = money_text(line.total);
    write_reasons(scene, line, texts.reasons);
    for (const Reason& reason : texts.reasons)
        texts.views.push_back({reason.text, reason.amount, reason.picture, reason.tone});
    assert(texts.reasons.size() == reasons_of(scene, line));
    const bool ordered{line.kind == LineKind::order};
    const bool taken_along{line.kind == LineKind::sale || line.kind == LineKind::gift};
    texts.look = {.kind = line.kind,
                  .name = name_in(words, line.name, line.name_en),
                  .variant = texts.variant,
                  .unit_price = texts.unit,
                  .total = texts.total,
                  .kind_word = kind_word(scene, line),
                  .quantity = texts.quantity,
                  .reasons = texts.views,
                  .goods = look_of(line.picture, line.category, line.name, line.colour),
                  .chosen = open,
                  .can_change = (taken_along && line.swapped_receipt.empty()) || ordered};
}

void act_on_line(Scene& scene, TicketMemory& memory, const CartLineView& line, LineTap tap)
{
    const Quantity one{Quantity::pieces(1)};
    const bool last_piece{line.quantity <= one};
    switch (tap) {
    case LineTap::line: memory.open_line = memory.open_line == line.line ? 0 : line.line; break;
    case LineTap::more: scene.push(SetQuantity{line.line, line.quantity + one}); break;
    case LineTap::less:
        if (!last_piece) {
            scene.push(SetQuantity{line.line, line.quantity - one});
            break;
        }
        [[fallthrough]];
    case LineTap::remove:
        scene.push(RemoveLine{line.line});
        memory.undo = TicketUndo::remove;
        scene.toast.show(scene.ui, icon::delete_icon,
                         scene.ui.word("toast.removed", name_in(scene.ui.words, line.name, line.name_en)),
                         std::string{scene.ui.word("toast.undo")});
        break;
    case LineTap::none: break;
    }
}

// The line that changed last opens by itself and comes into view: the eye need not look for it.
void follow_touched(const Scene& scene, TicketMemory& memory)
{
    const CartView& cart{scene.view.cart};
    if (cart.last_touched == memory.seen_touched) return;
    memory.seen_touched = cart.last_touched;
    memory.open_line = cart.last_touched;
}

void draw_lines(Scene& scene, TicketMemory& memory, Rect box)
{
    const std::vector<CartLineView>& lines{scene.view.cart.lines};
    const LineNumber opened_before{memory.open_line};
    follow_touched(scene, memory);
    const LineNumber open_line{memory.open_line};
    std::vector<float> heights;
    heights.reserve(lines.size());
    float content{0.0F};
    for (const CartLineView& line : lines) {
        const bool open{line.line == open_line};
        const float tall{cart_line_height(reasons_of(scene, line), open)};
        if (open && memory.open_line != opened_before) memory.lines.show(content, tall + more_height);
        content += tall;
        heights.push_back(tall);
    }
    const Rect whole{box};
    const bool long_list{content > box.h};
    const Rect foot{long_list ? box.cut_bottom(more_height) : Rect{}};
    const float offset{memory.lines.update(scene.ui, box, content)};
    std::int64_t hidden{0};
    {
        const Clip clip{box};
        float y{box.y - offset};
        for (std::size_t i{0}; i < lines.size(); ++i) {
            const Rect at{box.x, y, box.w, heights[i]};
            y = at.bottom();
            if (at.bottom() > box.bottom() + 1.0F) ++hidden;
            if (at.bottom() < box.y || at.y > box.bottom()) continue;
            LineTexts texts;
            write_line(scene, lines[i], lines[i].line == open_line, texts);
            const std::string id{"sale.line/" + std::to_string(lines[i].line)};
            act_on_line(scene, memory, lines[i], cart_line(scene.ui, id, at, texts.look));
        }
    }
    if (!long_list) return;
    if (hidden > 0) {
        if (more_below(scene.ui, "sale.more_lines", foot, scene.ui.word("sale.more_lines", hidden),
                       scene.colour().surface))
            memory.lines.show(offset + box.h, box.h * 0.8F);
    }
    scroll_mark(scene.canvas(), {whole.x, whole.y, whole.w + 8.0F, whole.h}, offset, content);
}

float totals_height(const Scene& scene)
{
    const CartView& cart{scene.view.cart};
    float tall{offers_height(cart) + ticket_row + 8.0F + 62.0F};
    if (!cart.total_before.is_zero()) tall += ticket_row;
    if (cart.redeem.wanted > 0) tall += points_row;
    tall += services_height(cart);
    if (!cart.discount.is_zero()) tall += ticket_row;
    if (!scene.view.shop.tax_included) tall += ticket_row;
    return tall;
}

void draw_totals(Scene& scene, Rect box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const CartView& cart{scene.view.cart};
    if (const float tall{offers_height(cart)}; tall > 0.0F) draw_offers(scene, box.cut_top(tall));
    if (!cart.total_before.is_zero()) {
        figure_row(c, box.cut_top(ticket_row), scene.ui.word("ticket.before"), money_text(cart.total_before), p.gold);
    }
    figure_row(c, box.cut_top(ticket_row), scene.ui.word("ticket.subtotal", cart.pieces), money_text(cart.subtotal),
               p.ink_soft);
    if (!cart.discount.is_zero())
        figure_row(c, box.cut_top(ticket_row), scene.ui.word("ticket.saved"), money_text(-cart.discount), p.save);
    if (!scene.view.shop.tax_included)
        figure_row(c, box.cut_top(ticket_row), scene.ui.word("ticket.tax"), money_text(cart.tax), p.ink_soft);
    if (const float tall{services_height(cart)}; tall > 0.0F) draw_service_rows(scene, box.cut_top(tall));
    if (cart.redeem.wanted > 0) draw_points_row(scene, box.cut_top(points_row));
    box.cut_top(4.0F);
    c.rule(box.x, box.right(), box.y, p.line);
    const std::string total{money_text(cart.total - cart.redeem.worth)};
    Rect row{box.cut_top(62.0F)};
    const Rect right{row.cut_right(c.width(Type::total, total) + 2.0F, gap_s)};
    c.text(right, Type::total, p.ink, total, Align::right);
    c.text(row, Type::title, p.ink, scene.ui.word("ticket.to_pay"));
}

// The toast stands above the totals, never over the button; the lines make room for it.
void draw_toast(Scene& scene, const TicketMemory& memory, Rect& lines)
{
    if (!scene.toast.visible(scene.ui)) return;
    const Rect box{lines.cut_bottom(56.0F, gap_s)};
    const bool parked{memory.undo == TicketUndo::park};
    // A ticket comes back only where there is none.
    const bool can{!parked || scene.view.cart.lines.empty()};
    const std::string_view action{can ? std::string_view{scene.toast.action} : std::string_view{}};
    if (!toast(scene.ui, "toast.undo", box, scene.toast.icon, scene.toast.text, action)) return;
    if (parked)
        scene.push(Recall{scene.view.parked_ticket});
    else
        scene.push(UndoRemove{});
    scene.toast = {};
}

// The ticket is aside once the till says so; it may have refused.
void notice_parked(Scene& scene, TicketMemory& memory)
{
    if (!memory.parking) return;
    memory.parking = false;
    if (scene.view.parked_ticket == memory.parked_before) return;
    memory.undo = TicketUndo::park;
    scene.toast.show(scene.ui, icon::pause, std::string{scene.ui.word("toast.parked")},
                     std::string{scene.ui.word("toast.undo")});
}

TicketTap draw_empty(Scene& scene, const TicketMemory& memory, Rect in)
{
    Ui& ui{scene.ui};
    TicketTap tap{TicketTap::none};
    const Rect go{in.cut_bottom(72.0F, gap_tile)};
    (void)button(ui, "sale.pay", go,
                 {.kind = Kind::main, .icon = icon::payments, .label = ui.word("ticket.pay"), .enabled = false,
                  .type = Type::title});
    const Rect row{in.cut_bottom(60.0F, gap_m)};
    const std::size_t parked{scene.view.cart.parked.size()};
    std::string recall{ui.word("sale.recall")};
    if (parked > 0) recall += " " + std::to_string(parked);
    if (button(ui, "ticket.recall", row.cell(0, 2, 0, 1, gap_s),
               {.icon = icon::inbox, .label = recall, .enabled = parked > 0}))
        tap = TicketTap::recall;
    if (button(ui, "ticket.more", row.cell(1, 2, 0, 1, gap_s),
               {.icon = icon::more_horiz, .label = ui.word("ticket.more"), .shortcut = Key::f10}))
        tap = TicketTap::more;
    // A coupon that was handed over before the first piece.
    if (const float tall{offers_height(scene.view.cart)}; tall > 0.0F) draw_offers(scene, in.cut_bottom(tall, gap_s));
    draw_toast(scene, memory, in);
    const bool right{ui.hand == Hand::right};
    empty_state(scene.canvas(), in, icon::qr_code_scanner, ui.word("ticket.empty"),
                ui.word(right ? "ticket.empty_left" : "ticket.empty_right"));
    return tap;
}

TicketTap draw_actions(Scene& scene, Rect& in)
{
    Ui& ui{scene.ui};
    TicketTap tap{TicketTap::none};
    const bool owes_us{scene.view.cart.total.is_negative()};
    const std::string pay{owes_us ? ui.word("ticket.refund", money_short(-scene.view.cart.total))
                                  : std::string{ui.word("ticket.pay")}};
    const Rect go{in.cut_bottom(72.0F, gap_tile)};
    if (button(ui, "sale.pay", go,
               {.kind = Kind::main, .icon = icon::payments, .label = pay, .type = Type::title}))
        tap = TicketTap::pay;
    const Rect row{in.cut_bottom(52.0F, gap_s)};
    // A long word keeps its letters and gives up the icon, on all three alike.
    constexpr float icon_and_edges{50.0F};
    const float widest{scene.canvas().width(Type::strong, ui.word("ticket.discount"))};
    const bool cramped{widest + icon_and_edges > row.cell(0, 3, 0, 1, gap_s).w};
    if (button(ui, "ticket.park", row.cell(0, 3, 0, 1, gap_s),
               {.icon = cramped ? nullptr : icon::pause, .label = ui.word("ticket.park"), .shortcut = Key::f8}))
        tap = TicketTap::park;
    if (button(ui, "ticket.discount", row.cell(1, 3, 0, 1, gap_s),
               {.icon = cramped ? nullptr : icon::percent, .label = ui.word("ticket.discount"), .shortcut = Key::f6}))
        tap = TicketTap::discount;
    if (button(ui, "ticket.more", row.cell(2, 3, 0, 1, gap_s),
               {.icon = cramped ? nullptr : icon::more_horiz, .label = ui.word("ticket.more"), .shortcut = Key::f10}))
        tap = TicketTap::more;
    return tap;
}

} // namespace

const CartLineView* open_line(const Scene& scene, const TicketMemory& memory)
{
    const CartLineView* touched{nullptr};
    for (const CartLineView& line : scene.view.cart.lines) {
        if (line.line == memory.open_line) return &line;
        if (line.line == scene.view.cart.last_touched) touched = &line;
    }
    if (touched == nullptr && !scene.view.cart.lines.empty()) return &scene.view.cart.lines.back();
    return touched;
}

const CartLineView* line_of(const Scene& scene, LineNumber number)
{
    const auto& lines = scene.view.cart.lines;
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.line == number; });
    return found == lines.end() ? nullptr : &*found;
}

std::string delivery_words(const Scene& scene, Delivery delivery)
{
    return std::string{scene.ui.word("delivery." + std::string{word_of(delivery)})};
}

TicketTap draw_ticket(Scene& scene, TicketMemory& memory, const Rect& ticket)
{
    Canvas& c{scene.canvas()};
    c.shadow(ticket, 0.0F, Elevation::floating);
    c.fill(ticket, scene.colour().surface, 0.0F);
    notice_parked(scene, memory);
    Rect in{ticket.inset(gap_m, gap_tile)};
    bool tapped{draw_member_strip(scene, in.cut_top(68.0F, gap_s))};
    if (const float tall{reminder_height(scene)}; tall > 0.0F)
        tapped = draw_reminder(scene, in.cut_top(tall, gap_s)) || tapped;
    const TicketTap who{scene.view.cart.member ? TicketTap::member : TicketTap::find_member};
    const TicketTap tap{tapped ? who : TicketTap::none};
    if (scene.view.cart.lines.empty()) {
        memory.seen_touched = scene.view.cart.last_touched;
        const TicketTap other{draw_empty(scene, memory, in)};
        return tap == TicketTap::none ? other : tap;
    }
    const TicketTap action{draw_actions(scene, in)};
    draw_totals(scene, in.cut_bottom(totals_height(scene), gap_s));
    draw_toast(scene, memory, in);
    draw_lines(scene, memory, {in.x - 4.0F, in.y, in.w + 8.0F, in.h});
    return action == TicketTap::none ? tap : action;
}

} // namespace guitai::ui
