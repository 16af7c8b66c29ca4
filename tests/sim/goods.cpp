#include "tests/sim/goods.hpp"

#include "sync/pricing/promotion_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace guitai::sim {
namespace {

struct Style {
    std::string_view code, name, category;
    std::int64_t price_minor{0};
    std::int64_t member_price_minor{0}; // 0: none.
    std::int64_t tax_rate{1'300};
};

constexpr std::array<Style, 5> styles{{
    {"SJ2207", "松径短款羽绒服", "外套", 69'900, 65'900},
    {"HJ3110", "湖间长款大衣", "外套", 129'900, 0},
    {"YX0415", "远巷圆领毛衣", "针织", 39'905, 37'733},
    {"QT0802", "青田直筒长裤", "下装", 25'901, 24'999, 900},
    {"PS0101", "拍岸羊毛围巾", "配饰", 12'899, 0, 600},
}};
constexpr std::array<std::string_view, 2> colours{"枫红", "墨黑"};
constexpr std::array<std::string_view, 3> sizes{"S", "M", "L"};

// Argon2id of the PINs below at the least cost, salt and all, so that a seed gives the same bytes each time.
constexpr std::string_view hash_of_2468{"$argon2id$v=19$m=8,t=1,p=1$xjq0ge+ttcbjP/5ivpxEGg$"
                                        "HDpKbAOuDiIPYK3W9XPcxq7YflqPRccqN3hr3mGGiBQ"};
constexpr std::string_view hash_of_8642{"$argon2id$v=19$m=8,t=1,p=1$sRzEZ9ofey34J2miuDJr7g$"
                                        "h+MWOedYZXADWAwHOfl/J6SjuBT3Qs7rWcsZe9Yzmuc"};

PlaceSet place(const PlaceCode& code, std::string name, PlaceKind kind, const Chain& chain)
{
    PlaceSet made;
    made.place = code;
    made.name = std::move(name);
    made.place_kind = kind;
    made.tax_included = chain.tax_included;
    made.delivery_fee = chain.delivery_fee;
    made.utc_offset_minutes = utc_offset_minutes;
    return made;
}

StaffSet staff(const Person& person, const PlaceCode& store)
{
    StaffSet made;
    made.name = {person.name};
    made.store = store;
    made.role = person.role;
    made.pin_hash = person.pin == "2468" ? hash_of_2468 : hash_of_8642;
    return made;
}

// The whole ticket, so much off once a threshold is reached.
std::string threshold_form(const Chain& chain)
{
    return fmt::format(R"({{"id": "THRESHOLD", "name": {{"zh_CN": "满减", "en": "Threshold"}}, "kind": "order",
        "steps": [{{"amount_minor": {}, "off": {{"amount_minor": {}}}}}]}})",
                       chain.threshold_minor, chain.threshold_off_minor);
}

// A coupon for a part of the next ticket, and what gives it out.
std::string coupon_form(const Chain& chain)
{
    return fmt::format(R"({{"id": "NEXT", "name": {{"zh_CN": "下次券", "en": "Next time"}}, "kind": "order",
        "code": true, "steps": [{{"amount_minor": 1, "off": {{"percent": {}}}}}]}},
        {{"id": "GIVES", "name": {{"zh_CN": "送券", "en": "Coupon"}}, "kind": "issue",
        "min_amount_minor": {}, "coupon": "NEXT", "valid_days": 30}})",
                       chain.coupon_rate / 100, chain.issue_minor);
}

std::string form_of(const Chain& chain)
{
    std::string offers;
    if (chain.threshold_minor > 0) offers = threshold_form(chain);
    if (chain.coupon_rate > 0) (offers += offers.empty() ? "" : ", ") += coupon_form(chain);
    return fmt::format(R"({{"format": "guitai.promotions", "version": 1, "revision": 1, "currency": "CNY",
        "promotions": [{}]}})",
                       offers);
}

std::vector<CatalogueItem> make_items()
{
    std::vector<CatalogueItem> items;
    for (const Style& style : styles) {
        for (const std::string_view colour : colours) {
            for (const std::string_view size : sizes) {
                const auto number = static_cast<std::int64_t>(items.size()) + 1;
                CatalogueItem& item{items.emplace_back()};
                item.sku = {fmt::format("{}-{}", style.code, number)};
                item.style = {std::string{style.code}};
                item.name = style.name;
                item.colour = colour;
                item.size = size;
                item.category = style.category;
                item.price = Money::from_minor(style.price_minor);
                item.member_price = Money::from_minor(style.member_price_minor);
                item.tax_rate = BasisPoints{style.tax_rate};
                item.barcodes = {fmt::format("69{:011}", number)};
                item.position = number;
            }
        }
    }
    return items;
}

} // namespace

