#include "terminal/ui/screens/member_file_sheet.hpp"

#include "sync/events/profile_part.hpp"
#include "terminal/ui/screens/complaint_lines.hpp"
#include "terminal/ui/screens/frame.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr std::array<ProfilePart, 10> parts{ProfilePart::name,       ProfilePart::form_of_address,
                                           ProfilePart::reading,    ProfilePart::phone,
                                           ProfilePart::usual_size, ProfilePart::birthday,
                                           ProfilePart::card,       ProfilePart::note,
                                           ProfilePart::monthly_use, ProfilePart::payday};

bool is_figures(ProfilePart part)
{
    return part == ProfilePart::phone || part == ProfilePart::birthday || part == ProfilePart::usual_size ||
           part == ProfilePart::card;
}

// Chips of an enum's words, cut off the top of `in`; the one tapped, or nothing.
template<typename Enum, typename Values>
std::optional<Enum> chips_of(Scene& scene, const std::string& group, Rect& in, const Values& values, Enum chosen)
{
    ChipLines lines{scene.canvas(), in, 44.0F};
    std::optional<Enum> tapped;
    for (const Enum value : values) {
        const std::string id{group + std::string{word_of(value)}};
        const std::string_view word{scene.ui.word(id)};
        if (chip(scene.ui, id, lines.next(word), word, value == chosen)) tapped = value;
    }
    static_cast<void>(in.cut_top(lines.tall(), gap_m));
    return tapped;
}

template<typename Enum>
std::vector<Enum> all_of()
{
    std::vector<Enum> values;
    for (const auto& [value, word] : guitai::Words<Enum>::all) values.push_back(value);
    return values;
}

// The entry with the keyboard below it and the button beside it. True when it is said.
bool draw_entry(Scene& scene, Rect& in, std::string_view id, TextEntry& entry, std::string_view hint, bool ready)
{
    Ui& ui{scene.ui};
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    const bool done{write_on_glass(ui, scene.writing, keys, entry) == Wrote::done};
    Rect row{in.cut_bottom(touch_main, gap_tile)};
    const Rect go{row.cut_right(200.0F, gap_tile)};
    (void)entry_field(ui, id, row, entry,
                      {.icon = icon::edit, .hint = hint, .spelling = scene.writing.spelling, .active = true});
    const bool tapped{button(ui, "file.go", go,
                             {.kind = Kind::main, .icon = icon::check, .label = ui.word("file.go"), .enabled = ready,
                              .type = Type::title})};
    return ready && (tapped || done);
}

void draw_note_tab(Scene& scene, MemberFileMemory& memory, const MemberView& member, Rect in)
{
    if (const auto kind = chips_of(scene, "file.kind.", in, all_of<NoteKind>(), memory.kind)) memory.kind = *kind;
    const std::string hint{scene.ui.word("file.hint." + std::string{word_of(memory.kind)})};
    if (!draw_entry(scene, in, "file.about", memory.about, hint, !memory.about.empty())) return;
    scene.writing.drop_spelling();
    scene.push(NoteMember{member.profile.member.text, memory.kind, memory.about.text()});
    memory.open = false;
}

void draw_profile_tab(Scene& scene, MemberFileMemory& memory, const MemberView& member, Rect in)
{
    if (const auto part = chips_of(scene, "file.part.", in, parts, memory.part))
        memory.show_part(scene, member.profile, *part);
    const std::string hint{scene.ui.word("file.part." + std::string{word_of(memory.part)})};
    const bool changed{memory.value.text() != part_of(member.profile, memory.part)};
    if (!draw_entry(scene, in, "file.value", memory.value, hint, changed)) return;
    scene.writing.drop_spelling();
    scene.push(CorrectMember{member.profile.member.text, memory.part, memory.value.text()});
    memory.open = false;
}

ConsentAnswer answer_of(const MemberView& member, ConsentPurpose purpose, ConsentChannel channel)
{
    const auto found = std::find_if(member.consents.begin(), member.consents.end(), [&](const Consent& consent) {
        return consent.purpose == purpose && consent.channel == channel;
    });
    return found == member.consents.end() ? ConsentAnswer::none : found->answer;
}

