#include "terminal/ui/screens/ticket_sheets.hpp"

#include "terminal/ui/screens/frame.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

constexpr std::size_t guides_max{4};
constexpr std::array<std::int64_t, 5> splits{50, 60, 70, 80, 90};

// Even shares, the odd hundredths with the first; two people may split otherwise.
std::vector<GuideShare> shares_of(const GuidesMemory& memory)
{
    std::vector<GuideShare> shares;
    const auto count = static_cast<std::int64_t>(memory.chosen.size());
    for (std::int64_t at{0}; at < count; ++at) {
        std::int64_t share{whole_share / count + (at == 0 ? whole_share % count : 0)};
        if (count == 2) share = (at == 0 ? memory.first_percent : 100 - memory.first_percent) * 100;
        shares.push_back({{memory.chosen[static_cast<std::size_t>(at)]}, {share}});
    }
    return shares;
}

void toggle(std::vector<std::string>& chosen, const std::string& name)
{
    const auto there = std::find(chosen.begin(), chosen.end(), name);
    if (there != chosen.end()) chosen.erase(there);
    else if (chosen.size() < guides_max) chosen.push_back(name);
}

void draw_people(Scene& scene, GuidesMemory& memory, const Rect& box)
{
    const auto& people = scene.view.session.people;
    const std::vector<GuideShare> shares{shares_of(memory)};
    for (std::size_t at{0}; at < people.size(); ++at) {
        const std::string& name{people[at].name.text};
        const auto mine = std::find_if(shares.begin(), shares.end(),
                                       [&](const GuideShare& share) { return share.staff.text == name; });
        const bool on{mine != shares.end()};
        const std::string note{on ? std::to_string(mine->share.value / 100) + "%" : std::string{}};
        const Rect cell{box.cell(static_cast<int>(at % 3), 3, static_cast<int>(at / 3), 4, gap_s)};
        if (button(scene.ui, "guides.person/" + name, cell,
                   {.kind = on ? Kind::tinted : Kind::plain, .label = name, .note = note}))
            toggle(memory.chosen, name);
    }
}

// Of the whole ticket, or of the open line alone.
void draw_reach(Scene& scene, std::string_view id, const Rect& row, bool& whole_ticket)
{
    const std::array<std::string_view, 2> words{scene.ui.word("reach.ticket"), scene.ui.word("reach.line")};
    if (const int tapped{segmented(scene.ui, id, row, words, whole_ticket ? 0 : 1)}; tapped >= 0)
        whole_ticket = tapped == 0;
}

} // namespace

bool draw_guides(Scene& scene, GuidesMemory& memory, LineNumber line)
{
    Ui& ui{scene.ui};
    Sheet sheet{ui, "guides", {560.0F, 620.0F}};
    Rect in{sheet.inside()};
    bool open{!(sheet.head(in, ui.word("guides.title")) || sheet.dismissed())};
    draw_banner(scene, in);
    draw_reach(scene, "guides.reach", in.cut_top(56.0F, gap_m), memory.whole_ticket);
    const Rect go{in.cut_bottom(touch_main, gap_m)};
    const Rect split{in.cut_bottom(56.0F, gap_m)};
    if (memory.chosen.size() == 2) {
        for (int i{0}; i < static_cast<int>(splits.size()); ++i) {
            const std::int64_t first{splits[static_cast<std::size_t>(i)]};
            const std::string label{std::to_string(first) + " : " + std::to_string(100 - first)};
            const Rect at{split.cell(i, static_cast<int>(splits.size()), 0, 1, gap_s)};
            if (chip(ui, "guides.split/" + std::to_string(first), at, label, memory.first_percent == first))
                memory.first_percent = first;
        }
    }
    draw_people(scene, memory, in);
    const std::string_view label{ui.word(memory.chosen.empty() ? "guides.nobody" : "guides.go")};
    if (button(ui, "guides.go", go, {.kind = Kind::main, .icon = icon::check, .label = label, .type = Type::title})) {
        scene.push(SetGuides{memory.whole_ticket ? 0 : line, shares_of(memory)});
        open = false;
    }
    return open;
}

bool draw_note(Scene& scene, NoteMemory& memory, LineNumber line)
{
    Ui& ui{scene.ui};
    if (!memory.began) {
        memory.began = true;
        scene.writing.open(KeyLayout::letters);
        memory.whole_ticket = scene.view.cart.lines.empty();
    }
    Sheet sheet{ui, "note", {std::min(ui.page.w - 2.0F * page_margin, 900.0F), keyboard_height + 300.0F},
                SheetPlace::bottom};
    Rect in{sheet.inside()};
    bool open{!(sheet.head(in, ui.word("note.title")) || sheet.dismissed())};
    const Rect keys{in.cut_bottom(keyboard_height - 2.0F * gap_l, gap_m)};
    const bool done{write_on_glass(ui, scene.writing, keys, memory.entry) == Wrote::done};
    const Rect row{in.cut_bottom(touch_main, gap_m)};
    const EntryResult result{entry_field(ui, "note.entry", in.cut_bottom(52.0F, gap_tile), memory.entry,
                                         {.icon = icon::note_add,
                                          .hint = ui.word("note.hint"),
                                          .spelling = scene.writing.spelling,
                                          .active = true})};
    if (result.tapped) scene.writing.open(KeyLayout::letters);
    if (!scene.view.cart.lines.empty())
        draw_reach(scene, "note.reach", row.cell(0, 2, 0, 1, gap_tile), memory.whole_ticket);
    if (button(ui, "note.go", row.cell(1, 2, 0, 1, gap_tile),
               {.kind = Kind::main, .icon = icon::check, .label = ui.word("note.go"), .type = Type::title}) ||
        done) {
        if (memory.whole_ticket) scene.push(NoteTicket{memory.entry.text()});
        else scene.push(NoteLine{line, memory.entry.text()});
        open = false;
    }
    return open;
}

} // namespace guitai::ui
