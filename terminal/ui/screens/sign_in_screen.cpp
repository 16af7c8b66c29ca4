#include "terminal/ui/screens/sign_in_screen.hpp"

#include "terminal/domain/pinyin.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr std::size_t cards_max{6};
constexpr float column_width{384.0F};

// The goods on the rail: a row of coats that says what the shop sells.
void draw_coats(Canvas& c, const Rect& side)
{
    constexpr std::array<std::string_view, 8> cloths{"雾蓝", "枫红", "杏色", "曜石黑", "雾绿", "向日黄", "藏青", "酒红"};
    const float y{std::max(side.mid_y() + 40.0F, side.bottom() - 320.0F)};
    c.fill({side.x, y - 2.0F, side.w, 5.0F}, faded(rgb(0xFFFFFF), 0.45F), 0.0F);
    const Clip clip{side};
    float x{side.x - 8.0F};
    for (std::size_t i{0}; i < cloths.size() && x < side.right(); ++i, x += 114.0F) {
        const bool is_long{i % 2 == 1};
        garment(c, {x, y - 6.0F, 164.0F, 164.0F}, is_long ? Cut::long_coat : Cut::short_jacket, cloth_of(cloths[i]));
    }
}

void draw_shop_side(Scene& scene, const Rect& side)
{
    Canvas& c{scene.canvas()};
    const ImU32 white{rgb(0xFFFFFF)};
    // The shop's green in both themes: white letters stand on it either way.
    c.fade(side, mixed(light_palette.primary, white, 0.06F), mixed(light_palette.primary_down, rgb(0x000000), 0.25F));
    draw_coats(c, side);
    Rect in{side.inset(64.0F, 72.0F)};
    const Rect mark{in.cut_top(64.0F, 28.0F)};
    c.fill({mark.x, mark.y, 64.0F, 64.0F}, white, radius_m);
    c.text({mark.x, mark.y, 64.0F, 64.0F}, Type::headline, light_palette.primary, scene.ui.word("app.mark"),
           Align::centre);
    c.text(in.cut_top(40.0F), Type::headline, white, scene.view.shop.name);
    c.text(in.cut_top(26.0F, 12.0F), Type::body, faded(white, 0.86F),
           scene.view.shop.training
               ? std::string{scene.ui.word("settings.training")} + " · " + day_words(scene, scene.view.now_ms)
               : scene.ui.word("sign_in.where", scene.view.shop.till, day_words(scene, scene.view.now_ms)));
    c.text(in.cut_top(80.0F), Type::hero, white, clock_words(scene, scene.view.now_ms));
    scene.ui.wake_after(60'000);
    const Rect foot{side.x + 64.0F, side.bottom() - 68.0F, side.w - 128.0F, 40.0F};
    const char* const cloud{!scene.view.shop.has_office ? icon::storefront
                            : scene.online()            ? icon::cloud_done
                                                        : icon::cloud_off};
    c.icon({foot.x + 12.0F, foot.mid_y()}, cloud, faded(white, 0.9F));
    std::string line{lamp_words(scene, false)};
    line += " · ";
    line += scene.ui.word(scene.view.session.shift == 0 ? "sign_in.no_shift" : "sign_in.shift_open");
    c.text({foot.x + 32.0F, foot.y, foot.w - 32.0F, foot.h}, Type::caption, faded(white, 0.9F), line);
    if (!scene.view.shop.test) return;
    const std::string_view word{scene.ui.word("app.test_long")};
    tag(c, {foot.x, foot.y - 20.0F}, Tone::danger, icon::warning, word);
}

bool draw_person_card(Scene& scene, const Rect& box, const PersonView& person, bool chosen)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const Touch touch{
        touch_area(scene.ui, "sign_in.person/" + person.name.text, box, {.reach = 4.0F, .label = person.name.text})};
    c.fill(box, mixed(chosen ? p.primary_soft : p.surface, p.line, touch.down), radius_m);
    c.stroke(box, chosen ? p.primary : p.line, radius_m, chosen ? 2.0F : 1.0F);
    avatar(c, {box.mid_x(), box.y + 30.0F}, 20.0F, person.name.text, chosen ? Tone::primary : Tone::plain,
           chosen ? Disc::surface : Disc::soft);
    if (chosen) c.icon({box.right() - 16.0F, box.y + 16.0F}, icon::check_circle, p.primary, 18.0F);
    c.text({box.x + 4.0F, box.y + 52.0F, box.w - 8.0F, 26.0F}, Type::strong, p.ink, person.name.text, Align::centre);
    const std::string_view role{scene.ui.word("role." + std::string{word_of(person.role)})};
    c.text({box.x + 4.0F, box.y + 74.0F, box.w - 8.0F, 24.0F}, Type::caption, p.ink_soft, role, Align::centre);
    if (touch.focused) focus_ring(c, box, radius_m);
    return touch.tapped;
}

