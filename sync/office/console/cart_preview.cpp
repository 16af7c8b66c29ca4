#include "sync/office/console/cart_preview.hpp"

#include "sync/catalogue/text.hpp"
#include "sync/events/time.hpp"
#include "sync/office/console/offer_words.hpp"
#include "sync/office/projections/items.hpp"
#include "sync/office/projections/places.hpp"
#include "sync/pricing/pricing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace guitai::office {
namespace {

// A cart to try an offer with, not to fill a warehouse: the engine has to think about every piece.
constexpr std::size_t lines_max{100};
constexpr std::int64_t pieces_max{500};

struct TypedLine {
    CatalogueItem item;
    Quantity quantity;
};

using TypedLines = std::vector<TypedLine>;

Result<TypedLine> read_line(database::Connection& reads, std::string_view line)
{
    TypedLine typed{{}, Quantity::pieces(1)};
    std::string_view sku{line};
    const auto gap = line.find_last_of(" \t");
    if (gap != std::string_view::npos) {
        // A SKU may have a space in it; then what stands behind is no number.
        if (const auto quantity = parse_quantity(line.substr(gap + 1))) {
            typed.quantity = *quantity;
            sku = trimmed(line.substr(0, gap));
        }
    }
    auto item = find_item(reads, {std::string{sku}});
    if (!item) return refuse("preview.unknown_sku", std::string{sku});
    typed.item = std::move(*item);
    if (typed.quantity.milli() <= 0 || (!typed.item.weighed && !typed.quantity.is_whole())) {
        return refuse("preview.bad_quantity", std::string{line});
    }
    return typed;
}

Result<TypedLines> read_lines(database::Connection& reads, std::string_view text)
{
    TypedLines lines;
    std::int64_t pieces{0};
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line{trimmed(text.substr(0, end))};
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (line.empty()) continue;
        auto typed = read_line(reads, line);
        if (!typed) return refuse(typed.error());
        pieces += typed->item.weighed ? 1 : typed->quantity.whole();
        if (lines.size() == lines_max || pieces > pieces_max) {
            return refuse("preview.too_large", fmt::format("{} / {}", lines_max, pieces_max));
        }
        lines.push_back(std::move(*typed));
    }
    if (lines.empty()) return refuse("preview.empty");
    return lines;
}

pricing::BasketLine line_of(const TypedLine& typed, std::int64_t number)
{
    const CatalogueItem& item{typed.item};
    pricing::BasketLine line;
    line.line = number;
    line.unit = item.price.minor();
    line.milli = typed.quantity.milli();
    line.article = std::make_shared<const pricing::Article>(article_of(item, item.price, item.weighed));
    return line;
}

Result<std::optional<pricing::MemberFacts>> member_of(const Form& asked)
{
    pricing::MemberFacts member;
    member.tier = trimmed(field_of(asked, "tier"));
    const std::string birthday{trimmed(field_of(asked, "birthday"))};
    const bool is_first{!field_of(asked, "first_purchase").empty()};
    if (field_of(asked, "member").empty() && member.tier.empty() && birthday.empty() && !is_first) {
        return std::optional<pricing::MemberFacts>{};
    }
    if (!birthday.empty()) {
        // "1990-05-03" as a date field sends it, or "05-03".
        member.birthday = pricing::parse_month_day(birthday.size() == 10 ? birthday.substr(5) : birthday);
        if (!member.birthday) return refuse("preview.bad_birthday", birthday);
    }
    member.sales = is_first ? 0 : 1;
    return member;
}

Result<std::vector<pricing::HeldCoupon>> coupons_of(const Form& asked, const pricing::PromotionIndex& index)
{
    std::vector<pricing::HeldCoupon> coupons;
    std::string text{field_of(asked, "coupons")};
    std::replace_if(text.begin(), text.end(), [](char c) { return c == ',' || c == '\r' || c == '\n'; }, ' ');
    for (std::string_view rest{trimmed(text)}; !rest.empty(); rest = trimmed(rest)) {
        const std::string id{rest.substr(0, rest.find(' '))};
        rest.remove_prefix(id.size());
        const auto* const offer = index.find(id);
        if (!offer || !offer->needs_coupon) return refuse("preview.unknown_coupon", id);
        pricing::HeldCoupon held;
        held.promotion = id;
        held.code = id;
        coupons.push_back(std::move(held));
        if (coupons.size() > lines_max) return refuse("preview.too_large", "");
    }
    return coupons;
}

