#include "terminal/ui/screens/member_screen.hpp"

#include "terminal/domain/phone.hpp"
#include "terminal/ui/screens/complaint_lines.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/member_side.hpp"
#include "terminal/ui/screens/member_strip.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::size_t search_from{4};
constexpr std::int64_t soon_days{60};

void draw_found(Scene& scene, MemberMemory& memory, const Rect& box)
{
    Canvas& c{scene.canvas()};
    const std::vector<FoundMember>& found{scene.view.catalogue.members};
    const bool answered{memory.digits.size() >= search_from && scene.view.catalogue.searched == memory.digits};
    if (!scene.view.member_not_found.empty() && scene.view.member_not_found == memory.digits) {
        const Rect go{box.x, box.mid_y() + 110.0F, box.w, touch_main};
        empty_state(c, box, icon::person_add, scene.ui.word("member.ask_new"),
                    scene.ui.word("member.ask_new_line", phone_text(memory.digits)));
        if (button(scene.ui, "member.new_with_phone", go.centred(std::min(go.w, 320.0F), touch_main),
                   {.icon = icon::person_add, .label = scene.ui.word("member.new")}))
            memory.begin_new(memory.digits);
        return;
    }
    if (memory.digits.empty() && !scene.view.complaints.empty()) {
        const ComplaintView* const chosen{draw_complaints(scene, memory.list, box)};
        if (chosen == nullptr) return;
        scene.push(ShowMember{chosen->what.member.text});
        memory.finding = false;
        return;
    }
    if (!answered || found.empty()) {
        empty_state(c, box, answered ? icon::search_off : icon::groups,
                    scene.ui.word(answered ? "member.not_found" : "member.find"),
                    scene.ui.word(answered ? "member.not_found_line" : "member.find_line"));
        return;
    }
    c.card(box);
    const float content{row_height * static_cast<float>(found.size())};
    const float offset{memory.list.update(scene.ui, box, content)};
    const Clip clip{box};
    float y{box.y - offset};
    for (const FoundMember& member : found) {
        const Rect row{box.x, y, box.w, row_height};
        y += row_height;
        if (row.bottom() < box.y || row.y > box.bottom()) continue;
        const std::string name{addressed(member.name, member.form_of_address)};
        const bool hidden{member.phone.find('*') != std::string::npos};
        const std::string phone{hidden ? phone_masked(member.phone) : phone_text(member.phone)};
        const std::string id{"member.found/" + member.member.text};
        scene.ui.focus.home(id);
        if (!list_row(scene.ui, id, row,
                      {.icon = icon::stars, .tone = Tone::gold, .title = name, .note = phone,
                       .tag = tier_name(scene, member.tier),
                       .tag_tone = Tone::gold, .opens = true}))
            continue;
        scene.push(ShowMember{member.member.text});
        memory.finding = false;
    }
    scroll_mark(c, box, offset, content);
}

void take_digit(Scene& scene, MemberMemory& memory, char key)
{
    const std::size_t before{memory.digits.size()};
    if (key == '<') {
        if (!memory.digits.empty()) memory.digits.pop_back();
    } else if (key >= '0' && key <= '9' && memory.digits.size() < mobile_digits) {
        memory.digits += key;
    }
    if (memory.digits.size() == before) return;
    scene.push(SearchFor{memory.digits.size() >= search_from ? memory.digits : std::string{}});
}

