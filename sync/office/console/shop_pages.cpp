// The shops: how fresh what we know of each is, and what somebody should look at there.
#include "sync/office/access.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/pages.hpp"
#include "sync/office/console/till_rows.hpp"
#include "sync/office/order_states.hpp"
#include "sync/office/projections/order_search.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/takings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace guitai::office {
namespace {

constexpr int days_shown{14};
constexpr int apart_shown{50};

std::vector<TillEnrolled> tills_in(const PageMaker& maker, const PlaceCode& place)
{
    auto tills = all_tills(maker.reads);
    std::erase_if(tills, [&place](const TillEnrolled& till) { return till.store != place; });
    return tills;
}

struct Waiting {
    std::int64_t open{0};
    std::int64_t overdue{0};
};

Waiting orders_of(const std::vector<ShopCount>& counts, const PlaceCode& place)
{
    Waiting waiting;
    for (const ShopCount& each : counts) {
        if (each.store != place && each.source != place) continue;
        if (is_open(each.count.state)) waiting.open += each.count.orders;
        waiting.overdue += each.count.overdue;
    }
    return waiting;
}

std::vector<ShopCount> counts_now(const PageMaker& maker)
{
    return count_by_shop(maker.reads, desk_moment(maker));
}

// What the list and the shop's own page both say of it.
void fill_shop(const PageMaker& maker, PageData& row, const PlaceSet& place, const std::vector<ShopCount>& counts)
{
    row.set("place", place.place.text).set("link", escaped(place.place.text)).set("name", place.name);
    row.set("kind", maker.word(fmt::format("place.{}", word_of(place.place_kind)))).when("test", place.test);
    const auto tills = tills_in(maker, place.place);
    std::int64_t oldest_ms{std::numeric_limits<std::int64_t>::max()};
    std::int64_t aside{0};
    for (const TillEnrolled& till : tills) {
        const TillContact contact{contact_of(maker.reads, till.till)};
        if (contact.set_aside) ++aside;
        else oldest_ms = std::min(oldest_ms, contact.heard_at_ms);
        fill_till(maker, row.add("tills"), till);
    }
    const bool any_working{std::cmp_less(aside, tills.size())};
    row.set("till_count", std::to_string(tills.size())).when("any_tills", !tills.empty());
    row.when("no_tills", tills.empty());
    row.set("heard", !any_working ? "—" : oldest_ms == 0 ? maker.word("tills.never") : ago(maker, oldest_ms));
    row.when("quiet", any_working && oldest_ms < maker.now_ms - quiet_after_ms);
    const Waiting waiting{orders_of(counts, place.place)};
    const auto apart = place.place_kind == PlaceKind::shop ? count_set_apart(maker.reads, place.place) : 0;
    const auto count = [&row](const std::string& list, std::int64_t number) {
        if (number > 0) row.add(list).set("count", std::to_string(number));
    };
    count("open", waiting.open);
    count("overdue", waiting.overdue);
    count("apart_count", apart);
    count("aside", aside);
    row.when("fine", waiting.overdue == 0 && apart == 0 && aside == 0);
}

Shown list(const PageMaker& maker)
{
    PageData page;
    const auto counts = counts_now(maker);
    for (const PlaceSet& place : all_places(maker.reads)) {
        if (!maker.store.empty() && place.place != maker.store) continue;
        fill_shop(maker, page.add("shops"), place, counts);
    }
    page.when("none", page.lists["shops"].empty()).when("any", !page.lists["shops"].empty());
    return {"shops", std::move(page)};
}

std::optional<Shown> shop_page(const PageMaker& maker, const PlaceCode& code)
{
    const auto place = find_place(maker.reads, code);
    const bool is_seen{place && (maker.store.empty() || maker.store == code)};
    if (!is_seen) return std::nullopt;
    PageData page;
    fill_shop(maker, page, *place, counts_now(maker));
    page.when("may_hire", maker.may(Area::people));
    const auto apart = latest_set_apart(maker.reads, code, apart_shown);
    const bool any_apart{place->place_kind == PlaceKind::shop && !apart.empty()};
    page.when("any_apart", any_apart);
    for (const SetApart& each : apart) {
        if (!any_apart) break;
        page.add("apart")
            .set("when", moment(each.at_ms))
            .set("till", std::to_string(each.origin))
            .set("number", std::to_string(each.number))
            .set("reason", word_or_itself(maker, "apart.", each.why.code))
            .set("detail", each.why.detail);
    }
    const auto days = latest_days(maker.reads, code, days_shown);
    page.when("any_days", !days.empty());
    for (const DayFigures& day : days) {
        page.add("days")
            .set("date", day.business_date)
            .set("tickets", std::to_string(day.tickets))
            .set("turnover", yuan(day.turnover_minor))
            .set("orders", yuan(day.order_turnover_minor));
    }
    return Shown{"shop", std::move(page)};
}

} // namespace

std::optional<Shown> shops_area(const PageMaker& maker)
{
    if (!maker.part(1).empty()) return std::nullopt;
    if (maker.part(0).empty()) return list(maker);
    return shop_page(maker, {maker.part(0)});
}

} // namespace guitai::office
