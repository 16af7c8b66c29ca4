#include "terminal/ui/screens/member_keys.hpp"

#include "sync/events/password.hpp"
#include "sync/events/pin.hpp"
#include "terminal/ui/screens/frame.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr float lock_radius{28.0F};

bool may_open(const PersonView& person) { return person.role == Role::adviser || person.role == Role::owner; }

// Whoever is signed in, where that person may; else the first who may.
std::string first_adviser(const Scene& scene)
{
    const auto& staff = scene.view.session.staff;
    if (staff && may_open(*staff)) return staff->name.text;
    for (const PersonView& person : scene.view.session.people) {
        if (may_open(person)) return person.name.text;
    }
    return {};
}

const PersonView* person_called(const Scene& scene, std::string_view name)
{
    for (const PersonView& person : scene.view.session.people) {
        if (person.name.text == name) return &person;
    }
    return nullptr;
}

// The next of those who may: a tap on the box goes through them.
std::string next_adviser(const Scene& scene, const std::string& name)
{
    std::vector<std::string> names;
    for (const PersonView& person : scene.view.session.people) {
        if (may_open(person)) names.push_back(person.name.text);
    }
    const auto at = std::find(names.begin(), names.end(), name);
    if (names.empty()) return {};
    return at == names.end() || at + 1 == names.end() ? names.front() : *(at + 1);
}

struct KeyBox {
    std::string_view who;
    std::string_view line;
    bool given{false};
    bool current{false};
};

void draw_key_box(Scene& scene, const Rect& box, const KeyBox& key)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    c.fill(box, key.given ? p.primary_soft : p.surface, radius_m);
    c.stroke(box, key.given || key.current ? p.primary : p.outline, radius_m, key.current ? 2.0F : 1.0F);
    const char* const mark{key.given      ? icon::check_circle
                           : key.current ? icon::radio_button_checked
                                         : icon::radio_button_unchecked};
    c.icon({box.x + 26.0F, box.mid_y()}, mark, key.given || key.current ? p.primary : p.outline);
    const Rect words{box.x + 48.0F, box.y + 10.0F, box.w - 56.0F, 26.0F};
    c.text(words, Type::strong, p.ink, key.who);
    c.text({words.x, words.y + 26.0F, words.w, 24.0F}, Type::caption, p.ink_soft, key.line);
}

void draw_boxes(Scene& scene, KeysMemory& memory, const MemberView& member, const Rect& row)
{
    Ui& ui{scene.ui};
    const bool given{!member.keys.adviser.empty()};
    const std::string who{ui.word("keys.adviser", given ? member.keys.adviser.text : memory.adviser)};
    const Rect left{row.cell(0, 2, 0, 1, gap_tile)};
    draw_key_box(scene, left, {who, ui.word(given ? "keys.checked" : "keys.adviser_enters"), given, !given});
    if (!given && touch_area(ui, "keys.who", left, {.label = who}).tapped) {
        memory.adviser = next_adviser(scene, memory.adviser);
        memory.digits.clear();
    }
    draw_key_box(scene, row.cell(1, 2, 0, 1, gap_tile),
                 {ui.word("keys.member"), ui.word("keys.member_enters"), false, given});
}

