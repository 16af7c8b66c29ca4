#include "terminal/ui/screens/returns_sheet.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"

#include <array>
#include <charconv>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 6> reasons{"returns.reason_size",    "returns.reason_colour",
                                                  "returns.reason_quality", "returns.reason_wrong",
                                                  "returns.reason_photo",   "returns.reason_other"};
constexpr std::size_t digits_max{6};
constexpr float line_height{92.0F};

std::int64_t number_of(const std::string& digits)
{
    std::int64_t number{0};
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

// Nothing found yet: the last digits of the number, or the member's receipts.
void draw_search(Scene& scene, ReturnsMemory& memory, Rect in)
{
    Ui& ui{scene.ui};
    const ShopView& shop{scene.view.shop};
    empty_state(scene.canvas(), in.cut_left(in.w * 0.42F, gap_m), icon::qr_code_scanner, ui.word("returns.scan"),
                ui.word("returns.scan_hint"));
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    if (scene.view.cart.member) {
        const std::string whose{ui.word("returns.of_member", scene.view.cart.member->profile.name)};
        if (button(ui, "returns.of_member", in.cut_bottom(touch_main, gap_m), {.icon = icon::person, .label = whose}))
            scene.push(FindSale{{}, scene.view.cart.member->profile.member});
    }
    const ReceiptNumber wanted{make_receipt_number(shop.store, shop.till, number_of(memory.digits))};
    draw_amount_box(scene, in.cut_top(64.0F, gap_s), ui.word("returns.number"),
                    memory.digits.empty() ? "–" : memory.digits, !memory.digits.empty());
    const char key{number_pad(ui, "returns.pad", in)};
    if (key == '<' && !memory.digits.empty()) memory.digits.pop_back();
    if (key >= '0' && key <= '9' && memory.digits.size() < digits_max) memory.digits += key;
    const bool ready{number_of(memory.digits) > 0};
    const std::string label{ready ? ui.word("returns.find", wanted.text) : std::string{ui.word("returns.number")}};
    if (button(ui, "returns.find", go,
               {.kind = Kind::main, .icon = icon::search, .label = label, .enabled = ready, .type = Type::title}))
        scene.push(FindSale{wanted, {}});
}

void draw_choice(Scene& scene, ReturnsMemory& memory, Rect in)
{
    const std::vector<SoldView>& sales{scene.view.returns.sales};
    const float content{row_height * static_cast<float>(sales.size())};
    const float offset{memory.scroll.update(scene.ui, in, content)};
    const Clip clip{in};
    for (int at{0}; at < static_cast<int>(sales.size()); ++at) {
        const SoldView& sale{sales[static_cast<std::size_t>(at)]};
        const Rect row{in.x, in.y - offset + row_height * static_cast<float>(at), in.w, row_height};
        const std::string note{date_text(scene.ui.words, sale.sold_on) + " · " + sale.staff.text};
        const std::string first{sale.lines.empty() ? sale.receipt.text : sale.lines.front().name};
        const std::string total{money_text(sale.total)};
        if (list_row(scene.ui, "returns.sale/" + std::to_string(at), row,
                     {.icon = icon::receipt, .title = first, .note = note, .figure = total,
                      .figure_note = sale.receipt.text, .opens = true}))
            memory.sale = at;
    }
    scroll_mark(scene.canvas(), in, offset, content);
}

Quantity on_ticket(const Scene& scene, const SoldView& sale, const SoldLineView& line)
{
    Quantity handed;
    for (const CartLineView& one : scene.view.cart.lines) {
        const bool back{one.returned_receipt == sale.receipt && one.returned_line == line.line};
        const bool swapped{one.swapped_receipt == sale.receipt && one.swapped_line == line.line};
        if (one.kind == LineKind::return_ && (back || swapped)) handed = handed + one.quantity;
    }
    return handed;
}

// Back, or another size or colour for it. A piece with a serial number is compared with the one that was sold.
void draw_line_actions(Scene& scene, ReturnsMemory& memory, const SoldView& sale, const SoldLineView& line,
                       Quantity left, Rect act)
{
    Ui& ui{scene.ui};
    const bool ready{!left.is_zero() && memory.reason >= 0};
    const std::string reason{memory.reason < 0 ? "" : ui.word(reasons[static_cast<std::size_t>(memory.reason)])};
    const std::string number{std::to_string(line.line)};
    const bool can_swap{line.quantity.is_whole() && !line.style.empty()};
    if (button(ui, "returns.swap/" + number, act.cut_left(96.0F, gap_s),
               {.label = ui.word("returns.swap"), .enabled = ready && can_swap}))
        begin_swap(scene, memory.swap, sale, line, reason);
    const Quantity piece{line.quantity.is_whole() ? Quantity::pieces(1) : left};
    const std::string_view take{ui.word(line.serial.empty() ? "returns.take" : "returns.take_checked")};
    if (button(ui, "returns.take/" + number, act,
               {.kind = Kind::danger, .icon = icon::undo, .label = take, .enabled = ready}))
    {
        scene.push(ReturnLine{sale.receipt, line.line, piece, reason, line.serial, memory.freight.amount});
        memory.freight = {}; // It was one parcel.
    }
}

void draw_sold_line(Scene& scene, ReturnsMemory& memory, const SoldView& sale, const SoldLineView& line, Rect row)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    Ui& ui{scene.ui};
    c.rule(row.x, row.right(), row.bottom(), p.line);
    Rect act{row.cut_right(264.0F, gap_m)};
    const Quantity handed{on_ticket(scene, sale, line)};
    const Quantity left{line.returnable > handed ? line.returnable - handed : Quantity{}};
    const bool stays{left.is_zero()};
    const bool cheaper_now{!line.price_drop.is_zero() && handed.is_zero()};
    const Rect claim{cheaper_now ? row.cut_right(act.w, gap_m).centred(act.w, 56.0F) : Rect{}};
    c.text({row.x, row.y + 14.0F, row.w, 24.0F}, Type::strong, stays ? p.ink_faint : p.ink, line.name);
    std::string what{
        dotted({variant_in(ui.words, line.variant), text_of(line.quantity), money_text(line.total)})};
    if (!line.serial.empty()) what += " · " + ui.word("returns.serial", line.serial);
    c.text({row.x, row.y + 38.0F, row.w, 22.0F}, Type::caption, p.ink_soft, what);
    const bool refused{!line.refusal.empty() && line.refusal != "return.too_late"};
    std::string note{ui.word("returns.left", text_of(left))};
    if (!handed.is_zero()) note += " · " + ui.word("returns.on_ticket", text_of(handed));
    if (line.refusal == "return.too_late") note = std::string{ui.word("return.too_late")};
    if (refused) note = std::string{ui.word(line.refusal)};
    c.text({row.x, row.y + 60.0F, row.w, 22.0F}, Type::caption, refused ? p.danger : p.info, note);
    if (cheaper_now) {
        const std::string drop{ui.word("returns.price_drop", money_short(line.price_drop))};
        if (button(ui, "returns.price_drop/" + std::to_string(line.line), claim, {.label = drop}))
            scene.push(ClaimPriceDrop{sale.receipt, line.line});
    }
    if (refused) return;
    draw_line_actions(scene, memory, sale, line, left, act.centred(act.w, 56.0F));
}