void draw_channel(Scene& scene, const MemberFileMemory& memory, const MemberView& member, ConsentChannel channel,
                  Rect row)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    const ConsentAnswer answer{answer_of(member, memory.purpose, channel)};
    const std::string name{word_of(channel)};
    const auto say = [&](const char* id, const Rect& at, Kind kind, ConsentAnswer said) {
        if (button(ui, std::string{"consent."} + id + "/" + name, at,
                   {.kind = kind, .label = ui.word(std::string{"consent."} + id)})) {
            scene.push(AnswerConsent{member.profile.member.text, memory.purpose, channel, said});
        }
    };
    const bool once{answer == ConsentAnswer::yes};
    const bool agreed{once || answer == ConsentAnswer::confirmed};
    const Rect right{row.cut_right(150.0F, gap_s)};
    const Rect left{row.cut_right(190.0F, gap_s)};
    if (once) say("confirm", left, Kind::tinted, ConsentAnswer::confirmed);
    if (!agreed) say("agree", left, Kind::plain, ConsentAnswer::yes);
    if (agreed) say("withdraw", right, Kind::danger, ConsentAnswer::no);
    else if (answer != ConsentAnswer::no) say("refuse", right, Kind::plain, ConsentAnswer::no);
    const Rect what{row.cut_left(std::min(row.w * 0.45F, 160.0F), gap_s)};
    c.text(what, Type::strong, scene.colour().ink, ui.word("consent.channel." + name));
    const ImU32 ink{answer == ConsentAnswer::confirmed ? scene.colour().primary : scene.colour().ink_soft};
    c.text(row, Type::body, ink, ui.word("consent.is." + std::string{word_of(answer)}));
}

void draw_consent_tab(Scene& scene, MemberFileMemory& memory, const MemberView& member, Rect in)
{
    const auto purposes = all_of<ConsentPurpose>();
    if (const auto purpose = chips_of(scene, "consent.purpose.", in, purposes, memory.purpose))
        memory.purpose = *purpose;
    const std::string wording{scene.ui.word("consent.wording." + std::string{word_of(memory.purpose)})};
    scene.canvas().paragraph(in.cut_top(52.0F, gap_s), Type::body, scene.colour().ink_soft, wording, 2);
    for (const auto& [channel, word] : guitai::Words<ConsentChannel>::all) {
        draw_channel(scene, memory, member, channel, in.cut_top(52.0F, gap_s));
    }
}

// Which of her last purchases it is about; a second tap takes it back.
void choose_bad_goods(Scene& scene, MemberFileMemory& memory, const MemberView& member, Rect& in)
{
    if (member.last_purchases.empty()) return;
    ChipLines lines{scene.canvas(), in, 44.0F};
    std::vector<Sku> shown;
    for (const Purchase& bought : member.last_purchases) {
        if (bought.sku.empty() || std::count(shown.begin(), shown.end(), bought.sku) > 0) continue;
        shown.push_back(bought.sku);
        const bool chosen{bought.sku == memory.bad_goods};
        const Rect at{lines.next(bought.name)};
        if (at.y > in.y) break; // One line of them: the rest is said in words.
        if (chip(scene.ui, "complaint.goods/" + bought.sku.text, at, bought.name, chosen))
            memory.bad_goods = chosen ? Sku{} : bought.sku;
    }
    static_cast<void>(in.cut_top(44.0F, gap_s));
}

void draw_new_complaint(Scene& scene, MemberFileMemory& memory, const MemberView& member, Rect in)
{
    if (const auto matter = chips_of(scene, "matter.", in, all_of<ComplaintMatter>(), memory.matter))
        memory.matter = *matter;
    const bool about_goods{memory.matter == ComplaintMatter::goods};
    if (about_goods) choose_bad_goods(scene, memory, member, in);
    if (!draw_entry(scene, in, "file.complaint", memory.about, scene.ui.word("complaint.hint"),
                    !memory.about.empty()))
        return;
    scene.writing.drop_spelling();
    scene.push(OpenComplaint{member.profile.member.text, memory.matter, memory.about.text(),
                             about_goods ? memory.bad_goods : Sku{}});
    memory.said = member.complaints.size();
}

