#include "sync/office/console/pages.hpp"

#include "sync/events/average.hpp"
#include "sync/events/money.hpp"
#include "sync/events/time.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/console/till_rows.hpp"
#include "sync/office/office.hpp"
#include "sync/office/projections/overrides.hpp"
#include "sync/office/projections/people.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/service.hpp"
#include "sync/office/projections/takings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace guitai::office {
namespace {

constexpr int days_shown{60};
constexpr int rows_shown{50};

std::int64_t tender_of(const DayFigures& day, std::string_view tender)
{
    for (const auto& [name, amount_minor] : day.tenders) {
        if (name == tender) return amount_minor;
    }
    return 0;
}

void add_days(const PageMaker& maker, PageData& page)
{
    const auto days = latest_days(maker.reads, maker.store, days_shown);
    page.when("any_days", !days.empty()).when("no_days", days.empty());
    for (const DayFigures& day : days) {
        PageData& row{page.add("days")};
        row.set("date", day.business_date)
            .set("store", place_name(maker, day.store))
            .set("shop", escaped(day.store.text))
            .set("tickets", std::to_string(day.tickets))
            .set("pieces", std::to_string(day.pieces))
            .set("turnover", yuan(day.turnover_minor))
            .set("orders", yuan(day.order_turnover_minor))
            .set("cash", yuan(tender_of(day, "cash")))
            .set("card", yuan(tender_of(day, "card")))
            .set("cod", yuan(tender_of(day, "cod")))
            .set("refunds", yuan(day.refunds_minor))
            .set("tax", yuan(day.tax_minor));
        if (day.fees_minor != 0) row.add("fees").set("amount", yuan(day.fees_minor));
    }
}

// The same days by how their customers were served; those of which nothing is known are left out.
void add_service(const PageMaker& maker, PageData& page)
{
    constexpr std::int64_t ms_a_minute{60'000};
    for (const DayFigures& day : latest_days(maker.reads, maker.store, days_shown)) {
        const ServiceFigures figures{service_on(maker.reads, day.store, day.business_date)};
        if (figures.funnel.front() == 0 && figures.served == 0) continue;
        PageData& row{page.add("service")};
        row.set("date", day.business_date).set("store", day.store.text);
        for (const std::int64_t talks : figures.funnel) row.add("steps").set("talks", std::to_string(talks));
        for (const Feeling feeling : {Feeling::good, Feeling::fair, Feeling::bad}) {
            row.set(std::string{word_of(feeling)},
                    std::to_string(figures.feelings[static_cast<std::size_t>(feeling)]));
        }
        row.set("minutes", average_text(figures.serving_ms, figures.served * ms_a_minute));
        row.set("taps", average_text(figures.member_taps, figures.member_sales));
    }
    page.when("any_service", !page.lists["service"].empty());
}

void add_tills(const PageMaker& maker, PageData& page)
{
    auto tills = all_tills(maker.reads);
    const auto is_other = [&maker](const TillEnrolled& till) {
        return !maker.store.empty() && till.store != maker.store;
    };
    tills.erase(std::remove_if(tills.begin(), tills.end(), is_other), tills.end());
    page.when("any_tills", !tills.empty()).when("no_tills", tills.empty());
    for (const TillEnrolled& till : tills) fill_till(maker, page.add("tills"), till);
}

// By telephone: who gave the code, where the head office knows of it.
std::string approver(const PageMaker& maker, const OverrideRow& row)
{
    if (row.given.phone_request.empty()) return row.given.approved_by.text;
    return fmt::format("{} {}", maker.word("overrides.phone"), row.phoned.text);
}

void add_overrides(const PageMaker& maker, PageData& page)
{
    const auto overrides = latest_overrides(maker.reads, maker.store, rows_shown);
    page.when("any_overrides", !overrides.empty());
    for (const OverrideRow& row : overrides) {
        page.add("overrides")
            .set("when", moment(row.at_ms))
            .set("store", row.store.text)
            .set("what", word_or_itself(maker, "override.", row.given.action))
            .set("subject", row.given.subject)
            .set("asked", row.given.asked_by.text)
            .set("approved", approver(maker, row))
            .set("reason", row.given.reason)
            .set("amount", text_of(row.given.amount));
    }
}

void add_set_apart(const PageMaker& maker, PageData& page)
{
    const auto apart = latest_set_apart(maker.reads, maker.store, rows_shown);
    page.when("any_apart", !apart.empty());
    page.when("apart_cut", count_set_apart(maker.reads, maker.store) > rows_shown);
    for (const SetApart& row : apart) {
        page.add("apart")
            .set("when", moment(row.at_ms))
            .set("till", std::to_string(row.origin))
            .set("number", std::to_string(row.number))
            .set("reason", word_or_itself(maker, "apart.", row.why.code))
            .set("detail", row.why.detail);
    }
}

} // namespace

std::string yuan(std::int64_t minor)
{
    // A chain's year may pass what one till's Money holds; it is shown in whole yuan then.
    if (Money::fits(minor)) return text_of(Money::from_minor(minor));
    return fmt::format("¥{}", minor / 100);
}

std::string pieces(std::int64_t milli)
{
    if (Quantity::fits(milli)) return text_of(Quantity::from_milli(milli));
    return std::to_string(milli / Quantity::per_piece);
}

std::string moment(std::int64_t at_ms)
{
    // A till's clock may say anything; what no calendar holds is shown as it is.
    constexpr std::int64_t year_3000_ms{32'503'680'000'000};
    if (at_ms < 0 || at_ms > year_3000_ms) return std::to_string(at_ms);
    return date_and_minute(at_ms, PlaceSet{}.utc_offset_minutes);
}

std::string age(const PageMaker& maker, std::int64_t since_ms)
{
    const std::int64_t minutes{since_ms >= maker.now_ms || since_ms < 0 ? 0 : (maker.now_ms - since_ms) / 60'000};
    if (minutes < 120) return fmt::format("{} {}", minutes, maker.word("age.minutes"));
    if (minutes < 48 * 60) return fmt::format("{} {}", minutes / 60, maker.word("age.hours"));
    return fmt::format("{} {}", minutes / (24 * 60), maker.word("age.days"));
}

std::string ago(const PageMaker& maker, std::int64_t since_ms)
{
    if (maker.now_ms - since_ms < 60'000) return maker.word("age.now");
    return maker.word_with("tills.ago", age(maker, since_ms));
}

std::string PageMaker::word_with(std::string_view key, std::string_view value) const
{
    std::string text{word(key)};
    if (const auto place = text.find('%'); place != std::string::npos) text.replace(place, 1, value);
    return text;
}

std::string place_name(const PageMaker& maker, const PlaceCode& place)
{
    const auto known = find_place(maker.reads, place);
    return known && known->name != place.text ? fmt::format("{} {}", place.text, known->name) : place.text;
}

void add_places(const PageMaker& maker, PageData& page, const std::string& list, const PlaceCode& chosen)
{
    for (const PlaceSet& place : all_places(maker.reads)) {
        if (!maker.store.empty() && place.place != maker.store) continue;
        page.add(list)
            .set("place", place.place.text)
            .set("name", place.name == place.place.text ? place.name
                                                        : fmt::format("{} {}", place.place.text, place.name))
            .when("here", place.place == chosen);
    }
}

std::string word_or_itself(const PageMaker& maker, std::string_view group, const std::string& word)
{
    const std::string key{std::string{group} + word};
    const std::string known{maker.word(key)};
    return known == key ? word : known;
}

void say_problem(const PageMaker& maker, PageData& page, const Refusal& why)
{
    page.add("problem").set("text", fmt::format("{} {}", maker.word(why.code), why.detail));
}

PageData sales_page(const PageMaker& maker)
{
    PageData page;
    add_days(maker, page);
    add_service(maker, page);
    add_tills(maker, page);
    add_overrides(maker, page);
    add_set_apart(maker, page);
    return page;
}

} // namespace guitai::office
