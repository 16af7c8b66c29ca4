#include "terminal/ui/screens/approval_sheet.hpp"

#include "terminal/ui/screens/frame.hpp"

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