void draw_pad_side(Scene& scene, MemberMemory& memory, const Rect& card)
{
    Ui& ui{scene.ui};
    scene.canvas().card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const std::string shown{phone_text(memory.digits)};
    (void)field(ui, "member.phone", in.cut_top(56.0F, gap_tile), shown,
                {.icon = icon::phone, .hint = ui.word("member.search"), .active = true});
    const Rect fresh{in.cut_bottom(56.0F)};
    in.cut_bottom(gap_tile);
    const Rect go{in.cut_bottom(touch_main, gap_tile)};
    if (const char key{number_pad(ui, "member.pad", {in.x, in.y, in.w, std::min(in.h, 440.0F)})}; key != 0)
        take_digit(scene, memory, key);
    if (button(ui, "member.new", fresh, {.icon = icon::person_add, .label = ui.word("member.new")}))
        memory.begin_new(memory.digits.size() == mobile_digits ? memory.digits : std::string_view{});
    const bool ready{memory.digits.size() >= search_from};
    if (button(ui, "member.go", go,
               {.kind = Kind::main, .icon = icon::search, .label = ui.word("member.go"), .enabled = ready,
                .type = Type::title})) {
        scene.push(ShowMember{memory.digits});
        memory.finding = false;
    }
}

void draw_name(Scene& scene, const MemberView& member, Rect box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const MemberProfile& who{member.profile};
    const Rect round{box.cut_left(80.0F, page_margin)};
    c.list()->AddCircleFilled(round.middle(), 40.0F, p.gold, 48);
    const std::string initial{who.name.substr(0, character_bytes(who.name))};
    c.text(round, Type::headline, p.gold_soft, initial, Align::centre);
    Rect top{box.cut_top(42.0F)};
    const std::string name{addressed(who.name, who.form_of_address)};
    const float wide{std::min(c.width(Type::headline, name), top.w - 60.0F)};
    c.text({top.x, top.y, wide + 1.0F, top.h}, Type::headline, p.ink, name);
    float x{top.x + wide + gap_m};
    const auto pill = [&](Tone tone, const char* picture, std::string_view text) {
        if (text.empty() || x + tag_width(c, picture, text) > top.right()) return;
        x += tag(c, {x, top.mid_y()}, tone, picture, text) + gap_s;
    };
    if (!who.reading.empty()) pill(Tone::plain, nullptr, who.reading);
    MemberView tier{member};
    tier.birthday_today = false;
    pill(Tone::gold, icon::stars, tier_words(scene, tier));
    if (member.birthday_today) pill(Tone::save, icon::cake, scene.ui.word("member.birthday_today"));
    std::string line{member.keys.locked ? phone_masked(who.phone) : phone_text(who.phone)};
    if (!who.joined_on.empty())
        line += " · " + scene.ui.word("member.since", who.joined_on.substr(0, 4));
    const Rect below{box.cut_top(28.0F)};
    if (!member.usual_adviser.empty()) {
        const std::string served{line + " · " + scene.ui.word("member.usual_adviser", member.usual_adviser.text)};
        if (c.width(Type::body, served) <= below.w) line = served; // The least of it: it goes where there is no room.
    }
    c.text(below, Type::body, p.ink_soft, line);
}

void draw_figure(Scene& scene, const Rect& box, std::string_view name, std::string_view figure, std::string_view line,
                 ImU32 line_ink)
{
    Canvas& c{scene.canvas()};
    c.card(box);
    Rect in{box.inset(gap_m, gap_tile)};
    c.text(in.cut_top(24.0F), Type::caption, scene.colour().ink_soft, name);
    const Type type{c.width(Type::headline, figure) > in.w ? Type::title : Type::headline};
    c.text(in.cut_top(36.0F), type, scene.colour().ink, figure);
    c.text(in.cut_top(24.0F), Type::caption, line_ink, line);
}

std::string tier_and_purse(const Scene& scene, const MemberView& member)
{
    const std::string tier{tier_name(scene, member.profile.tier)};
    const std::string stored{member.stored.is_zero()
                                 ? std::string{}
                                 : scene.ui.word("member.stored", money_short(member.stored))};
    const std::string paying{
        member.paying_until.empty()
            ? std::string{}
            : scene.ui.word("fee.until", date_text(scene.ui.words, member.paying_until, scene.today()))};
    return dotted({tier, stored, paying});
}