// What is left to do of it as chips, and what she said above the entry.
void draw_answer(Scene& scene, MemberFileMemory& memory, const ComplaintView& complaint, Rect in)
{
    std::vector<ComplaintDuty> left;
    for (const ComplaintDuty duty : all_of<ComplaintDuty>()) {
        if (complaint.what.answer_to(duty) == nullptr) left.push_back(duty);
    }
    if (const auto duty = chips_of(scene, "duty.", in, left, memory.duty)) memory.duty = *duty;
    const std::string said{dotted({matter_text(scene, complaint), course_text(scene, complaint)})};
    scene.canvas().paragraph(in.cut_top(46.0F, gap_s), Type::body, scene.colour().ink_soft, said, 2);
    const std::string hint{scene.ui.word("duty_hint." + std::string{word_of(memory.duty)})};
    if (!draw_entry(scene, in, "file.answer", memory.about, hint, !memory.about.empty())) return;
    scene.writing.drop_spelling();
    scene.push(AnswerComplaint{memory.answering, memory.duty, memory.about.text()});
    memory.said = complaint.what.answers.size();
}

void draw_complaint_tab(Scene& scene, MemberFileMemory& memory, const MemberView& member, const Rect& in)
{
    const auto found = std::find_if(member.complaints.begin(), member.complaints.end(), [&](const ComplaintView& one) {
        return one.what.complaint.complaint == memory.answering;
    });
    const bool is_new{found == member.complaints.end()};
    const std::size_t there{is_new ? member.complaints.size() : found->what.answers.size()};
    if (memory.said && there > *memory.said) {
        memory.open = false;
    } else if (is_new || !found->next) {
        draw_new_complaint(scene, memory, member, in);
    } else {
        draw_answer(scene, memory, *found, in);
    }
}

} // namespace

void MemberFileMemory::show(Scene& scene, Tab wanted)
{
    *this = {};
    open = true;
    tab = wanted;
    scene.writing.open(KeyLayout::letters);
}

void MemberFileMemory::answer(Scene& scene, const ComplaintView& one)
{
    show(scene, complaint);
    answering = one.what.complaint.complaint;
    duty = one.next ? one.next->duty : ComplaintDuty::call;
}

void MemberFileMemory::show_part(Scene& scene, const MemberProfile& known, ProfilePart wanted)
{
    open = true;
    tab = MemberFileMemory::profile;
    part = wanted;
    value.set(part_of(known, wanted));
    scene.writing.open(is_figures(wanted) ? KeyLayout::symbols : KeyLayout::letters);
}

void draw_member_file(Scene& scene, MemberFileMemory& memory, const MemberView& member)
{
    if (!memory.open) return;
    Ui& ui{scene.ui};
    const float wide{std::min(ui.page.w - 2.0F * page_margin, 920.0F)};
    Sheet sheet{ui, "file", {wide, keyboard_height + 390.0F}, SheetPlace::bottom};
    Rect in{sheet.inside()};
    const std::string title{addressed(member.profile.name, member.profile.form_of_address)};
    if (sheet.head(in, title.empty() ? ui.word("file.title") : std::string_view{title}) || sheet.dismissed())
        memory.open = false;
    draw_banner(scene, in);
    const std::array<std::string_view, 4> tabs{ui.word("file.note"), ui.word("file.profile"), ui.word("file.consent"),
                                               ui.word("file.complaint")};
    if (const int tapped{segmented(ui, "file.tab", in.cut_top(52.0F, gap_m), tabs, memory.tab)}; tapped >= 0) {
        memory.tab = tapped;
        if (tapped == MemberFileMemory::profile) memory.show_part(scene, member.profile, memory.part);
        const bool in_words{tapped == MemberFileMemory::note || tapped == MemberFileMemory::complaint};
        if (in_words) scene.writing.open(KeyLayout::letters);
        memory.answering = {};
        memory.said.reset();
    }
    if (memory.tab == MemberFileMemory::note) return draw_note_tab(scene, memory, member, in);
    if (memory.tab == MemberFileMemory::profile) return draw_profile_tab(scene, memory, member, in);
    if (memory.tab == MemberFileMemory::complaint) return draw_complaint_tab(scene, memory, member, in);
    draw_consent_tab(scene, memory, member, in);
}

} // namespace guitai::ui
