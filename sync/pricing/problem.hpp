// One basket against the offers that can touch it: units in canonical order, the
// candidates in order of calculation, who may take what. Prices nothing yet.
#pragma once

#include "sync/pricing/basket.hpp"
#include "sync/pricing/promotion.hpp"
#include "sync/pricing/promotion_index.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace guitai::pricing {

// The price that a unit keeps when others of its ticket come back.
struct KeptPrice {
    const Promotion* promotion{nullptr};
    Minor price{0};
};

// One piece, or one weighed line.
struct Unit {
    std::int64_t line{0};
    std::int64_t number{0}; // Within its line, from 0.
    const Article* article{nullptr};
    Minor value{0};
    std::int64_t milli{1'000}; // Of a weighed unit.
    const KeyedIn* keyed_in{nullptr};
    bool earns{true};
    std::optional<KeptPrice> kept{};
    int only{-1}; // An imaginary article of a hint: in the scope of this candidate and no other.

    [[nodiscard]] bool weighed() const { return article->weighed; }
    // A price, or an amount off, of one, for this unit.
    [[nodiscard]] Minor times(Minor each) const { return weighed() ? half_up(each, milli, 1'000) : each; }
    [[nodiscard]] bool fixed() const { return keyed_in != nullptr || kept.has_value(); }
};

using Flags = std::vector<std::uint8_t>; // One a unit.

struct Candidate {
    const Promotion* promotion{nullptr};
    std::optional<std::int64_t> allowance{};
    int id_rank{0}; // By the bytes of the id, from 1.
    Flags scope{};
    Flags gifts{};              // Of a gift promotion.
    std::vector<Flags> parts{}; // Of a set.

    // Neither limit, cap, condition nor group: what it does to one unit is all it does.
    [[nodiscard]] bool is_plain() const
    {
        const Promotion& p{*promotion};
        return !p.per_ticket && !p.per_member && !p.cap && p.min_quantity == 0 && p.min_amount == 0 && p.group.empty();
    }
};

// Whether `unit` may stand in one of the set's parts.
[[nodiscard]] inline bool joins(const Candidate& set, std::size_t unit)
{
    return std::any_of(set.parts.begin(), set.parts.end(), [&](const Flags& part) { return part[unit] != 0; });
}

// A place in a list of the problem, which is never below zero where it is used as one.
[[nodiscard]] inline std::size_t at(int place) { return static_cast<std::size_t>(place); }

// What becomes of a unit: a price promotion or none, and one line choice.
struct Choice {
    // In the order in which identical units are lined up; nothing comes last.
    enum class How : std::uint8_t { kept, gift, keyed_in, set, unit, none };

    int price{-1}; // Candidate.
    How how{How::none};
    int promotion{-1}; // Candidate of gift, set and unit.
    int serial{0};     // Which set.
    int part{0};

    bool operator==(const Choice&) const = default;
};

// A choice that a unit has by itself, sets apart.
struct Option {
    Choice choice{};
    Minor net{0};        // After both layers, before any cap.
    Classes classes{0};  // Of what touches the unit.
    Classes stacks{255}; // What all of these agree to.
    bool earns{true};
};

struct Problem {
    const Basket* basket{nullptr};
    std::vector<Unit> units{};
    std::vector<Candidate> candidates{}; // By priority falling, then id.
    std::vector<int> prices{}, lines{}, sets{}, gifts{}, late{}, points{}, deliveries{}, issues{};
    std::vector<std::vector<Option>> options{};      // Of each unit.
    std::vector<std::pair<int, int>> twins{};        // Runs of identical units: first, behind the last.
    std::vector<int> line_slots{};                   // Of each unit, for tax.
    std::vector<std::int64_t> lines_of_slots{};      // Line numbers.
    std::vector<std::pair<const Promotion*, std::string_view>> refused_coupons{};

    [[nodiscard]] const Promotion& offer(int candidate) const
    {
        return *candidates[static_cast<std::size_t>(candidate)].promotion;
    }
    [[nodiscard]] bool takes(int candidate, std::size_t unit) const
    {
        return candidates[static_cast<std::size_t>(candidate)].scope[unit] != 0;
    }
};

// Whether two offers may touch one unit: each lists the other's class.
[[nodiscard]] constexpr bool agree(Classes one, Classes stacks_of_one, Classes other, Classes stacks_of_other)
{
    return (stacks_of_one & other) == other && (stacks_of_other & one) == one;
}
[[nodiscard]] inline bool agree(const Promotion& one, const Promotion& other)
{
    return agree(one.cls, one.stacks, other.cls, other.stacks);
}

// What an offer takes off one unit of that value; 0 … value.
[[nodiscard]] Minor taken_off(const Off& off, Minor value, const Unit& unit, Minor round_to);

// Every piece of the lines. The basket outlives them.
[[nodiscard]] std::vector<Unit> units_of(const Basket& basket);

// The basket, the index and its promotions outlive the problem.
[[nodiscard]] Problem make_problem(const PromotionIndex& index, const Basket& basket, std::vector<Unit> units);

// The same with an imaginary untaxed article of that price in one candidate's scope and in no other.
[[nodiscard]] Problem grown(const Problem& problem, int candidate, Minor price);

} // namespace guitai::pricing
