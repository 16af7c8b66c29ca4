#include "sync/office/console/offer_words.hpp"

#include "sync/events/time.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <vector>

namespace guitai::office {
namespace {

using Places = std::map<std::string_view, std::string>;

// The word of `key` with its {places} filled in.
std::string filled(const PageMaker& maker, std::string_view key, const Places& places)
{
    const std::string word{maker.word(key)};
    std::string text;
    std::string_view rest{word};
    while (true) {
        const auto open = rest.find('{');
        const auto close = open == std::string_view::npos ? open : rest.find('}', open);
        if (close == std::string_view::npos) return text.append(rest);
        text.append(rest.substr(0, open));
        const auto found = places.find(rest.substr(open + 1, close - open - 1));
        text.append(found == places.end() ? rest.substr(open, close - open + 1) : std::string_view{found->second});
        rest.remove_prefix(close + 1);
    }
}

std::string name_in(Language language, const pricing::Promotion& promotion)
{
    return language == Language::chinese ? promotion.name_zh : promotion.name_en;
}

std::string_view kind_of(const pricing::Promotion& promotion)
{
    switch (promotion.kind) {
    case pricing::PromotionKind::unit: return "unit";
    case pricing::PromotionKind::set: return "set";
    case pricing::PromotionKind::order: return promotion.needs_coupon ? "coupon" : "order";
    case pricing::PromotionKind::gift: return "gift";
    case pricing::PromotionKind::points: return "points";
    case pricing::PromotionKind::delivery: return "delivery";
    case pricing::PromotionKind::issue: return "issue";
    }
    return "unit";
}

std::string text_of(const std::optional<pricing::LocalMoment>& moment)
{
    return moment ? date_and_minute(moment->minutes * 60'000, 0) : std::string{"…"};
}

std::string span_of(const PageMaker& maker, const pricing::When& when)
{
    if (!when.from && !when.to) return maker.word("promotions.always");
    return fmt::format("{} – {}", text_of(when.from), text_of(when.to));
}

std::string clock(int minute)
{
    return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
}

// Days of the week and hours; empty where it is always on.
std::string hours_of(const PageMaker& maker, const pricing::When& when)
{
    std::vector<std::string> words;
    for (unsigned day{1}; day <= 7; ++day) {
        if ((when.weekdays & (1U << day)) != 0) words.push_back(maker.word(fmt::format("weekday.{}", day)));
    }
    for (const pricing::DailySpan& span : when.daily) {
        words.push_back(fmt::format("{}–{}", clock(span.from), clock(span.to)));
    }
    return fmt::format("{}", fmt::join(words, " "));
}

std::string who_of(const PageMaker& maker, const pricing::Promotion& promotion)
{
    if (!promotion.who) return maker.word("who.anyone");
    const pricing::Who& who{*promotion.who};
    std::vector<std::string> words;
    for (const std::string& tier : who.tiers) words.push_back(word_or_itself(maker, "tier.", tier));
    if (who.tiers.empty()) words.push_back(maker.word("who.members"));
    if (who.birthday && who.birthday->within_days) {
        words.push_back(filled(maker, "who.birthday_days", {{"days", std::to_string(*who.birthday->within_days)}}));
    } else if (who.birthday) {
        words.push_back(maker.word("who.birthday_month"));
    }
    if (who.first_purchase) words.push_back(maker.word("who.first_purchase"));
    return fmt::format("{}", fmt::join(words, " · "));
}

} // namespace

std::string offer_name(const PageMaker& maker, const pricing::PromotionIndex& index, const std::string& promotion)
{
    const auto* const found = index.find(promotion);
    return found ? name_in(maker.language, *found) : promotion;
}

std::string reason_text(const PageMaker& maker, const pricing::PromotionIndex& index, const pricing::Reason& reason)
{
    return filled(maker, reason.key,
                  {{"name", offer_name(maker, index, reason.promotion)},
                   {"amount", yuan(reason.amount)},
                   {"quantity", std::to_string(reason.quantity)},
                   {"measured", yuan(reason.measured.value_or(0))},
                   {"reason", reason.said}});
}

std::string hint_text(const PageMaker& maker, const pricing::PromotionIndex& index, const pricing::Hint& hint)
{
    std::string key{hint.key};
    std::string gain{yuan(hint.gain)};
    if (hint.gain_quantity > 0) {
        key += "_gift";
        gain = std::to_string(hint.gain_quantity);
    } else if (hint.gain_coupons > 0) {
        key += "_coupon";
        gain = std::to_string(hint.gain_coupons);
    }
    return filled(maker, key,
                  {{"name", offer_name(maker, index, hint.promotion)},
                   {"missing", yuan(hint.missing)},
                   {"missing_quantity", std::to_string(hint.missing_quantity)},
                   {"quantity", std::to_string(hint.quantity)},
                   {"price", yuan(hint.price)},
                   {"gain", std::move(gain)}});
}

void fill_offer(const PageMaker& maker, PageData& row, const pricing::Promotion& promotion, pricing::LocalMoment now)
{
    row.set("id", promotion.id).set("name", name_in(maker.language, promotion));
    row.set("kind", maker.word(fmt::format("offer.{}", kind_of(promotion))));
    row.set("span", span_of(maker, promotion.when)).set("hours", hours_of(maker, promotion.when));
    row.when("early", promotion.when.from && now < *promotion.when.from);
    row.when("ended", promotion.when.to && now >= *promotion.when.to);
    row.set("priority", std::to_string(promotion.priority)).set("who", who_of(maker, promotion));
    row.set("stores", promotion.stores.empty() ? maker.word("promotions.every_store")
                                               : fmt::format("{}", fmt::join(promotion.stores, " ")));
}

} // namespace guitai::office
