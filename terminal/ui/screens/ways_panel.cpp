#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/grid_screen.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float way_height{104.0F};
constexpr std::array<MissReason, 5> miss_reasons{MissReason::size, MissReason::colour, MissReason::style,
                                                 MissReason::price, MissReason::other};

const char* icon_of(WayKind kind)
{
    switch (kind) {
    case WayKind::collect_elsewhere: return icon::storefront;
    case WayKind::ship_home: return icon::home;
    case WayKind::ship_to_shop: return icon::local_shipping;
    case WayKind::substitute: return icon::checkroom;
    case WayKind::other_cell: break;
    }
    return icon::swap_horiz;
}

std::string title_of(const Scene& scene, const WayView& way)
{
    switch (way.kind) {
    case WayKind::collect_elsewhere:
        return way.place_name.empty() ? std::string{scene.ui.word("grid.collect")}
                                      : scene.ui.word("grid.collect_at", way.place_name);
    case WayKind::ship_home: return std::string{scene.ui.word("grid.ship_home")};
    case WayKind::ship_to_shop: return std::string{scene.ui.word("grid.ship_to_shop")};
    case WayKind::substitute: return name_in(scene.ui.words, way.name, way.name_en);
    case WayKind::other_cell: break;
    }
    return std::string{scene.ui.word("grid.other")};
}

// What there is there, or why it can not be.
std::string line_of(const Scene& scene, const WayView& way)
{
    if (!way.possible) return refusal_words(scene, way.reason, {});
    switch (way.kind) {
    case WayKind::collect_elsewhere: return where_words(scene, way);
    case WayKind::ship_home:
        return where_words(scene, way) + " · " +
               (scene.view.shop.delivery_fee.is_zero()
                    ? std::string{scene.ui.word("order.free_delivery")}
                    : scene.ui.word("grid.fee", money_short(scene.view.shop.delivery_fee)));
    case WayKind::ship_to_shop: return std::string{scene.ui.word("grid.ship_to_shop_line")};
    case WayKind::substitute:
        return scene.ui.word("grid.substitute", way.alternatives.empty() ? std::string{} : way.alternatives.front(),
                             money_short(way.price), way.pieces);
    case WayKind::other_cell: break;
    }
    return {};
}

// Taken from the shelf instead of what is missing.
bool lies_here(WayKind kind)
{
    return kind == WayKind::other_cell || kind == WayKind::substitute;
}

// As many other cells as fit, whole; the nearest at least.
std::string others_that_fit(const Scene& scene, const WayView& way, float room)
{
    std::string line;
    for (const std::string& other : way.alternatives) {
        const std::string longer{line + (line.empty() ? "" : " · ") + variant_in(scene.ui.words, other)};
        const std::string said{scene.ui.word("grid.other_here", longer)};
        if (!line.empty() && scene.canvas().width(Type::caption, said) > room) break;
        line = longer;
    }
    return scene.ui.word("grid.other_here", line);
}

bool draw_way(Scene& scene, const Rect& box, const WayView& way, std::size_t number)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const bool best{number == 0 && way.possible};
    const std::string title{title_of(scene, way)};
    const Touch touch{touch_area(scene.ui, "grid.way/" + std::to_string(number), box,
                                 {.enabled = way.possible, .label = title})};
    if (way.possible && touch.down < 0.5F) c.shadow(box, radius_m, Elevation::card);
    if (way.possible) c.fill(box, mixed(best ? p.primary_soft : p.raised, p.line, touch.down), radius_m);
    const ImU32 edge{best ? p.primary : way.possible ? mixed(p.line, p.outline, 0.35F) : p.line};
    c.stroke(box, edge, radius_m, best ? 2.0F : 1.0F);
    Rect in{box.inset(14.0F, gap_s)};
    const Rect badge{in.x, in.y + 6.0F, 48.0F, 48.0F};
    c.fill(badge, best ? p.primary : p.sunken, radius_s);
    c.icon(badge.middle(), icon_of(way.kind), best ? p.on_primary : way.possible ? p.ink : p.ink_faint);
    in.cut_left(60.0F);
    const Rect arrow{in.cut_right(24.0F, gap_xs)};
    if (way.possible) c.icon(arrow.middle(), icon::chevron_right, p.ink_soft);
    c.text(in.cut_top(30.0F), Type::strong, way.possible ? p.ink : p.ink_faint, title);
    const Rect line{in.cut_top(24.0F)};
    const std::string said{way.possible && way.kind == WayKind::other_cell ? others_that_fit(scene, way, line.w)
                                                                            : line_of(scene, way)};
    c.text(line, Type::caption, way.possible ? p.ink_soft : p.ink_faint, said);
    if (!way.possible) return false;
    const bool now{lies_here(way.kind)};
    const std::string ready{ready_words(scene, way)};
    const ImVec2 at{in.x, in.y + 17.0F};
    if (best) {
        const Rect pill{at.x, at.y - 13.0F, tag_width(c, icon::schedule, ready), 26.0F};
        c.fill(pill, p.primary, radius_s);
        c.icon({pill.x + 16.0F, pill.mid_y()}, icon::schedule, p.on_primary, 18.0F);
        c.text({pill.x + 28.0F, pill.y, pill.w, pill.h}, Type::caption, p.on_primary, ready);
    } else {
        tag(c, at, now ? Tone::plain : Tone::info, icon::schedule, ready);
    }
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
}

