#include "terminal/ui/screens/member_strip.hpp"

#include "terminal/ui/screens/complaint_lines.hpp"
#include "terminal/ui/screens/frame.hpp"

namespace guitai::ui {
namespace {

constexpr float reminder_row{36.0F};

// What she was promised after a complaint, else what she asks for every time, or else the one thing to ask her;
// empty: nothing.
std::string reminder_of(const Scene& scene)
{
    const auto& member = scene.view.cart.member;
    if (!member) return {};
    if (!member->complaints.empty() && member->complaints.front().next)
        return reminder_text(scene, member->complaints.front());
    for (const MemberNote& note : member->notes) {
        if (note.note_kind == NoteKind::request)
            return scene.ui.word("strip.request", note.about, note.since.substr(0, 4));
    }
    if (!member->question) return {};
    return std::string{scene.ui.word("ask." + std::string{word_of(*member->question)})};
}

} // namespace

bool draw_member_strip(Scene& scene, const Rect& box)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    if (!scene.view.cart.member) {
        const std::string_view hint{ui.word("ticket.member_hint")};
        const Touch touch{touch_area(ui, "sale.member", box, {.label = hint, .shortcut = Key::f4})};
        c.fill(box, mixed(p.surface, p.sunken, touch.down), radius_m);
        c.stroke(box, p.outline, radius_m);
        c.icon({box.x + 30.0F, box.mid_y()}, icon::person_add, p.ink_soft);
        c.text({box.x + 54.0F, box.y, box.w - 70.0F, box.h}, Type::body, p.ink_soft, hint);
        if (touch.focused) focus_ring(c, box, radius_m);
        shortcut_cap(ui, box, Key::f4);
        return touch.tapped;
    }
    const MemberView& member{*scene.view.cart.member};
    const std::string name{addressed(member.profile.name, member.profile.form_of_address)};
    const Touch touch{touch_area(ui, "sale.member", box, {.label = name, .shortcut = Key::f4})};
    c.fill(box, mixed(p.gold_soft, p.line, touch.down * 0.6F), radius_m);
    Rect in{box.inset(gap_tile, 0.0F)};
    const Rect round{in.cut_left(44.0F, gap_tile)};
    c.list()->AddCircleFilled(round.middle(), 22.0F, p.gold, 40);
    c.icon(round.middle(), member.birthday_today ? icon::cake : icon::stars, p.gold_soft);
    c.icon({in.cut_right(20.0F, 4.0F).mid_x(), in.mid_y()}, icon::chevron_right, p.gold);
    Rect top{in.x, in.y + 9.0F, in.w, 26.0F};
    top.cut_left(c.text(top, Type::strong, p.ink, name), gap_s);
    std::string line{member.profile.reading.empty() ? std::string{} : member.profile.reading + "  "};
    line += tier_words(scene, member);
    c.text(top, Type::caption, p.gold, line);
    std::string points{points_words(scene, member.points)};
    // A date that lost its year would mislead: her page has the whole of it.
    if (c.width(Type::caption, points) > in.w)
        points = scene.ui.word("member.points_line", count_text(member.points.balance));
    c.text({in.x, in.y + 35.0F, in.w, 22.0F}, Type::caption, p.ink_soft, points);
    if (touch.focused) focus_ring(c, box, radius_m);
    shortcut_cap(ui, box, Key::f4);
    return touch.tapped;
}

float reminder_height(const Scene& scene) { return reminder_of(scene).empty() ? 0.0F : reminder_row; }

bool draw_reminder(Scene& scene, const Rect& box)
{
    const std::string text{reminder_of(scene)};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Touch touch{touch_area(scene.ui, "sale.reminder", box, {.label = text})};
    c.fill(box, mixed(p.save_soft, p.line, touch.down * 0.6F), radius_s);
    Rect in{box.inset(gap_tile, 0.0F)};
    const auto& complaints = scene.view.cart.member->complaints;
    const bool is_promise{!complaints.empty() && complaints.front().next};
    c.icon({in.cut_left(20.0F, gap_s).mid_x(), in.mid_y()}, is_promise ? icon::error : icon::sentiment_satisfied,
           p.save, 18.0F);
    c.text(in, Type::caption, p.ink, text);
    if (touch.focused) focus_ring(c, box, radius_s);
    return touch.tapped;
}

std::string_view tier_name(const Words& words, std::string_view tier)
{
    const std::string key{"tier." + std::string{tier}};
    return words.has(key) ? words[key] : tier;
}

std::string_view tier_name(const Scene& scene, std::string_view tier) { return tier_name(scene.ui.words, tier); }

std::string tier_words(const Scene& scene, const MemberView& member)
{
    std::string line{tier_name(scene, member.profile.tier)};
    if (!member.birthday_today) return line;
    if (!line.empty()) line += " · ";
    return line += scene.ui.word("member.birthday_today");
}

std::string points_words(const Scene& scene, const PointsView& points)
{
    std::string line{points.debt > 0 ? scene.ui.word("member.owed_line", count_text(points.debt))
                                     : scene.ui.word("member.points_line", count_text(points.balance))};
    // The strip has room for one thing more, and what is lost soon goes before what comes; her page has it all.
    if (points.next_expiry_points > 0 && points.debt == 0) {
        return line + " · " +
               scene.ui.word("member.expiry_line", count_text(points.next_expiry_points),
                             date_text(scene.ui.words, points.next_expiry_on, scene.today()));
    }
    if (points.pending > 0) line += " · " + scene.ui.word("member.pending_line", count_text(points.pending));
    return line;
}

} // namespace guitai::ui