void choose(SignInMemory& memory, const std::string& name)
{
    if (memory.name != name) memory.pin.clear();
    memory.name = name;
    memory.wrong = false;
}

void draw_cards(Scene& scene, SignInMemory& memory, Rect& column)
{
    const std::vector<PersonView>& people{scene.view.session.people};
    const int count{static_cast<int>(people.size())};
    const int across{std::clamp(count, 1, 3)};
    const int down{(count + across - 1) / across};
    const float tall{104.0F};
    const Rect box{column.cut_top(tall * static_cast<float>(down) + gap_s * static_cast<float>(down - 1), gap_m)};
    for (int i{0}; i < count; ++i) {
        const PersonView& person{people[static_cast<std::size_t>(i)]};
        const Rect at{box.cell(i % across, across, i / across, down, gap_s)}; // In line with the pad's keys.
        if (draw_person_card(scene, at, person, person.name.text == memory.name)) choose(memory, person.name.text);
    }
    scene.ui.focus.home("sign_in.person/" + memory.name);
}

// More people than cards: the one chosen as a picker, the list behind it.
void draw_picker(Scene& scene, SignInMemory& memory, Rect& column)
{
    if (!picker(scene.ui, "sign_in.who", column.cut_top(64.0F, gap_m), memory.name, scene.ui.word("sign_in.choose"),
                memory.searching))
        return;
    memory.searching = true;
    memory.search.clear();
    scene.writing.open(KeyLayout::letters);
}

void draw_found(Scene& scene, SignInMemory& memory, const Rect& in, const std::vector<const PersonView*>& shown)
{
    const float content{row_height * static_cast<float>(shown.size())};
    const float offset{memory.scroll.update(scene.ui, in, content)};
    const Clip clip{in};
    float y{in.y - offset};
    for (const PersonView* person : shown) {
        const std::string_view role{scene.ui.word("role." + std::string{word_of(person->role)})};
        const Rect row{in.x, y, in.w, row_height};
        y += row_height;
        if (row.bottom() < in.y || row.y > in.bottom()) continue;
        const RowLook look{.icon = icon::person, .title = person->name.text, .note = role, .opens = true};
        if (list_row(scene.ui, "sign_in.person/" + person->name.text, row, look)) {
            choose(memory, person->name.text);
            memory.searching = false;
        }
    }
    scroll_mark(scene.canvas(), in, offset, content);
}

// Everybody, or those whose name has what is written, or is read with these first letters.
void draw_people(Scene& scene, SignInMemory& memory)
{
    Sheet sheet{scene.ui, "sign_in.list", {720.0F, keyboard_height + 420.0F}, SheetPlace::bottom};
    Rect in{sheet.inside()};
    if (sheet.head(in, scene.ui.word("sign_in.who")) || sheet.dismissed()) memory.searching = false;
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    const bool done{write_on_glass(scene.ui, scene.writing, keys, memory.search) == Wrote::done};
    (void)entry_field(scene.ui, "sign_in.search", in.cut_top(52.0F, gap_tile), memory.search,
                      {.icon = icon::search,
                       .hint = scene.ui.word("sign_in.search"),
                       .spelling = scene.writing.spelling,
                       .active = true});
    std::vector<const PersonView*> shown;
    for (const PersonView& person : scene.view.session.people) {
        if (matches_initials(person.name.text, memory.search.text() + scene.writing.spelling)) shown.push_back(&person);
    }
    draw_found(scene, memory, in, shown);
    if (!done || shown.empty()) return;
    choose(memory, shown.front()->name.text);
    memory.searching = false;
}

const PersonView* chosen_person(const Scene& scene, const SignInMemory& memory)
{
    for (const PersonView& person : scene.view.session.people) {
        if (person.name.text == memory.name) return &person;
    }
    return nullptr;
}

