#include "terminal/ui/screens/approval_sheet.hpp"

#include "sync/events/phone_code.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/open_shift_screen.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr std::size_t shown_max{4};

std::vector<const PersonView*> who_may(const Scene& scene)
{
    std::vector<const PersonView*> people;
    for (const PersonView& person : scene.view.session.people) {
        const bool self{scene.view.session.staff && person.name == scene.view.session.staff->name};
        if (person.role >= scene.view.approval.least && !self && people.size() < shown_max) people.push_back(&person);
    }
    return people;
}

void notice_answer(ApprovalMemory& memory, const PersonView& person)
{
    if (memory.asked_for != person.name.text) return;
    // Still asked, and the tries went down: the PIN was wrong.
    if (person.tries_left == memory.tries_before && person.locked_until_ms == 0) return;
    memory.wrong = true;
    memory.pin.clear();
    memory.asked_for.clear();
}

std::string grouped(const std::string& digits)
{
    return digits.size() <= 4 ? digits : digits.substr(0, 4) + " " + digits.substr(4);
}

// Nobody who may is here: what stands on top is read out on the telephone, and the answer typed below.
void draw_phone(Scene& scene, ApprovalMemory& memory, Rect in, bool can_go_back)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const PhoneView& phone{scene.view.approval.phone};
    const std::string what{std::string{ui.word("allowed." + phone.action)} + " · " +
                           ui.word("approval.phone_ticket", phone.ticket) + " · " + money_text(phone.amount)};
    c.text(in.cut_top(24.0F, gap_xs), Type::body, p.ink, what);
    figure_row(c, in.cut_top(40.0F, gap_xs), ui.word("approval.phone_request"), grouped(phone.request), p.ink,
               Type::title);
    Rect keys{in.cut_bottom(touch_main, gap_s)};
    if (can_go_back &&
        button(ui, "approval.by_pin", keys.cut_left(120.0F, gap_s), {.label = ui.word("approval.by_pin")}))
        memory.by_phone = false;
    const bool locked{phone.locked_until_ms != 0};
    draw_amount_box(scene, in.cut_top(56.0F, gap_s), ui.word("approval.phone_code"),
                    memory.code.empty() ? "–" : grouped(memory.code), !memory.code.empty());
    const char key{number_pad(ui, "approval.phone_pad", in, {.enabled = !locked})};
    if (key == '<' && !memory.code.empty()) memory.code.pop_back();
    if (key >= '0' && key <= '9' && memory.code.size() < phone_code_digits) memory.code += key;
    if (button(ui, "approval.phone_go", keys,
               {.kind = Kind::main, .icon = icon::verified_user, .label = ui.word("approval.phone_go"),
                .enabled = !locked && memory.code.size() == phone_code_digits, .type = Type::title})) {
        scene.push(Approve{{}, {}, memory.code});
        memory.code.clear();
    }
}

} // namespace

void draw_approval(Scene& scene, ApprovalMemory& memory)
{
    if (scene.view.approval.code.empty()) {
        memory = {};
        return;
    }
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    Sheet sheet{ui, "approval", {460.0F, 724.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, ui.word("approval.title")) || sheet.dismissed()) scene.push(GiveUpApproval{});
    const std::string why{refusal_words(scene, scene.view.approval.code, scene.view.approval.detail)};
    c.paragraph(in.cut_top(46.0F, gap_s), Type::body, scene.colour().ink_soft, why, 2);
    const std::vector<const PersonView*> people{who_may(scene)};
    const bool can_phone{!scene.view.approval.phone.request.empty()};
    if (can_phone && (memory.by_phone || people.empty())) {
        draw_phone(scene, memory, in, !people.empty());
        return;
    }
    if (can_phone &&
        button(ui, "approval.phone", in.cut_bottom(52.0F, gap_s),
               {.icon = icon::phone, .label = ui.word("approval.phone")}))
        memory.by_phone = true;
    if (people.empty()) {
        empty_state(c, in, icon::block, ui.word("approval.nobody"), ui.word("approval.nobody_line"));
        return;
    }
    const PersonView* chosen{people.front()};
    const Rect row{in.cut_top(52.0F, gap_s)};
    for (std::size_t i{0}; i < people.size(); ++i) {
        const std::string& name{people[i]->name.text};
        const bool on{memory.name.empty() ? i == 0 : memory.name == name};
        if (on) chosen = people[i];
        const Rect at{row.cell(static_cast<int>(i), static_cast<int>(people.size()), 0, 1, gap_s)};
        if (chip(ui, "approval.person/" + name, {at.x, at.y + 4.0F, at.w, 44.0F}, name, on)) {
            memory = {};
            memory.name = name;
        }
    }
    notice_answer(memory, *chosen);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const PinPad pad{"approval.pad", memory.wrong, chosen->tries_left, chosen->locked_until_ms};
    if (draw_pin_pad(scene, in, memory.pin, pad)) memory.wrong = false;
    const std::string label{ui.word("approval.go", chosen->name.text)};
    if (button(ui, "approval.go", go,
               {.kind = Kind::main, .icon = icon::verified_user, .label = label,
                .enabled = memory.pin.size() >= pin_digits_min, .type = Type::title})) {
        memory.asked_for = chosen->name.text;
        memory.tries_before = chosen->tries_left;
        scene.push(Approve{chosen->name.text, memory.pin});
    }
}

} // namespace guitai::ui