const std::vector<Person>& people()
{
    static const std::vector<Person> all{
        {"王芳", Role::clerk, "2468"}, {"李雪", Role::adviser, "2468"}, {"陈店长", Role::owner, "8642"}};
    return all;
}

const CatalogueItem& Chain::item(const Sku& sku) const
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.sku == sku; });
    assert(found != items.end());
    return *found;
}

std::string phone_of(std::int64_t customer) { return fmt::format("1380000{:04}", customer); }

std::string gift_code_of(std::int64_t card) { return fmt::format("GIFT2026{:04}", card); }

std::vector<MemberProfile> regulars()
{
    constexpr std::int64_t count{4};
    std::vector<MemberProfile> all;
    for (std::int64_t customer{0}; customer < count; ++customer) {
        MemberProfile& regular{all.emplace_back()};
        regular.member = {fmt::format("M0-{:06}", customer + 1)};
        regular.phone = phone_of(customer);
        regular.name = "林晓梅";
        regular.joined_on = "2026-01-05";
        regular.birthday = fmt::format("1990-11-{}", 22 + customer); // One on each of the first days.
        regular.account_limit = Money::from_minor(account_limit);
    }
    return all;
}

std::vector<EventBody> Chain::events() const
{
    std::vector<EventBody> all;
    all.emplace_back(place(first_shop, "人民路店", PlaceKind::shop, *this));
    all.emplace_back(place(second_shop, "湖滨店", PlaceKind::shop, *this));
    all.emplace_back(place(warehouse, "中心仓", PlaceKind::warehouse, *this));
    for (const PlaceCode& store : {first_shop, second_shop}) {
        for (const Person& person : people()) all.emplace_back(staff(person, store));
    }
    for (const PlaceCode& store : {first_shop, second_shop}) {
        ShopRulesSet rules;
        rules.store = store;
        rules.rounding = coin_minor > 1 ? CashRounding::down : CashRounding::none;
        rules.coin = Money::from_minor(coin_minor);
        rules.member_site = "https://members.example"; // For phones that fetch points.
        rules.membership = {Money::from_minor(fee_minor), fee_points, 12};
        all.emplace_back(std::move(rules));
    }
    all.emplace_back(TiersSet{12, {{"silver", 1'000}, {"gold", 4'000}}});
    // Coupons of an offer that is not in force: they are held and shown, and bring nothing.
    all.emplace_back(BenefitsSet{{50, "GIFT", 30}, {88, "GIFT", 30}, {200, "GIFT", 30}, {100, "", 30}, 12});
    all.emplace_back(ItemsListed{items});
    Service service;
    service.service = service_name;
    service.name = "试衣课";
    service.name_en = "Class";
    service.points = service_points;
    service.needs = {{"", items.front().category, {}}};
    all.emplace_back(ServicesSet{{service}});
    if (threshold_minor > 0 || coupon_rate > 0) {
        for (PromotionsSet& part : pricing::promotion_parts(1, form_of(*this))) all.emplace_back(std::move(part));
    }
    StockMoved counted;
    for (const auto& [shelf, pieces] : opening) {
        counted.moves.push_back({{shelf.first}, {shelf.second}, Quantity::pieces(pieces)});
    }
    all.emplace_back(std::move(counted));
    for (const MemberProfile& regular : regulars()) {
        all.emplace_back(MemberSet{regular, office_origin, 0});
        all.emplace_back(PointsPosted{regular.member, regular_points, "2027-12-31", PointsReason::imported, "import",
                                      office_origin, 0, {}});
    }
    return all;
}

Chain make_chain(Dice& dice)
{
    Chain chain;
    chain.items = make_items();
    chain.tax_included = !dice.percent(25);
    chain.delivery_fee = dice.percent(50) ? Money{} : Money::from_minor(1'200);
    chain.coin_minor = dice.percent(40) ? 1 : dice.percent(50) ? 10 : 100;
    if (dice.percent(60)) {
        chain.threshold_minor = dice.between(300, 1'500) * 100;
        chain.threshold_off_minor = dice.between(1, 29'999);
    }
    if (dice.percent(60)) {
        chain.coupon_rate = dice.between(3, 30) * 100;
        chain.issue_minor = dice.between(100, 900) * 100;
    }
    // Few of each, so that the last piece is fought for.
    for (const CatalogueItem& item : chain.items) {
        using Most = std::pair<PlaceCode, int>;
        for (const auto& [code, most] : {Most{first_shop, 4}, Most{second_shop, 2}, Most{warehouse, 3}}) {
            chain.opening[{code.text, item.sku.text}] = dice.below(most + 1);
        }
    }
    return chain;
}

} // namespace guitai::sim