// The line under the dots: what is wrong, or that nobody of the shop sees the password.
void draw_word(Scene& scene, const KeysMemory& memory, const MemberView& member, const Rect& box)
{
    Ui& ui{scene.ui};
    const Palette& p{scene.colour()};
    const bool hers{!member.keys.adviser.empty()};
    const bool locked{hers && member.keys.locked_until_ms > ui.now_ms};
    std::string line{ui.word("keys.hint")};
    if (locked) {
        line = ui.word("keys.shut", (member.keys.locked_until_ms - ui.now_ms + 59'999) / 60'000);
        ui.wake_after(1'000);
    } else if (memory.wrong && hers) {
        line = ui.word("password.wrong", member.keys.tries_left);
    } else if (memory.wrong) {
        line = refusal_words(scene, scene.view.banner.code, scene.view.banner.detail);
    }
    scene.canvas().text(box, Type::caption, locked || memory.wrong ? p.danger : p.ink_soft, line, Align::centre);
}

// What the till made of the digits that were sent.
void notice_answer(const Scene& scene, KeysMemory& memory, const MemberView& member)
{
    // A finger may be faster than the till: what still waits has no answer.
    if (!memory.sent || !scene.commands.queued().empty()) return;
    memory.sent = false;
    memory.digits.clear();
    memory.wrong = scene.view.banner.is_error && !scene.view.banner.code.empty();
    if (!member.keys.locked) memory = {};
}

void send(Scene& scene, KeysMemory& memory, const MemberView& member)
{
    memory.sent = true;
    if (member.keys.adviser.empty()) scene.push(GiveAdviserKey{memory.adviser, memory.digits});
    else scene.push(OpenFile{member.profile.member.text, {}, {}, memory.digits});
}

void take_key(Scene& scene, KeysMemory& memory, const MemberView& member, char key)
{
    memory.wrong = false;
    const bool hers{!member.keys.adviser.empty()};
    const std::size_t most{hers ? password_digits : pin_digits_max};
    if (key == '<') {
        if (!memory.digits.empty()) memory.digits.pop_back();
    } else if (key >= '0' && key <= '9' && memory.digits.size() < most) {
        memory.digits += key;
    }
    if (hers && memory.digits.size() == password_digits) send(scene, memory, member);
}

bool is_hollow(const Scene& scene, const KeysMemory& memory, const MemberView& member)
{
    if (!member.keys.adviser.empty()) return member.keys.locked_until_ms > scene.ui.now_ms;
    const PersonView* const person{person_called(scene, memory.adviser)};
    return person == nullptr || person->locked_until_ms > scene.ui.now_ms;
}

} // namespace

void draw_keys_card(Scene& scene, KeysMemory& memory, const MemberView& member, const Rect& card)
{
    notice_answer(scene, memory, member);
    if (!memory.asking) return;
    if (memory.adviser.empty()) memory.adviser = first_adviser(scene);
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    Rect in{card.inset(page_margin, gap_m)};
    c.text(in.cut_top(30.0F), Type::title, scene.colour().ink, ui.word("keys.title"), Align::centre);
    c.text(in.cut_top(26.0F, gap_s), Type::caption, scene.colour().ink_soft, ui.word("keys.line"), Align::centre);
    draw_boxes(scene, memory, member, in.cut_top(72.0F, gap_s));
    const bool hers{!member.keys.adviser.empty()};
    const std::size_t dots{hers ? password_digits : std::max<std::size_t>(pin_digits_min, memory.digits.size())};
    pin_dots(c, in.cut_top(36.0F), static_cast<int>(memory.digits.size()), static_cast<int>(dots),
             memory.wrong && memory.digits.empty() ? PinState::wrong : PinState::typing);
    draw_word(scene, memory, member, in.cut_top(26.0F, gap_xs));
    const Rect foot{in.cut_bottom(56.0F, gap_tile)};
    const bool hollow{is_hollow(scene, memory, member)};
    if (const char key{number_pad(ui, "keys.pad", in, {.enabled = !hollow})}; key != 0) {
        take_key(scene, memory, member, key);
    }
    if (button(ui, "keys.cancel", foot.cell(0, 2, 0, 1, gap_tile),
               {.icon = icon::close, .label = ui.word("keys.cancel")})) {
        memory = {};
        scene.push(CloseFile{});
        return;
    }
    const bool ready{!hollow && !hers && memory.digits.size() >= pin_digits_min};
    if (button(ui, "keys.go", foot.cell(1, 2, 0, 1, gap_tile),
               {.kind = Kind::main, .icon = icon::check, .label = ui.word("keys.go"), .enabled = ready}))
        send(scene, memory, member);
}

bool draw_locked_half(Scene& scene, const MemberView& member, Rect in)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Rect open{in.cut_bottom(60.0F)};
    Rect middle{in.centred(in.w, std::min(in.h, 140.0F))};
    const Rect round{middle.cut_top(lock_radius * 2.0F, gap_m)};
    c.list()->AddCircleFilled(round.middle(), lock_radius, p.sunken, 40);
    c.icon(round.middle(), icon::lock, p.ink_soft);
    c.text(middle.cut_top(30.0F, gap_xs), Type::title, p.ink, ui.word("keys.locked"), Align::centre);
    c.text(middle.cut_top(26.0F), Type::caption, p.ink_soft, ui.word("keys.line"), Align::centre);
    const bool hollow{member.keys.locked_until_ms > ui.now_ms};
    return button(ui, "member.keys", open,
                  {.kind = Kind::tinted, .icon = icon::lock_open, .label = ui.word("keys.open"), .enabled = !hollow});
}

void draw_open_head(Scene& scene, const MemberView& member, Rect& in)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    Rect head{in.cut_top(48.0F, gap_s)};
    const Rect close{head.cut_right(140.0F, gap_s)};
    if (button(ui, "member.leaves", close, {.icon = icon::lock, .label = ui.word("keys.close")})) {
        scene.push(CloseFile{});
    }
    c.icon({head.x + 12.0F, head.mid_y()}, icon::lock_open, p.primary);
    head.cut_left(32.0F);
    c.text(head, Type::strong, p.ink, ui.word("keys.is_open"));
    const std::int64_t left_ms{std::max<std::int64_t>(0, member.keys.closes_at_ms - ui.now_ms)};
    progress(c, in.cut_top(8.0F, gap_xs), static_cast<float>(left_ms) / static_cast<float>(file_open_ms),
             Tone::primary);
    c.text(in.cut_top(24.0F, gap_s), Type::caption, p.ink_soft, ui.word("keys.closes", left_ms / 1'000));
    if (left_ms == 0) scene.push(CloseFile{});
    ui.wake_after(1'000);
}

void draw_hidden_notes(Scene& scene, const MemberView& member, Rect& in)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    constexpr std::array<float, 3> lengths{0.42F, 0.30F, 0.52F};
    for (std::int64_t at{0}; at < member.keys.hidden_notes && in.h >= 48.0F; ++at) {
        Rect row{in.cut_top(40.0F, gap_s)};
        const Rect badge{row.cut_left(40.0F, 14.0F)};
        c.fill(badge, p.sunken, radius_s);
        c.icon(badge.middle(), icon::lock, p.ink_faint, 18.0F);
        bar_of_text(c, row.centred(row.w, 14.0F), lengths[static_cast<std::size_t>(at) % lengths.size()]);
    }
}

} // namespace guitai::ui
