#include "terminal/ui/screens/shift_screen.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::array<CashMovement, 4> movements{CashMovement::paid_in, CashMovement::paid_out,
                                                CashMovement::safe_drop, CashMovement::bank_drop};
constexpr std::array<std::string_view, 4> movement_reasons{"cash.reason_change", "cash.reason_buy",
                                                           "cash.reason_safe", "cash.reason_other"};

bool draw_choice(Scene& scene, std::string_view id, const Rect& box, const char* picture, std::string_view title,
                 std::string_view line, bool enabled)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Touch touch{touch_area(scene.ui, id, box, {.enabled = enabled, .label = title})};
    if (enabled && touch.down < 0.5F) c.shadow(box, radius_m, Elevation::card);
    if (enabled) c.fill(box, mixed(p.raised, p.line, touch.down), radius_m);
    c.stroke(box, p.line, radius_m);
    const ImU32 ink{enabled ? p.ink : p.ink_faint};
    const Rect badge{box.x + gap_m, box.mid_y() - 24.0F, 48.0F, 48.0F};
    c.fill(badge, p.primary_soft, radius_s);
    c.icon(badge.middle(), picture, enabled ? p.primary : p.ink_faint);
    const Rect words{box.x + 80.0F, box.y, box.w - 112.0F, box.h};
    c.text({words.x, words.y - 12.0F, words.w, words.h}, Type::strong, ink, title);
    c.text({words.x, words.y + 13.0F, words.w, words.h}, Type::caption, enabled ? p.ink_soft : p.ink_faint, line);
    if (enabled) c.icon({box.right() - 24.0F, box.mid_y()}, icon::chevron_right, p.ink_soft);
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
}

void draw_shift_card(Scene& scene, const Rect& card)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const SessionView& session{scene.view.session};
    if (session.shift == 0) {
        c.text(in.cut_top(34.0F), Type::title, p.ink, scene.ui.word("shift.none"));
        c.text(in.cut_top(28.0F), Type::body, p.ink_soft, scene.ui.word("shift.none_line"));
        return;
    }
    c.text(in.cut_top(34.0F), Type::title, p.ink, scene.ui.word("report.shift", session.shift));
    std::string line{date_text(scene.ui.words, session.business_date)};
    line += " · " + scene.ui.word("shift.since", moment_words(scene, session.shift_opened_at_ms));
    if (session.staff) line += " · " + session.staff->name.text;
    c.text(in.cut_top(28.0F), Type::body, p.ink_soft, line);
}

void draw_waiting(Scene& scene, Rect box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    c.card(box);
    Rect in{box.inset(page_margin, gap_m)};
    c.text(in.cut_top(32.0F, gap_s), Type::strong, p.ink, scene.ui.word("shift.before_close"));
    const auto& waiting = scene.view.cart.parked;
    const auto parked =
        std::count_if(waiting.begin(), waiting.end(), [](const ParkedView& one) { return one.till == 0; });
    const std::size_t open{scene.view.close.open_orders.size()};
    const auto line = [&](const char* picture, bool fine, std::string_view text) {
        Rect row{in.cut_top(44.0F)};
        const ImU32 ink{fine ? p.primary : p.gold};
        c.icon({row.x + 12.0F, row.mid_y()}, fine ? icon::check_circle : picture, ink);
        row.cut_left(36.0F);
        c.text(row, Type::body, p.ink, text);
    };
    line(icon::inbox, parked == 0,
         parked == 0 ? std::string{scene.ui.word("shift.no_parked")} : scene.ui.word("shift.parked", parked));
    line(icon::local_shipping, open == 0,
         open == 0 ? std::string{scene.ui.word("shift.no_open_orders")} : scene.ui.word("shift.open_orders", open));
    const std::int64_t pending{scene.view.sync.pending};
    if (scene.view.shop.has_office)
        line(icon::cloud_queue, pending == 0,
             pending == 0 ? std::string{scene.ui.word("shift.all_sent")}
                          : scene.ui.word("lamp.waiting", count_text(pending)));
    for (const OrderBrief& order : scene.view.close.open_orders) {
        if (in.h < 40.0F) break;
        const std::string variant{variant_in(scene.ui.words, order.variant)};
        const std::string goods{variant.empty() ? order.name : order.name + " " + variant};
        figure_row(c, in.cut_top(32.0F), dotted({order.recipient_name, goods}),
                   scene.ui.word("order_state." + std::string{word_of(order.state)}), p.ink_soft, Type::caption);
    }
}

