// What was asked for and not there (流单): by reason, by style, and each style's grid painted by demand.
#include "sync/events/time.hpp"
#include "sync/office/console/miss_grids.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/projections/item_search.hpp"
#include "sync/office/projections/miss_grid.hpp"
#include "sync/office/projections/places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace guitai::office {
namespace {

constexpr std::array<std::int64_t, 3> spans{30, 90, 365}; // Days that may be looked at.
constexpr int styles_shown{20};
constexpr std::size_t grids_shown{6};
constexpr int misses_shown{50};
constexpr std::int64_t heats{5};

std::int64_t span_of(const PageMaker& maker)
{
    const auto asked = whole_number(maker.target.value("days")).value_or(spans.front());
    return std::count(spans.begin(), spans.end(), asked) > 0 ? asked : spans.front();
}

std::string since_of(const PageMaker& maker)
{
    return date_plus_days(date_in(maker.reads, {}, maker.now_ms), -span_of(maker));
}

void add_spans(const PageMaker& maker, PageData& page, const std::string& place)
{
    for (const std::int64_t days : spans) {
        page.add("spans")
            .set("link", fmt::format("{}?days={}", place, days))
            .set("name", fmt::format("{} {}", days, maker.word("age.days")))
            .when("here", days == span_of(maker));
    }
    page.set("days", std::to_string(span_of(maker)));
}

void fill_counts(PageData& row, std::int64_t misses, std::int64_t rescued)
{
    row.set("misses", std::to_string(misses)).set("rescued", std::to_string(rescued));
    row.set("lost", std::to_string(misses - rescued));
    row.set("rate", misses == 0 ? "—" : fmt::format("{} %", rescued * 100 / misses));
}

void add_if_new(std::vector<std::string>& names, const std::string& name)
{
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

Shown overview(const PageMaker& maker)
{
    const std::string since{since_of(maker)};
    const auto reasons = misses_by_reason(maker.reads, maker.store, since);
    std::int64_t misses{0};
    std::int64_t rescued{0};
    for (const MissCount& count : reasons) {
        misses += count.misses;
        rescued += count.rescued;
    }
    PageData page;
    add_spans(maker, page, "/console/market");
    fill_counts(page, misses, rescued);
    page.set("since", since).when("any", misses > 0).when("none", misses == 0);
    for (const MissCount& count : reasons) {
        PageData& row{page.add("reasons")};
        fill_counts(row, count.misses, count.rescued);
        row.set("what", word_or_itself(maker, "miss.", count.what));
    }
    for (const MissCount& count : misses_by_style(maker.reads, maker.store, since, styles_shown)) {
        const auto fill = [&](PageData& row) {
            fill_counts(row, count.misses, count.rescued);
            row.set("what", count.what).set("name", count.name).set("style_link", escaped(count.what));
        };
        fill(page.add("styles"));
        if (page.lists["grids"].size() >= grids_shown) continue;
        PageData& grid{page.add("grids")};
        fill(grid);
        fill_miss_grid(maker, grid, {count.what}, since);
    }
    return {"market", std::move(page)};
}

Shown of_style(const PageMaker& maker, const StyleId& style)
{
    const std::string since{since_of(maker)};
    PageData page;
    std::int64_t misses{0};
    std::int64_t rescued{0};
    for (const MissCell& cell : misses_by_cell(maker.reads, style, maker.store, since)) {
        misses += cell.misses;
        rescued += cell.rescued;
    }
    const auto items = items_of_style(maker.reads, style);
    page.set("style", style.text).set("style_link", escaped(style.text)).set("since", since);
    page.set("name", items.empty() ? "" : items.front().name).when("listed", !items.empty());
    add_spans(maker, page, "/console/market/" + escaped(style.text));
    fill_counts(page, misses, rescued);
    fill_miss_grid(maker, page, style, since);
    page.when("any", misses > 0).when("none", misses == 0);
    for (const MissRow& miss : latest_misses(maker.reads, style, maker.store, since, misses_shown)) {
        PageData& row{page.add("latest")};
        row.set("when", moment(miss.at_ms)).set("store", place_name(maker, miss.store)).set("staff", miss.staff);
        row.set("shop", escaped(miss.store.text)).set("colour", miss.colour).set("size", miss.size);
        row.set("reason", word_or_itself(maker, "miss.", miss.reason));
        row.set("chosen", word_or_itself(maker, "chosen.", miss.chosen)).set("sku", miss.chosen_sku);
        if (!miss.rescued_by.empty()) {
            row.add("order").set("number", miss.rescued_by.text).set("link", escaped(miss.rescued_by.text));
        }
        const bool is_known{!miss.member.empty() && maker.may(Area::service)};
        if (is_known) row.add("member").set("number", miss.member.text).set("link", escaped(miss.member.text));
    }
    return {"market_style", std::move(page)};
}

} // namespace

void fill_miss_grid(const PageMaker& maker, PageData& row, const StyleId& style, std::string_view since)
{
    std::vector<std::string> colours;
    std::vector<std::string> sizes;
    for (const CatalogueItem& item : items_of_style(maker.reads, style)) {
        add_if_new(colours, item.colour);
        add_if_new(sizes, item.size);
    }
    // What was asked for may be a size that was never made: it stands behind those that were.
    std::map<std::pair<std::string, std::string>, MissCell> cells;
    std::int64_t most{1};
    for (const MissCell& cell : misses_by_cell(maker.reads, style, maker.store, since)) {
        add_if_new(colours, cell.colour);
        add_if_new(sizes, cell.size);
        most = std::max(most, cell.misses);
        cells[{cell.colour, cell.size}] = cell;
    }
    for (const std::string& size : sizes) row.add("sizes").set("size", size);
    for (const std::string& colour : colours) {
        PageData& line{row.add("colours")};
        line.set("colour", colour);
        for (const std::string& size : sizes) {
            PageData& cell{line.add("cells")};
            const auto found = cells.find({colour, size});
            const std::int64_t misses{found == cells.end() ? 0 : found->second.misses};
            const std::int64_t rescued{found == cells.end() ? 0 : found->second.rescued};
            cell.set("heat", std::to_string(misses == 0 ? 0 : 1 + (misses * (heats - 1)) / most));
            cell.set("count", misses == 0 ? "·" : std::to_string(misses));
            if (misses == 0) continue;
            fill_counts(cell.add("asked"), misses, rescued);
        }
    }
}

std::optional<Shown> market_area(const PageMaker& maker)
{
    if (!maker.part(1).empty()) return std::nullopt;
    if (maker.part(0).empty()) return overview(maker);
    return of_style(maker, {maker.part(0)});
}

} // namespace guitai::office
