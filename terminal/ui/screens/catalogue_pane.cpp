#include "terminal/ui/screens/catalogue_pane.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/search_results.hpp"

#include <algorithm>
#include <cmath>

namespace guitai::ui {
namespace {

constexpr float tile_width_min{156.0F};
constexpr float tile_height{228.0F};
constexpr float tile_pitch{tile_height + gap_tile};
constexpr std::int64_t few{5}; // From here on a shelf looks bare.

void draw_chip(Scene& scene, Rect& row, std::string_view category, std::string_view word)
{
    const Rect at{row.cut_left(chip_width(scene.canvas(), word), gap_s)};
    const bool on{scene.view.catalogue.category == category};
    if (chip(scene.ui, "sale.category/" + std::string{category}, at, word, on))
        scene.push(ChooseCategory{std::string{category}});
}

// As many categories as fit; the chosen one is always among them, the others behind the last chip.
void draw_chips(Scene& scene, CatalogueMemory& memory, Rect row)
{
    const CatalogueView& view{scene.view.catalogue};
    const Canvas& c{scene.canvas()};
    draw_chip(scene, row, {}, scene.ui.word("sale.all"));
    const std::string_view more{scene.ui.word("sale.more_categories")};
    const float more_width{chip_width(c, more)};
    float needed{0.0F};
    for (const std::string& category : view.categories)
        needed += chip_width(c, category_in(scene.ui.words, category)) + gap_s;
    const bool all_fit{needed - gap_s <= row.w};
    const float room{all_fit ? row.w : row.w - more_width - gap_s};
    const float end{row.x + room};
    const auto fits = [&](std::string_view category) {
        return row.x + chip_width(c, category_in(scene.ui.words, category)) <= end;
    };
    float used{row.x};
    bool chosen_fits{view.category.empty()};
    for (const std::string& category : view.categories) {
        used += chip_width(c, category_in(scene.ui.words, category)) + gap_s;
        if (used - gap_s > end) break;
        chosen_fits = chosen_fits || category == view.category;
    }
    if (!chosen_fits) draw_chip(scene, row, view.category, category_in(scene.ui.words, view.category));
    for (const std::string& category : view.categories) {
        if (!chosen_fits && category == view.category) continue;
        if (!fits(category)) break;
        draw_chip(scene, row, category, category_in(scene.ui.words, category));
    }
    if (!all_fit && chip(scene.ui, "sale.more_categories", row.cut_left(more_width), more, false))
        memory.all_categories = true;
}

void draw_tile(Scene& scene, const Rect& box, const StyleTile& tile)
{
    Ui& ui{scene.ui};
    const bool member{scene.view.cart.member && !tile.member_price.is_zero() && tile.member_price < tile.price};
    const std::string price{money_short(member ? tile.member_price : tile.price)};
    const Money before{member ? tile.price : tile.was_price > tile.price ? tile.was_price : Money{}};
    const std::string old{before.is_zero() ? std::string{} : money_short(before)};
    const std::string offer{!member && !tile.member_price.is_zero()
                                ? ui.word("tile.member_price", money_short(tile.member_price))
                                : std::string{}};
    const std::string stock{tile.here <= 0    ? std::string{ui.word("stock.none_here")}
                            : tile.here == 1 ? std::string{ui.word("stock.last")}
                                             : ui.word("stock.left", count_text(tile.here))};
    const TileLook look{
        .name = name_in(ui.words, tile.name, tile.name_en),
        .style_number = tile.style.text,
        .price = price,
        .old_price = old,
        .promotion = offer,
        .stock = stock,
        .stock_tone = tile.here <= 0 ? Tone::danger : tile.here <= few ? Tone::save : Tone::plain,
        .goods = look_of(tile.picture, tile.category, tile.name, tile.first_colour),
        .in_cart = static_cast<int>(tile.in_cart),
        .broken_sizes = tile.broken_sizes,
        .broken_label = ui.word("stock.broken_short"),
    };
    const std::string id{"sale.tile/" + tile.style.text};
    ui.focus.home(id);
    if (!product_tile(ui, id, box, look)) return;
    if (tile.only_sku.empty())
        scene.push(OpenGrid{tile.style});
    else
        scene.push(AddProduct{tile.only_sku});
}

// What has not been read yet shows its shape.
void draw_shape(Canvas& c, const Rect& box)
{
    c.fill(box, c.colour().surface, radius_m);
    c.stroke(box, c.colour().line, radius_m);
    Rect in{box.inset(gap_tile)};
    c.fill(in.cut_top(130.0F, gap_tile), c.colour().sunken, radius_s);
    bar_of_text(c, in.cut_top(24.0F), 0.8F);
    bar_of_text(c, in.cut_top(24.0F), 0.5F);
}

void ask_for_window(Scene& scene, CatalogueMemory& memory, std::int64_t first, std::int64_t last)
{
    const CatalogueView& view{scene.view.catalogue};
    const std::int64_t end{view.first + static_cast<std::int64_t>(view.tiles.size())};
    const bool held{first >= view.first && std::min(last, view.styles) <= end};
    // Some rows above as well: the finger may turn round.
    const std::int64_t wanted{std::max<std::int64_t>(0, first - (last - first))};
    if (held || wanted == memory.asked_first) return;
    memory.asked_first = wanted;
    scene.push(ScrollTiles{wanted});
}

void draw_tiles(Scene& scene, CatalogueMemory& memory, const Rect& box)
{
    const CatalogueView& view{scene.view.catalogue};
    if (view.styles == 0) {
        empty_state(scene.canvas(), box, icon::checkroom, scene.ui.word("sale.no_goods"),
                    scene.ui.word("sale.no_goods_line"));
        return;
    }
    if (memory.shown_category != view.category) {
        memory.shown_category = view.category;
        memory.tiles.reset();
        memory.asked_first = -1;
    }
    const auto across = static_cast<std::int64_t>((box.w + gap_tile) / (tile_width_min + gap_tile));
    const std::int64_t columns{std::max<std::int64_t>(across, 1)};
    const std::int64_t rows{(view.styles + columns - 1) / columns};
    const float content{static_cast<float>(rows) * tile_pitch + gap_s};
    const float offset{memory.tiles.update(scene.ui, box, content)};
    const auto first_row = static_cast<std::int64_t>(offset / tile_pitch);
    const auto last_row = std::min(rows, static_cast<std::int64_t>((offset + box.h) / tile_pitch) + 1);
    ask_for_window(scene, memory, first_row * columns, last_row * columns);

    // Edges and shadows of the tiles may stand a little beyond the column.
    const Clip clip{Rect{box.x - 8.0F, box.y, box.w + 16.0F, box.h}};
    const float wide{std::floor((box.w - gap_tile * static_cast<float>(columns - 1)) / static_cast<float>(columns))};
    for (std::int64_t i{first_row * columns}; i < std::min(last_row * columns, view.styles); ++i) {
        const Rect at{box.x + static_cast<float>(i % columns) * (wide + gap_tile),
                      box.y + 4.0F - offset + static_cast<float>(i / columns) * tile_pitch, wide, tile_height};
        const std::int64_t in_window{i - view.first};
        if (in_window < 0 || in_window >= static_cast<std::int64_t>(view.tiles.size()))
            draw_shape(scene.canvas(), at);
        else
            draw_tile(scene, at, view.tiles[static_cast<std::size_t>(in_window)]);
    }
    scroll_mark(scene.canvas(), {box.x, box.y, box.w + 16.0F, box.h}, offset, content);
}

// A letter or a digit typed anywhere on the page begins a search.
void begin_by_typing(Scene& scene, CatalogueMemory& memory)
{
    Ui& ui{scene.ui};
    if (!ui.reachable() || memory.active) return;
    if (ui.keys.take_character('/')) {
        memory.active = true;
        return;
    }
    const std::string_view typed{ui.keys.typed()};
    if (!typed.empty() && typed != "*" && typed != " " && typed != "+" && typed != "-") memory.active = true;
}

} // namespace

void end_search(Scene& scene, CatalogueMemory& memory)
{
    const bool was_searching{!memory.search.empty() || !scene.view.catalogue.searched.empty()};
    memory.search.clear();
    memory.active = false;
    memory.on_glass = false;
    memory.results.reset();
    if (was_searching) scene.push(SearchFor{});
}

PaneTap draw_search_bar(Scene& scene, CatalogueMemory& memory, Rect& pane)
{
    Ui& ui{scene.ui};
    const bool narrow{measures_of(ui.page).narrow};
    Rect bar{pane.cut_top(head_height)};
    bar = {bar.x, bar.y + 12.0F, bar.w, 52.0F};
    const Rect lamp{bar.cut_right(lamp_width(scene, narrow), narrow ? gap_m : gap_l)};
    const std::size_t parked{scene.view.cart.parked.size()};
    const std::string count{std::to_string(parked)};
    std::string recall{narrow ? std::string{} : std::string{ui.word("sale.recall")}};
    if (parked > 0) recall += (narrow ? "" : " ") + count;
    const float wide{scene.canvas().width(Type::strong, recall) + 64.0F};
    const Rect recall_box{bar.cut_right(wide, gap_tile)};

    begin_by_typing(scene, memory);
    const FieldLook look{.icon = icon::search,
                         .hint = ui.word(narrow ? "sale.search_short" : "sale.search"),
                         .spelling = memory.on_glass ? std::string_view{scene.writing.spelling} : std::string_view{},
                         .trailing = memory.active || !memory.search.empty() ? nullptr : icon::qr_code_scanner,
                         .active = memory.active};
    Rect box{bar};
    Rect cross;
    if (memory.active || !memory.search.empty()) cross = box.cut_right(52.0F, gap_s);
    const EntryResult result{entry_field(ui, "sale.search", box, memory.search, look)};
    if (result.tapped) {
        if (!memory.on_glass) scene.writing.open(KeyLayout::symbols);
        memory.active = true;
        memory.on_glass = true;
    }
    if (result.changed) scene.push(SearchFor{memory.search.text()});
    if (!cross.empty()) {
        ButtonLook close{.kind = Kind::quiet, .icon = icon::close};
        close.shortcut = Key::escape;
        if (button(ui, "sale.search_close", cross, close)) end_search(scene, memory);
    }
    PaneTap tap{PaneTap::none};
    if (button(ui, "sale.recall", recall_box,
               {.icon = icon::inbox, .label = recall, .enabled = parked > 0, .shortcut = Key::f9}))
        tap = PaneTap::recall;
    if (draw_lamp(scene, lamp, narrow)) tap = PaneTap::health;
    return tap;
}

PaneTap draw_catalogue(Scene& scene, CatalogueMemory& memory, Rect pane)
{
    PaneTap tap{PaneTap::none};
    const bool searching{memory.active && (memory.on_glass || !memory.search.empty())};
    if (memory.on_glass) {
        const Rect keys{pane.x - page_margin, pane.bottom() - keyboard_height, pane.w + 2.0F * page_margin,
                        keyboard_height};
        pane.cut_bottom(keyboard_height, gap_s);
        const Wrote wrote{write_on_glass(scene.ui, scene.writing, keys, memory.search)};
        if (wrote == Wrote::changed) scene.push(SearchFor{memory.search.text()});
        if (wrote == Wrote::done && memory.search.empty()) end_search(scene, memory);
        if (wrote == Wrote::done) memory.on_glass = false;
    }
    draw_banner(scene, pane);
    draw_first_sync(scene, pane);
    if (searching) return draw_search_results(scene, memory, pane);
    draw_chips(scene, memory, pane.cut_top(44.0F, gap_tile));
    draw_tiles(scene, memory, pane);
    return tap;
}

void draw_category_sheet(Scene& scene, CatalogueMemory& memory)
{
    if (!memory.all_categories) return;
    Sheet sheet{scene.ui, "sale.categories", {720.0F, 560.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, scene.ui.word("sale.categories")) || sheet.dismissed()) memory.all_categories = false;
    const std::vector<std::string>& all{scene.view.catalogue.categories};
    const float content{56.0F * std::ceil(static_cast<float>(all.size()) / 3.0F)};
    const float offset{memory.results.update(scene.ui, in, content)};
    const Clip clip{in};
    for (std::size_t i{0}; i < all.size(); ++i) {
        const float wide{(in.w - 2.0F * gap_s) / 3.0F};
        const Rect at{in.x + (wide + gap_s) * static_cast<float>(i % 3),
                      in.y - offset + 56.0F * static_cast<float>(i / 3), wide, 48.0F};
        if (at.bottom() < in.y || at.y > in.bottom()) continue;
        const bool on{all[i] == scene.view.catalogue.category};
        if (!chip(scene.ui, "sale.any_category/" + all[i], at, category_in(scene.ui.words, all[i]), on)) continue;
        scene.push(ChooseCategory{all[i]});
        memory.all_categories = false;
    }
    scroll_mark(scene.canvas(), in, offset, content);
}

} // namespace guitai::ui
