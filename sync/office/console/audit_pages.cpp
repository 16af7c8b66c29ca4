// Who did what at the head office: every act that somebody is answerable for.
#include "sync/events/time.hpp"
#include "sync/office/console/event_words.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pager.hpp"
#include "sync/office/journal_look.hpp"
#include "sync/office/projections/office_lines.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr std::int64_t ms_a_day{86'400'000};

void add_choices(PageData& page, const std::string& list, const std::vector<std::string>& values,
                 const std::string& chosen, const std::function<std::string(const std::string&)>& called)
{
    for (const std::string& value : values) {
        page.add(list).set("value", value).set("name", called(value)).when("here", value == chosen);
    }
}

// Midnight of that ISO date as the clocks of the shops say it; nothing for what is no date.
std::optional<std::int64_t> begin_of(const std::string& date)
{
    const auto begin = is_iso_date(date) ? parse_iso_instant(date + "T00:00:00Z") : std::nullopt;
    if (!begin) return std::nullopt;
    return *begin - PlaceSet{}.utc_offset_minutes * 60'000;
}

} // namespace

std::optional<Shown> audit_area(const PageMaker& maker)
{
    if (!maker.part(0).empty()) return std::nullopt;
    ActFilter filter;
    filter.actor = maker.target.value("actor");
    filter.kind = maker.target.value("kind");
    const std::string day{maker.target.value("day")};
    if (const auto begin = begin_of(day)) {
        filter.from_ms = *begin;
        filter.until_ms = *begin + ms_a_day;
    }
    PageData page;
    page.set("day", filter.until_ms == 0 ? "" : day);
    add_choices(page, "actors", office_actors(maker.reads), filter.actor, [](const std::string& name) { return name; });
    add_choices(page, "kinds", office_kinds(maker.reads), filter.kind,
                [&maker](const std::string& kind) { return word_or_itself(maker, "event.", kind); });
    auto acts = office_acts(maker.reads, filter, rows_a_page + 1, rows_before(maker));
    const bool more{acts.size() > static_cast<std::size_t>(rows_a_page)};
    if (more) acts.pop_back();
    page.when("none", acts.empty()).when("any", !acts.empty());
    for (const OfficeAct& act : acts) {
        PageData& row{page.add("acts")};
        row.set("when", moment(act.at_ms)).set("actor", act.actor).set("number", std::to_string(act.number));
        row.set("what", word_or_itself(maker, "event.", act.kind));
        if (const auto event = event_at(maker.reads, office_origin, act.number)) describe(maker, row, *event);
    }
    add_pager(maker, page, fmt::format("/console/audit?actor={}&kind={}&day={}&", escaped(filter.actor),
                                       escaped(filter.kind), escaped(day)),
              more);
    return Shown{"audit", std::move(page)};
}

} // namespace guitai::office
