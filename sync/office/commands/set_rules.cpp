#include "sync/office/commands/set_rules.hpp"

#include "sync/office/projections/places.hpp"
#include "sync/pricing/local_moment.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <initializer_list>

namespace guitai::office {
namespace {

using Json = nlohmann::json;

constexpr std::size_t bytes_max{100'000};
constexpr std::size_t entries_max{500};
constexpr std::int64_t minutes_max{24 * 60};
constexpr std::int64_t days_max{3'650};
constexpr std::int64_t coin_max{10'000};
constexpr std::int64_t guarantee_days_max{365};
constexpr std::int64_t rate_max{1'000'000'000};
constexpr std::int64_t points_rate_max{1'000'000};
constexpr std::int64_t fen_a_point_max{1'000'000};
constexpr std::int64_t till_points_max{100'000'000};
constexpr std::int64_t purse_minor_max{100'000'000};
constexpr std::int64_t months_max{60};

// Thrown and caught in this file only.
struct Wrong {
    Refusal refusal;
};

[[noreturn]] void wrong(std::string place) { throw Wrong{{"rules.bad_value", std::move(place)}}; }

void allow_only(const Json& object, std::string_view place, std::initializer_list<std::string_view> known)
{
    if (!object.is_object()) wrong(std::string{place});
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            throw Wrong{{"rules.unknown_field", fmt::format("{}{}{}", place, place.empty() ? "" : ".", key)}};
        }
    }
}

std::int64_t whole(const Json& object, const char* key, const std::string& place, std::int64_t most,
                   std::int64_t otherwise)
{
    const auto found = object.find(key);
    if (found == object.end()) return otherwise;
    const std::string where{place.empty() ? key : place + "." + key};
    if (!found->is_number_unsigned() || found->get<std::uint64_t>() > static_cast<std::uint64_t>(most)) wrong(where);
    return found->get<std::int64_t>();
}

// Whole numbers from `least` on, in which a mistake of a digit would give the shop away.
std::int64_t whole_from(const Json& object, const char* key, std::int64_t least, std::int64_t most,
                        std::int64_t otherwise, const std::string& place = "points")
{
    const std::int64_t value{whole(object, key, place, most, otherwise)};
    if (value < least) wrong(place + "." + key);
    return value;
}

bool truth(const Json& object, const char* key, const std::string& place)
{
    const auto found = object.find(key);
    if (found == object.end()) return false;
    if (!found->is_boolean()) wrong(place.empty() ? key : place + "." + key);
    return found->get<bool>();
}

std::string text(const Json& object, const char* key, const std::string& place)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string()) wrong(place.empty() ? key : place + "." + key);
    return found->get<std::string>();
}

// `read` once for each entry of the list under `key`, with its place; none where it is absent.
void each(const Json& rules, const char* key, const std::function<void(const Json&, const std::string&)>& read)
{
    const auto found = rules.find(key);
    if (found == rules.end()) return;
    if (!found->is_array() || found->size() > entries_max) wrong(key);
    for (std::size_t at{0}; at < found->size(); ++at) read((*found)[at], fmt::format("{}[{}]", key, at));
}

// Gives the file's one object to `read`.
Result<void> read_object(std::string_view json, const std::function<void(const Json&)>& read)
{
    if (json.size() > bytes_max) return refuse("rules.unreadable", "longer than rules may be");
    try {
        read(Json::parse(json));
    } catch (const Wrong& found) {
        return refuse(found.refusal);
    } catch (const Json::parse_error& broken) {
        return refuse("rules.unreadable", fmt::format("no JSON at byte {}", broken.byte));
    }
    return {};
}

RoleLimit read_limit(const Json& entry, const std::string& place)
{
    allow_only(entry, place, {"role", "discount_percent", "refund_minor", "open_drawer", "vouch"});
    RoleLimit limit;
    if (!read_word(text(entry, "role", place), limit.role)) wrong(place + ".role");
    limit.discount_max = {whole(entry, "discount_percent", place, 100, 0) * 100};
    limit.refund_max = Money::from_minor(whole(entry, "refund_minor", place, Money::minor_max, 0));
    limit.may_open_drawer = truth(entry, "open_drawer", place);
    limit.may_vouch = truth(entry, "vouch", place);
    return limit;
}

ReturnRule read_return(const Json& entry, const std::string& place)
{
    allow_only(entry, place, {"category", "days"});
    ReturnRule rule;
    rule.category = text(entry, "category", place);
    if (!entry.contains("days")) wrong(place + ".days");
    rule.days = whole(entry, "days", place, days_max, 0);
    return rule;
}

CurrencyRate read_currency(const Json& entry, const std::string& place)
{
    allow_only(entry, place, {"currency", "fen_per_1000"});
    CurrencyRate rate;
    rate.currency = text(entry, "currency", place);
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (rate.currency.size() != 3 || !std::all_of(rate.currency.begin(), rate.currency.end(), is_capital)) {
        wrong(place + ".currency");
    }
    rate.fen_per_1000 = whole(entry, "fen_per_1000", place, rate_max, 0);
    if (rate.fen_per_1000 == 0) wrong(place + ".fen_per_1000");
    return rate;
}

PointsRules read_points(const Json& rules)
{
    PointsRules points;
    const auto found = rules.find("points");
    if (found == rules.end()) return points;
    allow_only(*found, "points", {"per_yuan", "unit", "share_percent", "pending_days", "till_cap", "ahead_max",
                                  "minor_per_point", "visit"});
    points.per_yuan = whole_from(*found, "per_yuan", 0, points_rate_max, points.per_yuan);
    points.unit = whole_from(*found, "unit", 1, points_rate_max, points.unit);
    points.share_max = {whole_from(*found, "share_percent", 0, 100, 100) * 100};
    points.pending_days = whole_from(*found, "pending_days", 0, days_max, points.pending_days);
    points.till_cap = whole_from(*found, "till_cap", 0, till_points_max, points.till_cap);
    points.ahead_max = whole_from(*found, "ahead_max", 0, till_points_max, points.ahead_max);
    points.minor_per_point = whole_from(*found, "minor_per_point", 1, fen_a_point_max, points.minor_per_point);
    points.visit = whole_from(*found, "visit", 0, points_rate_max, points.visit);
    return points;
}

ValueRules read_value(const Json& rules)
{
    ValueRules value;
    const auto found = rules.find("value");
    if (found == rules.end()) return value;
    allow_only(*found, "value", {"member_max_minor", "gift_max_minor", "till_cap_minor", "steps", "bonus_days"});
    const auto money = [](const Json& object, const char* key, Money otherwise, const std::string& place) {
        return Money::from_minor(whole_from(object, key, 0, purse_minor_max, otherwise.minor(), place));
    };
    value.member_max = money(*found, "member_max_minor", value.member_max, "value");
    value.gift_max = money(*found, "gift_max_minor", value.gift_max, "value");
    value.till_cap = money(*found, "till_cap_minor", value.till_cap, "value");
    value.bonus_days = whole_from(*found, "bonus_days", 0, days_max, 0, "value");
    each(*found, "steps", [&](const Json& entry, const std::string& at) {
        const std::string place{"value." + at};
        allow_only(entry, place, {"from_minor", "bonus_minor"});
        value.steps.push_back({money(entry, "from_minor", {}, place), money(entry, "bonus_minor", {}, place)});
    });
    return value;
}

// A fee without points could not be given back by them.
MembershipRules read_membership(const Json& rules)
{
    MembershipRules membership;
    const auto found = rules.find("membership");
    if (found == rules.end()) return membership;
    allow_only(*found, "membership", {"fee_minor", "points", "months"});
    membership.fee = Money::from_minor(whole_from(*found, "fee_minor", 1, purse_minor_max, 0, "membership"));
    membership.points = whole_from(*found, "points", 1, points_rate_max, 0, "membership");
    membership.months = whole_from(*found, "months", 1, months_max, membership.months, "membership");
    return membership;
}

// "09:00-12:00", from earlier to later.
std::string read_slot(const Json& entry, const std::string& place)
{
    if (!entry.is_string()) wrong(place);
    const std::string slot{entry.get<std::string>()};
    constexpr std::size_t clock_size{5};
    if (slot.size() != 2 * clock_size + 1 || slot[clock_size] != '-') wrong(place);
    const std::string from{slot.substr(0, clock_size)};
    const std::string to{slot.substr(clock_size + 1)};
    const std::string_view any_day{"2000-01-01T"};
    for (const std::string& clock : {from, to}) {
        if (!pricing::parse_moment(std::string{any_day} + clock)) wrong(place);
    }
    if (from >= to) wrong(place);
    return slot;
}

// "https://HOST" or "https://HOST:PORT": no more, for it is printed in capitals.
std::string read_site(const Json& json)
{
    if (!json.contains("member_site")) return {};
    constexpr std::size_t site_bytes_max{100};
    std::string site{text(json, "member_site", "")};
    const std::size_t mark{site.find("://")};
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == ':';
    };
    const bool has_scheme{site.starts_with("https://") || site.starts_with("http://")};
    const bool good{has_scheme && site.size() > mark + 3 && site.size() <= site_bytes_max &&
                    std::all_of(site.begin() + static_cast<std::ptrdiff_t>(mark + 3), site.end(), is_plain)};
    if (!good) wrong("member_site");
    return site;
}

ShopRulesSet rules_from(const Json& json)
{
    allow_only(json, "", {"rounding", "coin_minor", "hold_minutes", "limits", "returns", "currencies",
                          "price_guarantee_days", "points", "value", "membership", "delivery_slots",
                          "member_site"});
    ShopRulesSet rules;
    if (json.contains("rounding") && !read_word(text(json, "rounding", ""), rules.rounding)) wrong("rounding");
    rules.coin = Money::from_minor(whole(json, "coin_minor", "", coin_max, 0));
    if (rules.rounding != CashRounding::none && rules.coin.minor() < 1) wrong("coin_minor");
    rules.hold_minutes = whole(json, "hold_minutes", "", minutes_max, rules.hold_minutes);
    rules.price_guarantee_days = whole(json, "price_guarantee_days", "", guarantee_days_max, 0);
    each(json, "limits", [&](const Json& entry, const std::string& place) {
        rules.limits.push_back(read_limit(entry, place));
    });
    each(json, "returns", [&](const Json& entry, const std::string& place) {
        rules.returns.push_back(read_return(entry, place));
    });
    each(json, "currencies", [&](const Json& entry, const std::string& place) {
        rules.currencies.push_back(read_currency(entry, place));
    });
    rules.points = read_points(json);
    rules.value = read_value(json);
    rules.membership = read_membership(json);
    rules.member_site = read_site(json);
    each(json, "delivery_slots", [&](const Json& entry, const std::string& place) {
        rules.delivery_slots.push_back(read_slot(entry, place));
    });
    return rules;
}

constexpr std::int64_t tier_points_max{100'000'000};
constexpr std::size_t tier_bytes_max{40};

TiersSet tiers_from(const Json& json)
{
    allow_only(json, "", {"months", "steps"});
    TiersSet tiers;
    tiers.months = whole(json, "months", "", months_max, tiers.months);
    if (tiers.months < 1) wrong("months");
    each(json, "steps", [&](const Json& entry, const std::string& place) {
        allow_only(entry, place, {"tier", "from"});
        TierStep step{text(entry, "tier", place), whole_from(entry, "from", 1, tier_points_max, 0, place)};
        const auto same = [&](const TierStep& other) { return other.tier == step.tier; };
        const bool named{!step.tier.empty() && step.tier.size() <= tier_bytes_max && step.tier != no_tier};
        if (!named || std::any_of(tiers.steps.begin(), tiers.steps.end(), same)) wrong(place + ".tier");
        if (!tiers.steps.empty() && step.from <= tiers.steps.back().from) wrong(place + ".from");
        tiers.steps.push_back(std::move(step));
    });
    return tiers;
}

constexpr std::int64_t parcels_most{5};
constexpr std::int64_t priority_max{1'000};
constexpr std::int64_t ring_fence_max{1'000};
constexpr std::size_t region_bytes_max{120};

PlaceTerms place_terms_from(const Json& entry, const std::string& place)
{
    allow_only(entry, place, {"place", "sends", "priority", "ring_fence", "region", "share_percent"});
    PlaceTerms terms;
    terms.place = {text(entry, "place", place)};
    if (entry.contains("sends")) terms.sends = truth(entry, "sends", place);
    terms.priority = whole(entry, "priority", place, priority_max, terms.priority);
    terms.ring_fence = Quantity::pieces(whole(entry, "ring_fence", place, ring_fence_max, 0));
    if (entry.contains("region")) terms.region = text(entry, "region", place);
    if (terms.region.size() > region_bytes_max) wrong(place + ".region");
    terms.share = {whole(entry, "share_percent", place, 100, 0) * 100};
    return terms;
}

FulfilmentSet fulfilment_from(const Json& json)
{
    allow_only(json, "", {"automatic", "parcels_max", "answer_minutes", "places"});
    FulfilmentSet rules;
    if (json.contains("automatic")) rules.automatic = truth(json, "automatic", "");
    rules.parcels_max = whole(json, "parcels_max", "", parcels_most, rules.parcels_max);
    if (rules.parcels_max < 1) wrong("parcels_max");
    rules.answer_minutes = whole(json, "answer_minutes", "", minutes_max, rules.answer_minutes);
    if (rules.answer_minutes < 1) wrong("answer_minutes");
    each(json, "places", [&](const Json& entry, const std::string& place) {
        PlaceTerms terms{place_terms_from(entry, place)};
        const auto same = [&](const PlaceTerms& other) { return other.place == terms.place; };
        if (std::any_of(rules.places.begin(), rules.places.end(), same)) wrong(place + ".place");
        rules.places.push_back(std::move(terms));
    });
    return rules;
}

} // namespace

Result<FulfilmentSet> read_fulfilment(std::string_view json)
{
    FulfilmentSet rules;
    const auto read = read_object(json, [&](const Json& object) { rules = fulfilment_from(object); });
    if (!read) return refuse(read.error());
    return rules;
}

Result<ShopRulesSet> read_rules(std::string_view json)
{
    ShopRulesSet rules;
    const auto read = read_object(json, [&](const Json& object) { rules = rules_from(object); });
    if (!read) return refuse(read.error());
    return rules;
}

Result<TiersSet> read_tiers(std::string_view json)
{
    TiersSet tiers;
    const auto read = read_object(json, [&](const Json& object) { tiers = tiers_from(object); });
    if (!read) return refuse(read.error());
    return tiers;
}

Result<std::string> set_rules(Office& office, const PlaceCode& store, std::string_view json)
{
    auto rules = read_rules(json);
    if (!rules) return refuse(rules.error());
    if (!find_place(office.connection(), store)) {
        return refuse("store.unknown", fmt::format("no store {}; guitai-office add-store makes it", store.text));
    }
    rules->store = store;
    database::Transaction open{office.connection()};
    office.books().journal().lock(open);
    office.say(open, *rules, "guitai-office");
    open.commit();
    return fmt::format("{}: {} roles, {} rules of return, {} currencies", store.text, rules->limits.size(),
                       rules->returns.size(), rules->currencies.size());
}

} // namespace guitai::office
