#include "terminal/ui/screens/grid_screen.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <algorithm>
#include <cmath>

namespace guitai::ui {
namespace {

constexpr float cell_gap{9.0F};
constexpr float cell_width_min{84.0F};
constexpr float cell_height_min{84.0F};
constexpr float cell_height_max{112.0F};
// Figures of other places older than this are drawn faint: they may have gone.
constexpr std::int64_t stale_ms{60 * 60'000};

bool is_stale(const Scene& scene)
{
    const GridView& grid{scene.view.grid};
    return grid.as_of_ms == 0 || scene.view.now_ms - grid.as_of_ms > stale_ms;
}

std::string age_words(const Scene& scene)
{
    const GridView& grid{scene.view.grid};
    if (grid.as_of_ms == 0) return std::string{scene.ui.word("stock.unknown")};
    return scene.ui.word("stock.age", age_text(scene.ui.words, scene.view.now_ms - grid.as_of_ms));
}

void draw_head_of_style(Scene& scene, Rect box)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const GridView& grid{scene.view.grid};
    const Rect picture{box.cut_left(96.0F, gap_m)};
    const std::string_view colour{grid.colours.empty() ? std::string_view{} : std::string_view{grid.colours.front()}};
    goods_picture(ui, picture, look_of(grid.picture, grid.category, grid.name, colour), radius_m,
                  ImDrawFlags_RoundCornersAll);
    const Rect cross{box.right() - 56.0F, box.y, 56.0F, 56.0F};
    box.cut_right(64.0F);
    ButtonLook close{.icon = icon::close};
    close.shortcut = Key::escape;
    if (button(ui, "grid.close", cross, close)) scene.push(CloseGrid{});

    Rect top{box.cut_top(36.0F)};
    const std::string_view broken{ui.word("goods.broken")};
    const float pill{grid.broken_sizes ? tag_width(c, icon::error_outline, broken) + gap_tile : 0.0F};
    const std::string& name{name_in(ui.words, grid.name, grid.name_en)};
    const bool fits{c.width(Type::headline, name) <= top.w - pill};
    const float wide{c.text({top.x, top.y, top.w - pill, top.h}, fits ? Type::headline : Type::title, p.ink, name)};
    if (grid.broken_sizes)
        tag(c, {top.x + wide + gap_tile, top.mid_y()}, Tone::danger, icon::error_outline, broken);
    c.text(box.cut_top(28.0F), Type::body, p.ink_soft, dotted({grid.style.text, grid.note}));
    const bool member{scene.view.cart.member && !grid.member_price.is_zero() && grid.member_price < grid.price};
    Rect foot{box.cut_top(32.0F)};
    foot.cut_left(c.text(foot, Type::figure, member ? p.save : p.ink,
                         money_text(member ? grid.member_price : grid.price)),
                  gap_m);
    std::string line;
    if (member)
        line = ui.word("grid.was", money_short(grid.price));
    else if (!grid.member_price.is_zero())
        line = ui.word("tile.member_price", money_short(grid.member_price));
    else if (grid.was_price > grid.price)
        line = ui.word("grid.was", money_short(grid.was_price));
    c.text(foot, Type::caption, p.ink_soft, line);
}

void draw_colour(Scene& scene, const Rect& box, const std::string& colour)
{
    Canvas& c{scene.canvas()};
    const ImVec2 middle{box.x + 14.0F, box.mid_y()};
    c.list()->AddCircleFilled(middle, 12.0F, cloth_of(colour), 24);
    c.list()->AddCircle(middle, 12.0F, scene.colour().outline, 24, 1.0F);
    const std::string_view name{colour_in(scene.ui.words, colour)};
    const Rect words{box.x + 34.0F, box.y, box.w - 36.0F, box.h};
    if (c.width(Type::strong, name) <= words.w) {
        c.text(words, Type::strong, scene.colour().ink, name);
        return;
    }
    // Close beside the round: a word that is broken in two is read twice.
    const Rect close{box.x + 30.0F, box.y, box.w - 30.0F, box.h};
    if (c.width(Type::caption, name) <= close.w)
        c.text(close, Type::caption, scene.colour().ink, name);
    else
        c.paragraph({close.x, close.mid_y() - 22.0F, close.w, 44.0F}, Type::caption, scene.colour().ink, name, 2);
}

void draw_cell(Scene& scene, const Rect& box, const guitai::CellView& cell)
{
    const std::string label{cell_words(scene, cell.sku)};
    const CellLook look{.label = label,
                        .made = !cell.sku.empty(),
                        .here = static_cast<int>(cell.here),
                        .shops = static_cast<int>(cell.shops),
                        .warehouse = static_cast<int>(cell.warehouse),
                        .stale = is_stale(scene),
                        .last_word = scene.ui.word("stock.last_short"),
                        .wanted = static_cast<int>(cell.in_cart),
                        .chosen = !cell.sku.empty() && cell.sku == scene.view.grid.chosen};
    const std::string id{"grid.cell/" + cell.sku.text};
    if (look.made) scene.ui.focus.home(id);
    if (!grid_cell(scene.ui, id, box, look)) return;
    if (cell.here > 0)
        scene.push(AddProduct{cell.sku});
    else
        scene.push(ChooseCell{cell.sku});
}

void draw_legend(Scene& scene, Rect box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const auto part = [&](const char* picture, std::string_view words) {
        if (picture != nullptr) {
            c.icon({box.x + 9.0F, box.mid_y()}, picture, p.ink_soft, 18.0F);
            box.cut_left(22.0F);
        }
        box.cut_left(c.text(box, Type::caption, p.ink_soft, words), gap_m);
    };
    part(nullptr, scene.ui.word("grid.legend_here"));
    part(icon::storefront, scene.ui.word("stock.shops"));
    part(icon::warehouse, scene.ui.word("stock.warehouse"));
    part(icon::schedule, age_words(scene));
}

// More sizes than fit: a key each way, drawn only where there is more.
void draw_size_keys(Scene& scene, GridMemory& memory, const Rect& row, int shown, int sizes)
{
    if (shown >= sizes) return;
    const Rect left{row.x, row.y - 6.0F, touch_min, touch_min};
    const Rect right{row.x + 56.0F, row.y - 6.0F, touch_min, touch_min};
    if (button(scene.ui, "grid.sizes_left", left,
               {.kind = Kind::quiet, .icon = icon::chevron_left, .enabled = memory.first_size > 0}))
        memory.first_size = std::max(0, memory.first_size - shown);
    if (button(scene.ui, "grid.sizes_right", right,
               {.kind = Kind::quiet, .icon = icon::chevron_right, .enabled = memory.first_size + shown < sizes}))
        memory.first_size = std::min(sizes - shown, memory.first_size + shown);
}

void draw_cells(Scene& scene, GridMemory& memory, Rect box)
{
    Canvas& c{scene.canvas()};
    const GridView& grid{scene.view.grid};
    const auto sizes = static_cast<int>(grid.sizes.size());
    const auto colours = static_cast<int>(grid.colours.size());
    const float names{measures_of(scene.ui.page).narrow ? 78.0F : 112.0F};
    const int fit{std::max(1, static_cast<int>((box.w - names + cell_gap) / (cell_width_min + cell_gap)))};
    const int shown{std::min(fit, sizes)};
    memory.first_size = std::clamp(memory.first_size, 0, std::max(0, sizes - shown));
    const float wide{std::min(
        (box.w - names - cell_gap * static_cast<float>(shown - 1)) / static_cast<float>(std::max(shown, 1)), 200.0F)};
    Rect head{box.cut_top(36.0F, gap_xs)};
    draw_size_keys(scene, memory, head, shown, sizes);
    const auto column = [&](int i) { return box.x + names + (wide + cell_gap) * static_cast<float>(i); };
    for (int i{0}; i < shown; ++i) {
        const std::string& size{grid.sizes[static_cast<std::size_t>(memory.first_size + i)]};
        const Type type{c.width(Type::strong, size) > wide ? Type::caption : Type::strong}; // A size is never cut.
        c.text({column(i), head.y, wide, head.h}, type, scene.colour().ink_soft, size, Align::centre);
    }
    const float room{box.h / static_cast<float>(std::max(colours, 1)) - cell_gap};
    const float tall{std::clamp(room, cell_height_min, cell_height_max)};
    const float content{(tall + cell_gap) * static_cast<float>(colours)};
    const float offset{memory.down.update(scene.ui, box, content)};
    const Clip clip{Rect{box.x - 4.0F, box.y - 4.0F, box.w + 8.0F, box.h + 4.0F}};
    for (int row{0}; row < colours; ++row) {
        const float y{box.y + (tall + cell_gap) * static_cast<float>(row) - offset};
        if (y + tall < box.y || y > box.bottom()) continue;
        draw_colour(scene, {box.x, y, names, tall}, grid.colours[static_cast<std::size_t>(row)]);
        for (int i{0}; i < shown; ++i) {
            const auto at = static_cast<std::size_t>(row * sizes + memory.first_size + i);
            if (at < grid.cells.size())
                draw_cell(scene, {std::round(column(i)), std::round(y), std::floor(wide), std::floor(tall)},
                          grid.cells[at]);
        }
    }
    scroll_mark(c, {box.x, box.y, box.w + 14.0F, box.h}, offset, content);
}

} // namespace

CellPlace cell_place(const GridView& grid, const Sku& sku)
{
    for (std::size_t i{0}; i < grid.cells.size() && !sku.empty(); ++i) {
        if (grid.cells[i].sku != sku || grid.sizes.empty()) continue;
        const std::size_t row{i / grid.sizes.size()};
        if (row >= grid.colours.size()) break;
        return {grid.colours[row], grid.sizes[i % grid.sizes.size()], grid.cells[i].price,
                grid.cells[i].member_price, true};
    }
    return {};
}

std::string cell_words(const Scene& scene, const Sku& sku)
{
    const CellPlace place{cell_place(scene.view.grid, sku)};
    if (!place.found) return {};
    const std::string_view colour{colour_in(scene.ui.words, place.colour)};
    return colour.empty() || place.size.empty() ? std::string{colour} + place.size
                                                : std::string{colour} + " " + place.size;
}

std::string goods_words(const Scene& scene, const Sku& sku)
{
    const std::string cell{cell_words(scene, sku)};
    return cell.empty() ? name_in(scene.ui.words, scene.view.grid.name, scene.view.grid.name_en) : cell;
}

void draw_grid(Scene& scene, GridMemory& memory, Rect pane)
{
    draw_banner(scene, pane);
    draw_head_of_style(scene, pane.cut_top(96.0F, gap_tile));
    draw_legend(scene, pane.cut_bottom(44.0F));
    draw_cells(scene, memory, pane);
}

} // namespace guitai::ui
