#include "sync/points/tiers.hpp"

#include "sync/events/time.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace guitai {
namespace {

// 0: no tier; n: the n-th step.
using Rank = std::size_t;

using Days = std::map<std::string, std::int64_t>;

class History {
public:
    History(const TiersSet& rules, Days earned) : m_rules{rules}, m_earned{std::move(earned)} {}

    void play(std::string_view today)
    {
        for (const auto& [day, points] : m_earned) {
            if (day > today) break;
            judge_again_before(day);
            const Rank reached{rank_of(earned_until(day))};
            if (reached > m_rank) hold(reached, day);
        }
        judge_again_before(std::string{today});
    }

    // Points of the period whose last day is `day`.
    [[nodiscard]] std::int64_t earned_until(const std::string& day) const
    {
        const auto first = m_earned.upper_bound(date_plus_months(day, -m_rules.months));
        std::int64_t points{0};
        for (auto at = first; at != m_earned.end() && at->first <= day; ++at) points += at->second;
        return points;
    }
    // Of what counts when the tier is judged again, what is there already.
    [[nodiscard]] std::int64_t earned_towards_keeping(const std::string& today) const
    {
        const auto first = m_earned.upper_bound(date_plus_months(m_until, -m_rules.months));
        std::int64_t points{0};
        for (auto at = first; at != m_earned.end() && at->first <= today; ++at) points += at->second;
        return points;
    }
    [[nodiscard]] Rank rank() const { return m_rank; }
    [[nodiscard]] const std::string& until() const { return m_until; }

private:
    void hold(Rank rank, const std::string& from)
    {
        m_rank = rank;
        m_until = rank == 0 ? "" : date_plus_months(from, m_rules.months);
    }
    void judge_again_before(const std::string& day)
    {
        while (m_rank > 0 && m_until < day) hold(std::max(rank_of(earned_until(m_until)), m_rank - 1), m_until);
    }
    [[nodiscard]] Rank rank_of(std::int64_t points) const
    {
        Rank rank{0};
        while (rank < m_rules.steps.size() && m_rules.steps[rank].from <= points) ++rank;
        return rank;
    }

    const TiersSet& m_rules;
    Days m_earned;
    Rank m_rank{0};
    std::string m_until;
};

// As other systems export them: a member brought along as 金卡 has the tier that is called gold here.
std::string_view own_name_of(std::string_view tier)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> known{{
        {"银卡", "silver"}, {"金卡", "gold"}, {"白金卡", "platinum"}, {"铂金卡", "platinum"}}};
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& pair) { return pair.first == tier; });
    return found == known.end() ? tier : found->second;
}

Rank rank_named(const TiersSet& rules, std::string_view tier)
{
    const auto found = std::find_if(rules.steps.begin(), rules.steps.end(),
                                    [&](const TierStep& step) { return own_name_of(step.tier) == own_name_of(tier); });
    return found == rules.steps.end() ? 0 : static_cast<Rank>(found - rules.steps.begin()) + 1;
}

} // namespace

TierStanding tier_standing(const TiersSet& rules, std::span<const TierEarning> earnings, const TierGiven& given,
                           std::string_view today)
{
    Days earned;
    for (const TierEarning& one : earnings) earned[one.on] += one.points;
    History history{rules, std::move(earned)};
    history.play(today);

    const std::string day{today};
    TierStanding standing;
    standing.earned = history.earned_until(day);
    const Rank favour{given.until.empty() || given.until >= today ? rank_named(rules, given.tier) : 0};
    const Rank rank{std::max(history.rank(), favour)};
    if (rank > 0) standing.tier = rules.steps[rank - 1].tier;
    standing.until = favour > history.rank() ? given.until : history.until();
    if (favour == history.rank() && favour > 0) {
        standing.until = given.until.empty() ? "" : std::max(given.until, history.until());
    }
    if (rank < rules.steps.size()) {
        standing.next = rules.steps[rank].tier;
        standing.missing = std::max<std::int64_t>(rules.steps[rank].from - standing.earned, 1);
    }
    if (rank > 0 && rank == history.rank() && standing.until == history.until()) {
        standing.to_keep = std::max<std::int64_t>(
            rules.steps[rank - 1].from - history.earned_towards_keeping(day), 0);
    }
    return standing;
}

} // namespace guitai
