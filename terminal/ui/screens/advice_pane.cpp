#include "terminal/ui/screens/advice_pane.hpp"

#include "terminal/ui/phrases.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr float strip_height{32.0F};
constexpr float card_height{112.0F};
constexpr float head_width{104.0F};
constexpr float picture_side{64.0F};
constexpr float picture_from_width{220.0F};
constexpr std::array<Key, 2> card_keys{Key::f11, Key::f12};

// Five steps in a row; those behind are ticked, the one in hand is filled, those ahead can be gone to.
void draw_steps_of_talk(Scene& scene, const Rect& row)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const std::int64_t now{scene.view.talk.step};
    for (int at{0}; at < static_cast<int>(talk_steps); ++at) {
        const std::int64_t step{at + 1};
        const std::string word{scene.ui.word("talk.step." + std::to_string(step))};
        const Rect box{row.cell(at, static_cast<int>(talk_steps), 0, 1, gap_xs)};
        const Touch touch{touch_area(scene.ui, "talk.step/" + std::to_string(step), box,
                                     {.enabled = step > now, .reach = 8.0F, .label = word})};
        const bool here{step == now};
        const bool behind{step < now};
        c.fill(box, here ? p.primary_soft : mixed(p.surface, p.sunken, touch.down), radius_s);
        c.stroke(box, here ? p.primary : p.line, radius_s, here ? 2.0F : 1.0F);
        const float mark{behind ? 18.0F : 0.0F};
        const float wide{std::min(c.width(Type::caption, word), box.w - mark - gap_s)};
        const float x{box.mid_x() - (wide + mark) / 2.0F};
        if (behind) c.icon({x + 8.0F, box.mid_y()}, icon::check, p.primary, 18.0F);
        c.text({x + mark, box.y, wide + 1.0F, box.h}, Type::caption, here || behind ? p.primary : p.ink_faint, word);
        if (touch.focused) focus_ring(c, box, radius_s);
        if (touch.tapped) scene.push(StepTalk{step});
    }
}

std::string why_words(const Scene& scene, const SuggestionView& one)
{
    const Words& words{scene.ui.words};
    const bool category{one.why == "suggest.likes_category"};
    return words.fill(one.why, category ? std::string{category_in(words, one.about)}
                                        : name_in(words, one.about, one.about_en));
}

void draw_suggestion(Scene& scene, const Rect& box, const SuggestionView& one, std::size_t at)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const std::string name{name_in(scene.ui.words, one.name, one.name_en)};
    const Touch touch{touch_area(scene.ui, "advice.take/" + std::to_string(at), box,
                                 {.label = name, .shortcut = card_keys.at(at)})};
    c.fill(box, mixed(p.raised, p.sunken, touch.down), radius_m);
    c.stroke(box, mixed(p.line, p.outline, 0.35F), radius_m);
    Rect in{box.inset(gap_s)};
    if (box.w >= picture_from_width) { // The reason needs the room more than the picture does.
        const Rect picture{in.cut_left(picture_side, gap_s)};
        goods_picture(scene.ui, {picture.x, in.mid_y() - picture_side / 2.0F, picture_side, picture_side},
                      look_of(one.picture, one.category, one.name, one.colour), radius_s,
                      ImDrawFlags_RoundCornersAll);
    }
    c.text(in.cut_top(26.0F), Type::strong, p.ink, name);
    Rect second{in.cut_top(24.0F)};
    const std::string price{money_short(one.price)};
    second.cut_left(c.text(second, Type::strong, p.ink, price), gap_s);
    // A size is never cut; its colour gives way.
    const std::string variant{variant_in(scene.ui.words, one.colour, one.size)};
    const bool fits{c.width(Type::caption, variant) <= second.w};
    c.text(second, Type::caption, one.in_budget ? p.primary : p.ink_soft, fits ? variant : one.size);
    (void)c.paragraph(in, Type::caption, p.gold, why_words(scene, one), 2);
    if (touch.focused) focus_ring(c, box, radius_m);
    shortcut_cap(scene.ui, box, card_keys.at(at));
    if (touch.tapped) scene.push(AddProduct{one.sku});
}

// What may it cost? One tap each, and the suggestions follow.
void draw_budgets(Scene& scene, AdviceMemory& memory, Rect in)
{
    Canvas& c{scene.canvas()};
    const SuggestionsView& view{scene.view.suggestions};
    c.text(in.cut_top(32.0F, gap_xs), Type::body, scene.colour().ink,
           scene.ui.word(view.items.empty() ? "suggest.ask_budget" : "suggest.which_budget"));
    Rect row{in.cut_top(48.0F)};
    for (std::size_t at{0}; at < view.budgets.size(); ++at) {
        const std::string word{scene.ui.word("suggest.up_to", money_short(view.budgets[at]))};
        const float wide{chip_width(c, word)};
        if (wide > row.w) break;
        const bool on{view.budget == view.budgets[at]};
        if (!chip(scene.ui, "advice.budget/" + std::to_string(at), row.cut_left(wide, gap_s), word, on)) continue;
        scene.push(AskSuggestions{view.budgets[at]});
        memory.asking = false;
    }
}

// The name of the panel, and the way to another budget.
void draw_head_of_advice(Scene& scene, AdviceMemory& memory, Rect head)
{
    const SuggestionsView& view{scene.view.suggestions};
    Canvas& c{scene.canvas()};
    c.text(head.cut_top(30.0F), Type::title, scene.colour().ink, scene.ui.word("suggest.title"));
    if (view.items.empty()) return;
    const std::string budget{view.budget.is_zero() ? std::string{scene.ui.word("suggest.budget")}
                                                   : scene.ui.word("suggest.up_to", money_short(view.budget))};
    const Rect box{head.x, head.bottom() - 48.0F, head.w, 48.0F};
    if (button(scene.ui, "advice.budget", box,
               {.kind = memory.asking ? Kind::tinted : Kind::plain, .label = budget, .type = Type::caption}))
        memory.asking = !memory.asking;
}

} // namespace

void draw_advice(Scene& scene, AdviceMemory& memory, Rect& pane)
{
    const SuggestionsView& view{scene.view.suggestions};
    if (scene.view.talk.step == 0) return;
    const bool served{!scene.view.cart.lines.empty() || scene.view.cart.member};
    if (!served) memory = {};
    if (served && !view.worked_out && scene.ui.layer == 0) scene.push(AskSuggestions{view.budget});
    pane.cut_bottom(gap_m);
    const bool something{served && (!view.items.empty() || view.ask_budget)};
    if (something) {
        const Rect card{pane.cut_bottom(card_height + 2.0F * gap_s, gap_s)};
        scene.canvas().card(card);
        Rect in{card.inset(gap_tile, gap_s)};
        draw_head_of_advice(scene, memory, in.cut_left(head_width, gap_tile));
        if (view.items.empty() || memory.asking) {
            draw_budgets(scene, memory, in);
        } else {
            for (std::size_t at{0}; at < view.items.size() && at < card_keys.size(); ++at) {
                draw_suggestion(scene, in.cell(static_cast<int>(at), 2, 0, 1, gap_s), view.items[at], at);
            }
        }
    }
    draw_steps_of_talk(scene, pane.cut_bottom(strip_height, gap_s));
}

} // namespace guitai::ui
