#include "terminal/domain/points_pay.hpp"

#include "sync/events/sale_events.hpp"
#include "sync/points/book.hpp"

#include <algorithm>

namespace guitai {
namespace {

constexpr std::int64_t minor_per_yuan{100};

struct Choice {
    purse::Lot lot{}; // Only what decides the order.
    std::string id{};
    std::string lease{};
    std::int64_t amount{0};
};

} // namespace

Money worth_of(const PointsRules& rules, std::int64_t points)
{
    if (rules.per_yuan <= 0 || points <= 0) return {};
    return Money::from_minor(points * minor_per_yuan / rules.per_yuan);
}

std::int64_t points_within(const PointsRules& rules, std::int64_t points, Money at_most)
{
    if (rules.per_yuan <= 0 || points <= 0 || at_most <= Money{}) return 0;
    const std::int64_t unit{std::max<std::int64_t>(1, rules.unit)};
    // The fewest that pay it, rounded up: a point more would pay more, or nothing.
    const std::int64_t enough{(at_most.minor() * rules.per_yuan + minor_per_yuan - 1) / minor_per_yuan};
    std::int64_t taken{std::min(points, enough) / unit * unit};
    while (taken > 0 && worth_of(rules, taken) > at_most) taken -= unit;
    return worth_of(rules, taken).is_zero() ? 0 : taken;
}

Money share_for_points(const PointsRules& rules, Money total)
{
    return total <= Money{} ? Money{} : total.scaled(rules.share_max.value, whole_share);
}

std::int64_t points_in(const std::vector<PointsSource>& sources)
{
    std::int64_t points{0};
    for (const PointsSource& source : sources) {
        for (const LeaseLot& lot : source.lots) points += lot.amount;
    }
    return points;
}

std::vector<LotPart> draw_points(const std::vector<PointsSource>& sources, std::int64_t amount, std::string_view today)
{
    std::vector<Choice> choices;
    for (const PointsSource& source : sources) {
        for (const LeaseLot& lot : source.lots) {
            if (!lot.expires_on.empty() && lot.expires_on < today) continue;
            purse::Lot what;
            what.kind = lot.lot_kind;
            what.earned = lot.earned_on;
            what.expires = lot.expires_on;
            choices.push_back({std::move(what), lot.lot, source.lease, lot.amount});
        }
    }
    std::stable_sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        return purse::comes_before(a.lot, a.id, b.lot, b.id);
    });
    std::vector<LotPart> parts;
    for (const Choice& choice : choices) {
        const std::int64_t units{std::min(choice.amount, amount)};
        if (units <= 0) continue;
        parts.push_back({choice.id, choice.lease, units, choice.lot.expires});
        amount -= units;
    }
    return parts;
}

void take_off(std::vector<PointsSource>& sources, const std::vector<LotPart>& drawn)
{
    for (const LotPart& part : drawn) {
        for (PointsSource& source : sources) {
            if (source.lease != part.lease) continue;
            for (LeaseLot& lot : source.lots) {
                if (lot.lot == part.lot) lot.amount -= part.amount;
            }
        }
    }
}

std::vector<LotPart> restored_parts(const std::vector<LotPart>& drawn, std::int64_t before, std::int64_t amount)
{
    std::vector<LotPart> parts;
    for (auto part = drawn.rbegin(); part != drawn.rend(); ++part) {
        const std::int64_t gone{std::min(before, part->amount)};
        before -= gone;
        const std::int64_t units{std::min(part->amount - gone, amount)};
        if (units <= 0) continue;
        parts.push_back({part->lot, "", units, part->expires_on});
        amount -= units;
    }
    return parts;
}

} // namespace guitai
