#include "terminal/domain/suggest.hpp"

#include <algorithm>
#include <set>

namespace guitai {
namespace {

constexpr std::int64_t hundred_thousand{100'000};
constexpr std::int64_t receipts_max{2'000'000'000}; // No chain writes more; their products stay within 64 bits.
constexpr std::int64_t by_chance_milli{1'000};
constexpr std::size_t matches_max{12};
// What each fact weighs. Together they never outweigh what other customers took with it.
constexpr std::int64_t weight_pairing{10'000};
constexpr std::int64_t weight_category{600};
constexpr std::int64_t weight_again{100}; // For each time more that the category was bought …
constexpr std::int64_t times_counted_max{5}; // … up to so many.
constexpr std::int64_t weight_size{500};
constexpr std::int64_t weight_kind{100};
constexpr std::int64_t pieces_counted_max{30}; // Of equal ones, what there is plenty of goes first.

const TastedGoods* of_category(const std::vector<TastedGoods>& goods, const std::string& category)
{
    const auto found = std::find_if(goods.begin(), goods.end(), [&](const TastedGoods& one) {
        return !category.empty() && one.category == category;
    });
    return found == goods.end() ? nullptr : &*found;
}

std::int64_t times_bought(const Taste& taste, const std::string& category)
{
    return std::count_if(taste.bought.begin(), taste.bought.end(),
                         [&](const TastedGoods& one) { return one.category == category; });
}

std::optional<Suggested> reasoned(const Candidate& goods, const Taste& taste)
{
    Suggested made;
    made.goods = goods;
    made.strength = std::min(goods.here, pieces_counted_max);
    bool has_reason{false};
    // Later reasons are the stronger ones, and take the word.
    const auto because = [&](SuggestReason reason, std::int64_t weight, std::string about, std::string about_en) {
        made.reason = reason;
        made.about = std::move(about);
        made.about_en = std::move(about_en);
        made.strength += weight;
        has_reason = true;
    };
    if (const TastedGoods* const kind{of_category(taste.ticket, goods.category)}) {
        because(SuggestReason::same_kind, weight_kind, kind->name, kind->name_en);
    }
    if (const std::int64_t times{times_bought(taste, goods.category)}; times > 0 && !goods.category.empty()) {
        because(SuggestReason::likes_category, weight_category + weight_again * std::min(times, times_counted_max),
                goods.category, goods.category);
        const std::string size{size_for(taste, goods.category)};
        if (!size.empty() && size == goods.size) because(SuggestReason::same_size, weight_size, size, size);
    }
    if (goods.paired && lift_milli(*goods.paired) > by_chance_milli) {
        const TastedGoods& with{taste.ticket.at(goods.paired->on_ticket)};
        because(SuggestReason::goes_with, weight_pairing + confidence_of_100k(*goods.paired) / 10, with.name,
                with.name_en);
    }
    return has_reason ? std::optional{std::move(made)} : std::nullopt;
}

} // namespace

std::string size_for(const Taste& taste, const std::string& category)
{
    const auto& bought = taste.bought;
    const auto last = std::find_if(bought.begin(), bought.end(), [&](const TastedGoods& one) {
        return !category.empty() && one.category == category && !one.size.empty();
    });
    return last != bought.end() ? last->size : taste.usual_size;
}

std::int64_t confidence_of_100k(const PairedWith& paired)
{
    return paired.left <= 0 ? 0 : paired.together * hundred_thousand / paired.left;
}

std::int64_t lift_milli(const PairedWith& paired)
{
    const auto in_range = [](std::int64_t receipts) { return receipts > 0 && receipts <= receipts_max; };
    for (const std::int64_t count : {paired.left, paired.right, paired.all, paired.together}) {
        if (!in_range(count)) return 0;
    }
    // Confidence ÷ support of the right side = together × all ÷ (left × right).
    const std::int64_t found{paired.together * paired.all};
    const std::int64_t by_chance{paired.left * paired.right};
    const std::int64_t rest{found % by_chance};
    const bool large{by_chance > receipts_max * 1'000'000};
    return found / by_chance * 1'000 + (large ? rest / (by_chance / 1'000) : rest * 1'000 / by_chance);
}

std::vector<Suggested> ranked(const std::vector<Candidate>& candidates, const Taste& taste)
{
    std::set<StyleId> taken;
    for (const TastedGoods& goods : taste.ticket) taken.insert(goods.style);
    std::vector<Suggested> found;
    for (const Candidate& goods : candidates) {
        if (goods.here <= 0 || taken.count(goods.style) > 0) continue;
        if (auto made = reasoned(goods, taste)) found.push_back(std::move(*made));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Suggested& a, const Suggested& b) { return a.strength > b.strength; });
    std::vector<Suggested> best;
    for (Suggested& one : found) {
        if (taken.insert(one.goods.style).second) best.push_back(std::move(one));
    }
    return best;
}

std::optional<TwoSuggestions> two_of(const std::vector<Suggested>& matches, Money budget)
{
    std::vector<Suggested> best{matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(
                                                                       std::min(matches.size(), matches_max))};
    if (best.size() < 2) return std::nullopt;
    std::vector<Suggested> by_price{best};
    std::stable_sort(by_price.begin(), by_price.end(), [](const Suggested& a, const Suggested& b) {
        return a.goods.price < b.goods.price;
    });
    const Suggested& middle{by_price[by_price.size() / 2]};
    for (const Suggested& one : best) {
        if (one.goods.price > budget || one.goods.style == middle.goods.style) continue;
        return TwoSuggestions{middle, one};
    }
    return std::nullopt;
}

} // namespace guitai