void draw_figures(Scene& scene, const MemberView& member, const Rect& row)
{
    const Palette& p{scene.colour()};
    const PointsView& points{member.points};
    draw_figure(scene, row.cell(0, 3, 0, 1, gap_tile), scene.ui.word("member.spendable"), count_text(points.balance),
                tier_and_purse(scene, member), p.ink_soft);
    const bool expires{points.next_expiry_points > 0 && is_iso_date(points.next_expiry_on)};
    const std::int64_t days{expires ? days_between(scene.today(), points.next_expiry_on) : 0};
    std::string when{expires ? date_text(scene.ui.words, points.next_expiry_on, scene.today())
                             : std::string{scene.ui.word("member.no_expiry")}};
    const Rect second{row.cell(1, 3, 0, 1, gap_tile)};
    const std::string counted{dotted({when, scene.ui.word("member.days_left", days)})};
    // The day with its year comes first; how far off it is stands behind it where that is not cut.
    if (expires && scene.canvas().width(Type::caption, counted) <= second.w - 2.0F * gap_m) when = counted;
    draw_figure(scene, second, scene.ui.word("member.next_expiry"),
                count_text(points.next_expiry_points), when, expires && days < soon_days ? p.save : p.ink_soft);
    const std::size_t open{member.open_orders.size()};
    const std::string line{open == 0 ? std::string{scene.ui.word("member.no_orders")}
                                     : std::string{scene.ui.word("order_state." + std::string{word_of(
                                                                     member.open_orders.front().state)})}};
    draw_figure(scene, row.cell(2, 3, 0, 1, gap_tile), scene.ui.word("member.open_orders"), std::to_string(open), line,
                open == 0 ? p.ink_soft : p.info);
}

void draw_tier(Scene& scene, const TierStanding& tier, const Rect& box)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    c.card(box);
    Rect in{box.inset(gap_m, gap_s)};
    std::string kept;
    if (!tier.until.empty()) {
        const std::string day{date_text(scene.ui.words, tier.until, scene.today())};
        kept = tier.to_keep > 0 ? scene.ui.word("member.tier_keep", day, count_text(tier.to_keep))
                                : scene.ui.word("member.tier_until", day);
    }
    const std::string next{tier.next.empty() ? std::string{scene.ui.word("member.tier_top")}
                                             : scene.ui.word("member.tier_next", count_text(tier.missing),
                                                             tier_name(scene, tier.next))};
    Rect words{in.cut_top(24.0F, gap_s)};
    const float wide{c.width(Type::strong, next)};
    c.text(words.cut_left(std::min(wide + 1.0F, words.w), gap_m), Type::strong, p.ink, next);
    if (c.width(Type::caption, kept) <= words.w) c.text(words, Type::caption, p.ink_soft, kept, Align::right);
    const std::int64_t whole{tier.earned + tier.missing};
    const float part{tier.next.empty() || whole <= 0 ? 1.0F
                                                     : static_cast<float>(tier.earned) / static_cast<float>(whole)};
    progress(c, in.cut_top(8.0F), std::clamp(part, 0.0F, 1.0F), Tone::gold);
}

struct NoteLook {
    Tone tone{Tone::plain};
    const char* picture{nullptr};
};

NoteLook look_of_note(NoteKind kind)
{
    switch (kind) {
    case NoteKind::like: return {Tone::save, icon::favorite};
    case NoteKind::dislike: return {Tone::plain, icon::remove};
    case NoteKind::cannot: return {Tone::danger, icon::error};
    case NoteKind::request: break;
    }
    return {Tone::gold, icon::sentiment_satisfied};
}

// The text beside its badge; `row` is what is left of it at the right.
void draw_line_of_file(Scene& scene, Rect row, const NoteLook& look, std::string_view text)
{
    Canvas& c{scene.canvas()};
    const Rect badge{row.cut_left(40.0F, 14.0F)};
    const ToneColours colours{tone_colours(scene.colour(), look.tone)};
    c.fill(badge, colours.soft, radius_s);
    c.icon(badge.middle(), look.picture, colours.ink, 18.0F);
    if (c.width(Type::body, text) <= row.w)
        c.text(row, Type::body, scene.colour().ink, text);
    else
        c.paragraph({row.x, row.y - 4.0F, row.w, 46.0F}, Type::body, scene.colour().ink, text, 2);
}

