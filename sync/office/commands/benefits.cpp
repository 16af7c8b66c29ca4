#include "sync/office/commands/benefits.hpp"

#include "sync/office/commands/imports.hpp"
#include "sync/office/promotions.hpp"
#include "sync/office/referrals.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace guitai::office {
namespace {

using Json = nlohmann::json;

constexpr std::size_t bytes_max{100'000};
constexpr std::int64_t points_max_of_gift{1'000'000};
constexpr std::int64_t days_max{3'650};
constexpr std::int64_t months_max{120};

// Thrown and caught in this file only.
struct Wrong {
    Refusal refusal;
};

void allow_only(const Json& object, const std::string& place, std::initializer_list<std::string_view> known)
{
    if (!object.is_object()) throw Wrong{{"rules.bad_value", place.empty() ? "the file" : place}};
    for (const auto& [key, value] : object.items()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        throw Wrong{{"rules.unknown_field", place.empty() ? key : place + "." + key}};
    }
}

void read_whole(const Json& object, const std::string& place, const char* key, std::int64_t least, std::int64_t most,
                std::int64_t& value)
{
    const auto found = object.find(key);
    if (found == object.end()) return;
    const bool whole{found->is_number_integer() &&
                     (!found->is_number_unsigned() || found->get<std::uint64_t>() <= static_cast<std::uint64_t>(most))};
    if (!whole || found->get<std::int64_t>() < least || found->get<std::int64_t>() > most) {
        throw Wrong{{"rules.bad_value", place.empty() ? key : place + "." + key}};
    }
    value = found->get<std::int64_t>();
}

Benefit read_benefit(const Json& rules, const char* key, const pricing::Offers& offers)
{
    Benefit benefit;
    const auto found = rules.find(key);
    if (found == rules.end()) return benefit;
    allow_only(*found, key, {"points", "promotion", "days"});
    read_whole(*found, key, "points", 0, points_max_of_gift, benefit.points);
    read_whole(*found, key, "days", 1, days_max, benefit.days);
    const auto promotion = found->find("promotion");
    if (promotion == found->end()) return benefit;
    const std::string place{fmt::format("{}.promotion", key)};
    if (!promotion->is_string() || promotion->get<std::string>().empty()) throw Wrong{{"rules.bad_value", place}};
    benefit.promotion = promotion->get<std::string>();
    const pricing::Promotion* const offer{offers.find(benefit.promotion)};
    if (offer == nullptr) throw Wrong{{"benefits.no_promotion", fmt::format("{}: {}", place, benefit.promotion)}};
    if (!offer->needs_coupon) throw Wrong{{"benefits.no_coupon", fmt::format("{}: {}", place, benefit.promotion)}};
    return benefit;
}

std::string words_of(std::string_view name, const Benefit& benefit)
{
    if (benefit.is_nothing()) return fmt::format("{} nothing", name);
    std::string words{name};
    if (benefit.points > 0) words += fmt::format(" {} points", benefit.points);
    if (benefit.promotion.empty()) return words;
    return words + fmt::format("{} {} for {} days", benefit.points > 0 ? " and" : "", benefit.promotion, benefit.days);
}

pricing::Offers offers_in_force(Office& office)
{
    auto form = promotions_in_force(office.connection());
    return pricing::Offers{form ? std::move(form->book) : pricing::PromotionBook{}};
}

} // namespace

Result<BenefitsSet> read_benefits(std::string_view json, const pricing::Offers& offers)
{
    if (json.size() > bytes_max) return refuse("rules.unreadable", "longer than rules may be");
    try {
        const Json rules = Json::parse(json);
        allow_only(rules, "", {"welcome", "birthday", "inviter", "invited", "points_months"});
        BenefitsSet benefits;
        benefits.welcome = read_benefit(rules, "welcome", offers);
        benefits.birthday = read_benefit(rules, "birthday", offers);
        benefits.inviter = read_benefit(rules, "inviter", offers);
        benefits.invited = read_benefit(rules, "invited", offers);
        read_whole(rules, "", "points_months", 1, months_max, benefits.points_months);
        return benefits;
    } catch (const Wrong& found) {
        return refuse(found.refusal);
    } catch (const Json::parse_error& broken) {
        return refuse("rules.unreadable", fmt::format("no JSON at byte {}", broken.byte));
    }
}

Result<std::string> set_benefits(Office& office, std::string_view json)
{
    database::Transaction open{office.connection()};
    office.books().journal().lock(open); // The offers in force must stay in force until ours is written.
    auto benefits = read_benefits(json, offers_in_force(office));
    if (!benefits) return refuse(benefits.error());
    const std::string line{fmt::format("{}; {}; {}; {}; points are good for {} months",
                                       words_of("joining", benefits->welcome), words_of("birthday", benefits->birthday),
                                       words_of("inviter", benefits->inviter), words_of("invited", benefits->invited),
                                       benefits->points_months)};
    office.say(open, std::move(*benefits), "guitai-office");
    open.commit();
    return line;
}

int set_benefits_command(const Run& run)
{
    const auto bytes = read_file(run.said.file, bytes_max);
    if (!bytes) return refuse_aloud(run.err, bytes.error());
    return with_known_office(run, [&](Office& office) -> Result<std::string> {
        auto set = set_benefits(office, *bytes);
        if (!set) return refuse(set.error().code, fmt::format("{}: {}", run.said.file, set.error().detail));
        return set;
    });
}

int referrals_command(const Run& run)
{
    return with_known_office(
        run, [](Office& office) -> Result<std::string> { return referrals_csv(office.connection()); });
}

} // namespace guitai::office