void draw_usual_size(Scene& scene, Rect& in)
{
    if (!scene.view.cart.member || scene.view.cart.member->profile.usual_size.empty()) return;
    const MemberProfile& who{scene.view.cart.member->profile};
    const Rect note{in.cut_bottom(52.0F, gap_m)};
    Canvas& c{scene.canvas()};
    c.fill(note, scene.colour().gold_soft, radius_m);
    c.icon({note.x + 24.0F, note.mid_y()}, icon::straighten, scene.colour().gold);
    c.text({note.x + 48.0F, note.y, note.w - 56.0F, note.h}, Type::caption, scene.colour().gold,
           scene.ui.word("grid.usual", who.name, who.usual_size));
}

void draw_why(Scene& scene, GridMemory& memory)
{
    Ui& ui{scene.ui};
    const CellPlace place{cell_place(scene.view.grid, scene.view.grid.chosen)};
    Sheet sheet{ui, "miss", {480.0F, 500.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("miss.title")) || sheet.dismissed()) memory.asking_why = false;
    for (const MissReason reason : miss_reasons) {
        const std::string word{word_of(reason)};
        const Rect at{in.cut_top(touch_main, gap_tile)};
        if (!button(ui, "miss." + word, at, {.label = ui.word("miss." + word)})) continue;
        scene.push(RecordMiss{scene.view.grid.style, place.colour, place.size, reason});
        scene.push(CloseGrid{});
        scene.toast.show(ui, icon::edit, std::string{ui.word("grid.noted")}, {});
        memory.asking_why = false;
    }
}

} // namespace

std::string ready_words(const Scene& scene, const WayView& way)
{
    if (lies_here(way.kind)) return std::string{scene.ui.word("grid.now")};
    if (way.ready_on.empty()) return std::string{scene.ui.word("grid.date_unknown")};
    if (way.ready_on <= scene.today()) return std::string{scene.ui.word("time.today")};
    return scene.ui.word("grid.ready", date_text(scene.ui.words, way.ready_on));
}

std::string where_words(const Scene& scene, const WayView& way)
{
    if (way.kind == WayKind::collect_elsewhere) return scene.ui.word("grid.there", way.pieces);
    if (way.place.empty()) return std::string{scene.ui.word("grid.to_be_found")};
    return scene.ui.word("grid.in_warehouse", way.pieces);
}

bool draw_ways(Scene& scene, GridMemory& memory, const Rect& panel)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    c.shadow(panel, 0.0F, Elevation::floating);
    c.fill(panel, scene.colour().surface, 0.0F);
    Rect in{panel.inset(page_margin, gap_m)};
    c.text(in.cut_top(34.0F), Type::title, scene.colour().ink,
           ui.word("grid.missing", goods_words(scene, scene.view.grid.chosen)));
    c.text(in.cut_top(26.0F, gap_m), Type::caption, scene.colour().ink_soft, ui.word("grid.missing_line"));
    const Rect none{in.cut_bottom(touch_main, gap_m)};
    if (button(ui, "grid.none", none, {.icon = icon::edit, .label = ui.word("grid.none_note")}))
        memory.asking_why = true;
    draw_usual_size(scene, in);
    bool chosen{false};
    const std::vector<WayView>& ways{scene.view.grid.ways};
    const float content{(way_height + gap_tile) * static_cast<float>(ways.size())};
    const float offset{memory.ways.update(ui, in, content)};
    {
        const Clip clip{Rect{in.x - 10.0F, in.y - 8.0F, in.w + 20.0F, in.h + 8.0F}};
        for (std::size_t i{0}; i < ways.size(); ++i) {
            const Rect at{in.x, in.y - offset + (way_height + gap_tile) * static_cast<float>(i), in.w, way_height};
            if (at.y > in.bottom() || !draw_way(scene, at, ways[i], i)) continue;
            if (lies_here(ways[i].kind)) {
                const Sku& taken{ways[i].alternative_sku};
                if (!taken.empty()) scene.push(TakeInstead{scene.view.grid.chosen, taken});
                continue;
            }
            memory.way = ways[i];
            chosen = true;
        }
        scroll_mark(c, {in.x, in.y, in.w + 12.0F, in.h}, offset, content);
    }
    if (memory.asking_why) draw_why(scene, memory);
    return chosen;
}

} // namespace guitai::ui
