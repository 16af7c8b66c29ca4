#include "sync/office/console/promotion_pages.hpp"

#include "sync/office/console/cart_preview.hpp"
#include "sync/office/console/offer_words.hpp"
#include "sync/office/console/order_rows.hpp"
#include "sync/office/projections/coupons.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/office/projections/promotion_forms.hpp"
#include "sync/office/promotions.hpp"

#include <algorithm>

namespace guitai::office {
namespace {

constexpr int revisions_shown{20};
constexpr std::size_t offers_shown{500};

void add_outcome(const PageMaker& maker, PageData& page)
{
    // Only words of our own: an address that somebody made up must not speak in our name.
    const std::string key{"done." + maker.target.value("done")};
    const std::string text{maker.word(key)};
    if (text != key) page.add("notice").set("text", text);
}

void add_offers(const PageMaker& maker, PageData& page)
{
    const auto form = promotions_in_force(maker.reads);
    if (!form) return say_problem(maker, page, form.error());
    const auto& promotions = form->book.promotions;
    page.when("none", promotions.empty()).when("any", !promotions.empty());
    page.when("cut", promotions.size() > offers_shown);
    const pricing::LocalMoment now{moment_in(maker, maker.store)};
    for (const pricing::Promotion& promotion : promotions) {
        if (page.lists["offers"].size() == offers_shown) return;
        fill_offer(maker, page.add("offers"), promotion, now);
    }
}

void add_history(const PageMaker& maker, PageData& page)
{
    const auto revisions = promotion_revisions(maker.reads, revisions_shown);
    page.when("any_revisions", !revisions.empty());
    for (const PromotionRevision& each : revisions) {
        page.add("revisions")
            .set("revision", std::to_string(each.revision))
            .set("when", moment(each.at_ms))
            .set("by", each.actor)
            .when("newest", each.revision == revisions.front().revision);
    }
}

void add_coupon(const PageMaker& maker, PageData& page)
{
    const std::string code{maker.target.value("q")};
    page.set("query", code);
    if (code.empty()) return;
    const auto found = find_coupon(maker.reads, code);
    page.when("unknown_coupon", !found);
    if (!found) return;
    PageData& row{page.add("coupon")};
    row.set("code", found->coupon.code).set("promotion", found->coupon.promotion);
    row.set("from", found->coupon.valid_from.empty() ? "…" : found->coupon.valid_from);
    row.set("to", found->coupon.valid_to.empty() ? "…" : found->coupon.valid_to);
    row.set("state", maker.word(found->is_spent() ? "coupon.spent" : "coupon.open"));
    if (!found->issued_by.empty()) row.add("issued").set("receipt", found->issued_by.text);
    if (!found->used_by.empty()) row.add("used").set("receipt", found->used_by.text);
}

void add_fields(const PageMaker& maker, const Form& asked, PageData& page)
{
    for (const char* name : {"cart", "moment", "tier", "birthday", "coupons"}) page.set(name, field_of(asked, name));
    page.when("member", !field_of(asked, "member").empty());
    page.when("first_purchase", !field_of(asked, "first_purchase").empty());
    const std::string chosen{field_of(asked, "store")};
    for (const PlaceSet& place : all_places(maker.reads)) {
        const bool is_theirs{maker.store.empty() || maker.store == place.place};
        if (place.place_kind != PlaceKind::shop || !is_theirs) continue;
        page.add("stores")
            .set("code", place.place.text)
            .set("name", place.name)
            .when("here", place.place.text == chosen);
    }
    // An older revision may be looked at, and be where the next one begins.
    std::string draft{draft_in(asked)};
    const auto wanted = whole_number(maker.target.value("revision"));
    if (draft.empty() && wanted) draft = promotion_text(maker.reads, *wanted).value_or("");
    page.set("draft", std::move(draft)).when("deciding", maker.deciding);
}

} // namespace

std::string draft_in(const Form& asked)
{
    if (std::string file{field_of(asked, "file")}; !file.empty()) return file;
    // A browser sends every line break of a text area as two characters.
    std::string text{field_of(asked, "draft")};
    text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
    if (text.find_first_not_of(" \t\n") == std::string::npos) text.clear();
    return text;
}

PageData promotions_page(const PageMaker& maker, const Form& asked)
{
    PageData page;
    add_outcome(maker, page);
    add_offers(maker, page);
    add_history(maker, page);
    add_coupon(maker, page);
    add_fields(maker, asked, page);
    return page;
}

PageData promotions_page(const PageMaker& maker)
{
    return promotions_page(maker, {});
}

PageData preview_page(const PageMaker& maker, const Form& asked)
{
    PageData page{promotions_page(maker, asked)};
    std::string draft{draft_in(asked)};
    const auto form = draft.empty() ? promotions_in_force(maker.reads) : read_promotion_form(std::move(draft));
    if (form) add_preview(maker, asked, form->book, page);
    else say_problem(maker, page, form.error());
    return page;
}

} // namespace guitai::office
