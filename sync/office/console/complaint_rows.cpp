#include "sync/office/console/complaint_rows.hpp"

#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

namespace guitai::office {

void fill_complaint(const PageMaker& maker, PageData& row, const ComplaintCase& one)
{
    const Complaint& complaint{one.complaint};
    const auto local = [&](std::int64_t at_ms) { return minute_in(maker.reads, complaint.store, at_ms); };
    row.set("complaint", complaint.complaint.text).set("link", escaped(complaint.complaint.text));
    row.set("matter_name", word_or_itself(maker, "matter.", std::string{word_of(complaint.matter)}));
    row.set("about", complaint.about).set("opened", local(complaint.opened_at_ms));
    row.set("shop", complaint.store.empty() ? maker.word("my.head_office") : place_name(maker, complaint.store));
    row.set("owner", complaint.staff.text);
    const auto next = next_duty(one);
    row.when("is_open", next.has_value()).when("late", next && is_late(next->due_at_ms, maker.now_ms));
    row.set("next", next ? maker.word(fmt::format("duty.{}", word_of(next->duty))) : "");
    row.set("due", next ? local(next->due_at_ms) : "");
}

void add_matters(const PageMaker& maker, PageData& page)
{
    for (const auto& [matter, word] : Words<ComplaintMatter>::all) {
        page.add("matters")
            .set("matter", std::string{word})
            .set("matter_name", maker.word(fmt::format("matter.{}", word)));
    }
}

} // namespace guitai::office