void draw_home(Scene& scene, ShiftMemory& memory, Rect page)
{
    Ui& ui{scene.ui};
    const bool open{scene.view.session.shift != 0};
    const Measures measures{measures_of(ui.page)};
    const Rect side{page.cut_near(ui.hand, measures.panel, page_margin)};
    draw_shift_card(scene, page.cut_top(96.0F, gap_m));
    const Rect first{page.cut_top(88.0F, gap_tile)};
    if (draw_choice(scene, "shift.x_report", first, icon::bar_chart, ui.word("shift.x_report"),
                    ui.word("shift.x_line"), open)) {
        scene.push(TakeXReport{});
        memory.step = ShiftStep::report;
    }
    if (draw_choice(scene, "shift.cash", page.cut_top(88.0F, gap_tile), icon::savings, ui.word("shift.cash"),
                    ui.word("shift.cash_line"), open))
        memory.movement_open = true;
    const bool report{scene.view.close.report.has_value()};
    if (draw_choice(scene, "shift.last_report", page.cut_top(88.0F, gap_tile), icon::receipt_long,
                    ui.word("shift.last_report"), ui.word("shift.last_report_line"), report))
        memory.step = ShiftStep::report;

    if (scene.toast.visible(ui))
        (void)toast(ui, "toast.undo", page.cut_bottom(56.0F), scene.toast.icon, scene.toast.text, {});

    Rect right{side};
    const Rect go{right.cut_bottom(76.0F, gap_m)};
    draw_waiting(scene, right);
    if (open) {
        const bool selling{!scene.view.cart.lines.empty()};
        if (button(ui, "shift.count", go,
                   {.kind = Kind::main, .icon = icon::savings,
                    .label = ui.word(selling ? "shift.cart_open" : "shift.begin_close"), .enabled = !selling,
                    .type = Type::title})) {
            memory = {};
            memory.step = ShiftStep::count;
        }
        return;
    }
    if (button(ui, "shift.close_day", go,
               {.kind = Kind::main, .icon = icon::print, .label = ui.word("shift.close_day"), .type = Type::title})) {
        memory.pending_at_close = scene.view.sync.pending;
        scene.push(CloseDay{});
        memory.step = ShiftStep::report;
    }
}

} // namespace

void draw_steps(Scene& scene, Rect row, int current)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    constexpr std::array<std::string_view, 3> keys{"close.step_count", "close.step_variance", "close.step_report"};
    for (int i{0}; i < 3; ++i) {
        const std::string text{std::to_string(i + 1) + " " +
                               std::string{scene.ui.word(keys[static_cast<std::size_t>(i)])}};
        const Rect pill{row.cut_left(c.width(Type::body, text) + 34.0F)};
        const bool now{i == current};
        c.fill(pill, now ? p.primary : p.sunken, pill.h / 2.0F);
        c.text(pill, Type::body, now ? p.on_primary : p.ink_soft, text, Align::centre);
        if (i == 2) break;
        const Rect arrow{row.cut_left(36.0F)};
        c.icon(arrow.middle(), icon::chevron_right, p.ink_soft);
    }
}

Money counted_cash(const ShiftMemory& memory)
{
    Money sum;
    for (std::size_t i{0}; i < memory.counts.size(); ++i)
        sum += Money::from_minor(denominations_fen[i]) * memory.counts[i];
    return sum;
}

std::vector<Denomination> counted_denominations(const ShiftMemory& memory)
{
    std::vector<Denomination> all;
    for (std::size_t i{0}; i < memory.counts.size(); ++i) {
        if (memory.counts[i] != 0) all.push_back({Money::from_minor(denominations_fen[i]), memory.counts[i]});
    }
    return all;
}