// A wrong PIN is seen by the tries that went down since it was sent.
void notice_answer(SignInMemory& memory, const PersonView* person)
{
    if (memory.asked_for.empty() || person == nullptr || person->name.text != memory.asked_for) return;
    if (person->tries_left == memory.tries_before && person->locked_until_ms == 0) return;
    memory.wrong = true;
    memory.pin.clear();
    memory.asked_for.clear();
}

} // namespace

bool draw_pin_pad(Scene& scene, Rect& box, std::string& pin, const PinPad& pad)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const bool locked{pad.locked_until_ms > scene.view.now_ms};
    const int dots{std::max(static_cast<int>(pin_digits_min), static_cast<int>(pin.size()))};
    const bool crosses{pad.wrong && pin.empty()};
    const Rect row{box.cut_top(44.0F)};
    if (dots * 36 > static_cast<int>(row.w)) {
        c.text(row, Type::title, p.primary, scene.ui.word("sign_in.digits", pin.size()), Align::centre);
    } else {
        pin_dots(c, row, static_cast<int>(pin.size()), dots, crosses ? PinState::wrong : PinState::typing);
    }
    std::string line{scene.ui.word("sign_in.pin")};
    ImU32 ink{p.ink_soft};
    if (locked) {
        const std::int64_t minutes{(pad.locked_until_ms - scene.view.now_ms + 59'999) / 60'000};
        line = scene.ui.word("sign_in.locked", minutes);
        ink = p.danger;
        scene.ui.wake_after(1'000);
    } else if (crosses) {
        line = scene.ui.word("sign_in.tries", pad.tries_left);
        ink = p.danger;
    }
    c.text(box.cut_top(30.0F, gap_s), Type::caption, ink, line, Align::centre);
    const char key{number_pad(scene.ui, pad.id, box, {.enabled = !locked})};
    if (key == 0) return false;
    if (key == '<') {
        if (!pin.empty()) pin.pop_back();
    } else if (pin.size() < pin_digits_max) {
        pin += key;
    }
    return true;
}

void draw_sign_in(Scene& scene, SignInMemory& memory)
{
    Rect page{scene.ui.page};
    Rect side{page.cut_near(scene.ui.hand, page.w / 2.0F)};
    draw_shop_side(scene, page);
    const std::vector<PersonView>& people{scene.view.session.people};
    if (chosen_person(scene, memory) == nullptr && !people.empty()) choose(memory, people.front().name.text);
    const PersonView* const person{chosen_person(scene, memory)};
    notice_answer(memory, person);

    const float tall{std::min(side.h - 2.0F * page_margin, 700.0F)};
    Rect column{side.centred(std::min(column_width, side.w - 2.0F * page_margin), tall)};
    draw_first_sync(scene, column);
    if (people.empty()) {
        empty_state(scene.canvas(), column, icon::groups, scene.ui.word("sign_in.nobody"),
                    scene.ui.word("sign_in.nobody_line"));
        return;
    }
    scene.canvas().text(column.cut_top(36.0F, gap_s), Type::title, scene.colour().ink, scene.ui.word("sign_in.who"));
    if (people.size() <= cards_max) {
        draw_cards(scene, memory, column);
    } else {
        draw_picker(scene, memory, column);
    }
    const Rect go{column.cut_bottom(touch_main, gap_m)};
    const bool locked{person != nullptr && person->locked_until_ms > scene.view.now_ms};
    const PinPad pad{"sign_in.pad", memory.wrong, person == nullptr ? 0 : person->tries_left,
                     person == nullptr ? 0 : person->locked_until_ms};
    if (draw_pin_pad(scene, column, memory.pin, pad)) memory.wrong = false;
    const bool ready{!locked && memory.pin.size() >= pin_digits_min};
    if (button(scene.ui, "sign_in.go", go,
               {.kind = Kind::main, .icon = icon::lock_open, .label = scene.ui.word("sign_in.go"), .enabled = ready,
                .type = Type::title}) &&
        person != nullptr) {
        memory.asked_for = memory.name;
        memory.tries_before = person->tries_left;
        scene.push(SignIn{memory.name, memory.pin});
    }
    if (memory.searching && people.size() > cards_max) draw_people(scene, memory);
}

} // namespace guitai::ui