// What points paid: it comes back by itself, and only its points with it.
void draw_sold_service(Scene& scene, const ReturnsMemory& memory, const SoldView& sale, const ServiceTakenView& one,
                       Rect row)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    Ui& ui{scene.ui};
    c.rule(row.x, row.right(), row.bottom(), p.line);
    const Rect act{row.cut_right(264.0F, gap_m)};
    c.text({row.x, row.y + 14.0F, row.w, 24.0F}, Type::strong, one.returned ? p.ink_faint : p.ink,
           name_in(ui.words, one.name, one.name_en));
    c.text({row.x, row.y + 38.0F, row.w, 22.0F}, Type::caption, p.ink_soft,
           ui.word("service.points", count_text(one.points)));
    if (one.returned) {
        c.text(act, Type::body, p.ink_faint, ui.word("service.returned"), Align::right);
        return;
    }
    const std::string reason{memory.reason < 0 ? "" : ui.word(reasons[static_cast<std::size_t>(memory.reason)])};
    if (button(ui, "returns.service/" + std::to_string(one.n), act.centred(act.w, 56.0F),
               {.kind = Kind::danger, .icon = icon::undo, .label = ui.word("service.give_back"),
                .enabled = memory.reason >= 0}))
        scene.push(ReturnService{sale.receipt, one.service, reason});
}