namespace {

void end_movement(ShiftMemory& memory)
{
    memory.movement_open = false;
    memory.movement_sent = false;
    memory.movement_asked = false;
    memory.movement_refused = false;
    memory.movement_digits.clear();
    memory.movement_reason = -1;
}

// True where the sheet is done: the till wrote it down, or a second person would not agree. What was typed stays
// where the till refused it.
bool movement_done(Scene& scene, ShiftMemory& memory)
{
    if (!memory.movement_sent) return false;
    if (!scene.view.approval.code.empty()) {
        memory.movement_asked = true;
        return false;
    }
    memory.movement_sent = false;
    memory.movement_refused = scene.view.banner.is_error && !scene.view.banner.code.empty();
    if (memory.movement_refused) return false;
    if (!memory.movement_asked)
        scene.toast.show(scene.ui, icon::check, std::string{scene.ui.word("cash.done")}, {});
    end_movement(memory);
    return true;
}

} // namespace

void draw_cash_movement(Scene& scene, ShiftMemory& memory)
{
    if (movement_done(scene, memory)) return;
    Ui& ui{scene.ui};
    Sheet sheet{ui, "cash", {520.0F, 720.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("shift.cash")) || sheet.dismissed()) memory.movement_open = false;
    if (memory.movement_refused) draw_banner(scene, in);
    std::array<std::string_view, 4> words{};
    for (std::size_t i{0}; i < words.size(); ++i) words[i] = ui.word("cash." + std::string{word_of(movements[i])});
    if (const int tapped{segmented(ui, "cash.kind", in.cut_top(56.0F, gap_tile), words, memory.movement)}; tapped >= 0)
        memory.movement = tapped;
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const Rect reasons{in.cut_bottom(48.0F, gap_m)};
    for (int i{0}; i < 4; ++i) {
        const std::string_view word{ui.word(movement_reasons[static_cast<std::size_t>(i)])};
        if (chip(ui, "cash.reason/" + std::to_string(i), reasons.cell(i, 4, 0, 1, gap_s), word,
                 memory.movement_reason == i))
            memory.movement_reason = i;
    }
    const Money amount{typed_amount(memory.movement_digits)};
    draw_amount_box(scene, in.cut_top(68.0F, gap_tile), words[static_cast<std::size_t>(memory.movement)],
                    money_short(amount), !memory.movement_digits.empty());
    if (const char key{number_pad(ui, "cash.pad", in, {.corner = PadCorner::decimal})}; key != 0)
        type_amount(memory.movement_digits, key);
    const bool ready{!amount.is_zero() && memory.movement_reason >= 0};
    const std::string label{ready ? std::string{words[static_cast<std::size_t>(memory.movement)]} + " " +
                                        money_short(amount)
                                  : std::string{ui.word(amount.is_zero() ? "cash.need_amount" : "cash.need_reason")}};
    if (!button(ui, "cash.go", go, {.kind = Kind::main, .label = label, .enabled = ready, .type = Type::title}))
        return;
    scene.push(MoveCash{movements[static_cast<std::size_t>(memory.movement)], amount,
                        std::string{ui.word(movement_reasons[static_cast<std::size_t>(memory.movement_reason)])}});
    memory.movement_sent = true;
}

Go draw_shift(Scene& scene, ShiftMemory& memory, Rect page)
{
    page = page.inset(page_margin, 0.0F);
    // What was counted belongs to a shift: without one there is nothing to count or compare.
    const bool open{scene.view.session.shift != 0};
    // Sold in between: what was counted no longer answers what is in the drawer.
    if (memory.step == ShiftStep::variance && open && !scene.view.cart.lines.empty()) memory.step = ShiftStep::count;
    if (memory.step == ShiftStep::variance && !scene.view.close.counted && !open) memory.step = ShiftStep::report;
    if (memory.closing && !open) {
        memory.closing = false;
        memory.step = ShiftStep::report;
    }
    if (memory.step == ShiftStep::report && scene.view.close.report) return draw_report(scene, memory, page);
    constexpr std::array<std::string_view, 4> titles{"shift.title", "close.title_count", "close.title_variance",
                                                     "shift.title"};
    const bool lamp{
        draw_head(scene, page, scene.ui.word(titles[static_cast<std::size_t>(memory.step)]))};
    page.cut_bottom(page_margin);
    if (memory.step == ShiftStep::count) {
        draw_count(scene, memory, page);
    } else if (memory.step == ShiftStep::variance && scene.view.close.counted) {
        draw_variance(scene, memory, page);
    } else {
        draw_banner(scene, page);
        draw_home(scene, memory, page);
    }
    return lamp ? Go::settings : Go::stay;
}

} // namespace guitai::ui
