#include "terminal/ui/screens/complaint_lines.hpp"

#include "sync/events/time.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

namespace guitai::ui {
namespace {

std::string duty_text(const Scene& scene, const DueDuty& due)
{
    return std::string{scene.ui.word("duty." + std::string{word_of(due.duty)})};
}

std::string minute_text(const Scene& scene, const DueDuty& due)
{
    constexpr std::size_t iso_date_size{10};
    const std::string minute{date_and_minute(due.due_at_ms, scene.view.shop.utc_offset_minutes)};
    return date_text(scene.ui.words, minute.substr(0, iso_date_size), scene.today()) + minute.substr(iso_date_size);
}

} // namespace

std::string course_text(const Scene& scene, const ComplaintView& complaint)
{
    if (!complaint.next) return std::string{scene.ui.word("complaint.filed")};
    return scene.ui.word(complaint.late ? "complaint.late" : "complaint.due", duty_text(scene, *complaint.next),
                         minute_text(scene, *complaint.next));
}

std::string reminder_text(const Scene& scene, const ComplaintView& complaint)
{
    if (!complaint.next) return {};
    const std::string duty{duty_text(scene, *complaint.next)};
    return complaint.late ? scene.ui.word("strip.complaint_late", duty)
                          : scene.ui.word("strip.complaint", duty, minute_text(scene, *complaint.next));
}

std::string matter_text(const Scene& scene, const ComplaintView& complaint)
{
    const Complaint& what{complaint.what.complaint};
    return dotted({std::string{scene.ui.word("matter." + std::string{word_of(what.matter)})},
                   name_in(scene.ui.words, complaint.goods, complaint.goods_en), what.about});
}

const ComplaintView* draw_complaints(Scene& scene, KineticScroll& list, const Rect& box)
{
    Canvas& c{scene.canvas()};
    const ComplaintView* tapped{nullptr};
    c.card(box);
    Rect in{box.inset(page_margin, gap_m)};
    c.text(in.cut_top(32.0F, gap_s), Type::strong, scene.colour().ink, scene.ui.word("complaint.to_do"));
    const float content{row_height * static_cast<float>(scene.view.complaints.size())};
    const float offset{list.update(scene.ui, in, content)};
    const Clip clip{in};
    float y{in.y - offset};
    for (const ComplaintView& complaint : scene.view.complaints) {
        const Rect row{in.x, y, in.w, row_height};
        y += row_height;
        if (row.bottom() < in.y || row.y > in.bottom()) continue;
        const std::string name{addressed(complaint.member_name, complaint.form_of_address)};
        const std::string title{dotted({name, matter_text(scene, complaint)})};
        const std::string note{course_text(scene, complaint)};
        const std::string id{"complaint/" + complaint.what.complaint.complaint.text};
        scene.ui.focus.home(id);
        if (list_row(scene.ui, id, row,
                     {.icon = icon::error, .tone = complaint.late ? Tone::danger : Tone::info, .title = title,
                      .note = note, .opens = true}))
            tapped = &complaint;
    }
    scroll_mark(c, in, offset, content);
    return tapped;
}

} // namespace guitai::ui
