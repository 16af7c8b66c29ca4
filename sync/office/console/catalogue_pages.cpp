// What is sold and for how much: search, a style with its variants, prices and stock, and a catalogue file looked at
// before it is in force.
#include "sync/office/catalogue_plan.hpp"
#include "sync/office/console/console.hpp"
#include "sync/office/console/miss_grids.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pager.hpp"
#include "sync/office/console/promotion_pages.hpp"
#include "sync/office/console/visit.hpp"
#include "sync/office/doorway.hpp"
#include "sync/office/planned_catalogues.hpp"
#include "sync/office/projections/item_search.hpp"
#include "sync/office/projections/photo_doubts.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/stock.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace guitai::office {
namespace {

constexpr int photos_shown{50};
constexpr std::size_t changes_shown{200};
constexpr std::size_t warnings_shown{20};
constexpr std::size_t text_bytes_max{120};
constexpr std::int64_t miss_days{90};

// Goods that came back because they differ from their picture.
void add_photos(const PageMaker& maker, PageData& page)
{
    const auto doubts = photo_doubts(maker.reads, photos_shown);
    page.when("any_photos", !doubts.empty());
    for (const PhotoDoubt& doubt : doubts) {
        PageData& row{page.add("photos")};
        row.set("style", doubt.style.text).set("style_link", escaped(doubt.style.text)).set("name", doubt.name);
        row.set("returns", std::to_string(doubt.doubts)).set("latest", doubt.latest);
        if (!doubt.since.empty()) row.add("task").set("since", doubt.since);
        row.when("may_finish", maker.deciding && !doubt.since.empty());
    }
}

// Files that wait for their day.
void add_planned(const PageMaker& maker, PageData& page)
{
    const auto planned = planned_catalogues(maker.reads);
    page.when("any_planned", !planned.empty()).set("on", "");
    for (const PlannedCatalogue& one : planned) {
        PageData& row{page.add("planned")};
        row.set("id", std::to_string(one.id)).set("on_date", one.on_date).set("staff", one.staff);
        row.set("made", moment(one.made_at_ms)).when("may_drop", maker.deciding);
        if (!one.problem.empty()) row.add("problem").set("text", one.problem);
    }
}

std::string price_span(std::int64_t lowest_minor, std::int64_t highest_minor)
{
    if (lowest_minor == highest_minor) return yuan(lowest_minor);
    return fmt::format("{} – {}", yuan(lowest_minor), yuan(highest_minor));
}

PageData style_list(const PageMaker& maker)
{
    const std::string query{maker.target.value("q").substr(0, text_bytes_max)};
    PageData page;
    page.set("query", query).set("draft", "").when("deciding", maker.deciding);
    const std::string said{maker.word("done." + maker.target.value("done"))};
    if (said != "done." + maker.target.value("done")) page.add("notice").set("text", said);
    if (maker.target.value("problem") == "console.busy") say_problem(maker, page, {"console.busy", {}});
    add_photos(maker, page);
    add_planned(maker, page);
    const auto found = count_styles(maker.reads, query);
    page.set("found", std::to_string(found)).when("none", found == 0).when("any", found > 0);
    for (const StyleRow& style : found_styles(maker.reads, query, maker.store, rows_a_page, rows_before(maker))) {
        page.add("styles")
            .set("style", style.style.text)
            .set("style_link", escaped(style.style.text))
            .set("name", maker.language == Language::english && !style.name_en.empty() ? style.name_en : style.name)
            .set("category", style.category)
            .set("variants", std::to_string(style.variants))
            .set("price", price_span(style.lowest_minor, style.highest_minor))
            .set("stock", pieces(style.on_hand_milli))
            .when("withdrawn", style.withdrawn);
    }
    add_pager(maker, page, fmt::format("/console/catalogue?q={}&", escaped(query)),
              page_number(maker) * rows_a_page < found);
    return page;
}

void add_variant(const PageMaker& maker, PageData& page, const CatalogueItem& item)
{
    PageData& row{page.add("variants")};
    row.set("sku", item.sku.text).set("sku_link", escaped(item.sku.text));
    row.set("colour", item.colour).set("size", item.size).set("price", text_of(item.price));
    row.set("was", item.was_price.is_zero() ? "—" : text_of(item.was_price));
    row.set("member_price", item.member_price.is_zero() ? "—" : text_of(item.member_price));
    row.set("barcodes", fmt::format("{}", fmt::join(item.barcodes, " "))).when("withdrawn", item.withdrawn);
    std::int64_t free_milli{0};
    for (const Available& level : availability(maker.reads, item.sku)) {
        if (!maker.store.empty() && level.place != maker.store) continue;
        row.add("levels").set("place", level.place.text).set("free", pieces(level.free_milli()));
        free_milli += level.free_milli();
    }
    row.set("free", pieces(free_milli));
}

std::optional<Shown> style_page(const PageMaker& maker, const StyleId& style)
{
    const auto items = items_of_style(maker.reads, style);
    if (items.empty()) return std::nullopt;
    const CatalogueItem& first{items.front()};
    PageData page;
    page.set("style", style.text).set("style_link", escaped(style.text)).set("name", first.name);
    page.set("name_en", first.name_en).set("category", first.category).set("note", first.note);
    page.set("tax", fmt::format("{:.1f} %", static_cast<double>(first.tax_rate.value) / 100.0));
    for (const std::string& tag : first.tags) page.add("tags").set("tag", tag);
    for (const CatalogueItem& item : items) add_variant(maker, page, item);
    const std::string since{date_plus_days(date_in(maker.reads, {}, maker.now_ms), -miss_days)};
    fill_miss_grid(maker, page, style, since);
    page.set("since", since);
    return Shown{"style", std::move(page)};
}

void add_change(PageData& page, const std::string& list, const PlannedItem& planned)
{
    PageData& row{page.add(list)};
    row.set("sku", planned.item.sku.text).set("name", planned.item.name);
    row.set("variant", fmt::format("{} {}", planned.item.colour, planned.item.size));
    row.set("price", text_of(planned.item.price));
    row.set("before", planned.before ? text_of(planned.before->price) : "");
    row.set("member_price", text_of(planned.item.member_price));
    row.set("member_before", planned.before ? text_of(planned.before->member_price) : "");
}

void fill_plan(PageData& page, const CataloguePlan& plan, const Catalogue& file)
{
    PageData& result{page.add("result")};
    std::size_t fresh{0};
    std::size_t repriced{0};
    for (const PlannedItem& planned : plan.listed) {
        if (!planned.before) ++fresh;
        if (planned.has_new_price()) ++repriced;
        const bool is_shown{(!planned.before && fresh <= changes_shown) ||
                            (planned.has_new_price() && repriced <= changes_shown)};
        if (is_shown) add_change(result, planned.before ? "repriced" : "fresh", planned);
    }
    for (const CatalogueItem& item : plan.withdrawn) {
        if (result.lists["withdrawn"].size() < changes_shown) add_change(result, "withdrawn", {item, std::nullopt});
    }
    result.set("fresh_count", std::to_string(fresh)).set("repriced_count", std::to_string(repriced));
    result.set("changed_count", std::to_string(plan.listed.size() - fresh));
    result.set("withdrawn_count", std::to_string(plan.withdrawn.size()));
    result.set("unchanged_count", std::to_string(plan.unchanged));
    result.when("any_fresh", fresh > 0).when("any_repriced", repriced > 0);
    result.when("any_withdrawn", !plan.withdrawn.empty());
    result.when("cut", std::max({fresh, repriced, plan.withdrawn.size()}) > changes_shown);
    for (const ImportWarning& warning : file.warnings) {
        if (result.lists["warnings"].size() == warnings_shown) break;
        result.add("warnings").set("text", fmt::format("{} {}: {}", warning.code, warning.line, warning.detail));
    }
    result.when("any_warnings", !file.warnings.empty());
}

} // namespace