Result<pricing::Basket> basket_of(const PageMaker& maker, const Form& asked, const TypedLines& lines,
                                  const pricing::PromotionIndex& index)
{
    pricing::Basket basket;
    for (const TypedLine& typed : lines) {
        basket.lines.push_back(line_of(typed, static_cast<std::int64_t>(basket.lines.size()) + 1));
    }
    basket.store = field_of(asked, "store");
    const auto place = find_place(maker.reads, {basket.store});
    if (!place) return refuse("preview.unknown_store", basket.store);
    basket.tax_mode = place->tax_included ? TaxMode::included : TaxMode::excluded;

    const std::string moment{trimmed(field_of(asked, "moment"))};
    const auto read = moment.empty() ? moment_in(maker, {basket.store}) : pricing::parse_moment(moment);
    if (!read) return refuse("preview.bad_moment", moment);
    basket.now = *read;

    auto member = member_of(asked);
    if (!member) return refuse(member.error());
    basket.member = std::move(*member);
    auto coupons = coupons_of(asked, index);
    if (!coupons) return refuse(coupons.error());
    basket.coupons = std::move(*coupons);
    return basket;
}

void add_line(const PageMaker& maker, const pricing::PromotionIndex& index, const TypedLine& typed,
              const pricing::LineResult& line, PageData& result)
{
    const CatalogueItem& item{typed.item};
    const bool in_english{maker.language == Language::english && !item.name_en.empty()};
    PageData& row{result.add("lines")};
    row.set("sku", item.sku.text).set("name", in_english ? item.name_en : item.name);
    row.set("variant", fmt::format("{} {}", item.colour, item.size)).set("quantity", text_of(typed.quantity));
    row.set("unit", yuan(line.unit)).set("discount", yuan(line.discount)).set("total", yuan(line.total));
    for (const pricing::Reason& reason : line.why) row.add("why").set("text", reason_text(maker, index, reason));
    if (line.prices.empty() || line.prices.front() == line.prices.back()) return;
    std::vector<std::string> prices;
    for (const pricing::Minor price : line.prices) prices.push_back(yuan(price));
    row.add("pieces").set("prices", fmt::format("{}", fmt::join(prices, " · ")));
}

void add_result(const PageMaker& maker, const pricing::PromotionIndex& index, const TypedLines& lines,
                const pricing::PricedBasket& priced, PageData& result)
{
    for (std::size_t at{0}; at < lines.size(); ++at) add_line(maker, index, lines[at], priced.lines[at], result);
    result.set("discount", yuan(priced.discount)).set("tax", yuan(priced.tax)).set("total", yuan(priced.total));
    result.set("points", std::to_string(priced.points_earned));
    result.when("approximate", priced.approximate);
    for (const pricing::Hint& hint : priced.unlock) result.add("hints").set("text", hint_text(maker, index, hint));
    for (const pricing::NotApplied& other : priced.not_applied) {
        result.add("others")
            .set("name", offer_name(maker, index, other.promotion))
            .set("id", other.promotion)
            .set("reason", maker.word(other.key));
    }
    for (const std::string& coupon : priced.coupons_used) {
        result.add("coupons_used").set("name", offer_name(maker, index, coupon));
    }
    for (const pricing::CouponsToCome& coming : priced.coupons_issued) {
        result.add("coupons_issued")
            .set("name", offer_name(maker, index, coming.coupon))
            .set("count", std::to_string(coming.count));
    }
    result.when("any_hints", !priced.unlock.empty()).when("any_others", !priced.not_applied.empty());
    result.when("any_coupons", !priced.coupons_used.empty() || !priced.coupons_issued.empty());
}

} // namespace

pricing::LocalMoment moment_in(const PageMaker& maker, const PlaceCode& store)
{
    const auto place = find_place(maker.reads, store);
    const std::int64_t offset{place ? place->utc_offset_minutes : PlaceSet{}.utc_offset_minutes};
    return {maker.now_ms / 60'000 + offset};
}

void add_preview(const PageMaker& maker, const Form& asked, const pricing::PromotionBook& book, PageData& page)
{
    const pricing::PromotionIndex index{book.promotions};
    const auto lines = read_lines(maker.reads, field_of(asked, "cart"));
    if (!lines) return say_problem(maker, page, lines.error());
    const auto basket = basket_of(maker, asked, *lines, index);
    if (!basket) return say_problem(maker, page, basket.error());
    add_result(maker, index, *lines, pricing::price_basket(index, *basket), page.add("result"));
}

} // namespace guitai::office
