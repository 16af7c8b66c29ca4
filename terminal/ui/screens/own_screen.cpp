#include "terminal/ui/screens/own_screen.hpp"

#include "sync/events/password.hpp"
#include "terminal/domain/phone.hpp"
#include "terminal/ui/phrases.hpp"
#include "terminal/ui/screens/own_page.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

using Step = OwnMemory::Step;

constexpr float column_width{400.0F};

std::string_view title_of(const OwnMemory& memory)
{
    switch (memory.step) {
    case Step::phone: return "own.enter_phone";
    case Step::old_password: return "own.enter_old";
    case Step::new_password: return "own.enter_new";
    case Step::again: return "own.enter_again";
    default: break;
    }
    return "own.enter_password";
}

void go_to(OwnMemory& memory, Step step)
{
    memory.step = step;
    memory.digits.clear();
    memory.problem.clear();
    memory.sent = false;
}

std::string refusal_in(const Ui& ui, const BannerView& banner)
{
    return ui.words.has(banner.code) ? ui.word(banner.code, banner.detail) : std::string{ui.word("own.not_now")};
}

// What became of the password, or of the new one, that was sent.
void notice_answer(const TillView& view, OwnMemory& memory, const Ui& ui, const Commands& commands)
{
    // A finger may be faster than the till: what still waits has no answer.
    if (!memory.sent || !commands.queued().empty()) return;
    memory.sent = false;
    // The till's last word may be of the try before: her pages are the answer that counts.
    if (memory.step == Step::password && view.own) return go_to(memory, Step::page);
    const bool refused{view.banner.is_error && !view.banner.code.empty()};
    if (refused) {
        const bool weak{view.banner.code == "password.weak" || view.banner.code == "password.bad"};
        const bool none{view.banner.code == "password.none"};
        if (memory.step == Step::again) go_to(memory, weak ? Step::new_password : Step::old_password);
        memory.digits.clear();
        memory.problem = none ? std::string{ui.word("own.no_password")} : refusal_in(ui, view.banner);
        return;
    }
    if (memory.step == Step::again) {
        memory.done = "own.password_changed";
        // Her first one: she goes on with it. A changed one: her pages are still open.
        go_to(memory, view.own ? Step::page : Step::password);
        memory.first_password = false;
    }
}

void finish_digits(OwnMemory& memory, const Ui& ui, Commands& commands)
{
    const std::string digits{memory.digits};
    switch (memory.step) {
    case Step::phone:
        memory.who = digits;
        return go_to(memory, Step::password);
    case Step::password:
        commands.push(ShowOwnFile{memory.who, digits});
        memory.sent = true;
        return;
    case Step::old_password:
        memory.before = digits;
        return go_to(memory, Step::new_password);
    case Step::new_password:
        memory.chosen = digits;
        return go_to(memory, Step::again);
    case Step::again:
        if (digits != memory.chosen) {
            go_to(memory, Step::new_password);
            memory.problem = ui.word("own.not_the_same");
            return;
        }
        commands.push(ChoosePassword{memory.who, memory.before, digits});
        memory.sent = true;
        return;
    default: return;
    }
}

void take_key(OwnMemory& memory, const Ui& ui, Commands& commands, char key)
{
    memory.problem.clear();
    const bool phone{memory.step == Step::phone};
    const std::size_t most{phone ? mobile_digits : password_digits};
    if (key == '<') {
        if (!memory.digits.empty()) memory.digits.pop_back();
    } else if (key >= '0' && key <= '9' && memory.digits.size() < most) {
        memory.digits += key;
        if (memory.digits.size() == most) finish_digits(memory, ui, commands);
    }
}

void draw_pad(OwnMemory& memory, Ui& ui, Commands& commands)
{
    Canvas& c{ui.canvas};
    const Palette& p{ui.colour()};
    Rect in{ui.page.centred(column_width, std::min(ui.page.h - 2.0F * page_margin, 680.0F))};
    c.icon({in.mid_x(), in.y + 24.0F}, icon::verified_user, p.primary, 40.0F);
    in.cut_top(56.0F);
    c.text(in.cut_top(40.0F, gap_xs), Type::headline, p.ink, ui.word(title_of(memory)), Align::centre);
    c.text(in.cut_top(26.0F, gap_s), Type::body, p.ink_soft, ui.word("own.alone"), Align::centre);
    const Rect row{in.cut_top(48.0F, gap_xs)};
    if (memory.step == Step::phone) {
        (void)field(ui, "own.phone", row, phone_text(memory.digits),
                    {.icon = icon::phone, .hint = ui.word("own.phone_hint"), .active = true});
    } else {
        const bool crosses{!memory.problem.empty() && memory.digits.empty()};
        pin_dots(c, row, static_cast<int>(memory.digits.size()), static_cast<int>(password_digits),
                 crosses ? PinState::wrong : PinState::typing);
    }
    const std::string said{memory.problem.empty() && !memory.done.empty() ? std::string{ui.word(memory.done)}
                                                                          : memory.problem};
    c.text(in.cut_top(28.0F, gap_xs), Type::body, memory.problem.empty() ? p.primary : p.danger, said, Align::centre);
    const Rect back{in.cut_bottom(60.0F, gap_tile)};
    if (const char key{number_pad(ui, "own.pad", in)}; key != 0) take_key(memory, ui, commands, key);
    if (button(ui, "own.back", back, {.icon = icon::arrow_back, .label = ui.word("own.back")})) {
        const bool changing{memory.step == Step::old_password || memory.step == Step::new_password ||
                            memory.step == Step::again};
        if (changing && !memory.first_password) return go_to(memory, Step::page);
        memory = {};
        commands.push(CloseFile{});
    }
}

} // namespace

void OwnMemory::begin(const MemberView& member)
{
    *this = {};
    who = member.profile.member.text;
    first_password = !member.keys.has_password;
    step = first_password ? Step::new_password : Step::password;
}

void OwnMemory::begin()
{
    *this = {};
    step = Step::phone;
}

void draw_own(const TillView& view, OwnMemory& memory, Ui& ui, Commands& commands)
{
    ui.canvas.fill(ui.page, ui.colour().canvas, 0.0F);
    notice_answer(view, memory, ui, commands);
    const bool inside{memory.step == Step::page || memory.step == Step::old_password};
    if (inside && !view.own && !memory.first_password) {
        memory = {}; // Two minutes are over, or somebody else needs the till.
        return;
    }
    if (memory.step != Step::page) return draw_pad(memory, ui, commands);
    const std::int64_t left_ms{view.own->closes_at_ms - ui.now_ms};
    if (left_ms <= 0) commands.push(CloseFile{});
    ui.wake_after(std::max<std::int64_t>(left_ms, 1'000));
    draw_own_page(view, *view.own, memory, ui, commands);
}

} // namespace guitai::ui
