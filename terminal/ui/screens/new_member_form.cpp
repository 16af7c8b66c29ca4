#include "terminal/domain/phone.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/member_screen.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<std::string_view, 3> forms_of_address{"member.ms", "member.mr", "member.auntie"};

struct PartLook {
    std::string_view id, hint;
    const char* icon;
};
constexpr std::array<PartLook, NewMemberForm::parts> looks{{
    {"new_member.phone", "member.phone", icon::phone},
    {"new_member.name", "member.name", icon::person},
    {"new_member.size", "member.wears", icon::straighten},
    {"new_member.note", "member.note", icon::sentiment_satisfied},
}};

void make_active(Scene& scene, NewMemberForm& form, int part)
{
    form.active = part;
    const bool figures{part == NewMemberForm::phone || part == NewMemberForm::size};
    scene.writing.open(figures ? KeyLayout::symbols : KeyLayout::letters);
}

void draw_part(Scene& scene, NewMemberForm& form, int part, const Rect& box)
{
    const PartLook& look{looks[static_cast<std::size_t>(part)]};
    const bool active{form.active == part};
    const EntryResult result{
        entry_field(scene.ui, look.id, box, form.entries[static_cast<std::size_t>(part)],
                    {.icon = look.icon,
                     .hint = scene.ui.word(look.hint),
                     .spelling = active ? std::string_view{scene.writing.spelling} : std::string_view{},
                     .active = active})};
    // Where the ring stands is where the keyboard writes.
    if (result.tapped || (!active && scene.ui.focus.on(look.id))) make_active(scene, form, part);
}

bool complete(const NewMemberForm& form)
{
    return form.entries[NewMemberForm::phone].text().size() == mobile_digits &&
           !form.entries[NewMemberForm::name].empty();
}

void draw_forms_of_address(Scene& scene, NewMemberForm& form, Rect row)
{
    for (int i{0}; i < static_cast<int>(forms_of_address.size()); ++i) {
        const std::string_view word{scene.ui.word(forms_of_address[static_cast<std::size_t>(i)])};
        const Rect at{row.cut_left(chip_width(scene.canvas(), word), gap_s)};
        if (chip(scene.ui, "new_member.address/" + std::to_string(i), at, word, form.address_form == i))
            form.address_form = form.address_form == i ? -1 : i;
    }
}

void enrol(Scene& scene, const NewMemberForm& form)
{
    MemberProfile profile;
    profile.phone = form.entries[NewMemberForm::phone].text();
    profile.name = form.entries[NewMemberForm::name].text();
    profile.usual_size = form.entries[NewMemberForm::size].text();
    profile.note = form.entries[NewMemberForm::note].text();
    if (form.address_form >= 0)
        profile.form_of_address = scene.ui.word(forms_of_address[static_cast<std::size_t>(form.address_form)]);
    scene.push(EnrolMember{std::move(profile)});
}

} // namespace

Go draw_new_member(Scene& scene, MemberMemory& memory)
{
    Ui& ui{scene.ui};
    NewMemberForm& form{memory.form};
    Rect page{ui.page};
    const Rect keys{page.cut_bottom(keyboard_height, gap_m)};
    page = page.inset(page_margin, 0.0F);
    const Go head{draw_head_back(scene, page, "new_member.back", ui.word("member.new"))};
    draw_banner(scene, page);
    TextEntry& entry{form.entries[static_cast<std::size_t>(form.active)]};
    if (write_on_glass(ui, scene.writing, keys, entry) == Wrote::done)
        make_active(scene, form, (form.active + 1) % NewMemberForm::parts);
    const Rect side{page.cut_near(ui.hand, 320.0F, page_margin)};
    scene.canvas().card(page);
    Rect in{page.inset(page_margin, gap_m)};
    const bool was_short{form.entries[NewMemberForm::phone].text().size() < mobile_digits};
    for (int row{0}; row < 2; ++row) {
        Rect line{in.cut_top(52.0F, gap_tile)};
        draw_part(scene, form, row * 2, line.cut_left(line.w * 0.45F, gap_tile));
        draw_part(scene, form, row * 2 + 1, line);
    }
    if (was_short && form.active == NewMemberForm::phone &&
        form.entries[NewMemberForm::phone].text().size() == mobile_digits)
        make_active(scene, form, NewMemberForm::name);
    draw_forms_of_address(scene, form, in.cut_top(44.0F));

    scene.canvas().card(side);
    Rect right{side.inset(page_margin, gap_m)};
    const Rect go{right.cut_bottom(68.0F, gap_tile)};
    scene.canvas().paragraph(right, Type::body, scene.colour().ink_soft, ui.word("member.new_line"), 5);
    if (button(ui, "new_member.go", go,
               {.kind = Kind::main, .icon = icon::check,
                .label = ui.word(complete(form) ? "member.enrol" : "member.gap"), .enabled = complete(form),
                .type = Type::title})) {
        enrol(scene, form);
        scene.writing.drop_spelling();
        return Go::members;
    }
    return head;
}

} // namespace guitai::ui