std::optional<Shown> catalogue_area(const PageMaker& maker)
{
    if (maker.part(0) == "drop") return Shown{"catalogue", style_list(maker)};
    if (!maker.part(1).empty()) return std::nullopt;
    if (maker.part(0).empty()) return Shown{"catalogue", style_list(maker)};
    // Somebody who comes back to the page of a result, or changes its language.
    const std::string part{maker.part(0)};
    if (part == "preview" || part == "import" || part == "plan") return Shown{"catalogue", style_list(maker)};
    return style_page(maker, {maker.part(0)});
}

// POST /console/catalogue/preview and …/import: the file as it would be in force, and then it is.
Response Console::judge_catalogue(Visit& visit)
{
    const std::string step{visit.part(2)};
    if (!may_decide(visit.session->role)) return sorry(visit, "console.not_allowed", 403);
    if (step == "drop") return drop_catalogue(visit);
    if ((step != "preview" && step != "import" && step != "plan") || !visit.part(3).empty()) {
        return sorry(visit, "console.not_found", 404);
    }
    const PageMaker maker{maker_for(visit)};
    const std::string draft{draft_in(visit.form)};
    const Missing missing{field_of(visit.form, "missing") == "withdrawn" ? Missing::withdrawn : Missing::kept};
    PageData page{style_list(maker)};
    const std::string on{field_of(visit.form, "on").substr(0, text_bytes_max)};
    page.set("draft", draft).set("on", on).when("withdraw", missing == Missing::withdrawn);
    const auto refused = [&](const Refusal& why, int status) {
        say_problem(maker, page, why);
        return show(visit, "catalogue", std::move(page), status);
    };
    CatalogueOptions options;
    options.today = date_in(visit.reads, {}, maker.now_ms);
    const auto file = read_catalogue(draft, options);
    if (!file) return refused(file.error(), 422);
    if (step == "preview") {
        const auto plan = plan_catalogue(visit.reads, *file, missing);
        if (!plan) return refused(plan.error(), 422);
        fill_plan(page, *plan, *file);
        return show(visit, "catalogue", std::move(page));
    }
    const auto written = write_now<Result<void>>(
        m_writing, [&](Office& office, const database::Transaction& open) -> Result<void> {
            if (step == "plan") {
                const PlannedCatalogue wanted{0, on, missing, draft, visit.session->staff.text, 0, {}};
                const auto planned = plan_for_day(office, open, wanted);
                return planned ? Result<void>{} : refuse(planned.error());
            }
            const auto plan = plan_catalogue(office.connection(), *file, missing);
            if (!plan) return refuse(plan.error());
            write_plan(office, open, *plan, visit.session->staff.text);
            return {};
        });
    if (!written) return refused({"console.busy", {}}, 503);
    if (!*written) return refused(written->error(), 422);
    return see_other(step == "plan" ? "/console/catalogue?done=planned" : "/console/catalogue?done=catalogue");
}

// POST /console/catalogue/drop/{id}: a file that waits for its day is not to be put into force.
Response Console::drop_catalogue(Visit& visit)
{
    const auto id = whole_number(visit.part(3));
    if (!id || !visit.part(4).empty()) return sorry(visit, "console.not_found", 404);
    const auto done = write_now<bool>(m_writing, [&](Office& office, const database::Transaction& open) {
        return drop_planned(office, open, *id);
    });
    return see_other(done ? "/console/catalogue?done=dropped" : "/console/catalogue?problem=console.busy");
}

} // namespace guitai::office