// Each as wide as its word wants, and together as wide as the row.
void draw_reasons(Scene& scene, ReturnsMemory& memory, Rect row)
{
    Ui& ui{scene.ui};
    float wanted{0.0F};
    for (const std::string_view reason : reasons) wanted += chip_width(scene.canvas(), ui.word(reason));
    const float room{row.w - gap_s * static_cast<float>(reasons.size() - 1)};
    for (int i{0}; i < static_cast<int>(reasons.size()); ++i) {
        const std::string_view word{ui.word(reasons[static_cast<std::size_t>(i)])};
        const Rect at{row.cut_left(chip_width(scene.canvas(), word) * room / wanted, gap_s)};
        if (chip(ui, "returns.reason/" + std::to_string(i), at, word, memory.reason == i)) memory.reason = i;
    }
}

// True where the clerk is through with it.
bool draw_sale(Scene& scene, ReturnsMemory& memory, const SoldView& sale, Rect in)
{
    Ui& ui{scene.ui};
    const std::string who{sale.member_name.empty() ? std::string{} : " · " + sale.member_name};
    const std::string head{sale.receipt.text + " · " + date_text(ui.words, sale.sold_on) + " · " + sale.staff.text +
                           who};
    scene.canvas().text(in.cut_top(26.0F, gap_s), Type::body, scene.colour().ink_soft, head);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    draw_reasons(scene, memory, in.cut_bottom(48.0F, gap_m));
    Rect said{in.cut_bottom(48.0F, gap_s)};
    const Money paid{memory.freight.amount};
    const std::string freight{paid.is_zero() ? std::string{ui.word("returns.no_freight")}
                                             : ui.word("returns.freight", money_short(paid))};
    if (chip(ui, "returns.freight", said.cut_right(chip_width(scene.canvas(), freight), gap_s), freight,
             !paid.is_zero()))
        memory.freight.asking = true;
    scene.canvas().text(said, Type::caption, scene.colour().ink_soft,
                        ui.word(memory.reason < 0 ? "return.needs_reason" : "returns.why"));
    const float content{line_height * static_cast<float>(sale.lines.size() + sale.services.size())};
    const float offset{memory.scroll.update(ui, in, content)};
    {
        const Clip clip{in};
        float y{in.y - offset};
        for (const SoldLineView& line : sale.lines) {
            draw_sold_line(scene, memory, sale, line, {in.x, y, in.w, line_height});
            y += line_height;
        }
        for (const ServiceTakenView& one : sale.services) {
            draw_sold_service(scene, memory, sale, one, {in.x, y, in.w, line_height});
            y += line_height;
        }
    }
    scroll_mark(scene.canvas(), in, offset, content);
    Money back;
    for (const CartLineView& line : scene.view.cart.lines) {
        if (line.kind == LineKind::return_) back -= line.total;
    }
    const std::string label{back.is_zero() ? std::string{ui.word("returns.close")}
                                           : ui.word("returns.done", money_short(back))};
    return button(ui, "returns.done", go,
                  {.kind = Kind::main, .icon = icon::check, .label = label, .type = Type::title});
}

} // namespace

bool draw_returns(Scene& scene, ReturnsMemory& memory)
{
    const std::vector<SoldView>& sales{scene.view.returns.sales};
    Sheet sheet{scene.ui, "returns", {880.0F, 700.0F}};
    Rect in{sheet.inside()};
    bool closed{sheet.head(in, scene.ui.word("returns.title")) || sheet.dismissed()};
    draw_banner(scene, in);
    if (memory.swap.on()) {
        (void)draw_swap_choice(scene, memory.swap, in);
        if (closed) scene.push(CloseGrid{});
    } else if (memory.freight.asking) {
        memory.freight.asking = draw_freight_choice(scene, memory.freight, in) && !closed;
        closed = false; // Of the amount alone.
    } else if (sales.empty()) {
        draw_search(scene, memory, in);
    } else if (sales.size() > 1 && memory.sale < 0) {
        draw_choice(scene, memory, in);
    } else {
        const auto at = static_cast<std::size_t>(std::max(memory.sale, 0));
        closed = draw_sale(scene, memory, sales[std::min(at, sales.size() - 1)], in) || closed;
    }
    if (closed && !sales.empty()) scene.push(CloseSale{});
    return !closed;
}

} // namespace guitai::ui
