// One plan and what it costs: a choice for every unit, and which order and coupon
// offers are switched on. Evaluating says the exact result of a legal plan or
// that it is not legal; which plan is best is another file's matter.
#pragma once

#include "sync/pricing/problem.hpp"

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace guitai::pricing {

// An order or coupon offer that is switched on. Level 0 stands on the highest step
// reached; another settles for that step, or for that many times.
struct Active {
    int candidate{-1};
    std::int64_t level{0};
};

struct Plan {
    std::vector<Choice> choices{}; // One a unit.
    std::vector<Active> active{};  // In order of calculation.
};

enum class Layer : std::uint8_t { price, line, order, coupon };

// What one offer did to one unit. Candidate −1: keyed in by staff; −2: a price kept from the sale.
constexpr int by_staff{-1};
constexpr int by_kept_price{-2};
struct Touch {
    int unit{0};
    int candidate{0};
    Layer layer{Layer::line};
    Minor off{0};
};

struct Issued {
    int candidate{0};
    std::int64_t count{0};
};

struct Outcome {
    Plan plan{};
    std::vector<Minor> net{};      // Of each unit.
    std::vector<Minor> line_net{}; // After price and line layer.
    std::vector<Classes> classes{}, stacks{};
    Flags gift{}, earns{};
    std::vector<Touch> touches{};
    std::vector<Minor> measured{};      // Of each candidate; −1: never looked at.
    std::vector<std::int64_t> uses{};   // Of each candidate.
    std::vector<Minor> slot_total{}, slot_tax{};
    std::vector<int> applied{};         // Discount offers that touch a unit, rising.
    std::vector<Issued> issued{};
    Minor goods{0};
    Minor tax{0};
    Minor fee{0};
    int fee_by{-1};
    Minor payable{std::numeric_limits<Minor>::max()};
    std::int64_t coupons{0};
    std::int64_t issued_count{0};
    Minor redeemed{0};
    std::int64_t points{0};
};

// Whether a comes before b in the order of promotions: what is paid, fewer coupons,
// more coupons to come, more points, fewer offers, and the ties behind.
[[nodiscard]] bool better(const Problem& problem, const Outcome& a, const Outcome& b);

// What a line says where an offer multiplies its points; it takes nothing off.
inline constexpr std::string_view points_reason{"why.points"};
// The points offer whose multiplier counts for that unit, the highest in scope; −1: none.
[[nodiscard]] int multiplied_by(const Problem& problem, std::size_t unit);

// What `money` of one unit's price counts for points, in hundredths of a fen: times the highest multiplier in scope.
[[nodiscard]] std::int64_t earning_of(const Problem& problem, const Outcome& outcome, std::size_t unit, Minor money);

[[nodiscard]] Minor tax_of(Minor total, std::int64_t rate, TaxMode mode);

// Gift units that this amount earns.
[[nodiscard]] std::int64_t gifts_earned(const Candidate& gift, Minor amount);

struct Reward {
    Minor off{0};
    std::int64_t level{0}; // 0: no step reached, or the wanted one not.
};
// What an order offer takes off `whole` for that amount and quantity; `settle` 0: the highest step.
[[nodiscard]] Reward reward_of(const Candidate& order, Minor amount, std::int64_t quantity, Minor whole,
                               std::int64_t settle);

class Evaluator {
public:
    explicit Evaluator(const Problem& problem) : m_problem{problem} {}

    // False, and `out` of no meaning, where the plan is not legal or costs more than `most`.
    [[nodiscard]] bool run(const Plan& plan, Minor most, Outcome& out);

    // What the units an offer may take in a finished outcome measure.
    struct Count {
        Minor amount{0};
        Minor whole{0};
        std::int64_t quantity{0};
    };
    [[nodiscard]] Count taken_by(int candidate, const Outcome& out) const;

    // Points paid and earned, worked out from the prices in `out` and `redeem`.
    void count_points(Outcome& out, Minor redeem) const;

    // What each member of one set gets off. `members` in canonical order, `values` beside them.
    void set_offs(int set, const std::vector<int>& members, const std::vector<int>& parts,
                  const std::vector<Minor>& values, std::vector<Minor>& offs) const;

private:
    void begin(const Plan& plan, Outcome& out);
    void line_up_twins(Plan& plan) const;
    [[nodiscard]] bool unit_layer(const std::vector<int>& offers, Layer layer, Outcome& out);
    void fixed_prices(Outcome& out);
    [[nodiscard]] bool sets(Outcome& out);
    [[nodiscard]] bool one_set_offer(int set, Outcome& out);
    void gifts(Outcome& out);
    [[nodiscard]] bool late(Outcome& out);
    [[nodiscard]] bool gifts_are_earned(Outcome& out);
    [[nodiscard]] bool enter_group(int candidate);
    void give(int candidate, Layer layer, Outcome& out);
    void cut_to_cap(const Promotion& offer);
    void total(Outcome& out) const;
    void deliver(Outcome& out) const;
    void issue(Outcome& out) const;
    void list_applied(Outcome& out) const;
    [[nodiscard]] Minor counted(int candidate, const Outcome& out) const;
    [[nodiscard]] bool may_take(int candidate, std::size_t unit, const Outcome& out) const;
    [[nodiscard]] static Minor base(const Problem& problem, Measure measure, std::size_t unit, const Outcome& out);

    const Problem& m_problem;
    std::vector<std::vector<int>> m_by_price, m_by_line; // Units of each candidate.
    std::vector<int> m_who, m_members, m_parts;
    std::vector<Minor> m_offs, m_values, m_more;
    std::vector<std::pair<const std::string*, int>> m_groups;
};

} // namespace guitai::pricing
