#include "terminal/ui/screens/member_side.hpp"

#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/member_screen.hpp"

namespace guitai::ui {
namespace {

// Who shares her purse, and what each of them brought into it.
void draw_family(Scene& scene, const MemberView& member, Rect& in)
{
    if (member.family.empty() || in.h < 160.0F) return;
    Canvas& c{scene.canvas()};
    c.text(in.cut_top(28.0F), Type::strong, scene.colour().ink, scene.ui.word("family.title"));
    for (const RelativeView& relative : member.family) {
        if (in.h < 130.0F) break;
        const std::string generation{scene.ui.word("generation." + std::string{word_of(relative.generation)})};
        figure_row(c, in.cut_top(28.0F), dotted({relative.name, generation}),
                   scene.ui.word("member.points_line", count_text(relative.points)), scene.colour().ink_soft);
    }
    in.cut_top(gap_s);
}

void draw_purchases(Scene& scene, const MemberView& member, Rect in)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    c.text(in.cut_top(28.0F, gap_s), Type::strong, p.ink, scene.ui.word("member.last"));
    if (member.last_purchases.empty())
        c.text(in.cut_top(32.0F), Type::body, p.ink_faint, scene.ui.word("member.no_purchases"));
    for (const Purchase& bought : member.last_purchases) {
        if (in.h < 60.0F) break;
        Rect row{in.cut_top(56.0F)};
        const Rect picture{row.cut_left(44.0F, gap_tile)};
        goods_picture(scene.ui, {picture.x, picture.y + 6.0F, 44.0F, 44.0F},
                      look_of(bought.picture, {}, bought.name, colour_of(bought.variant)), radius_s,
                      ImDrawFlags_RoundCornersAll);
        const std::string total{money_text(bought.total)};
        Rect top{row.x, row.y + 4.0F, row.w, 26.0F};
        c.text(top.cut_right(c.width(Type::strong, total) + 1.0F, gap_s), Type::strong, p.ink, total, Align::right);
        c.text(top, Type::body, p.ink, bought.name);
        const std::string day{date_text(scene.ui.words, iso_date(bought.at_ms, scene.view.shop.utc_offset_minutes),
                                        scene.today())};
        c.text({row.x, row.y + 28.0F, row.w, 22.0F}, Type::caption, p.ink_soft,
               dotted({day, variant_in(scene.ui.words, bought.variant)}));
    }
}

// Behind the keys, where she has chosen a password; else as it always was.
void draw_private_half(Scene& scene, MemberMemory& memory, const MemberView& member, Rect in)
{
    if (member.keys.locked) {
        if (!draw_locked_half(scene, member, in)) return;
        memory.keys = {};
        memory.keys.asking = true;
        return;
    }
    if (member.keys.closes_at_ms != 0) {
        draw_open_head(scene, member, in);
        if (is_iso_date(member.profile.birthday)) {
            figure_row(scene.canvas(), in.cut_top(30.0F, gap_s), scene.ui.word("file.part.birthday"),
                       member.profile.birthday, scene.colour().ink);
        }
    }
    draw_family(scene, member, in);
    draw_purchases(scene, member, in);
}

Go draw_attaching(Scene& scene, MemberMemory& memory, const MemberView& member, const Rect& go)
{
    Ui& ui{scene.ui};
    const bool attached{scene.view.cart.member &&
                        scene.view.cart.member->profile.member == member.profile.member};
    if (attached) {
        if (button(ui, "member.detach", go, {.kind = Kind::danger, .icon = icon::close,
                                             .label = ui.word("member.remove")}))
            scene.push(DetachMember{});
        return Go::stay;
    }
    if (!button(ui, "member.use", go,
                {.kind = Kind::main, .icon = icon::point_of_sale, .label = ui.word("member.use"),
                 .type = Type::title}))
        return Go::stay;
    scene.push(AttachMember{member.profile.member.text});
    memory.finding = true;
    memory.digits.clear();
    return Go::sell;
}

} // namespace

Go draw_her_side(Scene& scene, MemberMemory& memory, const MemberView& member, const Rect& card)
{
    Ui& ui{scene.ui};
    scene.canvas().card(card);
    if (memory.keys.asking) draw_keys_card(scene, memory.keys, member, card);
    if (memory.keys.asking) return Go::stay;
    Rect in{card.inset(page_margin, page_margin)};
    const Rect foot{in.cut_bottom(60.0F, gap_tile)};
    const Rect go{in.cut_bottom(68.0F, gap_m)};
    draw_private_half(scene, memory, member, in);
    if (button(ui, "member.other", foot.cell(0, 2, 0, 1, gap_tile),
               {.icon = icon::groups, .label = ui.word("member.other")})) {
        scene.push(CloseFile{});
        memory.finding = true;
        memory.digits.clear();
    }
    if (button(ui, "member.own", foot.cell(1, 2, 0, 1, gap_tile),
               {.icon = icon::visibility, .label = ui.word("own.turn")})) {
        scene.push(CloseFile{});
        memory.own.begin(member);
    }
    return draw_attaching(scene, memory, member, go);
}

} // namespace guitai::ui