void draw_note(Scene& scene, Rect& in, Tone tone, const char* picture, std::string_view text)
{
    if (text.empty() || in.h < 48.0F) return;
    draw_line_of_file(scene, in.cut_top(40.0F, gap_s), {tone, picture}, text);
}

std::string words_of(const Scene& scene, const MemberNote& note)
{
    const std::string key{"note_is." + std::string{word_of(note.note_kind)}};
    return scene.ui.word(key, note.about, date_text(scene.ui.words, note.since, scene.today()));
}

// False where there is no room for it.
bool draw_member_note(Scene& scene, const MemberView& member, Rect& in, const MemberNote& note)
{
    if (in.h < 80.0F) return false;
    Rect row{in.cut_top(44.0F, gap_s)};
    const Rect off{row.cut_right(48.0F, gap_s)};
    if (button(scene.ui, "member.drop/" + note.note.text, off, {.kind = Kind::quiet, .icon = icon::close}))
        scene.push(DropNote{member.profile.member.text, note.note});
    draw_line_of_file(scene, row, look_of_note(note.note_kind), words_of(scene, note));
    return true;
}

// The one thing to ask her at this visit.
void draw_question(Scene& scene, MemberMemory& memory, const MemberView& member, Rect& in)
{
    if (!member.question || in.h < 60.0F) return;
    Rect row{in.cut_top(52.0F, gap_s)};
    const Rect later{row.cut_right(110.0F, gap_s)};
    const Rect now{row.cut_right(110.0F, gap_s)};
    if (button(scene.ui, "member.skip", later, {.label = scene.ui.word("member.skip")})) scene.push(SkipQuestion{});
    if (button(scene.ui, "member.answer", now, {.kind = Kind::tinted, .label = scene.ui.word("member.answer")})) {
        memory.file.show(scene, MemberFileMemory::profile);
        memory.file.show_part(scene, member.profile, *member.question);
    }
    draw_line_of_file(scene, row, {Tone::info, icon::help},
                      scene.ui.word("ask." + std::string{word_of(*member.question)}));
}

void draw_orders_of(Scene& scene, const MemberView& member, Rect& in)
{
    for (const OrderBrief& order : member.open_orders) {
        const std::string state{scene.ui.word("order_state." + std::string{word_of(order.state)})};
        const std::string promised{
            order.promise_date.empty()
                ? std::string{}
                : scene.ui.word("order.promised", date_text(scene.ui.words, order.promise_date, scene.today()))};
        const std::string goods{order.variant.empty() ? order.name
                                                      : order.name + " " + variant_in(scene.ui.words, order.variant)};
        draw_note(scene, in, Tone::info, icon::local_shipping, dotted({goods, state, promised}));
    }
}

// What she complained of and what is to be done next; those that are closed are at the head office.
void draw_complaints_of(Scene& scene, MemberMemory& memory, const MemberView& member, Rect& in)
{
    for (const ComplaintView& complaint : member.complaints) {
        if (!complaint.next || in.h < 80.0F) return;
        Rect row{in.cut_top(48.0F, gap_s)};
        const Rect answer{row.cut_right(110.0F, gap_s)};
        if (button(scene.ui, "member.complaint/" + complaint.what.complaint.complaint.text, answer,
                   {.kind = Kind::tinted, .label = scene.ui.word("complaint.answer")}))
            memory.file.answer(scene, complaint);
        draw_line_of_file(scene, row, {complaint.late ? Tone::danger : Tone::info, icon::error},
                          dotted({course_text(scene, complaint), matter_text(scene, complaint)}));
    }
}

