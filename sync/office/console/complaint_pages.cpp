// Complaints: what was promised and is not done yet, the late ones first; and what others can learn from those that
// are closed.
#include "sync/complaints/tables.hpp"
#include "sync/office/console/complaint_rows.hpp"
#include "sync/office/console/pager.hpp"
#include "sync/office/console/pages.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace guitai::office {
namespace {

using complaints::Which;

constexpr std::array<std::pair<Which, std::string_view>, 3> tabs{
    {{Which::late, "late"}, {Which::open, "open"}, {Which::closed, "closed"}}};

Which tab_of(const PageMaker& maker)
{
    for (const auto& [which, name] : tabs) {
        if (maker.target.value("state") == name) return which;
    }
    return Which::open;
}

PageData list_page(const PageMaker& maker)
{
    const std::string text{maker.target.value("q")};
    complaints::Wanted wanted;
    wanted.which = tab_of(maker);
    const bool is_closed{wanted.which == Which::closed};
    // What others learned is for every shop; whose complaint it was is not.
    const bool own_alone{!maker.store.empty() && !is_closed};
    const PlaceCode shop{own_alone ? maker.store.text : maker.target.value("shop")};
    if (!shop.empty()) wanted.store = shop;
    wanted.text = text;
    wanted.lessons_only = !maker.store.empty() && is_closed;
    wanted.now_ms = maker.now_ms;
    wanted.limit = rows_a_page + 1;
    wanted.offset = rows_before(maker);
    auto cases = complaints::list(maker.reads, wanted);
    const bool more{cases.size() > static_cast<std::size_t>(rows_a_page)};
    if (more) cases.pop_back();

    PageData page;
    const std::string kept{fmt::format("q={}&shop={}", escaped(text), escaped(shop.text))};
    std::string chosen;
    for (const auto& [which, name] : tabs) {
        const bool here{which == wanted.which};
        if (here) chosen = name;
        page.add("tabs")
            .set("link", fmt::format("/console/complaints?state={}&{}", name, kept))
            .set("tab_name", maker.word(fmt::format("complaints.{}", name)))
            .when("here", here);
    }
    page.set("query", text).set("state", chosen);
    add_places(maker, page, "places", shop);
    page.when("many_places", maker.store.empty());
    page.when("none", cases.empty()).when("any", !cases.empty()).when("closed", is_closed);
    for (const ComplaintCase& one : cases) {
        PageData& row{page.add("complaints")};
        fill_complaint(maker, row, one);
        row.when("own", maker.store.empty() || one.complaint.store == maker.store);
        const ComplaintAnswer* const lesson{one.answer_to(ComplaintDuty::archive)};
        row.set("lesson", lesson != nullptr ? lesson->words : std::string{});
    }
    add_pager(maker, page, fmt::format("/console/complaints?state={}&{}&", chosen, kept), more);
    return page;
}

void add_duties(const PageMaker& maker, PageData& page, const ComplaintCase& one)
{
    const auto local = [&](std::int64_t at_ms) { return minute_in(maker.reads, one.complaint.store, at_ms); };
    for (const auto& [duty, word] : Words<ComplaintDuty>::all) {
        const std::int64_t due{due_at(one.complaint, duty)};
        const ComplaintAnswer* const answer{one.answer_to(duty)};
        const bool first_result{duty == ComplaintDuty::archive && one.answer_to(ComplaintDuty::result) == nullptr};
        PageData& row{page.add("duties")};
        row.set("duty", std::string{word}).set("duty_name", maker.word(fmt::format("duty.{}", word)));
        row.set("duty_line", maker.word(fmt::format("duty.{}_line", word))).set("due", local(due));
        const bool is_over{answer == nullptr && !one.is_open()}; // Closed without it.
        row.when("late", !is_over && is_late(due, answer != nullptr ? answer->at_ms : maker.now_ms));
        row.when("todo", answer == nullptr && one.is_open() && !first_result && may_answer_complaints(maker.role));
        if (answer == nullptr) continue;
        row.add("done")
            .set("words", answer->words)
            .set("when", local(answer->at_ms))
            .set("by", answer->store.empty() ? answer->staff.text
                                             : fmt::format("{} {}", answer->store.text, answer->staff.text));
    }
}

std::optional<PageData> one_complaint(const PageMaker& maker, const ComplaintId& complaint)
{
    const auto known = complaints::find(maker.reads, complaint);
    const bool is_seen{known && (maker.store.empty() || known->complaint.store == maker.store)};
    if (!is_seen) return std::nullopt;
    PageData page;
    fill_complaint(maker, page, *known);
    if (maker.target.value("done") == "answered") page.add("answered");
    if (const auto problem = maker.target.value("problem"); problem.starts_with("complaint.")) {
        say_problem(maker, page, {problem, {}});
    }
    PageData& member{page.add("member")};
    member.set("number", known->member.text);
    if (maker.may(Area::service)) member.add("to_member").set("to", escaped(known->member.text));
    if (!known->complaint.sku.empty()) {
        const auto item = find_item(maker.reads, known->complaint.sku);
        page.add("item").set("sku", known->complaint.sku.text).set("name", item ? item->name : std::string{});
    }
    add_duties(maker, page, *known);
    return page;
}

} // namespace

std::optional<Shown> complaints_area(const PageMaker& maker)
{
    const ComplaintId complaint{maker.part(0)};
    if (!maker.part(1).empty()) return std::nullopt;
    if (complaint.empty()) return Shown{"complaints", list_page(maker)};
    auto page = one_complaint(maker, complaint);
    return page ? std::optional{Shown{"complaint", std::move(*page)}} : std::nullopt;
}

} // namespace guitai::office
