#include "terminal/ui/screens/search_results.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/member_strip.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::size_t code_digits_min{6};

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void take_product(Scene& scene, CatalogueMemory& memory, const FoundProduct& found)
{
    if (found.here > 0) {
        scene.push(AddProduct{found.sku});
    } else {
        // Not here: the grid with that cell open is where the sale is rescued.
        scene.push(OpenGrid{found.style});
        scene.push(ChooseCell{found.sku});
    }
    end_search(scene, memory);
}

void take_member(Scene& scene, CatalogueMemory& memory, const FoundMember& found)
{
    scene.push(AttachMember{found.member.text});
    end_search(scene, memory);
}

bool draw_product(Scene& scene, const Rect& row, const FoundProduct& found)
{
    Ui& ui{scene.ui};
    const std::string price{money_short(found.price)};
    const std::string stock{found.here > 0 ? ui.word("stock.left", count_text(found.here))
                                           : std::string{ui.word("stock.none_here")}};
    const std::string note{dotted({variant_in(ui.words, found.variant), found.sku.text})};
    Rect words{row};
    words.cut_left(56.0F);
    const RowLook look{.title = name_in(ui.words, found.name, found.name_en),
                       .note = note,
                       .figure = price,
                       .figure_note = stock};
    const std::string id{"sale.found/" + found.sku.text};
    ui.focus.home(id);
    const bool tapped{list_row(ui, id, words, look)};
    goods_picture(ui, {row.x + 12.0F, row.mid_y() - 24.0F, 48.0F, 48.0F},
                  look_of({}, {}, found.name, colour_of(found.variant)), radius_s, ImDrawFlags_RoundCornersAll);
    return tapped;
}

bool draw_member(Scene& scene, const Rect& row, const FoundMember& found)
{
    const std::string name{addressed(found.name, found.form_of_address)};
    const std::string phone{phone_text(found.phone)};
    const RowLook look{.icon = icon::stars,
                       .tone = Tone::gold,
                       .title = name,
                       .note = phone,
                       .tag = tier_name(scene, found.tier),
                       .tag_tone = Tone::gold,
                       .opens = true};
    const std::string id{"sale.member/" + found.member.text};
    scene.ui.focus.home(id);
    return list_row(scene.ui, id, row, look);
}

PaneTap draw_nothing(Scene& scene, CatalogueMemory& memory, Rect pane)
{
    const std::string& text{memory.search.text()};
    if (text.empty()) {
        empty_state(scene.canvas(), pane, icon::search, scene.ui.word("search.begin"),
                    scene.ui.word("search.begin_line"));
        return PaneTap::none;
    }
    const Rect foot{pane.x, std::min(pane.mid_y() + 104.0F, pane.bottom() - touch_main), pane.w, touch_main};
    empty_state(scene.canvas(), pane, icon::search_off, scene.ui.word("search.none", text),
                scene.ui.word("search.none_line"));
    const bool phone{all_digits(text) && text.size() == 11};
    if (phone && button(scene.ui, "sale.new_member", foot.centred(std::min(foot.w, 360.0F), touch_main),
                        {.icon = icon::person_add, .label = scene.ui.word("member.new")}))
        return PaneTap::new_member;
    return PaneTap::none;
}

// The id of the first row; the view holds at least one hit.
std::string first_hit(const CatalogueView& view)
{
    return view.members.empty() ? "sale.found/" + view.products.front().sku.text
                                : "sale.member/" + view.members.front().member.text;
}

// Enter: the only hit; else a number is tried as a code, for not every scanner is known as one.
void take_enter(Scene& scene, CatalogueMemory& memory)
{
    const CatalogueView& view{scene.view.catalogue};
    if (memory.search.empty() || scene.ui.focus.visible() || !scene.ui.reachable()) return;
    if (!scene.ui.keys.take(Key::enter)) return;
    const bool answered{view.searched == memory.search.text()};
    const std::size_t hits{answered ? view.products.size() + view.members.size() : 0};
    if (hits == 1 && !view.products.empty()) return take_product(scene, memory, view.products.front());
    if (hits == 1) return take_member(scene, memory, view.members.front());
    if (hits == 0 || (all_digits(memory.search.text()) && memory.search.text().size() >= code_digits_min)) {
        scene.push(ScanBarcode{memory.search.text()});
        return end_search(scene, memory);
    }
    scene.ui.focus.put(first_hit(view));
}

} // namespace

PaneTap draw_search_results(Scene& scene, CatalogueMemory& memory, Rect pane)
{
    take_enter(scene, memory);
    const CatalogueView& view{scene.view.catalogue};
    if (memory.search.empty() || (view.products.empty() && view.members.empty()))
        return draw_nothing(scene, memory, pane);
    Canvas& c{scene.canvas()};
    const Rect card{pane.x, pane.y, pane.w, pane.h - page_margin};
    c.card(card);
    const auto hits = static_cast<float>(view.members.size() + view.products.size());
    const float offset{memory.results.update(scene.ui, card, hits * row_height)};
    const Clip clip{card};
    float y{card.y - offset};
    const auto next_row = [&] {
        const Rect row{card.x, y, card.w, row_height};
        y += row_height;
        return row;
    };
    const auto in_sight = [&](const Rect& row) { return row.bottom() >= card.y && row.y <= card.bottom(); };
    for (const FoundMember& found : view.members) {
        const Rect row{next_row()};
        if (in_sight(row) && draw_member(scene, row, found)) take_member(scene, memory, found);
    }
    for (const FoundProduct& found : view.products) {
        const Rect row{next_row()};
        if (in_sight(row) && draw_product(scene, row, found)) take_product(scene, memory, found);
    }
    scroll_mark(c, card, offset, hits * row_height);
    return PaneTap::none;
}

} // namespace guitai::ui