void draw_remember(Scene& scene, MemberMemory& memory, const MemberView& member, const Rect& box)
{
    Canvas& c{scene.canvas()};
    Ui& ui{scene.ui};
    c.card(box);
    Rect in{box.inset(page_margin, gap_m)};
    Rect head{in.cut_top(48.0F, gap_s)};
    const Rect write{head.cut_right(150.0F)};
    if (button(ui, "member.write", write, {.icon = icon::edit, .label = ui.word("member.write")}))
        memory.file.show(scene, MemberFileMemory::note);
    c.text(head, Type::strong, scene.colour().ink, ui.word("member.remember"));
    const MemberProfile& who{member.profile};
    if (member.birthday_today) draw_note(scene, in, Tone::gold, icon::cake, ui.word("member.birthday_line"));
    // What matters most first: the last may find no room.
    draw_complaints_of(scene, memory, member, in);
    std::int64_t hidden{0};
    for (const NoteKind kind : {NoteKind::cannot, NoteKind::request, NoteKind::dislike, NoteKind::like}) {
        for (const MemberNote& note : member.notes) {
            if (note.note_kind == kind && !draw_member_note(scene, member, in, note)) ++hidden;
        }
    }
    if (hidden > 0)
        c.text(in.cut_top(24.0F), Type::caption, scene.colour().ink_faint, ui.word("member.more_notes", hidden));
    draw_hidden_notes(scene, member, in);
    draw_question(scene, memory, member, in);
    for (const HeldCouponView& coupon : member.coupons) {
        const std::string& name{name_in(scene.ui.words, coupon.name, coupon.name_en)};
        const std::string until{coupon.valid_to.empty() ? std::string{}
                                                        : scene.ui.word("own.until", date_text(scene.ui.words,
                                                                                               coupon.valid_to,
                                                                                               scene.today()))};
        draw_note(scene, in, Tone::gold, icon::card_giftcard, dotted({name.empty() ? coupon.promotion : name, until}));
    }
    if (!who.usual_size.empty())
        draw_note(scene, in, Tone::plain, icon::straighten, ui.word("member.wears_line", who.usual_size));
    draw_note(scene, in, Tone::save, icon::sentiment_satisfied, who.note);
    draw_orders_of(scene, member, in);
    const bool nothing{who.usual_size.empty() && who.note.empty() && member.open_orders.empty() &&
                       member.notes.empty() && !member.question && !member.birthday_today &&
                       (member.complaints.empty() || !member.complaints.front().next) &&
                       member.coupons.empty() && member.keys.hidden_notes == 0};
    if (nothing) c.text(in.cut_top(32.0F), Type::body, scene.colour().ink_faint, ui.word("member.nothing"));
}

} // namespace

void MemberMemory::begin_new(std::string_view phone)
{
    form = {};
    form.entries[NewMemberForm::phone].set(phone);
    form.active = phone.empty() ? NewMemberForm::phone : NewMemberForm::name;
    enrolling = true;
}

Go draw_member(Scene& scene, MemberMemory& memory, Rect page)
{
    const Measures measures{measures_of(scene.ui.page)};
    page = page.inset(page_margin, 0.0F);
    const bool lamp{draw_head(scene, page, scene.ui.word("member.title"))};
    page.cut_bottom(page_margin);
    draw_banner(scene, page);
    const bool finding{memory.finding || !scene.view.member};
    const Rect side{page.cut_near(scene.ui.hand, finding ? measures.ticket - 40.0F : measures.panel, page_margin)};
    if (finding) {
        draw_pad_side(scene, memory, side);
        draw_found(scene, memory, page);
        return lamp ? Go::settings : Go::stay;
    }
    const MemberView& member{*scene.view.member};
    draw_name(scene, member, page.cut_top(84.0F, gap_m));
    draw_figures(scene, member, page.cut_top(108.0F, gap_m));
    if (member.tier) draw_tier(scene, *member.tier, page.cut_top(64.0F, gap_m));
    draw_remember(scene, memory, member, page);
    const Go go{draw_her_side(scene, memory, member, side)};
    draw_member_file(scene, memory.file, member);
    return go == Go::stay && lamp ? Go::settings : go;
}

} // namespace guitai::ui
